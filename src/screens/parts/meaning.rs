//! What a signature means here.
use crate::lang::Texts;

/// Gives what a signature means, in plain words.
pub fn meaning(t: &Texts) -> Vec<String> {
    [t.sign.means_internal, t.sign.means_text, t.sign.means_kept].map(str::to_string).to_vec()
}

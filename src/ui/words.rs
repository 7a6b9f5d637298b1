//! Small things that many parts say the same way.

use crate::screens::block::Tone;

/// Gives the class of a tone.
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Warn => "warn",
        Tone::Bad => "bad",
    }
}

/// Gives a text, unless it is empty.
pub fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

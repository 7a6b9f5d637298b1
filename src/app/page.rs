//! What belongs to the open page alone.

use crate::app::duties::schedule;
use crate::app::{backup, keys, pairing, signing, undo, writing, writing_help};
use crate::domain::document::Document;
use crate::domain::problem::Problem;
use crate::rules::caution::Caution;

/// The work in the open page that nobody has to keep.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is wrong with the form, once the person asked to go on.
    pub problems: Vec<Problem>,
    /// The topic that a phone shows, from zero.
    pub step: usize,
    /// The question that is asked before something is signed.
    pub dialog: Option<signing::Dialog>,
    /// Whether nothing was signed, because what was to be signed had changed.
    pub refused: bool,
    /// What is known of the draft, for the save line.
    pub saved: writing::Saved,
    /// Which groups of the pairing code are asked for, and what was typed.
    pub pairing: pairing::Comparison,
    /// Whether what is typed as a passphrase is shown.
    pub shows_passphrase: bool,
    /// What was chosen for an invitation.
    pub choice: pairing::Choice,
    /// What was answered on the page of a special case.
    pub case: Document,
    /// The replacement code and the change of the passphrase.
    pub keys: keys::Keys,
    /// What is said beside answers and never forced.
    pub cautions: Vec<Caution>,
    /// What was chosen between documents that were written apart: where the one is from, for each question.
    pub choices: Document,
    /// What was put away last, and can be brought back at once.
    pub undo: Option<undo::Undo>,
    /// The observation that clashes with the one that is planned here.
    pub clash: Option<schedule::Clash>,
    /// What was done on the page of keeping.
    pub trial: backup::Trial,
    /// Whether files came in on a page that has no place to tell it.
    pub has_arrived: bool,
    /// The input, or the answer, for which a file was looked at last, and what came of it.
    pub looked_at: Option<(String, writing_help::Verdict)>,
}

//! The sheet of paper and its signature strip.
use super::{Button, Notice, Sign};

/// A sheet of paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// The title.
    pub title: String,
    /// The period, and whether it is signed.
    pub subtitle: String,
    /// The number of the version and its code, which are printed, and folded on a screen; empty before it is signed.
    pub code: String,
    /// The title of that fold.
    pub more: &'static str,
    /// The two sides, as facts by name.
    pub parties: Vec<(String, String)>,
    /// The content.
    pub sections: Vec<SheetSection>,
    /// The foot.
    pub strip: Strip,
}

/// One topic of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetSection {
    /// The topic.
    pub title: String,
    /// Where it can be changed, while it is not signed.
    pub edit: Option<Button>,
    /// Questions and answers.
    pub entries: Vec<SheetEntry>,
}

/// One question with its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetEntry {
    /// The question.
    pub label: String,
    /// The answer, one paragraph each; never empty.
    pub lines: Vec<String>,
    /// Questions and answers below it, as in a log.
    pub below: Vec<SheetEntry>,
    /// The button that compares a file with the fingerprint in the answer.
    pub check: Option<Button>,
    /// What came of the comparison.
    pub checked: Option<Notice>,
}

/// The two boxes for signatures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Strip {
    /// The sign of the agreement.
    pub sign: Sign,
    /// Left, the employee.
    pub employee: SignBox,
    /// Right, the superior.
    pub superior: SignBox,
}

/// One box for a signature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignBox {
    /// Which side.
    pub party: String,
    /// Whether it is signed, and which version.
    pub state: BoxState,
    /// Name, office, time, code of the version, how sure we are of the key.
    pub lines: Vec<String>,
}

/// Whether a box is signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoxState {
    /// Not signed.
    Empty,
    /// Signed, exactly what the sheet shows.
    Signed,
    /// Returned with a note.
    Returned,
    /// A signature on an older version.
    Lifted,
    /// Agreed by rule, because the superior is acting.
    Automatic,
    /// Signed on paper; the writer says so.
    Paper,
}

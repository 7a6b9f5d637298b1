//! Notes on single answers, as they are typed beside an answer to a version.

use crate::domain::document::{Document, Path, Row};
use crate::domain::problem::{Fault, Problem};
use crate::seal::record::{NOTE_MAX, Remark};

/// The question: a log of notes.
pub const REMARKS: &str = "remarks";
/// Which answer, by the id of its input.
pub const AT: &str = "at";
/// What should be mended.
pub const NOTE: &str = "note";
/// A wording that may be taken.
pub const SUGGESTION: &str = "suggestion";

/// Gives the notes on single answers that were typed beside an answer.
pub fn read(reply: &Document) -> Vec<Remark> {
    let text = |row: &Row, name: &str| row.get(name).map_or(String::new(), |text| text.trim().to_string());
    let remark =
        |row: &Row| Remark { at: text(row, AT), note: text(row, NOTE), suggestion: text(row, SUGGESTION) };
    let says_something = |remark: &Remark| !remark.note.is_empty() || !remark.suggestion.is_empty();
    reply.rows(REMARKS).iter().map(remark).filter(says_something).collect()
}

/// Finds what is wrong with the notes on single answers.
pub fn problems(reply: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, row) in reply.rows(REMARKS).iter().enumerate() {
        let text = |name: &str| row.get(name).map_or("", |text| text.trim());
        let says = [NOTE, SUGGESTION].map(text);
        let mut wrong = |name: &str, fault| {
            let path = Path::OfRow(REMARKS.into(), index, name.into());
            problems.push(Problem { path, fault });
        };
        if text(AT).is_empty() && says.iter().any(|text| !text.is_empty()) {
            wrong(AT, Fault::Missing);
        }
        for (name, text) in [NOTE, SUGGESTION].iter().zip(says) {
            let have = text.chars().count();
            if have > NOTE_MAX {
                wrong(name, Fault::TooLong { max: NOTE_MAX, have });
            }
        }
    }
    problems
}

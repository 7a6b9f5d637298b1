//! What a sheet is made from, and its simplest lines.
use crate::domain::document::Document;
use crate::domain::stage::Stage;
use crate::rules::form::Context;
use crate::rules::pack::Pack;
use crate::screens::block::sheet::SheetEntry;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::Genesis;

/// What a sheet is made from.
pub struct Paper<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// What it is about.
    pub genesis: &'a Genesis,
    /// The rules.
    pub pack: &'a Pack,
    /// The stage.
    pub stage: Stage,
    /// The document.
    pub document: &'a Document,
    /// What its questions look at.
    pub context: &'a Context,
    /// The version, once it is signed.
    pub version: Option<Hash>,
}

/// Gives the paragraphs of a text, without empty ones.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_string).collect()
}

/// Makes one line of a sheet: what was asked, and the answer, one paragraph each.
pub fn entry(label: &str, lines: Vec<String>) -> SheetEntry {
    SheetEntry { label: label.to_string(), lines, below: Vec::new(), check: None, checked: None }
}

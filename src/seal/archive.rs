//! An archive: dossiers and other entries of one person in a file, to be read back later or elsewhere.
//! What does not fit in one file goes on in the next; each part can be read on its own.

use super::bundle::{self, FileFault, RECORDS_MAX};
use super::canonical::{Hash, written};
use super::dossier::Dossier;
use super::pieces::{member, parts};
use super::record::Record;
use super::strict;
use crate::json;
use serde_json::Value;

/// How large a part becomes before another is begun, in bytes; well below the largest file that is read.
const PART: usize = 4_000_000;
/// The most dossiers, and the most entries, of one part.
const ITEMS_MAX: usize = 200;

/// The verified content of one part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Archive {
    /// Names and texts of entries, as the app stores them; nothing in them was verified.
    pub entries: Vec<(String, String)>,
    /// The records of each dossier.
    pub dossiers: Vec<(Hash, Vec<Record>)>,
}

/// Writes an archive: at least one part. Texts of entries are JSON objects. The entry of the person, when it
/// is the first one, stands in every part, because it shows whose the others are.
pub fn write(entries: &[(String, String)], dossiers: &[&Dossier]) -> Vec<String> {
    let person = entries.first().filter(|(name, _)| name == "me");
    let entries = &entries[usize::from(person.is_some())..];
    let entry = |(name, text): &(String, String)| {
        ["{\"name\":", &written(&json::text(name)), ",\"value\":", text, "}"].concat()
    };
    let dossier = |dossier: &&Dossier| {
        let records: Vec<&str> = dossier.records().map(Record::text).collect();
        ["{\"dossier\":\"", &dossier.id().to_string(), "\",\"records\":[\n", &records.join(",\n"), "\n]}"]
            .concat()
    };
    let texts = entries.iter().map(|one| (0, entry(one))).chain(dossiers.iter().map(|one| (1, dossier(one))));
    let begun = || [person.map(entry).into_iter().collect(), Vec::new()];
    let mut filled: Vec<[Vec<String>; 2]> = vec![begun()];
    let mut size = 0;
    for (kind, text) in texts {
        let is_full = filled.last().is_some_and(|part| part[kind].len() >= ITEMS_MAX);
        if is_full || (size > 0 && size + text.len() > PART) {
            filled.push(begun());
            size = 0;
        }
        size += text.len();
        if let Some(part) = filled.last_mut() {
            part[kind].push(text);
        }
    }
    let part = |[entries, dossiers]: &[Vec<String>; 2]| {
        [
            "{\"app\": \"paraf\", \"format\": 1,\n\"archive\":{\"entries\":[\n",
            &entries.join(",\n"),
            "\n],\"dossiers\":[\n",
            &dossiers.join(",\n"),
            "\n]}\n}\n",
        ]
        .concat()
    };
    filled.iter().map(part).collect()
}

/// Reads the text of the member `archive`, which was parsed before, and verifies every record.
///
/// # Errors
/// See [`FileFault`].
pub(super) fn read(text: &str) -> Result<Archive, FileFault> {
    let value = strict::parse(text).map_err(FileFault::Parse)?;
    let members = value.as_object().ok_or(FileFault::NotParaf)?;
    if !members.keys().all(|name| name == "entries" || name == "dossiers") {
        return Err(FileFault::Newer);
    }
    let mut archive = Archive::default();
    for entry in member(text, "entries").map(parts).unwrap_or_default() {
        let name = member(entry, "name").and_then(|name| strict::parse(name).ok());
        let name = name.as_ref().and_then(Value::as_str).ok_or(FileFault::NotParaf)?;
        let value = member(entry, "value").ok_or(FileFault::NotParaf)?;
        archive.entries.push((name.to_string(), value.to_string()));
    }
    let mut number = 0;
    for dossier in member(text, "dossiers").map(parts).unwrap_or_default() {
        let id = member(dossier, "dossier").and_then(|id| strict::parse(id).ok());
        let id = id.as_ref().and_then(Value::as_str).and_then(Hash::parse).ok_or(FileFault::NotParaf)?;
        let texts = member(dossier, "records").map(parts).unwrap_or_default();
        if texts.len() > RECORDS_MAX {
            return Err(FileFault::TooMany);
        }
        archive.dossiers.push((id, bundle::read_records(id, &texts, number)?));
        number += texts.len();
    }
    Ok(archive)
}

/// Reads the cells of a file that was parsed.
///
/// # Errors
/// See [`FileFault`].
pub(super) fn read_cells(value: &Value) -> Result<Vec<(String, String)>, FileFault> {
    let cells = value.get("cells").and_then(Value::as_array).ok_or(FileFault::NotParaf)?;
    let cell = |cell: &Value| {
        let pieces = cell.get("text")?.as_array()?.iter();
        let text = pieces.map(Value::as_str).collect::<Option<Vec<&str>>>()?.concat();
        Some((cell.get("name")?.as_str()?.to_string(), text))
    };
    cells.iter().map(|one| cell(one).ok_or(FileFault::NotParaf)).collect()
}

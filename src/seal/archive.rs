//! An archive: dossiers and other entries of one person in a file, to be read back later or elsewhere.
//! What does not fit in one file goes on in the next; each part can be read on its own.

use super::canonical::{Hash, written};
use super::dossier::Dossier;
use super::file::{FileFault, RECORDS_MAX, Verified, read_records};
use super::pieces::{member, parts};
use super::record::Record;
use super::strict::{self, ParseFault};
use crate::json;
use serde_json::Value;

/// How large a part becomes before another is begun, in bytes; well below the largest file that is read.
const PART: usize = 4_000_000;
/// How many values a part has at most, unless a single record has more: as many as a bundle may have, less
/// what stands around the records.
const VALUES: usize = strict::MAX_VALUES - 1_000;
const _: () = assert!(VALUES < strict::MAX_VALUES, "a bundle of them could not be read");
/// The most dossiers, and the most entries, of one part.
const ITEMS_MAX: usize = 200;

/// The verified content of one part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Archive {
    /// Names and texts of entries, as the app stores them; nothing in them was verified.
    pub entries: Vec<(String, String)>,
    /// The records of each dossier.
    pub dossiers: Vec<(Hash, Vec<Record>)>,
    /// Whether there are other parts.
    pub is_part: bool,
}

/// How much a file holds.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    records: usize,
    bytes: usize,
    values: usize,
}

impl Size {
    /// Gives the size of records together.
    pub(super) fn of(records: &[&str]) -> Size {
        let mut size = Size::default();
        records.iter().for_each(|text| size.add(text));
        size
    }

    pub(super) fn add(&mut self, record: &str) {
        self.records += 1;
        self.bytes += record.len();
        self.values += values(record);
    }

    /// Says whether another record fits in.
    pub(super) fn takes(self, record: &str) -> bool {
        self.fits(Size::of(&[record]))
    }

    /// Says whether this and more fit in one file. In an empty one everything does.
    fn fits(self, more: Size) -> bool {
        let is_less = self.bytes + more.bytes <= PART
            && self.values + more.values <= VALUES
            && self.records + more.records <= RECORDS_MAX;
        is_less || self.bytes == 0
    }
}

/// One file while it is filled.
#[derive(Clone, Default)]
struct Part<'a> {
    entries: Vec<String>,
    dossiers: Vec<(Hash, Vec<&'a str>)>,
    size: Size,
}

impl Part<'_> {
    /// Writes the part; `number` says which of how many it is, when there are others.
    fn written(&self, number: &str) -> String {
        let dossier = |(id, records): &(Hash, Vec<&str>)| {
            let id = id.to_string();
            ["{\"dossier\":\"", &id, "\",\"records\":[\n", &records.join(",\n"), "\n]}"].concat()
        };
        let dossiers: Vec<String> = self.dossiers.iter().map(dossier).collect();
        [
            "{\"app\": \"paraf\", \"format\": 1,\n\"archive\":{",
            number,
            "\"entries\":[\n",
            &self.entries.join(",\n"),
            "\n],\"dossiers\":[\n",
            &dossiers.join(",\n"),
            "\n]}\n}\n",
        ]
        .concat()
    }
}

/// Gives at least as many as a text has values.
fn values(text: &str) -> usize {
    1 + text.bytes().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count()
}

/// Writes an archive: at least one part. Texts of entries are JSON objects. The entry of the person, when it
/// is the first one, stands in every part, because it shows whose the others are. A dossier is divided only
/// when a part cannot hold it.
pub fn write(entries: &[(String, String)], dossiers: &[&Dossier]) -> Vec<String> {
    let entry = |(name, text): &(String, String)| {
        ["{\"name\":", &written(&json::text(name)), ",\"value\":", text, "}"].concat()
    };
    let person = entries.first().filter(|(name, _)| name == "me");
    let begun = || Part { entries: person.map(entry).into_iter().collect(), ..Part::default() };
    let mut full = Vec::new();
    let mut part = begun();
    for text in entries[usize::from(person.is_some())..].iter().map(entry) {
        let more = Size { records: 0, bytes: text.len(), values: values(&text) };
        if part.entries.len() >= ITEMS_MAX || !part.size.fits(more) {
            full.push(std::mem::replace(&mut part, begun()));
        }
        part.size.bytes += more.bytes;
        part.size.values += more.values;
        part.entries.push(text);
    }
    for dossier in dossiers {
        let texts: Vec<&str> = dossier.records().map(Record::text).collect();
        if part.dossiers.len() >= ITEMS_MAX || !part.size.fits(Size::of(&texts)) {
            full.push(std::mem::replace(&mut part, begun()));
        }
        part.dossiers.push((dossier.id(), Vec::new()));
        for text in texts {
            if !part.size.takes(text) {
                full.push(std::mem::replace(&mut part, begun()));
                part.dossiers.push((dossier.id(), Vec::new()));
            }
            part.size.add(text);
            if let Some((_, records)) = part.dossiers.last_mut() {
                records.push(text);
            }
        }
    }
    full.push(part);
    let all = full.len();
    let number = |index: usize| match all {
        1 => String::new(),
        _ => ["\"part\":", &(index + 1).to_string(), ",\"of\":", &all.to_string(), ","].concat(),
    };
    full.iter().enumerate().map(|(index, part)| part.written(&number(index))).collect()
}

/// Parses a file that is perhaps an archive. What it holds stood in other files before, less deep, and each
/// of these had values enough for itself.
pub(super) fn parse(text: &str) -> Result<Value, ParseFault> {
    strict::parse_within(text, strict::MAX_DEPTH + 4, 2 * strict::MAX_VALUES)
}

/// Reads the text of the member `archive`, which was parsed before, and verifies every record.
///
/// # Errors
/// See [`FileFault`].
pub(super) fn read(value: &Value, text: &str, verified: &Verified) -> Result<Archive, FileFault> {
    let members = value.get("archive").and_then(Value::as_object).ok_or(FileFault::NotParaf)?;
    let known = ["entries", "dossiers", "part", "of"];
    if !members.keys().all(|name| known.contains(&name.as_str())) {
        return Err(FileFault::Newer);
    }
    let mut archive = Archive { is_part: members.contains_key("part"), ..Archive::default() };
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
        archive.dossiers.push((id, read_records(id, &texts, number, verified)?));
        number += texts.len();
    }
    Ok(archive)
}

/// Gives the texts of the records in the text of the member `archive`.
pub(super) fn record_texts(text: &str) -> Vec<&str> {
    let dossiers = member(text, "dossiers").map(parts).unwrap_or_default().into_iter();
    dossiers.flat_map(|dossier| member(dossier, "records").map(parts).unwrap_or_default()).collect()
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

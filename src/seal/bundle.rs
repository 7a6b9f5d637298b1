//! A bundle: the file that is exchanged. It carries a whole dossier, so that each side is the
//! other's backup, and a signed cover letter.

use super::archive::{self, Archive};
use super::canonical::Hash;
use super::dossier::{Dossier, Standing};
use super::file::read_records;
pub use super::file::{FileFault, RECORDS_MAX, Verified};
use super::letter::{Handoff, Invitation};
use super::pieces::{member, parts};
use super::record::{Record, RecordFault};
use super::strict::{self, ParseFault};
use serde_json::Value;

/// The version of the file around the records.
pub const FORMAT: u64 = 1;
/// What a file that was made by Paraf holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Parcel {
    /// A dossier.
    Bundle(Bundle),
    /// An offer to start one.
    Invitation(Invitation),
    /// A key, sealed by a passphrase; the text of its inner object.
    Backup(String),
    /// Dossiers and other entries of one person.
    Archive(Archive),
    /// What stood in a browser when the program stopped: the names and texts of its cells.
    Cells(Vec<(String, String)>),
}

/// The verified content of a bundle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bundle {
    /// The dossier that all records belong to.
    pub dossier: Hash,
    /// The records, in the order of the file.
    pub records: Vec<Record>,
    /// The cover letter.
    pub handoff: Option<Handoff>,
}

impl Parcel {
    /// Reads a file, by its content alone, and verifies every signature in it.
    ///
    /// # Errors
    /// See [`FileFault`].
    pub fn read(bytes: &[u8]) -> Result<Parcel, FileFault> {
        Parcel::read_knowing(bytes, &Verified::default())
    }

    /// The same, where some of the records were verified already.
    ///
    /// # Errors
    /// See [`FileFault`].
    pub fn read_knowing(bytes: &[u8], verified: &Verified) -> Result<Parcel, FileFault> {
        let text = strict::text(bytes).map_err(FileFault::Parse)?;
        let value = strict::parse(text).or_else(|fault| {
            let is_wide = matches!(fault, ParseFault::TooDeep | ParseFault::TooMany);
            let wide = is_wide.then(|| archive::parse(text).ok()).flatten();
            wide.filter(|value| value.get("archive").is_some()).ok_or(FileFault::Parse(fault))
        })?;
        match check_envelope(&value)? {
            Known::Bundle(dossier) => {
                let records = member(text, "records").map(parts).unwrap_or_default();
                read_bundle(dossier, &records, member(text, "handoff"), verified).map(Parcel::Bundle)
            }
            Known::Invitation => {
                let letter = member(text, "invitation").unwrap_or_default();
                Invitation::read(letter).map(Parcel::Invitation).map_err(letter_fault)
            }
            Known::Archive => {
                let archive = member(text, "archive").unwrap_or_default();
                archive::read(&value, archive, verified).map(Parcel::Archive)
            }
            Known::Cells => archive::read_cells(&value).map(Parcel::Cells),
            Known::Backup => Ok(Parcel::Backup(member(text, "backup").unwrap_or_default().to_string())),
        }
    }
}

/// Gives the texts of the records in a file, which was not read before and may be anything. What they are shows when
/// they are verified, and whether the file is right when it is read.
pub fn likely_records(text: &str) -> Vec<&str> {
    match member(text, "archive") {
        Some(archive) => archive::record_texts(archive),
        None => member(text, "records").map(parts).unwrap_or_default(),
    }
}

/// Gives the text of each record of a bundle, for a report on a file that may be refused.
///
/// # Errors
/// A file that is no bundle.
pub fn record_texts(bytes: &[u8]) -> Result<(Hash, Vec<String>), FileFault> {
    let text = strict::text(bytes).map_err(FileFault::Parse)?;
    let value = strict::parse(text).map_err(FileFault::Parse)?;
    let Known::Bundle(dossier) = check_envelope(&value)? else {
        return Err(FileFault::NotParaf);
    };
    let records = member(text, "records").map(parts).unwrap_or_default();
    Ok((dossier, records.into_iter().map(str::to_string).collect()))
}

/// Writes a bundle: the records that count, that wait and that are newer, each on its own line and
/// exactly as received, in an order that only depends on the set. What can never count stays behind.
pub fn write(dossier: &Dossier, handoff: Option<&Handoff>) -> String {
    let waiting = dossier
        .records()
        .filter(|record| matches!(dossier.standing(&record.id()), Some(Standing::Waiting | Standing::Newer)));
    let mut records: Vec<&str> = dossier.counted().map(Record::text).collect();
    // What waits may be by anybody, and must not make the file larger than the other side may read.
    let mut size = archive::Size::of(&records);
    for text in waiting.map(Record::text) {
        if size.takes(text) {
            size.add(text);
            records.push(text);
        }
    }
    let handoff = handoff.map_or(String::new(), |letter| [",\n\"handoff\":\n", &letter.text].concat());
    [
        "{\"app\": \"paraf\", \"format\": 1, \"dossier\": \"",
        &dossier.id().to_string(),
        "\",\n\"records\": [\n",
        &records.join(",\n"),
        "\n]",
        &handoff,
        "\n}\n",
    ]
    .concat()
}

/// Writes the file of an invitation.
pub fn write_invitation(invitation: &Invitation) -> String {
    ["{\"app\": \"paraf\", \"format\": 1,\n\"invitation\":\n", &invitation.text, "\n}\n"].concat()
}

enum Known {
    Bundle(Hash),
    Invitation,
    Backup,
    Archive,
    Cells,
}

fn check_envelope(value: &Value) -> Result<Known, FileFault> {
    let members = value.as_object().ok_or(FileFault::NotParaf)?;
    if members.get("app").and_then(Value::as_str) != Some("paraf") {
        return Err(FileFault::NotParaf);
    }
    match members.get("format").and_then(Value::as_u64) {
        Some(FORMAT) => {}
        Some(newer) if newer > FORMAT => return Err(FileFault::Newer),
        _ => return Err(FileFault::NotParaf),
    }
    let only = |names: &[&str]| members.keys().all(|name| names.contains(&name.as_str()));
    if only(&["app", "format"]) {
        return Err(FileFault::NotParaf);
    }
    let records = members.get("records").and_then(Value::as_array);
    if let Some(records) = records
        && only(&["app", "format", "dossier", "records", "handoff"])
    {
        let dossier = members.get("dossier").and_then(Value::as_str).and_then(Hash::parse);
        let dossier = dossier.ok_or(FileFault::NotParaf)?;
        return if records.len() > RECORDS_MAX {
            Err(FileFault::TooMany)
        } else {
            Ok(Known::Bundle(dossier))
        };
    }
    if only(&["app", "format", "invitation"]) {
        return Ok(Known::Invitation);
    }
    if only(&["app", "format", "archive"]) {
        return Ok(Known::Archive);
    }
    if only(&["app", "format", "cells"]) {
        return Ok(Known::Cells);
    }
    if only(&["app", "format", "backup"]) { Ok(Known::Backup) } else { Err(FileFault::Newer) }
}

fn letter_fault(fault: RecordFault) -> FileFault {
    match fault {
        RecordFault::Newer => FileFault::Newer,
        fault => FileFault::Letter(fault),
    }
}

fn read_bundle(
    dossier: Hash,
    texts: &[&str],
    handoff: Option<&str>,
    verified: &Verified,
) -> Result<Bundle, FileFault> {
    let records = read_records(dossier, texts, 0, verified)?;
    let handoff = match handoff {
        Some(text) => Some(Handoff::read(text).map_err(letter_fault)?),
        None => None,
    };
    if handoff.as_ref().is_some_and(|letter| letter.dossier != dossier) {
        return Err(FileFault::Mixed);
    }
    Ok(Bundle { dossier, records, handoff })
}

//! What all files of Paraf have in common: their records, and why a file is refused.

use super::canonical::Hash;
use super::record::{Record, RecordFault};
use super::strict::ParseFault;
use crate::table::Table;

/// The most records of a bundle.
pub const RECORDS_MAX: usize = 2000;

/// Why a file was refused. Nothing of a refused file is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileFault {
    /// The text is not the strict JSON that Paraf writes.
    Parse(ParseFault),
    /// JSON, but not a file of Paraf.
    NotParaf,
    /// A file of a newer version of Paraf.
    Newer,
    /// A record, by its number in the file from zero, cannot be trusted.
    Record(usize, RecordFault),
    /// The cover letter cannot be trusted or belongs to something else.
    Letter(RecordFault),
    /// More records than a bundle may hold.
    TooMany,
    /// Records of different dossiers in one bundle.
    Mixed,
}

/// Records that were verified already, by their texts: what is verified piece by piece, before the whole file is read,
/// need not be verified again.
#[derive(Debug, Default)]
pub struct Verified(Table<String, Box<Record>>);

impl Verified {
    /// Adds a record that was verified.
    pub fn add(&mut self, record: Record) {
        self.0.insert(record.text().to_string(), Box::new(record));
    }

    fn read(&self, text: &str) -> Result<Record, RecordFault> {
        self.0.get(text).map_or_else(|| Record::read(text), |record| Ok((**record).clone()))
    }
}

/// Verifies the records of one dossier; `first` is the number of the first one in the file.
pub(super) fn read_records(
    dossier: Hash,
    texts: &[&str],
    first: usize,
    verified: &Verified,
) -> Result<Vec<Record>, FileFault> {
    let mut records = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        records.push(verified.read(text).map_err(|fault| match fault {
            RecordFault::Newer => FileFault::Newer,
            fault => FileFault::Record(first + index, fault),
        })?);
    }
    if records.iter().any(|record| record.dossier() != dossier) {
        return Err(FileFault::Mixed);
    }
    Ok(records)
}

//! The files in a zip, of which messengers and mail programs make one when several are sent together.
//!
//! Only the list at its end is believed, as every reader does; each entry is unpacked alone and thrown away before
//! the next. No sums are checked: what counts in a file of Paraf is signed.

use crate::app::import::is_litter;
use crate::seal::strict::MAX_FILE_BYTES;
use crate::storage::deflate::decompress;
use std::borrow::Cow;

/// How many bytes all entries together may unpack to.
pub const ROOM: usize = 8 * MAX_FILE_BYTES;
/// The most entries.
const ENTRIES_MAX: usize = 1000;
/// The most bytes that the end of the list may have: its own, and a comment.
const END_MAX: usize = 22 + 0xffff;

/// Why nothing was taken from an archive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ZipFault {
    /// It cannot be opened here: locked, damaged, of another kind, or inside another one.
    Closed,
    /// It would unpack to more than the page should hold.
    TooMuch,
    /// No file of Paraf is in it.
    NothingOfParaf,
}

/// One file in a zip, still packed.
pub struct Entry<'a> {
    /// Its name, with the folders in which it lies.
    pub name: String,
    packed: &'a [u8],
    size: usize,
    /// How it is packed: stored, deflated, or in no way that is known.
    method: Option<u16>,
}

/// Lists the files in a zip; `None` for what is no archive.
pub fn entries(bytes: &[u8]) -> Option<Result<Vec<Entry<'_>>, ZipFault>> {
    let others: [&[u8]; 3] = [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08"];
    if others.iter().any(|mark| bytes.starts_with(mark)) {
        return Some(Err(ZipFault::Closed));
    }
    let is_zip = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
    is_zip.then(|| list(bytes))
}

fn list(bytes: &[u8]) -> Result<Vec<Entry<'_>>, ZipFault> {
    let tail = bytes.len().saturating_sub(END_MAX);
    let end = bytes[tail..].windows(4).rposition(|part| part == b"PK\x05\x06").ok_or(ZipFault::Closed)?;
    let number = |at: usize, size: usize| number(bytes, at, size).ok_or(ZipFault::Closed);
    let (count, mut at) = (number(tail + end + 10, 2)?, number(tail + end + 16, 4)?);
    if count > ENTRIES_MAX {
        return Err(ZipFault::TooMuch);
    }
    let mut found = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
            return Err(ZipFault::Closed);
        }
        let (is_locked, method) = (number(at + 8, 2)? & 1 == 1, number(at + 10, 2)?);
        let (packed, size) = (number(at + 20, 4)?, number(at + 24, 4)?);
        let (named, more, comment) = (number(at + 28, 2)?, number(at + 30, 2)?, number(at + 32, 2)?);
        let name = bytes.get(at + 46..at + 46 + named).ok_or(ZipFault::Closed)?;
        let name = String::from_utf8_lossy(name).into_owned();
        let local = number(at + 42, 4)?;
        let from = local + 30 + number(local + 26, 2)? + number(local + 28, 2)?;
        let packed = bytes.get(from..from + packed).ok_or(ZipFault::Closed)?;
        if !name.ends_with('/') && !is_litter(&name) {
            let method = u16::try_from(method).ok().filter(|_| !is_locked);
            found.push(Entry { name, packed, size, method });
        }
        at += 46 + named + more + comment;
    }
    Ok(found)
}

/// Reads a number, the lowest byte first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + size)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

impl Entry<'_> {
    /// Says whether the file is larger than any of Paraf.
    pub fn is_too_large(&self) -> bool {
        self.size > MAX_FILE_BYTES
    }

    /// Unpacks the file, and takes what it needs from the room that is left.
    pub fn bytes(&self, room: &mut usize) -> Result<Cow<'_, [u8]>, ZipFault> {
        *room = room.checked_sub(self.size).ok_or(ZipFault::TooMuch)?;
        let bytes = match self.method {
            Some(0) => Cow::Borrowed(self.packed),
            Some(8) => {
                // A stream that is longer than it says is damaged, and is not read on.
                Cow::Owned(decompress(&[], self.packed, self.size).ok_or(ZipFault::Closed)?)
            }
            _ => return Err(ZipFault::Closed),
        };
        if bytes.len() == self.size { Ok(bytes) } else { Err(ZipFault::Closed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_a_zip_says_of_itself_it_is_unpacked_within_bounds_or_refused(
            local in prop::collection::vec(any::<u8>(), 26..80),
            said in prop::collection::vec(0u8..40, 42..60),
            offset in 0u32..60,
            count in 0u16..4,
        ) {
            let mut bytes = [b"PK\x03\x04", local.as_slice()].concat();
            let start = bytes.len() as u32;
            bytes.extend([b"PK\x01\x02", said.as_slice()].concat());
            bytes.extend(b"PK\x05\x06\0\0\0\0");
            bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
            bytes.extend([offset.to_le_bytes(), (start + offset % 2).to_le_bytes(), [0; 4]].concat());
            if let Some(Ok(entries)) = entries(&bytes) {
                let mut room = 100_000;
                let sizes = entries.iter().filter_map(|entry| Some(entry.bytes(&mut room).ok()?.len()));
                prop_assert!(sizes.sum::<usize>() <= 100_000);
            }
        }
    }

    #[test]
    fn archives_of_other_kinds_are_told_from_files() {
        for bytes in [&b"Rar!\x1a\x07\x01"[..], b"\x1f\x8b\x08\0", b"PK\x03\x04 and no more"] {
            assert_eq!(entries(bytes).map(|list| list.err()), Some(Some(ZipFault::Closed)));
        }
        assert!(entries(b"{}").is_none() && entries(b"PK").is_none());
    }
}

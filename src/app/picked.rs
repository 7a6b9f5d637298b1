//! Files that a person chooses: those that are taken in, and those that are looked at and never kept.

use crate::app::key::DraftKey;
use crate::domain::document::Path;

/// The largest file of which a fingerprint is taken, in bytes.
pub const FILE_MAX: u64 = 50_000_000;

/// A file as it came in.
#[derive(Clone, Debug)]
pub struct IncomingFile {
    /// Its name, which decides nothing.
    pub name: String,
    /// Its bytes, or why there are none.
    pub bytes: Result<Vec<u8>, Unread>,
}

/// Why there is nothing of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unread {
    /// It is larger than any file of Paraf, and reading it could end the page.
    TooLarge,
    /// The browser could not read it: it is gone, locked, or still in a cloud.
    Failed,
    /// It is a folder without files.
    EmptyFolder,
    /// It is a folder with more files than are taken in at once.
    LargeFolder,
}

/// What a chosen file is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Its fingerprint becomes the answer at this place of this form.
    Answer(DraftKey, Path),
    /// It is compared with the fingerprint in this answer.
    Compare(String),
}

/// A file as the browser saw it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// The SHA-256 of its bytes, as base64url without padding.
    pub hash: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its name.
    pub name: String,
}

/// Why no fingerprint could be taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileFault {
    /// The file is larger than [`FILE_MAX`].
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

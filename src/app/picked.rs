//! A file that is looked at and never kept.

use crate::app::key::DraftKey;
use crate::domain::document::Path;

/// The largest file of which a fingerprint is taken, in bytes.
pub const FILE_MAX: u64 = 50_000_000;

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

//! Signatures and what is signed: records, proofs, files and the merge of what was exchanged.
//!
//! Read in this order: [`strict`] takes untrusted text, [`canonical`] gives the bytes that are
//! hashed, [`key`] and [`proof`] sign and verify, [`spare`] is the key on paper for the day when the
//! other is lost, [`record`] is one signed entry, [`dossier`] is the set of them and what follows from it,
//! [`bundle`] is the file that travels, [`archive`] the one that is kept. `FORMAT.md` beside this
//! file is the wire format for strangers.

pub mod archive;
pub mod bundle;
pub mod canonical;
pub mod card;
pub mod dossier;
mod file;
pub mod key;
pub mod letter;
pub mod pieces;
pub mod probe;
pub mod proof;
pub mod record;
pub mod spare;
pub mod strict;

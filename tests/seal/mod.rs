//! Tests of the signed layer: parser, canonical bytes, keys and proofs.

mod archive;
mod bundle;
mod canonical;
mod cases;
mod dossier;
mod format;
mod key;
mod letters;
mod pair;
mod probe;
mod proof;
mod spare;
mod strict;
mod union;
mod values;
mod vectors;
mod wycheproof;

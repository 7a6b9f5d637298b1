//! Tests of the signed layer: parser, canonical bytes, keys and proofs.

mod canonical;
mod key;
mod proof;
mod strict;
mod values;
mod vectors;
mod wycheproof;

//! The seeds of the fuzz targets in `tests/fuzz/corpus` reach what they are meant to reach.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::app::library::rule_packs::RulePack;
use paraf::domain::stage::Position;
use paraf::seal::bundle::Parcel;
use std::fs;
use std::path::PathBuf;

fn seed(target: &str, name: &str) -> Vec<u8> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    fs::read(root.join("tests/fuzz/corpus").join(target).join(name)).unwrap()
}

#[test]
fn the_small_rule_packs_are_opened() {
    for name in ["smallest", "each-kind"] {
        let book = RulePack::open(std::str::from_utf8(&seed("pack", name)).unwrap());
        assert!(book.is_some_and(|book| book.pack(Position::Teacher).is_some()), "{name}");
    }
}

#[test]
fn the_whole_files_are_taken_in_and_the_others_are_refused() {
    for name in
        ["bundle-0", "bundle-1", "bundle-2", "archive", "cells", "bom", "crlf", "empty_bundle", "backup"]
    {
        assert!(Parcel::read(&seed("import", name)).is_ok(), "{name}");
    }
    for name in ["cut", "trailing", "second_proof", "no_proof", "space_after_value", "purpose", "suite"] {
        assert!(Parcel::read(&seed("import", name)).is_err(), "{name}");
    }
}

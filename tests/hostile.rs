//! Which kind of hostile file is tested where. The kinds are those that anybody who writes a reader of
//! signed files has to think of; each has at least one test here and a file in the browser tests.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use std::fs;
use std::path::Path;

/// A kind, its verdict, the native test that shows it, and a case of `tests/browser/hostile.test.mjs`.
type Kind = (&'static str, Verdict, &'static str, &'static str, &'static str);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    /// Nothing of the file is kept, and the words say why.
    Refused,
    /// Exactly what the untouched file says.
    Same,
    /// Nothing changes, because newer things are known.
    Older,
    /// LastBackup until the rest comes.
    Waiting,
    /// LastBackup aside, and counts for nothing.
    Aside,
    /// Every text is shown as text.
    Text,
}

use Verdict::{Aside, Older, Refused, Same, Text, Waiting};

const KINDS: &[Kind] = &[
    (
        "repeated members",
        Refused,
        "strict.rs",
        "repeated_members_are_refused_at_every_level",
        "a member twice in a record",
    ),
    ("a second proof", Refused, "bundle.rs", "a_hostile_file_is_refused_with_its_reason", "a second proof"),
    ("deep nesting", Refused, "strict.rs", "nesting_is_refused_beyond_the_limit", "opening brackets only"),
    ("a huge file", Refused, "strict.rs", "large_files_are_refused_before_they_are_read", "a huge file"),
    (
        "huge numbers of parts",
        Refused,
        "strict.rs",
        "counts_are_refused_beyond_the_limits",
        "very many members",
    ),
    ("a huge text", Refused, "strict.rs", "strings_are_counted_in_characters", "a huge text"),
    ("odd numbers", Refused, "strict.rs", "numbers_are_plain_safe_integers", "a huge number"),
    ("unsafe integers", Refused, "strict.rs", "numbers_are_plain_safe_integers", "an unsafe integer"),
    ("lone surrogates", Refused, "strict.rs", "lone_surrogates_are_refused", "a lone surrogate"),
    (
        "broken encodings",
        Refused,
        "strict.rs",
        "broken_encodings_are_refused",
        "invalid UTF-8 inside a record",
    ),
    (
        "control characters",
        Refused,
        "strict.rs",
        "control_characters_and_noncharacters_are_refused",
        "a control character",
    ),
    ("odd names of members", Refused, "strict.rs", "unusual_member_names_are_refused", "a prototype"),
    (
        "a file that was cut",
        Refused,
        "strict.rs",
        "cut_text_is_refused_wherever_it_is_cut",
        "a file that was cut",
    ),
    ("more than one document", Same, "strict.rs", "anything_but_one_document_is_refused", "two documents"),
    (
        "another spelling",
        Same,
        "bundle.rs",
        "another_spelling_order_or_number_of_copies_says_the_same",
        "a byte order mark",
    ),
    ("no proof, or many", Refused, "proof.rs", "a_missing_proof_is_refused", "no proof"),
    ("the same signer twice", Refused, "dossier.rs", "one_key_cannot_be_both_sides", "the same signer twice"),
    (
        "other spellings of a signature",
        Refused,
        "proof.rs",
        "second_spellings_of_a_signature_are_refused",
        "a proof in base64url",
    ),
    (
        "a malleable signature",
        Refused,
        "proof.rs",
        "malleable_and_empty_signatures_are_refused",
        "a malleable signature",
    ),
    (
        "a key of small order",
        Refused,
        "vectors.rs",
        "of_the_edge_cases_of_ed25519_only_the_third_is_taken",
        "a small-order key",
    ),
    ("another suite", Refused, "proof.rs", "another_suite_type_or_purpose_is_refused", "another suite"),
    (
        "chains of proofs",
        Refused,
        "vectors.rs",
        "proof_sets_chains_and_proofs_without_context_are_refused",
        "a chain of proofs in a circle",
    ),
    (
        "another method",
        Refused,
        "proof.rs",
        "another_verification_method_is_refused",
        "a method without fragment",
    ),
    (
        "one bit flipped",
        Refused,
        "bundle.rs",
        "flipping_any_byte_is_refused_or_changes_nothing",
        "one bit flipped",
    ),
    (
        "the proof of another record",
        Refused,
        "proof.rs",
        "the_proof_of_another_record_is_refused",
        "the proof of another record",
    ),
    ("an older file", Older, "bundle.rs", "an_older_file_or_a_record_left_out_loses_nothing", "older.json"),
    ("any order and split", Same, "union.rs", "", "shuffled records"),
    (
        "a record left out",
        Waiting,
        "dossier.rs",
        "whatever_builds_on_a_missing_record_waits_and_counts_when_it_arrives",
        "cut.json",
    ),
    (
        "an answer to another text",
        Aside,
        "dossier.rs",
        "records_of_another_dossier_do_not_count",
        "an answer to the text of another dossier",
    ),
    (
        "a jumped gate",
        Aside,
        "dossier.rs",
        "a_record_counts_only_when_it_may_be_written_there_by_its_signer",
        "a stage that jumps its gate",
    ),
    (
        "a third party",
        Aside,
        "bundle.rs",
        "a_third_partys_records_stay_aside_and_every_text_stays_text",
        "a version by a stranger",
    ),
    (
        "an earlier superior",
        Aside,
        "cases/sides.rs",
        "who_the_superior_is_follows_from_what_a_record_builds_on",
        "a signature by a stranger",
    ),
    (
        "markup and programs",
        Text,
        "bundle.rs",
        "a_third_partys_records_stay_aside_and_every_text_stays_text",
        "<script>alert(1)</script>",
    ),
    (
        "formulas of spreadsheets",
        Text,
        "bundle.rs",
        "a_third_partys_records_stay_aside_and_every_text_stays_text",
        "=HYPERLINK",
    ),
    ("unseen characters in names", Text, "strict.rs", "strings_stay_as_they_were_typed", "\\u202E"),
    ("long words and stacked marks", Text, "strict.rs", "strings_stay_as_they_were_typed", "'W'.repeat"),
];

#[test]
fn every_kind_of_hostile_file_has_its_test_and_its_file_in_the_browser() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let in_browser = read("tests/browser/hostile.test.mjs");
    // The file has a part for each verdict, with the words that a person reads.
    for (verdict, words) in [
        (Refused, "/Nothing was kept/"),
        (Same, "/You already have everything in this file/"),
        (Older, "/This file is older than what you have/"),
        (Waiting, "/The file is incomplete/"),
        (Aside, "/Records that are not used: 1/"),
        (Text, "every word of it is shown as words"),
    ] {
        assert!(KINDS.iter().any(|kind| kind.1 == verdict), "{verdict:?}");
        assert!(in_browser.contains(words), "{verdict:?}");
    }
    for (kind, _, file, test, case) in KINDS {
        let native = read(&format!("tests/seal/{file}"));
        assert!(native.contains(&format!("fn {test}")), "{kind}: {file} has no test {test}");
        assert!(in_browser.contains(case), "{kind}: the browser tests have no {case}");
    }
}

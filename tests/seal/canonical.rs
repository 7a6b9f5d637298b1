//! Hashes: their texts, and what they do not depend on.

use std::collections::BTreeSet;

use paraf::seal::canonical::{self, Hash};
use paraf::seal::strict;
use proptest::prelude::*;
use serde_json::json;

use super::values;

const EMPTY: &str = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

#[test]
fn canonical_bytes_are_sorted_and_without_white_space() {
    let value = json!({"b": [1, -2, {"d": null, "c": true}], "a": "é\u{1}\n\"\\/", "@context": []});
    let expected = r#"{"@context":[],"a":"é\u0001\n\"\\/","b":[1,-2,{"c":true,"d":null}]}"#;
    assert_eq!(String::from_utf8(canonical::bytes(&value)).unwrap(), expected);
}

#[test]
fn a_hash_has_one_text_one_key_and_a_short_form() {
    let hash = Hash::of_bytes(b"");
    assert_eq!(hash.to_string(), EMPTY);
    assert_eq!(format!("{hash:?}"), EMPTY);
    assert_eq!(hash.key(), "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    assert_eq!(hash.short(), "e3b0c 44298");
    assert_eq!(Hash::parse(EMPTY), Some(hash));
    assert_eq!(Hash::from_key(&hash.key()), Some(hash));
    assert_eq!(Hash::of(&json!({"b": 1, "a": 2})), Hash::of_bytes(br#"{"a":2,"b":1}"#));
}

#[test]
fn other_texts_are_no_hash() {
    let digits = &EMPTY["sha256:".len()..];
    for text in [
        "",
        "sha256:",
        digits,
        &EMPTY.to_uppercase(),
        &format!("sha256:{}", digits.to_uppercase()),
        &format!("SHA256:{digits}"),
        &format!("sha512:{digits}"),
        &format!("sha256:sha256:{digits}"),
        &EMPTY[..EMPTY.len() - 1],
        &format!("{EMPTY}0"),
        &format!("{EMPTY} "),
        &format!(" {EMPTY}"),
        &EMPTY.replace('e', "g"),
        &EMPTY.replace("e3", "é"),
        &EMPTY.replace("e3", "+3"),
    ] {
        assert_eq!(Hash::parse(text), None, "{text}");
    }
}

#[test]
fn other_texts_are_no_storage_key() {
    let key = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
    for text in [
        "",
        &key[1..],
        &format!("{key}="),
        &format!("{key}A"),
        &key.replace('-', "+"),
        &key.replace('_', "/"),
        &key.replace('4', "é"),
        // The last character carries two bits that are always zero.
        &format!("{}V", &key[..42]),
        &format!("{}W", &key[..42]),
    ] {
        assert_eq!(Hash::from_key(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn texts_and_keys_round_trip(bytes: Vec<u8>) {
        let hash = Hash::of_bytes(&bytes);
        prop_assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
        prop_assert_eq!(Hash::from_key(&hash.key()), Some(hash));
        prop_assert_eq!(hash.key().len(), 43);
    }

    #[test]
    fn the_hash_does_not_depend_on_order_white_space_or_escapes(
        value in values::any_value(), one: [u8; 31], other: [u8; 29],
    ) {
        let hashes: BTreeSet<_> = [&one[..], &other[..]]
            .iter()
            .map(|choices| strict::parse(&values::write_freely(&value, choices)).map(|read| Hash::of(&read)).ok())
            .collect();
        prop_assert_eq!(hashes, BTreeSet::from([Some(Hash::of(&value))]));
    }

    #[test]
    fn the_bytes_are_those_of_an_independent_writer(value in values::any_value()) {
        prop_assert_eq!(canonical::bytes(&value), serde_json_canonicalizer::to_vec(&value).unwrap());
    }

    #[test]
    fn different_values_have_different_bytes(one in values::any_value(), other in values::any_value()) {
        prop_assert_eq!(one == other, canonical::bytes(&one) == canonical::bytes(&other));
    }
}

//! Proofs: what is signed verifies, and nothing near it does.

use paraf::seal::key::{Seed, SigningKey};
use paraf::seal::proof::{self, ProofFault, Signed};
use paraf::seal::strict;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::values;

const CREATED: &str = "2025-01-06T02:00:00Z";

fn key_of(byte: u8) -> SigningKey {
    SigningKey::from_seed(&Seed::from_bytes([byte; 32]))
}

fn members(value: Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

/// The smallest record of interest, signed by the first key.
fn small_record() -> Value {
    let record = json!({"format": 1, "type": "Revision", "seq": 1, "body": {"note": "Kelas 4 – é 😀"}});
    proof::sign(record, &key_of(1), CREATED)
}

fn small_record_created(created: &str) -> Value {
    proof::sign(small_record(), &key_of(1), created)
}

fn check(fault: ProofFault, what: &str, change: impl FnOnce(&mut Value)) {
    let mut record = small_record();
    change(&mut record);
    assert_eq!(proof::verify(&record), Err(fault), "{what}: {record}");
}

/// Replaces one member of the proof by each of the values.
fn check_member(fault: ProofFault, name: &str, replacements: &[Value]) {
    for replacement in replacements {
        check(fault, name, |record| record["proof"][name] = replacement.clone());
    }
}

fn proof_value() -> String {
    small_record()["proof"]["proofValue"].as_str().unwrap_or_default().to_owned()
}

fn signature() -> [u8; 64] {
    let mut signature = [0; 64];
    let length = bs58::decode(&proof_value()[1..]).onto(&mut signature);
    assert_eq!(length, Ok(64));
    signature
}

fn encode(bytes: &[u8]) -> Value {
    format!("z{}", bs58::encode(bytes).into_string()).into()
}

/// The released format. This vector is never edited: a change of it is a new format.
#[test]
fn the_pinned_record_is_signed_to_the_same_bytes() {
    let record = json!({
        "format": 1, "type": "CoSign", "seq": 2, "stage": "planning",
        "parents": ["sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
        "by": "did:key:z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX",
        "body": {"decision": "agree", "note": "Sudah dibahas — lanjutkan."},
    });
    let signed = proof::sign(record.clone(), &key_of(1), CREATED);
    let mut expected = record;
    expected["@context"] = json!(["https://w3id.org/security/data-integrity/v2"]);
    expected["proof"] = json!({
        "@context": ["https://w3id.org/security/data-integrity/v2"],
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": "2025-01-06T02:00:00Z",
        "verificationMethod": "did:key:z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX#z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX",
        "proofPurpose": "assertionMethod",
        "proofValue": "z3jbss8jFPSsa7rFztbGTP2MA6rCaeTjFU8XDKfHsBAMyb51tWwWVwQJhxew3yBY1h1iKbtZVDen3CkPnwTz8t4zh",
    });
    assert_eq!(signed, expected);
}

#[test]
fn a_valid_proof_names_signer_and_time() {
    let signed = Signed { signer: key_of(1).did().clone(), created: CREATED.into() };
    assert_eq!(proof::verify(&small_record()), Ok(signed));
}

#[test]
fn signing_again_replaces_context_and_proof() {
    let mut record = small_record();
    record["@context"] = json!("https://example.org");
    let again = proof::sign(record, &key_of(2), CREATED);
    assert_eq!(again["@context"], small_record()["@context"]);
    assert_eq!(proof::verify(&again).map(|signed| signed.signer).as_ref(), Ok(key_of(2).did()));
}

#[test]
fn what_is_no_object_is_not_signed() {
    for value in [json!(null), json!([]), json!("{}"), json!(1)] {
        let signed = proof::sign(value.clone(), &key_of(1), CREATED);
        assert_eq!(signed, value);
        assert_eq!(proof::verify(&signed), Err(ProofFault::Shape));
    }
}

#[test]
fn a_missing_proof_is_refused() {
    check(ProofFault::Missing, "no proof", |record| {
        record.as_object_mut().and_then(|members| members.remove("proof"));
    });
    check(ProofFault::Missing, "empty record", |record| *record = json!({}));
}

#[test]
fn another_shape_is_refused() {
    for value in [json!(null), json!([]), json!("{}"), json!(1), json!([small_record()])] {
        check(ProofFault::Shape, "record", |record| *record = value);
    }
    let proof = small_record()["proof"].clone();
    for value in
        [json!(null), json!(""), json!({}), json!([]), json!([proof]), json!([proof, proof]), json!(true)]
    {
        check(ProofFault::Shape, "proof", |record| record["proof"] = value);
    }
    for name in members(proof.clone()).keys() {
        check(ProofFault::Shape, "one member less", |record| {
            record["proof"].as_object_mut().and_then(|members| members.remove(name));
        });
        check(ProofFault::Shape, "one member of another name", |record| {
            record["proof"].as_object_mut().and_then(|members| members.remove(name));
            record["proof"]["other"] = json!("");
        });
    }
    for name in ["id", "previousProof", "expires", "nonce", "domain", "challenge", "x"] {
        check(ProofFault::Shape, "one member more", |record| record["proof"][name] = json!("urn:uuid:1"));
    }
}

#[test]
fn another_context_is_refused() {
    let url = proof::CONTEXT;
    let others = [
        json!(null),
        json!(url),
        json!([]),
        json!([url, url]),
        json!([url, {}]),
        json!([[url]]),
        json!({ "a": url }),
        json!(["https://w3id.org/security/data-integrity/v1"]),
        json!([format!("{url}/")]),
        json!([url.to_uppercase()]),
    ];
    check_member(ProofFault::Context, "@context", &others);
    for value in others {
        check(ProofFault::Context, "record", |record| record["@context"] = value.clone());
        check(ProofFault::Context, "record and proof", |record| {
            record["@context"] = value.clone();
            record["proof"]["@context"] = value;
        });
    }
    check(ProofFault::Context, "record without context", |record| {
        record.as_object_mut().and_then(|members| members.remove("@context"));
    });
}

#[test]
fn another_suite_type_or_purpose_is_refused() {
    let suites =
        ["eddsa-rdfc-2022", "ecdsa-jcs-2019", "EDDSA-JCS-2022", "eddsa-jcs-2022 ", ""].map(Value::from);
    check_member(ProofFault::Suite, "cryptosuite", &suites);
    let types = [json!("Ed25519Signature2020"), json!(["DataIntegrityProof"]), json!(null)];
    check_member(ProofFault::Suite, "type", &types);
    let purposes = [json!("authentication"), json!("assertionmethod"), json!(["assertionMethod"]), json!(1)];
    check_member(ProofFault::Purpose, "proofPurpose", &purposes);
}

#[test]
fn another_verification_method_is_refused() {
    let did = key_of(1).did().as_str().to_owned();
    let other_did = key_of(2).did().as_str().to_owned();
    let (multikey, other) = (&did[8..], &other_did[8..]);
    let weak = bs58::encode([&[0xed, 0x01], &[0; 32][..]].concat()).into_string();
    check_member(
        ProofFault::Method,
        "verificationMethod",
        &[
            json!(null),
            json!(1),
            json!({"id": did}),
            json!([format!("{did}#{multikey}")]),
            json!(""),
            json!("#"),
            json!(did),
            json!(format!("{did}#")),
            json!(format!("{did}#key-1")),
            json!(format!("{did}#{other}")),
            json!(format!("{did}#{multikey}#{multikey}")),
            json!(format!("{did}#{multikey} ")),
            json!(format!("#{multikey}")),
            json!(format!("{multikey}#{multikey}")),
            json!("did:web:example.org#key-1"),
            json!(format!("did:key:z{weak}#z{weak}")),
        ],
    );
    check_member(
        ProofFault::Signature,
        "verificationMethod",
        &[json!(key_of(2).did().verification_method())],
    );
}

#[test]
fn only_real_times_in_the_one_form_are_taken() {
    for created in [
        "2024-02-29T23:59:59Z",
        "2000-02-29T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        CREATED,
    ] {
        assert!(proof::verify(&small_record_created(created)).is_ok(), "{created}");
    }
    for created in [
        "",
        "2025-01-06",
        "2025-01-06T02:00Z",
        "2025-01-06T02:00:00",
        "2025-01-06T02:00:00z",
        "2025-01-06t02:00:00Z",
        "2025-01-06 02:00:00Z",
        "2025-01-06T02:00:00.0Z",
        "2025-01-06T02:00:00+00:00",
        "2025-01-06T02:00:00Z ",
        " 2025-01-06T02:00:00Z",
        "2025-1-06T02:00:00ZZ",
        "+025-01-06T02:00:00Z",
        "-025-01-06T02:00:00Z",
        "2025-00-06T02:00:00Z",
        "2025-13-06T02:00:00Z",
        "2025-01-00T02:00:00Z",
        "2025-01-32T02:00:00Z",
        "2025-02-29T02:00:00Z",
        "1900-02-29T02:00:00Z",
        "2025-04-31T02:00:00Z",
        "2025-01-06T24:00:00Z",
        "2025-01-06T02:60:00Z",
        "2025-01-06T02:00:60Z",
        "2025-01-06T02:00:0٠Z",
    ] {
        assert_eq!(proof::verify(&small_record_created(created)), Err(ProofFault::Created), "{created}");
    }
    check_member(ProofFault::Created, "created", &[json!(null), json!(1736128800), json!([CREATED])]);
    check_member(ProofFault::Signature, "created", &[json!("2025-01-06T02:00:01Z")]);
}

#[test]
fn second_spellings_of_a_signature_are_refused() {
    let (text, bytes) = (proof_value(), signature());
    assert_eq!(encode(&bytes), json!(text));
    check_member(
        ProofFault::Value,
        "proofValue",
        &[
            json!(null),
            json!([text]),
            json!(""),
            json!("z"),
            json!(text[1..]),
            json!(format!("{text} ")),
            json!(format!(" {text}")),
            json!(format!("{text}\n")),
            json!(format!("z1{}", &text[1..])),
            json!(format!("Z{}", &text[1..])),
            json!(format!("u{}", &text[1..])),
            json!(format!("z0{}", &text[2..])),
            json!(format!("zé{}", &text[3..])),
            json!("z".repeat(20_000)),
            json!(format!("z{}", "1".repeat(65))),
            encode(&bytes[..63]),
            encode(&[&bytes[..], &[0]].concat()),
            encode(&[&[0], &bytes[..]].concat()),
            json!("uQHzRJlSzPXGOy7mReaFQbaqoSUUL8_xSPM4-HJb4uANR2j8lPXJcbwCwfJ5USNULPveAErmrVCVRFtBpxt0oCA"),
        ],
    );
}

#[test]
fn malleable_and_empty_signatures_are_refused() {
    // The group order, least significant byte first (RFC 8032, section 5.1).
    let order = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut malleable = signature();
    let mut carry = 0;
    for (byte, addend) in malleable[32..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + addend + carry;
        (*byte, carry) = (sum.to_le_bytes()[0], sum >> 8);
    }
    let mut identity = [0; 64];
    identity[0] = 1;
    let bytes = [malleable, identity, [0; 64], [0xff; 64]];
    check_member(ProofFault::Signature, "proofValue", &bytes.map(|bytes| encode(&bytes)));
}

#[test]
fn the_proof_of_another_record_is_refused() {
    let other = proof::sign(json!({"format": 1}), &key_of(1), CREATED);
    check(ProofFault::Signature, "proof of another record", |record| {
        record["proof"] = other["proof"].clone()
    });
}

#[test]
fn every_change_of_the_record_is_refused() {
    check(ProofFault::Signature, "member added", |record| record["ext"] = json!(null));
    check(ProofFault::Signature, "text", |record| record["body"]["note"] = json!("Kelas 4 – e\u{301} 😀"));
    check(ProofFault::Signature, "number", |record| record["seq"] = json!(2));
    check(ProofFault::Signature, "number as text", |record| record["seq"] = json!("1"));
    check(ProofFault::Signature, "member removed", |record| {
        record.as_object_mut().and_then(|members| members.remove("seq"));
    });
}

#[test]
fn flipping_any_bit_of_the_text_is_refused_or_changes_nothing() {
    let record = small_record();
    let mut text = record.to_string().into_bytes();
    for position in 0..text.len() {
        for bit in 0..8 {
            text[position] ^= 1 << bit;
            if let Ok(value) = strict::text(&text).and_then(strict::parse) {
                assert!(value == record || proof::verify(&value).is_err(), "byte {position}, bit {bit}");
            }
            text[position] ^= 1 << bit;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_signed_verifies_in_every_writing(
        record in values::any_members(), seed: [u8; 32], choices: [u8; 31],
    ) {
        let key = SigningKey::from_seed(&Seed::from_bytes(seed));
        let signed = proof::sign(record.into(), &key, CREATED);
        let read = strict::parse(&values::write_freely(&signed, &choices));
        prop_assert_eq!(read.as_ref(), Ok(&signed));
        let expected = Signed { signer: key.did().clone(), created: CREATED.into() };
        prop_assert_eq!(proof::verify(&signed), Ok(expected));
    }

    #[test]
    fn another_record_under_the_same_proof_is_refused(
        one in values::any_members(), other in values::any_members(),
    ) {
        let signed = proof::sign(one.into(), &key_of(1), CREATED);
        let mut moved = proof::sign(other.into(), &key_of(1), CREATED);
        moved["proof"] = signed["proof"].clone();
        prop_assert_eq!(proof::verify(&moved).is_ok(), moved == signed);
    }
}

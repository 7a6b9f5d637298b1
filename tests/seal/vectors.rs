//! Published test vectors, read from the folder beside the repository when it is there.
//!
//! Where the profile of the parser is stricter than the standard, the document is read with
//! `serde_json` alone, because canonical bytes and hashes are what is tested.

#![expect(clippy::panic, reason = "a vector that cannot be read fails its test")]

use std::path::{Path, PathBuf};

use paraf::seal::canonical::{self, Hash};
use paraf::seal::key::{Did, Seed, SigningKey};
use paraf::seal::{proof, strict};
use serde_json::Value;

/// Reads hexadecimal digits, with any white space between them.
pub fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text
        .chars()
        .filter_map(|digit| digit.to_digit(16))
        .filter_map(|digit| digit.try_into().ok())
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

struct Folder(PathBuf);

impl Folder {
    /// Returns a folder of vectors, or says that the test is skipped.
    fn open(name: &str) -> Option<Folder> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors").join(name);
        if path.is_dir() {
            return Some(Folder(path));
        }
        eprintln!("skipped: the vectors of {name} are not beside the repository");
        None
    }

    fn text(&self, name: &str) -> String {
        let path = self.0.join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

/// Returns a string at a path of members and positions.
fn text_at<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no text at {pointer}"))
}

fn list_at<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value.pointer(pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("no list at {pointer}"))
}

fn without(value: &Value, name: &str) -> Value {
    let mut value = value.clone();
    value.as_object_mut().and_then(|members| members.remove(name));
    value
}

fn key_of_seed(seed: &[u8]) -> SigningKey {
    let seed = <[u8; 32]>::try_from(seed).unwrap_or_else(|_| panic!("a seed has 32 bytes"));
    SigningKey::from_seed(&Seed::from_bytes(seed))
}

fn canonical_text(value: &Value) -> String {
    String::from_utf8_lossy(&canonical::bytes(value)).into_owned()
}

#[test]
fn each_step_of_the_w3c_trace_is_met() {
    let Some(folder) = Folder::open("w3c-vc-di-eddsa") else { return };
    let step = |name: &str| folder.text(&format!("eddsa-jcs-2022/{name}"));
    let signed = folder.json("eddsa-jcs-2022/signedJCS.json");
    let config = folder.json("eddsa-jcs-2022/proofConfigJCS.json");
    let unsigned = without(&signed, "proof");

    assert_eq!(config, without(&signed["proof"], "proofValue"));
    assert_eq!(canonical_text(&unsigned), step("canonDocJCS.txt"));
    assert_eq!(Hash::of(&unsigned).to_string(), format!("sha256:{}", step("docHashJCS.txt")));
    assert_eq!(canonical_text(&config), step("proofCanonJCS.txt"));
    assert_eq!(Hash::of(&config).to_string(), format!("sha256:{}", step("proofHashJCS.txt")));
    let hash_data = proof::hash_data(&config, &unsigned);
    assert_eq!(hex(&hash_data), step("combinedHashJCS.txt"));

    let keys = folder.json("keyPair.json");
    let secret = bs58::decode(&text_at(&keys, "/privateKeyMultibase")[1..]).into_vec().unwrap();
    assert_eq!(secret[..2], [0x80, 0x26]);
    let key = key_of_seed(&secret[2..]);
    assert_eq!(key.did().as_str(), format!("did:key:{}", text_at(&keys, "/publicKeyMultibase")));
    let signature = key.sign(&hash_data);
    assert_eq!(hex(&signature), step("sigHexJCS.txt"));
    assert_eq!(format!("z{}", bs58::encode(signature).into_string()), step("sigBTC58JCS.txt"));
    assert!(key.did().verifies(&hash_data, &signature));

    // Only the context keeps this record from being one of ours.
    assert_eq!(proof::verify(&signed), Err(proof::ProofFault::Context));
}

#[test]
fn canonical_bytes_are_those_of_rfc_8785() {
    let Some(folder) = Folder::open("jcs") else { return };
    for name in ["arrays", "french", "structures", "unicode", "weird"] {
        let bytes = canonical::bytes(&with_plain_integers(folder.json(&format!("input/{name}.json"))));
        assert_eq!(String::from_utf8_lossy(&bytes), folder.text(&format!("output/{name}.json")), "{name}");
        assert_eq!(bytes, unhex(&folder.text(&format!("outhex/{name}.txt"))), "{name}");
    }
    // The sixth file tests how fractions are written. No record may hold one, so ours has no such
    // writer; instead the file has to be refused before it could be hashed.
    assert_eq!(strict::parse(&folder.text("input/values.json")), Err(strict::ParseFault::Number));
}

/// The published files write some integers as fractions (`56.0`), which is the same number.
fn with_plain_integers(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float.fract() == 0.0 => Value::from(float as i64),
            _ => Value::Number(number),
        },
        Value::Array(items) => items.into_iter().map(with_plain_integers).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (name, with_plain_integers(value))).collect()
        }
        other => other,
    }
}

#[test]
fn numbers_and_orders_that_others_miss_are_canonical() {
    let Some(folder) = Folder::open("ours") else { return };
    let cases = folder.json("jcs-extra.json");
    for case in list_at(&cases, "/numbers") {
        let bits = u64::from_str_radix(text_at(case, "/ieee754"), 16).unwrap();
        let (number, written) = (f64::from_bits(bits), text_at(case, "/jcs"));
        let is_ours = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
        match strict::parse(written) {
            Ok(value) => assert_eq!((canonical_text(&value).as_str(), is_ours), (written, true)),
            Err(fault) => assert_eq!((fault, is_ours), (strict::ParseFault::Number, false), "{written}"),
        }
    }
    for case in list_at(&cases, "/documents") {
        let input = with_plain_integers(serde_json::from_str(text_at(case, "/input")).unwrap());
        assert_eq!(canonical_text(&input), text_at(case, "/output"), "{}", case["why"]);
    }
    let refused = list_at(&cases, "/mustBeRefusedByOurProfile");
    assert!(!refused.is_empty());
    for text in refused.iter().filter_map(Value::as_str) {
        assert!(strict::text(text.as_bytes()).and_then(strict::parse).is_err(), "{text}");
    }
}

#[test]
fn a_proof_agreed_by_other_implementations_is_ours_too() {
    let Some(folder) = Folder::open("ours") else { return };
    let vectors = folder.json("eddsa-jcs-2022-one-set-chain.json");
    let case = list_at(&vectors, "/cases").iter().find(|case| case["name"] == "one-context").unwrap();
    let document = &case["document"];
    let (config, unsigned) = (without(&document["proof"], "proofValue"), without(document, "proof"));

    assert_eq!(canonical_text(&config), text_at(case, "/proofs/0/canonicalProofConfig"));
    assert_eq!(canonical_text(&unsigned), text_at(case, "/proofs/0/canonicalInputDocument"));
    assert_eq!(hex(&proof::hash_data(&config, &unsigned)), text_at(case, "/proofs/0/hashData"));
    assert_eq!(Hash::of(document).to_string(), text_at(case, "/recordHash"));

    let key = key_of_seed(&unhex(text_at(&vectors, "/keys/employee/seedHex")));
    assert_eq!(key.did().as_str(), text_at(&vectors, "/keys/employee/did"));
    let created = text_at(document, "/proof/created");
    assert_eq!(&proof::sign(unsigned.clone(), &key, created), document);
    assert_eq!(proof::verify(document).map(|signed| signed.signer).as_ref(), Ok(key.did()));
}

#[test]
fn proof_sets_chains_and_proofs_without_context_are_refused() {
    let Some(folder) = Folder::open("ours") else { return };
    let vectors = folder.json("eddsa-jcs-2022-one-set-chain.json");
    let cases = list_at(&vectors, "/cases");
    let others: Vec<_> = cases.iter().filter(|case| case["name"] != "one-context").collect();
    assert!(!others.is_empty());
    for case in others {
        let name = text_at(case, "/name");
        assert_eq!(proof::verify(&case["document"]), Err(proof::ProofFault::Shape), "{name}");
    }
}

#[test]
fn of_the_edge_cases_of_ed25519_only_the_third_is_taken() {
    let Some(folder) = Folder::open("ed25519-speccheck") else { return };
    let cases = folder.json("cases.json");
    let taken: Vec<usize> = list_at(&cases, "")
        .iter()
        .enumerate()
        .filter(|(_, case)| {
            let bytes = |name: &str| unhex(text_at(case, name));
            let did = bytes("/pub_key").try_into().ok().and_then(Did::from_public_key);
            let signature = <[u8; 64]>::try_from(bytes("/signature")).ok();
            did.zip(signature).is_some_and(|(did, signature)| did.verifies(&bytes("/message"), &signature))
        })
        .map(|(index, _)| index)
        .collect();
    assert_eq!(taken, [3]);
}

#[test]
fn seeds_give_the_names_of_the_did_key_method() {
    let Some(folder) = Folder::open("did-key") else { return };
    let vectors = folder.json("ed25519-x25519.json");
    let vectors = vectors.as_object().unwrap();
    assert!(!vectors.is_empty());
    for (did, case) in vectors {
        let key = key_of_seed(&unhex(text_at(case, "/seed")));
        assert_eq!(key.did().as_str(), did);
        let parsed = Did::parse(did).unwrap();
        assert_eq!(parsed.verification_method(), text_at(case, "/didDocument/assertionMethod/0"));
    }
    for did in folder.json("x25519.json").as_object().unwrap().keys() {
        assert_eq!(Did::parse(did), None, "{did} is for encryption");
    }
}

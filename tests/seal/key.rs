//! Keys: which names are taken, and the code that two people compare.

use paraf::seal::key::{Did, Seed, SigningKey, pairing_code};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

const EMPLOYEE: &str = "did:key:z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX";
const SUPERIOR: &str = "did:key:z6Mko9hTggMwjSTEaJaPUfE6tqcy2xvU6BnNq3e3o8qVBiyH";

fn key_of(byte: u8) -> SigningKey {
    SigningKey::from_seed(&Seed::from_bytes([byte; 32]))
}

fn did_text(multikey: &[u8]) -> String {
    format!("did:key:z{}", bs58::encode(multikey).into_string())
}

#[test]
fn a_seed_has_one_name() {
    assert_eq!(key_of(1).did().as_str(), EMPLOYEE);
    assert_eq!(key_of(2).did().as_str(), SUPERIOR);
    let did = Did::parse(EMPLOYEE).unwrap();
    assert_eq!(&did, key_of(1).did());
    assert_eq!(did.to_string(), EMPLOYEE);
    assert_eq!(format!("{did:?}"), EMPLOYEE);
    assert_eq!(did.verification_method(), format!("{EMPLOYEE}#{}", &EMPLOYEE[8..]));
    assert_eq!(Did::from_public_key(*did.public_key()), Some(did));
    assert_eq!(Seed::from_bytes([7; 32]).bytes(), &[7; 32]);
}

#[test]
fn other_names_are_refused() {
    let public_key = *key_of(1).did().public_key();
    let multikey = |codec: [u8; 2], key: &[u8]| did_text(&[&codec, key].concat());
    assert_eq!(multikey([0xed, 0x01], &public_key), EMPLOYEE);
    for text in [
        String::new(),
        "did:key:".into(),
        "did:key:z".into(),
        "did:web:example.org".into(),
        EMPLOYEE[8..].into(),
        EMPLOYEE.to_uppercase(),
        EMPLOYEE.replace("did", "DID"),
        EMPLOYEE.replace(":z", ":m"),
        EMPLOYEE.replace(":z", ":z1"),
        EMPLOYEE.replace("z6Mk", "z6M0"),
        EMPLOYEE.replace("z6Mk", "z6Mé"),
        EMPLOYEE[..EMPLOYEE.len() - 1].into(),
        format!("{EMPLOYEE}1"),
        format!("{EMPLOYEE} "),
        format!(" {EMPLOYEE}"),
        format!("{EMPLOYEE}#{}", &EMPLOYEE[8..]),
        // X25519, secp256k1, a secret key, the codec written as one byte.
        multikey([0xec, 0x01], &public_key),
        multikey([0xe7, 0x01], &public_key),
        multikey([0x80, 0x26], &public_key),
        did_text(&[&[0xed], &public_key[..]].concat()),
        multikey([0xed, 0x01], &public_key[..31]),
        multikey([0xed, 0x01], &[&public_key[..], &[0]].concat()),
    ] {
        assert_eq!(Did::parse(&text), None, "{text}");
    }
}

#[test]
fn keys_that_fit_any_message_are_refused() {
    // The points of order 1, 2, 4 and 8, and the other spellings of the first two.
    let small_order = [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    ];
    for digits in small_order {
        let key: [u8; 32] = super::vectors::unhex(digits).try_into().unwrap();
        assert_eq!(Did::from_public_key(key), None, "{digits}");
        assert_eq!(Did::parse(&did_text(&[&[0xed, 0x01], &key[..]].concat())), None, "{digits}");
    }
}

#[test]
fn second_spellings_of_a_key_are_refused() {
    // The numbers from p = 2^255 − 19 on stand for 0 to 18 a second time.
    for low in 0xed..=0xff {
        for high in [0x7f, 0xff] {
            let mut key = [0xff; 32];
            (key[0], key[31]) = (low, high);
            assert_eq!(Did::from_public_key(key), None, "{low:x} {high:x}");
        }
    }
}

#[test]
fn bytes_that_are_no_point_are_refused() {
    let refused = (0..=255_u8).filter(|&first| Did::from_public_key([first; 32]).is_none()).count();
    assert!((100..156).contains(&refused), "about half of all numbers are no point: {refused}");
}

#[test]
fn the_pairing_code_is_as_defined() {
    let (employee, superior) = (Did::parse(EMPLOYEE).unwrap(), Did::parse(SUPERIOR).unwrap());
    let mut multikeys = [&employee, &superior].map(|did| [&[0xed, 0x01], &did.public_key()[..]].concat());
    multikeys.sort();
    let hash = Sha256::digest(multikeys.concat());
    let expected = [0, 1, 2, 3, 4, 5].map(|group| {
        let mut number = [0; 8];
        number[3..].copy_from_slice(&hash[group * 5..][..5]);
        format!("{:05}", u64::from_be_bytes(number) % 100_000)
    });
    assert_eq!(pairing_code(&employee, &superior), expected);
    assert_eq!(expected.join(" "), "72572 22096 46426 22331 78456 28440");
}

proptest! {
    #[test]
    fn every_seed_gives_a_name_that_parses(seed: [u8; 32]) {
        let key = SigningKey::from_seed(&Seed::from_bytes(seed));
        prop_assert_eq!(Did::parse(key.did().as_str()), Some(key.did().clone()));
        prop_assert!(key.did().as_str().starts_with("did:key:z6Mk"));
    }

    #[test]
    fn both_sides_see_the_same_code(one: [u8; 32], other: [u8; 32]) {
        let keys = [one, other].map(|seed| SigningKey::from_seed(&Seed::from_bytes(seed)));
        let code = pairing_code(keys[0].did(), keys[1].did());
        prop_assert_eq!(&code, &pairing_code(keys[1].did(), keys[0].did()));
        prop_assert!(code.iter().all(|group| group.len() == 5 && group.bytes().all(|byte| byte.is_ascii_digit())));
    }

    #[test]
    fn a_signature_fits_its_message_and_key_only(message: Vec<u8>, other: Vec<u8>) {
        let signature = key_of(1).sign(&message);
        prop_assert!(key_of(1).did().verifies(&message, &signature));
        prop_assert!(!key_of(2).did().verifies(&message, &signature));
        prop_assert_eq!(key_of(1).did().verifies(&other, &signature), message == other);
    }
}

//! What another verifier is asked before it may say yes for us.

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT as BASE, EIGHT_TORSION};
use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::IsIdentity;
use paraf::json::{set, text};
use paraf::seal::key::{Did, Seed, SigningKey};
use paraf::seal::probe::probes;
use paraf::seal::proof::{self, Question};
use serde_json::json;
use sha2::{Digest, Sha512};

fn number(parts: &[&[u8]]) -> Scalar {
    Scalar::from_bytes_mod_order_wide(&Sha512::digest(parts.concat()).into())
}

fn secret(seed: [u8; 32]) -> Scalar {
    let (mut bytes, hash) = ([0; 32], Sha512::digest(seed));
    bytes.copy_from_slice(&hash[..32]);
    bytes[0] &= 0xf8;
    bytes[31] = bytes[31] & 0x7f | 0x40;
    Scalar::from_bytes_mod_order(bytes)
}

/// Signs with points that are moved by others of small order.
fn sign_moved(data: [u8; 64], by_key: EdwardsPoint, by_point: EdwardsPoint) -> Question {
    let (secret, nonce) = (secret([7; 32]), Scalar::from(12_345_u64));
    let key = (secret * BASE + by_key).compress().to_bytes();
    let point = (nonce * BASE + by_point).compress().to_bytes();
    let number = nonce + number(&[&point, &key, &data]) * secret;
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&point);
    signature[32..].copy_from_slice(&number.to_bytes());
    Question { key, data, signature }
}

/// Compares with the cofactor, as RFC 8032 lets a verifier.
fn holds_with_cofactor(question: &Question) -> Option<bool> {
    let point = |bytes: &[u8]| CompressedEdwardsY::from_slice(bytes).ok()?.decompress();
    let (key, moved) = (point(&question.key)?, point(&question.signature[..32])?);
    let k = number(&[&question.signature[..32], &question.key, &question.data]);
    let s = Scalar::from_bytes_mod_order(question.signature[32..].try_into().ok()?);
    Some((s * BASE - k * key - moved).mul_by_cofactor().is_identity())
}

#[test]
fn the_probes_are_answered_by_us_as_they_say_and_otherwise_by_those_who_compare_with_the_cofactor() {
    let probes = probes();
    for (index, (question, holds)) in probes.iter().enumerate() {
        let did = Did::from_public_key(question.key).unwrap();
        assert_eq!(did.verifies(&question.data, &question.signature), *holds, "{index}");
    }
    let [right, other_text, not_reduced, point_moved, key_moved] = &probes[..] else { panic!() };
    let careless =
        [right, other_text, not_reduced, point_moved, key_moved].map(|probe| holds_with_cofactor(&probe.0));
    assert_eq!(careless, [Some(true), Some(false), Some(true), Some(true), Some(true)]);
    assert!(not_reduced.0.signature[63] >= 0x10);
    assert_eq!(point_moved.0, sign_moved([1; 64], EdwardsPoint::default(), EIGHT_TORSION[1]));
    assert_eq!(key_moved.0, sign_moved([1; 64], EIGHT_TORSION[1], EdwardsPoint::default()));
}

#[test]
fn nobody_else_is_asked_about_a_signature_whose_point_is_of_small_order_or_that_has_a_second_spelling() {
    let key = SigningKey::from_seed(&Seed::from_bytes([1; 32]));
    let signed = proof::sign(json!({ "text": "x" }), &key, "2026-11-02T03:04:05Z");
    let value = signed["proof"]["proofValue"].as_str().unwrap();
    let right: [u8; 64] = bs58::decode(&value[1..]).into_vec().unwrap().try_into().unwrap();
    let is_asked = |point: &[u8], number: &[u8]| {
        let mut changed = signed.clone();
        let value = format!("z{}", bs58::encode([point, number].concat()).into_string());
        set(&mut changed["proof"], "proofValue", text(&value));
        let claim = proof::open(&changed).unwrap();
        let is_same = [point, number].concat() == right;
        assert_eq!(claim.verify().is_ok(), is_same);
        claim.question().is_some()
    };
    let (point, number) = right.split_at(32);
    assert!(is_asked(point, number) && is_asked(&[9; 32], number));
    let mut smalls: Vec<[u8; 32]> = EIGHT_TORSION.iter().map(|point| point.compress().to_bytes()).collect();
    // The second spellings of 0 and 1: the prime of the field and one more, with and without a sign.
    for low in [0xed, 0xee] {
        for high in [0x7f, 0xff] {
            let mut bytes = [0xff; 32];
            (bytes[0], bytes[31]) = (low, high);
            smalls.push(bytes);
        }
    }
    for small in smalls {
        assert!(CompressedEdwardsY(small).decompress().is_none_or(|point| point.is_small_order()));
        for sign in [0, 0x80] {
            let mut small = small;
            small[31] = small[31] & 0x7f | sign;
            assert!(!is_asked(&small, number), "{small:?}");
        }
    }
    let order = (-Scalar::ONE).to_bytes();
    assert!(is_asked(point, &order));
    let mut above = order;
    above[0] += 1;
    assert!(!is_asked(point, &above));
    assert!(!is_asked(point, &[0xff; 32]));
    // A point that is not reduced, whatever its order is.
    let mut second = [0xff; 32];
    (second[0], second[31]) = (0xf0, 0x7f);
    assert!(!is_asked(&second, number));
}

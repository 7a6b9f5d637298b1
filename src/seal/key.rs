//! Keys of the two sides: the secret seed, the signing key, and the public name `did:key`.
//!
//! Seeds come from outside; nothing here is random. How a seed is kept is not decided here.

use std::borrow::Borrow;
use std::fmt;

use super::canonical::Hash;
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use sha2::{Digest, Sha256};
use zeroize::ZeroizeOnDrop;

const DID_PREFIX: &str = "did:key:";
/// The multicodec of an Ed25519 public key, as the two bytes before it.
const CODEC: [u8; 2] = [0xed, 0x01];
/// The length of a multikey: the codec and the public key.
const MULTIKEY_BYTES: usize = 34;
/// The length of a `did:key` of an Ed25519 key, which is the same for all.
const DID_CHARS: usize = 56;

/// The secret from which a key is derived. It is wiped from memory when dropped.
#[derive(ZeroizeOnDrop)]
pub struct Seed([u8; 32]);

impl std::fmt::Debug for Seed {
    /// Says only that it is a seed, so that no log can hold one.
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("Seed")
    }
}

impl Seed {
    /// Takes 32 random bytes. Wiping the caller's copy is left to the caller.
    pub fn from_bytes(bytes: [u8; 32]) -> Seed {
        Seed(bytes)
    }

    /// Returns the secret bytes, to be encrypted or printed as a backup.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A key that signs in one person's name. Its secret part is wiped from memory when dropped.
pub struct SigningKey {
    key: ed25519_dalek::SigningKey,
    did: Did,
}

impl SigningKey {
    /// Derives the key of a seed (RFC 8032, section 5.1.5).
    pub fn from_seed(seed: &Seed) -> SigningKey {
        let key = ed25519_dalek::SigningKey::from_bytes(&seed.0);
        let did = Did::of_key(key.verifying_key().to_bytes());
        SigningKey { key, did }
    }

    /// Returns the public name of the signer.
    pub fn did(&self) -> &Did {
        &self.did
    }

    /// Signs bytes with plain Ed25519 (RFC 8032). Records are signed by [`proof`](super::proof).
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }
}

/// The public name of a signer, `did:key:z6Mk…` (W3C CCG, did:key method). Its key is a usable one: a
/// point in its one encoding, and not one of small order, with which one signature would fit every
/// message.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Did {
    text: String,
    public_key: [u8; 32],
}

impl Did {
    /// Reads the text form, which each key has only one of.
    pub fn parse(text: &str) -> Option<Did> {
        let encoded = text.strip_prefix(DID_PREFIX)?.strip_prefix('z')?;
        if text.len() != DID_CHARS {
            return None;
        }
        let mut multikey = [0; MULTIKEY_BYTES];
        let length = bs58::decode(encoded).onto(&mut multikey).ok()?;
        let public_key = multikey.strip_prefix(&CODEC)?.try_into().ok()?;
        if length != MULTIKEY_BYTES {
            return None;
        }
        Did::from_public_key(public_key).filter(|did| did.text == text)
    }

    /// Names a public key, if it is usable.
    pub fn from_public_key(public_key: [u8; 32]) -> Option<Did> {
        let key = VerifyingKey::from_bytes(&public_key).ok()?;
        let has_one_encoding = key.to_edwards().compress().to_bytes() == public_key;
        if key.is_weak() || !has_one_encoding { None } else { Some(Did::of_key(public_key)) }
    }

    /// Returns the text form.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the 32 bytes of the public key.
    pub fn public_key(&self) -> &[u8; 32] {
        &self.public_key
    }

    /// Returns the hash of the multikey, by which a card promises a key without showing it.
    pub fn hash(&self) -> Hash {
        Hash::of_bytes(&multikey(&self.public_key))
    }

    /// Returns the name of the key inside the document that the name stands for, `did:key:M#M`.
    pub fn verification_method(&self) -> String {
        let mut method = self.text.clone();
        method.push('#');
        method.push_str(&self.text[DID_PREFIX.len()..]);
        method
    }

    /// Returns whether the signature of the bytes is by this key, and is the only one of its kind:
    /// neither the key nor the signature may have a second spelling.
    pub fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        VerifyingKey::from_bytes(&self.public_key)
            .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
    }

    fn of_key(public_key: [u8; 32]) -> Did {
        let mut text = String::from(DID_PREFIX);
        text.push('z');
        text.push_str(&bs58::encode(multikey(&public_key)).into_string());
        Did { text, public_key }
    }
}

/// The points of small order as they are written, without the sign: 0, 1 and -1, and the two of order 8. A test holds
/// them against the curve.
const SMALL_ORDER: [[u8; 32]; 5] = [
    [0; 32],
    ends(0x01, 0, 0),
    ends(0xec, 0xff, 0x7f),
    [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5,
        0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
    ],
    [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a,
        0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
    ],
];

/// The order of the group of the base point, the lowest byte first (RFC 8032, section 5.1).
pub(super) const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// The prime of the field, in the same order (RFC 8032, section 5.1).
const PRIME: [u8; 32] = ends(0xed, 0xff, 0x7f);

const fn ends(first: u8, middle: u8, last: u8) -> [u8; 32] {
    let mut bytes = [middle; 32];
    (bytes[0], bytes[31]) = (first, last);
    bytes
}

/// Says whether verifiers agree on what a signature says: its number is below the order of the group, and its point is
/// written in its one spelling and not of small order.
pub(super) fn is_plain(signature: &[u8; 64]) -> bool {
    let (point, number) = signature.split_at(32);
    let mut unsigned = [0; 32];
    unsigned.copy_from_slice(point);
    unsigned[31] &= 0x7f;
    let is_below = |bytes: &[u8], limit: &[u8; 32]| bytes.iter().rev().lt(limit.iter().rev());
    is_below(number, &ORDER) && is_below(&unsigned, &PRIME) && !SMALL_ORDER.contains(&unsigned)
}

/// A key is found by its text, which decides the order.
impl Borrow<str> for Did {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Did {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl fmt::Debug for Did {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// Returns the code that two people compare when they pair their keys: six groups of five digits, the
/// same on both screens.
///
/// It is the SHA-256 hash of the two multikeys (0xed 0x01 and the public key, 34 bytes each), the
/// smaller one first. Group `i` is the number of the bytes `5i` to `5i + 4` of the hash, the most
/// significant first, modulo 100000, with leading zeros. The last two bytes are not used.
pub fn pairing_code(one: &Did, other: &Did) -> [String; 6] {
    let (first, second) = if one.public_key <= other.public_key { (one, other) } else { (other, one) };
    let hash = Sha256::new()
        .chain_update(multikey(&first.public_key))
        .chain_update(multikey(&second.public_key))
        .finalize();
    std::array::from_fn(|group| {
        let number =
            hash[group * 5..group * 5 + 5].iter().fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
        format!("{:05}", number % 100_000)
    })
}

fn multikey(public_key: &[u8; 32]) -> [u8; MULTIKEY_BYTES] {
    let mut multikey = [0; MULTIKEY_BYTES];
    multikey[..2].copy_from_slice(&CODEC);
    multikey[2..].copy_from_slice(public_key);
    multikey
}

//! Keys and signatures for recipes: a key for each number, and one signature that only some verifiers take.

use curve25519_dalek::EdwardsPoint;
use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::scalar::{Scalar, clamp_integer};
use paraf::seal::key::{Seed, SigningKey};
use paraf::seal::proof::hash_data;
use serde_json::{Value, json};
use sha2::{Digest, Sha512};

/// Gives the key of a number: its seed is 32 bytes of that value.
///
/// # Errors
/// A number that is no byte.
pub fn key(number: u64) -> Result<SigningKey, String> {
    Ok(SigningKey::from_seed(&Seed::from_bytes(seed(number)?)))
}

fn seed(number: u64) -> Result<[u8; 32], String> {
    u8::try_from(number).map(|byte| [byte; 32]).map_err(|_| format!("{number} is no key"))
}

/// Puts the signature of a key on a document, with this proof but for its value. `kind` may ask for a signature that
/// holds only with the cofactor.
///
/// # Errors
/// An unknown kind.
pub fn sign(document: &Value, config: &Value, number: u64, kind: Option<&str>) -> Result<Value, String> {
    let message = hash_data(config, document);
    let signature = match kind {
        None => key(number)?.sign(&message),
        Some("cofactored") => cofactored(&seed(number)?, &message),
        Some(other) => return Err(format!("no signature is {other}")),
    };
    let mut proof = config.clone();
    proof["proofValue"] = json!(format!("z{}", bs58::encode(signature).into_string()));
    let mut signed = document.clone();
    signed["proof"] = proof;
    Ok(signed)
}

/// Signs with a commitment that has a part of small order, so that the equation holds after it is multiplied by the
/// cofactor and not before (RFC 8032, section 5.1.7, allows both).
fn cofactored(seed: &[u8; 32], message: &[u8]) -> [u8; 64] {
    let wide = |parts: &[&[u8]]| -> [u8; 64] {
        let mut hash = Sha512::new();
        parts.iter().for_each(|part| hash.update(part));
        hash.finalize().into()
    };
    let expanded = wide(&[seed]);
    let (low, high) = expanded.split_at(32);
    let mut secret = [0; 32];
    secret.copy_from_slice(low);
    let secret = Scalar::from_bytes_mod_order(clamp_integer(secret));
    let public = EdwardsPoint::mul_base(&secret).compress();
    let nonce = Scalar::from_bytes_mod_order_wide(&wide(&[high, message]));
    let commitment = (EdwardsPoint::mul_base(&nonce) + EIGHT_TORSION[1]).compress();
    let challenge =
        Scalar::from_bytes_mod_order_wide(&wide(&[commitment.as_bytes(), public.as_bytes(), message]));
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(commitment.as_bytes());
    signature[32..].copy_from_slice((nonce + challenge * secret).as_bytes());
    signature
}

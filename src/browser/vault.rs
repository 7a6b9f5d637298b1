//! The seed at rest: encrypted with a passphrase by the browser's own cryptography.
//!
//! PBKDF2 with SHA-256 and 600,000 rounds gives a key for AES-256-GCM; salt and nonce are fresh each
//! time, and all parameters stand beside the sealed bytes.

use crate::app::effect::VaultFault;
use crate::domain::passphrase::{attempts, normalised};
use crate::json::{object as json, text};
use crate::seal::canonical::written;
use crate::seal::key::Seed;
use crate::seal::strict;
use js_sys::{Object, Reflect, Uint8Array};
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};
use zeroize::Zeroizing;

const ROUNDS: u32 = 600_000;
/// More rounds than this would be an attempt to make the app hang.
const ROUNDS_MAX: u64 = 10_000_000;

/// Encrypts a seed; gives a JSON object.
///
/// # Errors
/// `NotSecure` where the page is not in a secure context.
pub async fn seal(passphrase: &str, seed: &Seed) -> Result<String, VaultFault> {
    let passphrase = &normalised(passphrase, compose);
    let random = super::random::bytes::<32>().ok_or(VaultFault::NotSecure)?;
    let (salt, iv) = (&random[..16], &random[16..28]);
    let subtle = subtle()?;
    let key = derive(&subtle, passphrase, salt, ROUNDS).await?;
    let secret = Uint8Array::from(seed.bytes().as_slice());
    let promise = subtle
        .encrypt_with_object_and_js_u8_array(&gcm(iv)?, &key, &secret)
        .map_err(|_| VaultFault::Wrong)?;
    let data = JsFuture::from(promise).await.map_err(|_| VaultFault::Wrong)?;
    secret.fill(0, 0, 32);
    let bytes = |bytes: &[u8]| Value::String(bs58::encode(bytes).into_string());
    Ok(written(&json([
        ("kdf", text("PBKDF2-SHA-256")),
        ("iterations", ROUNDS.into()),
        ("salt", bytes(salt)),
        ("cipher", text("AES-256-GCM")),
        ("iv", bytes(iv)),
        ("data", bytes(&Uint8Array::new(&data).to_vec())),
    ])))
}

/// Decrypts what [`seal`] gave.
///
/// # Errors
/// `Wrong` when the passphrase does not fit or the text was changed.
pub async fn open(passphrase: &str, sealed: &str) -> Result<Seed, VaultFault> {
    let sealed = strict::parse(sealed).map_err(|_| VaultFault::Wrong)?;
    let bytes = |name: &str| {
        let text = sealed.get(name)?.as_str()?;
        bs58::decode(text).into_vec().ok()
    };
    let rounds = sealed.get("iterations").and_then(Value::as_u64).filter(|rounds| *rounds <= ROUNDS_MAX);
    let (Some(salt), Some(iv), Some(data), Some(rounds)) =
        (bytes("salt"), bytes("iv"), bytes("data"), rounds)
    else {
        return Err(VaultFault::Wrong);
    };
    let subtle = subtle()?;
    let data = Uint8Array::from(data.as_slice());
    let mut opened = None;
    for passphrase in attempts(passphrase, compose) {
        if opened.is_some() {
            break;
        }
        let key = derive(&subtle, &passphrase, &salt, rounds as u32).await?;
        let promise = subtle
            .decrypt_with_object_and_js_u8_array(&gcm(&iv)?, &key, &data)
            .map_err(|_| VaultFault::Wrong)?;
        opened = JsFuture::from(promise).await.ok();
    }
    let opened = Uint8Array::new(&opened.ok_or(VaultFault::Wrong)?);
    let bytes = Zeroizing::new(opened.to_vec());
    opened.fill(0, 0, opened.length());
    let seed: [u8; 32] = bytes.as_slice().try_into().map_err(|_| VaultFault::Wrong)?;
    Ok(Seed::from_bytes(seed))
}

/// Puts a text into Unicode's form NFC.
fn compose(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

fn subtle() -> Result<SubtleCrypto, VaultFault> {
    let window =
        web_sys::window().filter(|window| window.is_secure_context()).ok_or(VaultFault::NotSecure)?;
    Ok(window.crypto().map_err(|_| VaultFault::NotSecure)?.subtle())
}

async fn derive(
    subtle: &SubtleCrypto,
    passphrase: &str,
    salt: &[u8],
    rounds: u32,
) -> Result<CryptoKey, VaultFault> {
    let fault = |_: JsValue| VaultFault::NotSecure;
    let usages = |names: &[&str]| names.iter().map(|name| JsValue::from_str(name)).collect::<js_sys::Array>();
    let secret = Uint8Array::from(passphrase.as_bytes());
    let raw = subtle
        .import_key_with_str("raw", &secret, "PBKDF2", false, &usages(&["deriveKey"]))
        .map_err(fault)?;
    let raw: CryptoKey = JsFuture::from(raw).await.map_err(fault)?.unchecked_into();
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", rounds.into()),
    ])?;
    let what = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let key = subtle
        .derive_key_with_object_and_object(&how, &raw, &what, false, &usages(&["encrypt", "decrypt"]))
        .map_err(fault)?;
    Ok(JsFuture::from(key).await.map_err(fault)?.unchecked_into())
}

fn gcm(iv: &[u8]) -> Result<Object, VaultFault> {
    object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(iv).into())])
}

fn object(members: &[(&str, JsValue)]) -> Result<Object, VaultFault> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &JsValue::from_str(name), value).map_err(|_| VaultFault::NotSecure)?;
    }
    Ok(object)
}

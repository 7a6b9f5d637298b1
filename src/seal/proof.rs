//! The signature of a record: one W3C Data Integrity proof with the suite `eddsa-jcs-2022`.
//!
//! Of all that the standard allows, one profile is written and accepted: exactly one proof, with
//! exactly seven members. So every verifier of the suite reads a record as we do. Who may sign what is
//! not decided here.

use serde_json::{Map, Value};

use super::canonical::Hash;
use super::key::{Did, SigningKey, is_plain};
use crate::domain::date::date;

/// The one entry of `@context`, in the record and in the proof (Data Integrity vocabulary, version 2).
pub const CONTEXT: &str = "https://w3id.org/security/data-integrity/v2";

const TYPE: &str = "DataIntegrityProof";
const SUITE: &str = "eddsa-jcs-2022";
const PURPOSE: &str = "assertionMethod";
/// How many members a proof has.
const MEMBERS: usize = 7;
/// The longest base58btc text of 64 bytes, with its prefix.
const MAX_VALUE_CHARS: usize = 89;

/// What a valid proof says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The key that signed. Whose key it is, the proof does not say.
    pub signer: Did,
    /// When the signer claims to have signed, `YYYY-MM-DDTHH:MM:SSZ`. Nothing may depend on it.
    pub created: String,
}

/// Why a proof is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofFault {
    /// The record has no proof.
    Missing,
    /// The record or its proof is not an object, or the proof lacks a member or has one too many.
    Shape,
    /// `@context` of the record or of the proof is not the array of [`CONTEXT`] alone.
    Context,
    /// The proof is of another type or cryptosuite.
    Suite,
    /// The proof has another purpose.
    Purpose,
    /// The verification method is not a usable Ed25519 key in its one spelling.
    Method,
    /// The time is not a real one, or is written another way.
    Created,
    /// The proof value is not 64 bytes in base58btc, in their one spelling.
    Value,
    /// The signature does not fit the record and the key.
    Signature,
}

/// Signs a record: sets its `@context`, and its proof in place of any other.
///
/// `created` is the time now, `YYYY-MM-DDTHH:MM:SSZ`; with another form the record does not verify. A
/// value that is no object is no record, and comes back as it was.
pub fn sign(record: Value, key: &SigningKey, created: &str) -> Value {
    let Value::Object(mut members) = record else { return record };
    members.remove("proof");
    members.insert("@context".into(), context());
    let mut proof = Map::new();
    proof.insert("@context".into(), context());
    for (name, value) in [
        ("type", TYPE),
        ("cryptosuite", SUITE),
        ("created", created),
        ("verificationMethod", &key.did().verification_method()),
        ("proofPurpose", PURPOSE),
    ] {
        proof.insert(name.into(), value.into());
    }
    let config = Value::Object(proof.clone());
    let signature = key.sign(&hash_data(&config, &Value::Object(members.clone())));
    proof.insert("proofValue".into(), encode(&signature).into());
    members.insert("proof".into(), Value::Object(proof));
    Value::Object(members)
}

/// A proof whose form is right. Whether the signature fits is still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    signed: Signed,
    data: [u8; 64],
    signature: [u8; 64],
}

/// What another verifier of Ed25519 is asked about a claim. The key is a usable one, and no number or point in the
/// signature has a second spelling or is of small order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The public key.
    pub key: [u8; 32],
    /// What was signed.
    pub data: [u8; 64],
    /// The signature.
    pub signature: [u8; 64],
}

impl Claim {
    /// Checks the signature.
    ///
    /// # Errors
    /// `Signature`, when it does not fit.
    pub fn verify(&self) -> Result<&Signed, ProofFault> {
        let holds = self.signed.signer.verifies(&self.data, &self.signature);
        if holds { Ok(&self.signed) } else { Err(ProofFault::Signature) }
    }

    /// Gives what is claimed.
    pub fn signed(&self) -> &Signed {
        &self.signed
    }

    /// Gives the question to another verifier whose yes is as good as that of [`Claim::verify`], if it compares the
    /// point of the signature without a cofactor, as RFC 8032 lets it. `None` for what verifiers judge differently.
    pub fn question(&self) -> Option<Question> {
        let Claim { signed, data, signature } = self;
        let question = Question { key: *signed.signer.public_key(), data: *data, signature: *signature };
        is_plain(signature).then_some(question)
    }
}

/// Checks the proof of a record and returns who signed it.
///
/// # Errors
///
/// The first fault in the order of [`ProofFault`].
pub fn verify(record: &Value) -> Result<Signed, ProofFault> {
    let claim = open(record)?;
    claim.verify()?;
    Ok(claim.signed)
}

/// Checks all of the proof of a record but whether the signature fits.
///
/// # Errors
///
/// The first fault in the order of [`ProofFault`].
pub fn open(record: &Value) -> Result<Claim, ProofFault> {
    let record = record.as_object().ok_or(ProofFault::Shape)?;
    let proof = record.get("proof").ok_or(ProofFault::Missing)?.as_object().ok_or(ProofFault::Shape)?;
    if proof.len() != MEMBERS {
        return Err(ProofFault::Shape);
    }
    let member = |name| proof.get(name).ok_or(ProofFault::Shape);
    let proof_context = member("@context")?;
    let proof_type = member("type")?;
    let suite = member("cryptosuite")?;
    let purpose = member("proofPurpose")?;
    let method = member("verificationMethod")?;
    let created = member("created")?;
    let value = member("proofValue")?;

    if !is_context(proof_context) || !record.get("@context").is_some_and(is_context) {
        return Err(ProofFault::Context);
    }
    if proof_type.as_str() != Some(TYPE) || suite.as_str() != Some(SUITE) {
        return Err(ProofFault::Suite);
    }
    if purpose.as_str() != Some(PURPOSE) {
        return Err(ProofFault::Purpose);
    }
    let signer = method.as_str().and_then(signer_of).ok_or(ProofFault::Method)?;
    let created = created.as_str().filter(|text| is_time(text)).ok_or(ProofFault::Created)?;
    let signature = value.as_str().and_then(decode).ok_or(ProofFault::Value)?;

    let data = hash_data(&without(proof, "proofValue"), &without(record, "proof"));
    Ok(Claim { signed: Signed { signer, created: created.to_owned() }, data, signature })
}

/// Returns the 64 bytes that are signed: the hash of the proof without its value, then the hash of the
/// record without its proof (VC-DI-EDDSA 1.0, section 3.3.4).
pub fn hash_data(config: &Value, record: &Value) -> [u8; 64] {
    let mut bytes = [0; 64];
    bytes[..32].copy_from_slice(Hash::of(config).as_bytes());
    bytes[32..].copy_from_slice(Hash::of(record).as_bytes());
    bytes
}

fn context() -> Value {
    Value::Array(vec![CONTEXT.into()])
}

fn is_context(value: &Value) -> bool {
    value.as_array().is_some_and(|entries| entries.len() == 1 && entries[0].as_str() == Some(CONTEXT))
}

fn without(object: &Map<String, Value>, name: &str) -> Value {
    let mut object = object.clone();
    object.remove(name);
    Value::Object(object)
}

fn signer_of(method: &str) -> Option<Did> {
    let (did, _) = method.split_once('#')?;
    Did::parse(did).filter(|did| did.verification_method() == method)
}

fn encode(signature: &[u8; 64]) -> String {
    let mut text = String::from("z");
    text.push_str(&bs58::encode(signature).into_string());
    text
}

fn decode(text: &str) -> Option<[u8; 64]> {
    // The length comes first, because the cost of decoding grows with it.
    if text.len() > MAX_VALUE_CHARS {
        return None;
    }
    let mut signature = [0; 64];
    let length = bs58::decode(text.strip_prefix('z')?).onto(&mut signature).ok()?;
    (length == signature.len() && encode(&signature) == text).then_some(signature)
}

/// Returns whether the text is a real date and time in the one form `YYYY-MM-DDTHH:MM:SSZ`.
fn is_time(text: &str) -> bool {
    let fits = text.len() == 20
        && text.bytes().zip(*b"dddd-dd-ddTdd:dd:ddZ").all(|(byte, form)| match form {
            b'd' => byte.is_ascii_digit(),
            _ => byte == form,
        });
    let number = |start: usize, end: usize| {
        text.as_bytes()[start..end].iter().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'))
    };
    fits && date(&text[..10])
        .is_some_and(|date| date.and_hms_opt(number(11, 13), number(14, 16), number(17, 19)).is_some())
}

//! A record: one immutable signed entry of a dossier. See `FORMAT.md` for its members.
//!
//! A value of type [`Record`] was verified, by us or by another verifier that was asked: there is no other way to make
//! one.

mod body;
mod content;
mod time;

use self::body::Body;
use super::canonical::{Hash, written};
use super::key::{Did, SigningKey};
use super::proof::{self, Claim, ProofFault, Question, Signed};
use super::strict::{self, ParseFault};
use crate::domain::stage::Stage;
use crate::json::{object, set, text, texts};
use serde_json::{Map, Value};

pub use body::{LINE_MAX, LIST_MAX, NOTE_MAX, PACK_MAX, PERIOD_MAX};
pub(crate) use body::{hash, hashes, is_acting, position, rules_to_json, set_kind, terms};
pub use content::{Advice, Close, CoSign, Content, Decision, DetailsChange, Genesis, Handover, Remark};
pub use time::SignedAt;

/// The version of records that this program writes and fully understands.
pub const FORMAT: u64 = 1;
/// The most arrays and objects of a record inside each other, so that a bundle can hold whatever is one.
pub const DEPTH_MAX: usize = strict::MAX_DEPTH - 2;
/// The most parents of a record.
const PARENTS_MAX: usize = 64;

/// A verified record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    id: Hash,
    text: String,
    dossier: Option<Hash>,
    parents: Vec<Hash>,
    signer: Did,
    at: SignedAt,
    content: Content,
}

/// What would be a record if its signature fits. Nothing else can be had of it before that is known.
#[derive(Debug)]
pub struct Unproven {
    record: Record,
    claim: Claim,
}

impl Unproven {
    /// Reads the text of one record, all but whether its signature fits.
    ///
    /// # Errors
    /// Everything else that keeps the record from being trusted; whether the signature fits comes before what is
    /// wrong in what it signs.
    pub fn read(text: &str) -> Result<Unproven, RecordFault> {
        let parsed = strict::parse_within(text, DEPTH_MAX, strict::MAX_VALUES);
        let value = parsed.map_err(RecordFault::Parse)?;
        let claim = proof::open(&value).map_err(RecordFault::Proof)?;
        match Record::of(text, &value, claim.signed()) {
            Ok(record) => Ok(Unproven { record, claim }),
            Err(fault) => claim.verify().map_err(RecordFault::Proof).and(Err(fault)),
        }
    }

    /// Gives the question to another verifier; see [`Claim::question`].
    pub fn question(&self) -> Option<Question> {
        self.claim.question()
    }

    /// Verifies the signature.
    ///
    /// # Errors
    /// A signature that does not fit.
    pub fn prove(self) -> Result<Record, RecordFault> {
        self.claim.verify().map_err(RecordFault::Proof)?;
        Ok(self.record)
    }

    /// Gives the record after another verifier said yes to its [`Unproven::question`].
    pub fn proven(self) -> Record {
        self.record
    }
}

/// Why a text is not a record that may be trusted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecordFault {
    /// The text itself is refused.
    Parse(ParseFault),
    /// The proof is missing, of another form, or wrong.
    Proof(ProofFault),
    /// A member is missing or does not have the shape that its type asks for.
    Shape,
    /// Its proof holds, but it is the first record of a dossier, or a letter, in a newer version of
    /// the format. What it fixes is not understood, so nothing that rests on it could be judged.
    Newer,
}

impl Record {
    /// Reads and verifies the text of one record.
    ///
    /// # Errors
    /// Everything that keeps the record from being trusted; a record of a newer format is no error
    /// as long as its proof holds.
    pub fn read(text: &str) -> Result<Record, RecordFault> {
        Unproven::read(text)?.prove()
    }

    /// Reads what was verified up to its signature, which is claimed.
    fn of(text: &str, value: &Value, signed: &Signed) -> Result<Record, RecordFault> {
        let id = Hash::of(value);
        let members = value.as_object().ok_or(RecordFault::Shape)?;
        let by = members.get("by").and_then(Value::as_str);
        if by != Some(signed.signer.as_str()) {
            return Err(RecordFault::Shape);
        }
        let dossier = match members.get("dossier") {
            None => None,
            Some(value) => Some(hash(value).ok_or(RecordFault::Shape)?),
        };
        let parents = hashes(members.get("parents")).ok_or(RecordFault::Shape)?;
        let seq_is_there = members.get("seq").is_some_and(Value::is_u64);
        let content = content(members).ok_or(RecordFault::Shape)?;
        let starts_a_dossier = matches!(content, Content::Dossier(_));
        if matches!(content, Content::Newer { .. }) && dossier.is_none() && parents.is_empty() {
            return Err(RecordFault::Newer);
        }
        if !seq_is_there
            || parents.len() > PARENTS_MAX
            || starts_a_dossier != dossier.is_none()
            || starts_a_dossier != parents.is_empty()
        {
            return Err(RecordFault::Shape);
        }
        if let Content::Dossier(genesis) = &content
            && genesis.party(&signed.signer).is_none()
        {
            return Err(RecordFault::Shape);
        }
        Ok(Record {
            id,
            text: text.to_string(),
            dossier,
            parents,
            signer: signed.signer.clone(),
            at: SignedAt { created: signed.created.clone(), zone: members.get("body").and_then(time::zone) },
            content,
        })
    }

    /// Signs a new record. `parents` are the records it builds on, each with its number in the order.
    ///
    /// # Errors
    /// A content that [`Record::read`] would not take.
    pub fn sign(
        content: &Content,
        dossier: Option<Hash>,
        parents: &[(Hash, u64)],
        key: &SigningKey,
        at: impl Into<SignedAt>,
    ) -> Result<Record, RecordFault> {
        let at = at.into();
        let seq = parents.iter().map(|(_, seq)| seq + 1).max().unwrap_or(0);
        let parents: Vec<String> = parents.iter().map(|(id, _)| id.to_string()).collect();
        let (kind, stage, mut body) = body::write(content).ok_or(RecordFault::Shape)?;
        if let Some(zone) = at.zone {
            time::put_zone(&mut body, zone);
        }
        let mut record = object([
            ("format", FORMAT.into()),
            ("type", text(kind)),
            ("seq", seq.into()),
            ("parents", texts(&parents)),
            ("by", text(key.did().as_str())),
            ("body", body),
        ]);
        if let Some(stage) = stage {
            set(&mut record, "stage", text(stage.code()));
        }
        if let Some(dossier) = dossier {
            set(&mut record, "dossier", text(&dossier.to_string()));
        }
        Record::read(&written(&proof::sign(record, key, &at.created)))
    }

    /// Gives the hash of the whole record with its proof, by which others name it.
    pub fn id(&self) -> Hash {
        self.id
    }

    /// Gives the text exactly as it was received or written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the dossier it belongs to; a record that starts one names itself.
    pub fn dossier(&self) -> Hash {
        self.dossier.unwrap_or(self.id)
    }

    /// Gives the records it builds on.
    pub fn parents(&self) -> &[Hash] {
        &self.parents
    }

    /// Gives the key that signed it.
    pub fn signer(&self) -> &Did {
        &self.signer
    }

    /// Gives the time that the signer claims, `YYYY-MM-DDTHH:MM:SSZ`. It decides nothing.
    pub fn created(&self) -> &str {
        &self.at.created
    }

    /// Gives the minutes that the signer's clock was ahead of UTC, as the signer says it; `None` when nothing
    /// is said. It is for showing only.
    pub fn zone(&self) -> Option<i32> {
        self.at.zone
    }

    /// Gives what it says.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Gives the stage it belongs to.
    pub fn stage(&self) -> Option<Stage> {
        self.content.stage()
    }

    /// Gives the word for its kind that stands in files.
    pub fn kind(&self) -> &'static str {
        self.content.kind()
    }
}

const MEMBERS: [&str; 10] =
    ["@context", "format", "type", "dossier", "stage", "seq", "parents", "by", "body", "proof"];

fn content(members: &Map<String, Value>) -> Option<Content> {
    let format = members.get("format")?.as_u64()?;
    let kind = members.get("type")?.as_str()?;
    members.get("body")?.as_object()?;
    let code = match members.get("stage") {
        None => None,
        Some(value) => Some(value.as_str()?),
    };
    let stage = code.and_then(Stage::from_code);
    let is_known = members.keys().all(|name| MEMBERS.contains(&name.as_str()));
    if format == 0 {
        return None;
    }
    if format > FORMAT || !is_known || stage.is_none() != code.is_none() {
        return Some(Content::Newer { stage });
    }
    Some(match body::read(kind, stage, members.get("body")?)? {
        Body::Known(content) => content,
        Body::Newer => Content::Newer { stage },
    })
}

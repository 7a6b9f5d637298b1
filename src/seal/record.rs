//! A record: one immutable signed entry of a dossier. See `FORMAT.md` for its members.
//!
//! A value of type [`Record`] was verified: there is no other way to make one.

use super::canonical::{Hash, written};
use super::card::Card;
use super::key::{Did, SigningKey};
use super::proof::{self, ProofFault};
use super::strict::{self, ParseFault};
use crate::domain::document::Document;
use crate::domain::stage::{Party, Position, Stage};
use crate::json::{object, set, text, texts};
use serde_json::{Map, Value};

/// The version of records that this program writes and fully understands.
pub const FORMAT: u64 = 1;
/// The most characters of a note.
pub const NOTE_MAX: usize = 2000;
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
    created: String,
    content: Content,
}

/// What a record says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// The first record: who, which period, which rules.
    Dossier(Box<Genesis>),
    /// A whole stage document.
    Revision {
        /// The stage.
        stage: Stage,
        /// The document.
        document: Document,
    },
    /// The other side's answer to a revision.
    CoSign {
        /// The stage of the revision.
        stage: Stage,
        /// The id of the revision.
        target: Hash,
        /// Agreed or returned.
        decision: Decision,
        /// The reason of a return, or a remark; never empty in a return.
        note: String,
        /// Answers to the questions that the form asks of the co-signing side.
        reply: Document,
    },
    /// A record of a later version of the format: kept and passed on, but never counted.
    Newer {
        /// The stage, when it names one that is known.
        stage: Option<Stage>,
    },
}

/// The other side's answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// Agreed to exactly this version.
    Agree,
    /// Sent back with a note. On an assessment: an objection.
    Return,
}

/// What a dossier is about, fixed by its first record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Genesis {
    /// The name of the period.
    pub period: String,
    /// The id of the rule pack.
    pub pack: String,
    /// The hash of the rule pack.
    pub pack_hash: Hash,
    /// The employee.
    pub employee: Card,
    /// The superior.
    pub superior: Card,
    /// What kind of employee it is.
    pub position: Position,
    /// Whether the superior is acting (Plt), so that the plan is agreed by rule and not by a person.
    pub is_acting: bool,
}

impl Genesis {
    /// Gives the card of a side.
    pub fn card(&self, party: Party) -> &Card {
        match party {
            Party::Employee => &self.employee,
            Party::Superior => &self.superior,
        }
    }

    /// Gives the side that a key belongs to.
    pub fn party(&self, did: &Did) -> Option<Party> {
        [Party::Employee, Party::Superior].into_iter().find(|party| self.card(*party).did == *did)
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
        let value = strict::parse(text).map_err(RecordFault::Parse)?;
        let signed = proof::verify(&value).map_err(RecordFault::Proof)?;
        let id = Hash::of(&value);
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
            signer: signed.signer,
            created: signed.created,
            content,
        })
    }

    /// Signs a new record. `created` is `YYYY-MM-DDTHH:MM:SSZ`; `parents` are the records it builds
    /// on, each with its number in the order.
    ///
    /// # Errors
    /// A content that [`Record::read`] would not take.
    pub fn sign(
        content: &Content,
        dossier: Option<Hash>,
        parents: &[(Hash, u64)],
        key: &SigningKey,
        created: &str,
    ) -> Result<Record, RecordFault> {
        let seq = parents.iter().map(|(_, seq)| seq + 1).max().unwrap_or(0);
        let parents: Vec<String> = parents.iter().map(|(id, _)| id.to_string()).collect();
        let (kind, stage, body) = match content {
            Content::Dossier(genesis) => ("Dossier", None, genesis_to_json(genesis)),
            Content::Revision { stage, document } => ("Revision", Some(*stage), document.to_json()),
            Content::CoSign { stage, target, decision, note, reply } => {
                let decision = match decision {
                    Decision::Agree => "agree",
                    Decision::Return => "return",
                };
                let mut body = object([
                    ("target", text(&target.to_string())),
                    ("decision", text(decision)),
                    ("note", text(note)),
                ]);
                if !reply.is_empty() {
                    set(&mut body, "reply", reply.to_json());
                }
                ("CoSign", Some(*stage), body)
            }
            Content::Newer { .. } => return Err(RecordFault::Shape),
        };
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
        Record::read(&written(&proof::sign(record, key, created)))
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
        &self.created
    }

    /// Gives what it says.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Gives the stage it belongs to.
    pub fn stage(&self) -> Option<Stage> {
        match &self.content {
            Content::Dossier(_) => None,
            Content::Revision { stage, .. } | Content::CoSign { stage, .. } => Some(*stage),
            Content::Newer { stage } => *stage,
        }
    }

    /// Gives the word for its kind that stands in files.
    pub fn kind(&self) -> &'static str {
        match &self.content {
            Content::Dossier(_) => "Dossier",
            Content::Revision { .. } => "Revision",
            Content::CoSign { .. } => "CoSign",
            Content::Newer { .. } => "Newer",
        }
    }
}

const MEMBERS: [&str; 10] =
    ["@context", "format", "type", "dossier", "stage", "seq", "parents", "by", "body", "proof"];

fn content(members: &Map<String, Value>) -> Option<Content> {
    let format = members.get("format")?.as_u64()?;
    let kind = members.get("type")?.as_str()?;
    let body = members.get("body")?.as_object()?;
    let stage_code = match members.get("stage") {
        None => None,
        Some(value) => Some(value.as_str()?),
    };
    let stage = stage_code.and_then(Stage::from_code);
    let newer = Some(Content::Newer { stage });
    let only = |object: &Map<String, Value>, known: &[&str]| {
        object.keys().all(|name| known.contains(&name.as_str()))
    };
    if format == 0 {
        return None;
    }
    if format > FORMAT || !only(members, &MEMBERS) || stage.is_none() != stage_code.is_none() {
        return newer;
    }
    match (kind, stage) {
        ("Dossier", None) => {
            let known = ["period", "rules", "employee", "superior", "position", "acting", "ext"];
            if only(body, &known) { genesis(body).map(Box::new).map(Content::Dossier) } else { newer }
        }
        ("Revision", Some(stage)) => {
            let document = Document::from_json(members.get("body")?).ok()?;
            Some(Content::Revision { stage, document })
        }
        ("CoSign", Some(stage)) => {
            if !only(body, &["target", "decision", "note", "reply", "ext"]) {
                return newer;
            }
            let decision = match body.get("decision")?.as_str()? {
                "agree" => Decision::Agree,
                "return" => Decision::Return,
                _ => return newer,
            };
            let note = body.get("note")?.as_str()?.to_string();
            let silent_return = decision == Decision::Return && note.trim().is_empty();
            if silent_return || note.chars().count() > NOTE_MAX {
                return None;
            }
            let reply = match body.get("reply") {
                None => Document::default(),
                Some(value) => Document::from_json(value).ok()?,
            };
            Some(Content::CoSign { stage, target: hash(body.get("target")?)?, decision, note, reply })
        }
        ("Dossier" | "Revision" | "CoSign", _) => None,
        _ => newer,
    }
}

fn genesis(body: &Map<String, Value>) -> Option<Genesis> {
    let rules = body.get("rules")?.as_object()?;
    let genesis = Genesis {
        period: body.get("period")?.as_str()?.to_string(),
        pack: rules.get("pack")?.as_str()?.to_string(),
        pack_hash: hash(rules.get("hash")?)?,
        employee: Card::from_json(body.get("employee")?)?,
        superior: Card::from_json(body.get("superior")?)?,
        position: position(body)?,
        is_acting: is_acting(body)?,
    };
    let fits = rules.len() == 2 && genesis.employee.did != genesis.superior.did;
    let short = genesis.period.chars().count() <= 40 && genesis.pack.chars().count() <= 60;
    (fits && short).then_some(genesis)
}

fn genesis_to_json(genesis: &Genesis) -> Value {
    let mut body = object([
        ("period", text(&genesis.period)),
        ("rules", rules_to_json(&genesis.pack, &genesis.pack_hash)),
        ("employee", genesis.employee.to_json()),
        ("superior", genesis.superior.to_json()),
    ]);
    set_kind(&mut body, genesis.position, genesis.is_acting);
    body
}

/// Writes what kind of employee it is, and whether the superior is acting; a teacher and a permanent
/// superior are left out, so that there is one spelling only.
pub(super) fn set_kind(body: &mut Value, position: Position, is_acting: bool) {
    if position != Position::Teacher {
        set(body, "position", text(position.code()));
    }
    if is_acting {
        set(body, "acting", Value::Bool(true));
    }
}

/// Reads what kind of employee it is.
pub(super) fn position(body: &Map<String, Value>) -> Option<Position> {
    match body.get("position") {
        None => Some(Position::Teacher),
        Some(code) => Position::from_code(code.as_str()?).filter(|position| *position != Position::Teacher),
    }
}

/// Reads whether the superior is acting.
pub(super) fn is_acting(body: &Map<String, Value>) -> Option<bool> {
    match body.get("acting") {
        None => Some(false),
        Some(value) => value.as_bool().filter(|acting| *acting),
    }
}

/// Writes the name of a rule pack.
pub(super) fn rules_to_json(pack: &str, hash: &Hash) -> Value {
    object([("pack", text(pack)), ("hash", text(&hash.to_string()))])
}

/// Reads a hash from a JSON text.
pub(super) fn hash(value: &Value) -> Option<Hash> {
    Hash::parse(value.as_str()?)
}

/// Reads a list of distinct hashes from JSON.
pub(super) fn hashes(value: Option<&Value>) -> Option<Vec<Hash>> {
    let list: Vec<Hash> = value?.as_array()?.iter().map(hash).collect::<Option<_>>()?;
    let distinct = list.iter().enumerate().all(|(index, hash)| !list[..index].contains(hash));
    distinct.then_some(list)
}

//! The bodies of records in files: how each is written, and what is taken.

use super::content::{Advice, Close, CoSign, Content, Decision, DetailsChange, Genesis, Handover, Remark};
use crate::domain::date::date;
use crate::domain::document::Document;
use crate::domain::person::is_line;
use crate::domain::stage::{Position, Stage};
use crate::json::{members_of, object, set, text, texts};
use crate::seal::canonical::Hash;
use crate::seal::card::{Card, person_from_json, person_to_json};
use crate::seal::key::Did;
use serde_json::{Map, Value};

/// The most characters of a note.
pub const NOTE_MAX: usize = 2000;
/// The most characters of a letter of appointment, a reason, an id of a list.
pub const LINE_MAX: usize = 200;
/// The most notes on single answers, and the most recommended items.
pub const LIST_MAX: usize = 200;
/// The most characters of the name of a period.
pub const PERIOD_MAX: usize = 40;
/// The most characters of the id of a rule pack.
pub const PACK_MAX: usize = 60;

/// A body that was read.
pub(super) enum Body {
    /// It is understood.
    Known(Content),
    /// It belongs to a newer version of the format.
    Newer,
}

/// Gives the type, the stage and the body of a record; `None` for what cannot be written.
pub(super) fn write(content: &Content) -> Option<(&'static str, Option<Stage>, Value)> {
    let (stage, body) = match content {
        Content::Dossier(genesis) => (None, genesis_to_json(genesis)),
        Content::Revision { stage, document, paper } if paper.is_empty() => {
            (Some(*stage), document.to_json())
        }
        Content::Revision { stage, document, paper } => {
            (Some(*stage), object([("document", document.to_json()), ("note", text(paper))]))
        }
        Content::CoSign(cosign) => (Some(cosign.stage), cosign_to_json(cosign)),
        Content::Withdraw { stage, target } => {
            (Some(*stage), object([("target", text(&target.to_string()))]))
        }
        Content::Handover(handover) => {
            let mut body = object([
                ("to", handover.to.to_json()),
                ("effective", text(&handover.effective)),
                ("letter", text(&handover.letter)),
            ]);
            set_kind(&mut body, Position::Teacher, handover.is_acting);
            (None, body)
        }
        Content::Close(close) => {
            let body = object([
                ("reason", text(&close.reason)),
                ("effective", text(&close.effective)),
                ("note", text(&close.note)),
            ]);
            (None, body)
        }
        Content::Reopen { note } => (None, object([("note", text(note))])),
        Content::Delegate { stage, to } => (Some(*stage), object([("to", to.to_json())])),
        Content::Recommend { stage, items } => (Some(*stage), object([("items", texts(items))])),
        Content::Advise(advice) => {
            let body = object([
                ("work_result", text(&advice.work_result)),
                ("work_behaviour", text(&advice.work_behaviour)),
                ("note", text(&advice.note)),
            ]);
            (Some(Stage::Assessment), body)
        }
        Content::KeyChange { from, to } => {
            (None, object([("from", text(from.as_str())), ("to", to.to_json())]))
        }
        Content::DetailsChange(change) => {
            let person = members_of(person_to_json(&change.person));
            (None, object([("person", person), ("effective", text(&change.effective))]))
        }
        Content::Newer { .. } => return None,
    };
    Some((content.kind(), stage, body))
}

impl Content {
    /// Gives the word for its type that stands in files.
    pub fn kind(&self) -> &'static str {
        match self {
            Content::Dossier(_) => "Dossier",
            Content::Revision { paper, .. } if paper.is_empty() => "Revision",
            Content::Revision { .. } => "Transcript",
            Content::CoSign(_) => "CoSign",
            Content::Withdraw { .. } => "Withdraw",
            Content::Handover(_) => "Handover",
            Content::Close(_) => "Close",
            Content::Reopen { .. } => "Reopen",
            Content::Delegate { .. } => "Delegate",
            Content::Recommend { .. } => "Recommend",
            Content::Advise(_) => "Advise",
            Content::KeyChange { .. } => "KeyChange",
            Content::DetailsChange(_) => "DetailsChange",
            Content::Newer { .. } => "Newer",
        }
    }

    /// Gives the stage it belongs to.
    pub fn stage(&self) -> Option<Stage> {
        match self {
            Content::Dossier(_)
            | Content::Handover(_)
            | Content::Close(_)
            | Content::Reopen { .. }
            | Content::KeyChange { .. }
            | Content::DetailsChange(_) => None,
            Content::CoSign(cosign) => Some(cosign.stage),
            Content::Advise(_) => Some(Stage::Assessment),
            Content::Revision { stage, .. }
            | Content::Withdraw { stage, .. }
            | Content::Delegate { stage, .. }
            | Content::Recommend { stage, .. } => Some(*stage),
            Content::Newer { stage } => *stage,
        }
    }
}

/// Reads a body. `None` when it is not what its type asks for.
pub(super) fn read(kind: &str, stage: Option<Stage>, value: &Value) -> Option<Body> {
    let body = value.as_object()?;
    let known: &[&str] = match kind {
        "Dossier" => &["period", "rules", "employee", "superior", "position", "acting"],
        "Revision" => return revision(stage?, value, String::new()).map(Body::Known),
        "Transcript" => &["document", "note"],
        "CoSign" => &["target", "decision", "note", "reply", "remarks"],
        "Withdraw" => &["target"],
        "Handover" => &["to", "effective", "letter", "acting"],
        "Close" => &["reason", "effective", "note"],
        "Reopen" => &["note"],
        "Delegate" => &["to"],
        "Recommend" => &["items"],
        "Advise" => &["work_result", "work_behaviour", "note"],
        "KeyChange" => &["from", "to"],
        "DetailsChange" => &["person", "effective"],
        _ => return Some(Body::Newer),
    };
    let decision = body.get("decision").and_then(Value::as_str).map(Decision::from_code);
    let is_known = body.keys().all(|name| name == "ext" || known.contains(&name.as_str()));
    if !is_known || (kind == "CoSign" && decision == Some(None)) {
        return Some(Body::Newer);
    }
    let note = || line(body, "note", NOTE_MAX);
    let id = |name| line(body, name, LINE_MAX).filter(|id| !id.is_empty());
    Some(Body::Known(match (kind, stage) {
        ("Dossier", None) => Content::Dossier(Box::new(genesis(body)?)),
        ("CoSign", Some(stage)) => Content::CoSign(Box::new(cosign(body, stage, decision??)?)),
        ("Transcript", Some(stage)) => {
            let paper = note().filter(|note| !note.trim().is_empty())?;
            revision(stage, body.get("document")?, paper)?
        }
        ("Withdraw", Some(stage)) => Content::Withdraw { stage, target: hash(body.get("target")?)? },
        ("Handover", None) => Content::Handover(Box::new(Handover {
            to: Card::from_json(body.get("to")?)?,
            effective: day(body)?,
            letter: line(body, "letter", LINE_MAX)?,
            is_acting: is_acting(body)?,
        })),
        ("Close", None) => {
            Content::Close(Box::new(Close { reason: id("reason")?, effective: day(body)?, note: note()? }))
        }
        ("Reopen", None) => Content::Reopen { note: note().filter(|note| !note.trim().is_empty())? },
        ("Delegate", Some(stage @ Stage::Observation)) => {
            Content::Delegate { stage, to: Box::new(Card::from_json(body.get("to")?)?) }
        }
        ("Recommend", Some(stage @ Stage::Planning)) => Content::Recommend { stage, items: items(body)? },
        ("Advise", Some(Stage::Assessment)) => Content::Advise(Box::new(Advice {
            work_result: id("work_result")?,
            work_behaviour: id("work_behaviour")?,
            note: note().filter(|note| !note.trim().is_empty())?,
        })),
        ("KeyChange", None) => Content::KeyChange {
            from: Did::parse(body.get("from")?.as_str()?)?,
            to: Box::new(Card::from_json(body.get("to")?)?),
        },
        ("DetailsChange", None) => Content::DetailsChange(Box::new(DetailsChange {
            person: person_from_json(body.get("person")?.as_object()?, &[])?,
            effective: day(body)?,
        })),
        _ => return None,
    }))
}

fn revision(stage: Stage, value: &Value, paper: String) -> Option<Content> {
    Some(Content::Revision { stage, document: Document::from_json(value).ok()?, paper })
}

fn line(body: &Map<String, Value>, name: &str, max: usize) -> Option<String> {
    let text = body.get(name)?.as_str()?;
    (text.chars().count() <= max).then(|| text.to_string())
}

fn day(body: &Map<String, Value>) -> Option<String> {
    let text = body.get("effective")?.as_str()?;
    date(text).map(|_| text.to_string())
}

fn items(body: &Map<String, Value>) -> Option<Vec<String>> {
    let list = body.get("items")?.as_array()?;
    let mut items = Vec::new();
    for item in list {
        items.push(item.as_str().filter(|item| item.chars().count() <= LINE_MAX)?.to_string());
    }
    (items.len() <= LIST_MAX).then_some(items)
}

fn cosign(body: &Map<String, Value>, stage: Stage, decision: Decision) -> Option<CoSign> {
    let remarks = match body.get("remarks") {
        None => Vec::new(),
        Some(value) => remarks(value)?,
    };
    let note = line(body, "note", NOTE_MAX)?;
    let says_why = !note.trim().is_empty() || (decision == Decision::Return && !remarks.is_empty());
    let has_to_say_why = matches!(decision, Decision::Return | Decision::Paper);
    ((says_why || !has_to_say_why) && (remarks.is_empty() || decision == Decision::Return)).then_some(())?;
    let reply = match body.get("reply") {
        None => Document::default(),
        Some(value) if value.as_object()?.is_empty() => return None,
        Some(value) => Document::from_json(value).ok()?,
    };
    Some(CoSign { stage, target: hash(body.get("target")?)?, decision, note, reply, remarks })
}

fn remarks(value: &Value) -> Option<Vec<Remark>> {
    let list = value.as_array()?;
    let mut remarks = Vec::new();
    for value in list {
        let members = value.as_object()?;
        let remark = Remark {
            at: line(members, "at", LINE_MAX)?,
            note: line(members, "note", NOTE_MAX)?,
            suggestion: line(members, "suggestion", NOTE_MAX)?,
        };
        let says_something = !remark.note.trim().is_empty() || !remark.suggestion.trim().is_empty();
        (members.len() == 3 && says_something).then_some(())?;
        remarks.push(remark);
    }
    (!remarks.is_empty() && remarks.len() <= LIST_MAX).then_some(remarks)
}

fn cosign_to_json(cosign: &CoSign) -> Value {
    let mut body = object([
        ("target", text(&cosign.target.to_string())),
        ("decision", text(cosign.decision.code())),
        ("note", text(&cosign.note)),
    ]);
    if !cosign.reply.is_empty() {
        set(&mut body, "reply", cosign.reply.to_json());
    }
    if !cosign.remarks.is_empty() {
        let remark = |remark: &Remark| {
            object([
                ("at", text(&remark.at)),
                ("note", text(&remark.note)),
                ("suggestion", text(&remark.suggestion)),
            ])
        };
        set(&mut body, "remarks", Value::Array(cosign.remarks.iter().map(remark).collect()));
    }
    body
}

fn genesis(body: &Map<String, Value>) -> Option<Genesis> {
    let (period, pack, pack_hash) = terms(body)?;
    let genesis = Genesis {
        period,
        pack,
        pack_hash,
        employee: Card::from_json(body.get("employee")?)?,
        superior: Card::from_json(body.get("superior")?)?,
        position: position(body)?,
        is_acting: is_acting(body)?,
    };
    (genesis.employee.did != genesis.superior.did).then_some(genesis)
}

/// Reads the name of the period, and the id and hash of the rule pack.
pub(crate) fn terms(body: &Map<String, Value>) -> Option<(String, String, Hash)> {
    let rules = body.get("rules")?.as_object().filter(|rules| rules.len() == 2)?;
    let line = |of: &Map<String, Value>, name: &str, max| {
        Some(of.get(name)?.as_str().filter(|text| is_line(text, max))?.to_string())
    };
    Some((line(body, "period", PERIOD_MAX)?, line(rules, "pack", PACK_MAX)?, hash(rules.get("hash")?)?))
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
pub(crate) fn set_kind(body: &mut Value, position: Position, is_acting: bool) {
    if position != Position::Teacher {
        set(body, "position", text(position.code()));
    }
    if is_acting {
        set(body, "acting", Value::Bool(true));
    }
}

/// Reads what kind of employee it is.
pub(crate) fn position(body: &Map<String, Value>) -> Option<Position> {
    match body.get("position") {
        None => Some(Position::Teacher),
        Some(code) => Position::from_code(code.as_str()?).filter(|position| *position != Position::Teacher),
    }
}

/// Reads whether the superior is acting.
pub(crate) fn is_acting(body: &Map<String, Value>) -> Option<bool> {
    match body.get("acting") {
        None => Some(false),
        Some(value) => value.as_bool().filter(|acting| *acting),
    }
}

/// Writes the name of a rule pack.
pub(crate) fn rules_to_json(pack: &str, hash: &Hash) -> Value {
    object([("pack", text(pack)), ("hash", text(&hash.to_string()))])
}

/// Reads a hash from a JSON text.
pub(crate) fn hash(value: &Value) -> Option<Hash> {
    Hash::parse(value.as_str()?)
}

/// Reads a list of distinct hashes from JSON.
pub(crate) fn hashes(value: Option<&Value>) -> Option<Vec<Hash>> {
    let list: Vec<Hash> = value?.as_array()?.iter().map(hash).collect::<Option<_>>()?;
    let distinct = list.iter().enumerate().all(|(index, hash)| !list[..index].contains(hash));
    distinct.then_some(list)
}

//! Signed texts that travel beside a dossier but are not part of it: the cover letter of a bundle
//! (handoff) and the invitation to start a dossier.

use super::canonical::{Hash, written};
use super::card::Card;
use super::key::{Did, SigningKey};
use super::proof;
use super::record::{FORMAT, RecordFault, hash, hashes, is_acting, position, rules_to_json, set_kind, terms};
use super::strict;
use crate::domain::stage::{Party, Position};
use crate::json::{object, set, text, texts};
use serde_json::{Map, Value};

/// The cover letter (surat pengantar) of a bundle. It tells the receiver whether the file is older
/// than what they have, or was cut on the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handoff {
    /// The text as received or written.
    pub text: String,
    /// The dossier.
    pub dossier: Hash,
    /// Who sent it.
    pub from: Did,
    /// Whom it is for.
    pub to: Did,
    /// The number of cover letters that the sender wrote for this dossier, this one included.
    pub counter: u64,
    /// The newest records that the sender had: all that no other record builds on.
    pub heads: Vec<Hash>,
    /// When the sender says it was written.
    pub created: String,
}

/// A signed offer to start a dossier together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// The text as received or written.
    pub text: String,
    /// Who invites.
    pub card: Card,
    /// What the dossier will be about.
    pub offer: Offer,
    /// When the inviter says it was written.
    pub created: String,
}

/// What a dossier will be about, before its other side is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The side that the inviter will be.
    pub party: Party,
    /// The name of the period.
    pub period: String,
    /// The id of the rule pack.
    pub pack: String,
    /// The hash of the rule pack.
    pub pack_hash: Hash,
    /// What kind of employee it is.
    pub position: Position,
    /// Whether the superior is acting (Plt).
    pub is_acting: bool,
}

impl Handoff {
    /// Signs a cover letter.
    ///
    /// # Errors
    /// A letter that [`Handoff::read`] would not take.
    pub fn sign(
        dossier: Hash,
        to: &Did,
        counter: u64,
        heads: &[Hash],
        key: &SigningKey,
        created: &str,
    ) -> Result<Handoff, RecordFault> {
        let heads: Vec<String> = heads.iter().map(Hash::to_string).collect();
        let body = object([("to", text(to.as_str())), ("counter", counter.into()), ("heads", texts(&heads))]);
        Handoff::read(&sign("Handoff", Some(dossier), body, key, created))
    }

    /// Reads and verifies a cover letter.
    ///
    /// # Errors
    /// Everything that keeps it from being trusted.
    pub fn read(text: &str) -> Result<Handoff, RecordFault> {
        let (from, created, members) = open(text, "Handoff")?;
        let read = || {
            let body = members.get("body")?.as_object()?;
            (members.len() == 7 && body.len() == 3).then_some(())?;
            Some(Handoff {
                text: text.to_string(),
                dossier: hash(members.get("dossier")?)?,
                from,
                to: Did::parse(body.get("to")?.as_str()?)?,
                counter: body.get("counter")?.as_u64().filter(|counter| *counter > 0)?,
                heads: hashes(body.get("heads")).filter(|heads| !heads.is_empty())?,
                created,
            })
        };
        read().ok_or(RecordFault::Shape)
    }
}

impl Invitation {
    /// Signs an invitation.
    ///
    /// # Errors
    /// An invitation that [`Invitation::read`] would not take.
    pub fn sign(
        card: &Card,
        offer: &Offer,
        key: &SigningKey,
        created: &str,
    ) -> Result<Invitation, RecordFault> {
        let mut body = object([
            ("card", card.to_json()),
            ("party", text(offer.party.code())),
            ("period", text(&offer.period)),
            ("rules", rules_to_json(&offer.pack, &offer.pack_hash)),
        ]);
        set_kind(&mut body, offer.position, offer.is_acting);
        Invitation::read(&sign("Invitation", None, body, key, created))
    }

    /// Reads and verifies an invitation.
    ///
    /// # Errors
    /// Everything that keeps it from being trusted.
    pub fn read(text: &str) -> Result<Invitation, RecordFault> {
        let (from, created, members) = open(text, "Invitation")?;
        let read = || {
            let body = members.get("body")?.as_object()?;
            let known = ["card", "party", "period", "rules", "position", "acting"];
            let fits = body.keys().all(|name| known.contains(&name.as_str()));
            (members.len() == 6 && fits).then_some(())?;
            let (period, pack, pack_hash) = terms(body)?;
            let card = Card::from_json(body.get("card")?)?;
            (card.did == from).then_some(())?;
            Some(Invitation {
                text: text.to_string(),
                card,
                offer: Offer {
                    party: Party::from_code(body.get("party")?.as_str()?)?,
                    period,
                    pack,
                    pack_hash,
                    position: position(body)?,
                    is_acting: is_acting(body)?,
                },
                created,
            })
        };
        read().ok_or(RecordFault::Shape)
    }
}

fn sign(kind: &str, dossier: Option<Hash>, body: Value, key: &SigningKey, created: &str) -> String {
    let mut letter = object([
        ("format", FORMAT.into()),
        ("type", text(kind)),
        ("by", text(key.did().as_str())),
        ("body", body),
    ]);
    if let Some(dossier) = dossier {
        set(&mut letter, "dossier", text(&dossier.to_string()));
    }
    written(&proof::sign(letter, key, created))
}

fn open(text: &str, kind: &str) -> Result<(Did, String, Map<String, Value>), RecordFault> {
    let value = strict::parse(text).map_err(RecordFault::Parse)?;
    let signed = proof::verify(&value).map_err(RecordFault::Proof)?;
    let Value::Object(members) = value else {
        return Err(RecordFault::Shape);
    };
    let text_of = |name: &str| members.get(name).and_then(Value::as_str);
    let fits = text_of("type") == Some(kind) && text_of("by") == Some(signed.signer.as_str());
    match members.get("format").and_then(Value::as_u64) {
        Some(FORMAT) if fits => Ok((signed.signer, signed.created, members)),
        Some(newer) if fits && newer > FORMAT => Err(RecordFault::Newer),
        _ => Err(RecordFault::Shape),
    }
}

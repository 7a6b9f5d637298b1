//! The identity card: a person's details together with their key.

use super::canonical::Hash;
use super::key::{Did, SigningKey};
use super::proof;
use crate::domain::person::{Person, PersonInput};
use crate::json::{members_of, set, text};
use serde_json::Value;

/// Who stands behind a key, as that person said it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// The key.
    pub did: Did,
    /// The details.
    pub person: Person,
    /// The hash of the key that may take the place of this one; see [`super::spare`].
    pub next: Option<Hash>,
}

/// The members of a card in a file.
const MEMBERS: [&str; 7] = ["did", "name", "office", "school", "nip", "nuptk", "npsn"];

/// The member that promises the next key.
const NEXT: &str = "nextKey";

impl Card {
    /// Reads a card from JSON. `None` when a member is missing, wrong or unknown; `ext` is left to
    /// later versions.
    pub fn from_json(value: &Value) -> Option<Card> {
        let members = value.as_object()?;
        let known = |name: &String| MEMBERS.contains(&name.as_str()) || name == NEXT || name == "ext";
        if !members.keys().all(known) {
            return None;
        }
        let text = |name: &str| match members.get(name) {
            Some(Value::String(text)) => Some(text.clone()),
            None => Some(String::new()),
            Some(_) => None,
        };
        let input = PersonInput {
            name: text("name")?,
            office: text("office")?,
            school: text("school")?,
            nip: text("nip")?,
            nuptk: text("nuptk")?,
            npsn: text("npsn")?,
        };
        let person = input.check().ok()?;
        // A card has one spelling only, so that what is shown is what was signed.
        (person.input() == input).then_some(())?;
        let next = match members.get(NEXT) {
            None => None,
            Some(value) => Some(Hash::parse(value.as_str()?)?),
        };
        Some(Card { did: Did::parse(members.get("did")?.as_str()?)?, person, next })
    }

    /// Writes the card as JSON; numbers that were not given are left out.
    pub fn to_json(&self) -> Value {
        let input = self.person.input();
        let values = [
            self.did.to_string(),
            input.name,
            input.office,
            input.school,
            input.nip,
            input.nuptk,
            input.npsn,
        ];
        let members = MEMBERS.iter().zip(values).filter(|(_, text)| !text.is_empty());
        let mut card = members_of(members.map(|(name, text)| (name.to_string(), Value::String(text))));
        if let Some(next) = &self.next {
            set(&mut card, NEXT, text(&next.to_string()));
        }
        card
    }

    /// Gives the card with the signature of its own key, so that a kept file in which it was changed is known.
    pub fn signed(&self, key: &SigningKey, created: &str) -> Value {
        proof::sign(self.to_json(), key, created)
    }

    /// Says whether this is the card, signed by its own key.
    pub fn is_signed(&self, signed: &Value) -> bool {
        let mut bare = signed.clone();
        if let Some(members) = bare.as_object_mut() {
            members.remove("@context");
            members.remove("proof");
        }
        bare == self.to_json() && proof::verify(signed).is_ok_and(|it| it.signer == self.did)
    }
}

//! The identity card: a person's details together with their key.

use super::canonical::Hash;
use super::key::{Did, SigningKey};
use super::proof;
use crate::domain::person::{Person, PersonInput};
use crate::json::{members_of, set, text};
use serde_json::{Map, Value};

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

/// The members that hold the details of a person in a file.
const MEMBERS: [&str; 6] = ["name", "office", "school", "nip", "nuptk", "npsn"];

/// The member that names the key.
const DID: &str = "did";
/// The member that promises the next key.
const NEXT: &str = "nextKey";

/// Reads the details of a person. `None` when a member is missing, wrong, or unknown and none of `others`;
/// `ext` is left to later versions.
pub(super) fn person_from_json(members: &Map<String, Value>, others: &[&str]) -> Option<Person> {
    let is_known = |name: &str| MEMBERS.contains(&name) || others.contains(&name) || name == "ext";
    if !members.keys().all(|name| is_known(name)) {
        return None;
    }
    let text = |name: &str| match members.get(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text.clone()),
        None => Some(String::new()),
        Some(_) => None,
    };
    Person::read(PersonInput {
        name: text("name")?,
        office: text("office")?,
        school: text("school")?,
        nip: text("nip")?,
        nuptk: text("nuptk")?,
        npsn: text("npsn")?,
    })
}

/// Writes the details of a person as members; numbers that were not given are left out.
pub(super) fn person_to_json(person: &Person) -> impl Iterator<Item = (String, Value)> {
    let PersonInput { name, office, school, nip, nuptk, npsn } = person.input();
    let members = MEMBERS.into_iter().zip([name, office, school, nip, nuptk, npsn]);
    let members = members.filter(|(_, text)| !text.is_empty());
    members.map(|(name, text)| (name.to_string(), Value::String(text)))
}

impl Card {
    /// Reads a card from JSON. `None` when a member is missing, wrong or unknown; `ext` is left to
    /// later versions.
    pub fn from_json(value: &Value) -> Option<Card> {
        let members = value.as_object()?;
        let person = person_from_json(members, &[DID, NEXT])?;
        let next = match members.get(NEXT) {
            None => None,
            Some(value) => Some(Hash::parse(value.as_str()?)?),
        };
        Some(Card { did: Did::parse(members.get(DID)?.as_str()?)?, person, next })
    }

    /// Writes the card as JSON; numbers that were not given are left out.
    pub fn to_json(&self) -> Value {
        let did = (DID.to_string(), text(self.did.as_str()));
        let mut card = members_of([did].into_iter().chain(person_to_json(&self.person)));
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

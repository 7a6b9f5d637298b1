//! The identity card: a person's details together with their key.

use super::key::Did;
use crate::domain::person::{Person, PersonInput};
use crate::json::members_of;
use serde_json::Value;

/// Who stands behind a key, as that person said it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// The key.
    pub did: Did,
    /// The details.
    pub person: Person,
}

/// The members of a card in a file.
const MEMBERS: [&str; 7] = ["did", "name", "office", "school", "nip", "nuptk", "npsn"];

impl Card {
    /// Reads a card from JSON. `None` when a member is missing, wrong or unknown; `ext` is left to
    /// later versions.
    pub fn from_json(value: &Value) -> Option<Card> {
        let members = value.as_object()?;
        let known = |name: &String| MEMBERS.contains(&name.as_str()) || name == "ext";
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
        Some(Card { did: Did::parse(members.get("did")?.as_str()?)?, person })
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
        members_of(members.map(|(name, text)| (name.to_string(), Value::String(text))))
    }
}

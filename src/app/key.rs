//! The names of the entries.

use crate::app::case::Case;
use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;
use crate::seal::key::Did;
use crate::storage::GONE;

/// What is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Key {
    /// A record, as received. Never changed once written.
    Record(Hash),
    /// What lists say of a dossier; it follows from its records.
    Summary(Hash),
    /// An unsigned draft.
    Draft(DraftKey),
    /// A draft that was put away at this time.
    PastDraft(DraftKey, String),
    /// The person of this app with their sealed key.
    Me,
    /// What was typed on the first visit, as long as there is no person.
    Setup,
    /// Somebody met, with their pinned key.
    Contact(Did),
    /// An invitation that came in.
    Invitation(Did),
    /// What was sent and received for a dossier.
    Ledger(Hash),
    /// A rule pack that was taken in.
    Rules(Hash),
    /// When everything was saved outside of the browser last.
    LastBackup,
    /// A dossier that was archived and removed from the browser.
    Archived(Hash),
    /// The mark that everything of a person was removed.
    Gone,
    /// Settings of the device.
    Settings,
    /// An entry that could not be read, under its old key.
    Quarantined(String),
}

impl Key {
    /// Writes the name of the entry in the profile of its person.
    pub fn name(&self) -> String {
        match self {
            Key::Record(id) => ["r/", &id.key()].concat(),
            Key::Summary(id) => ["s/", &id.key()].concat(),
            Key::Draft((id, form)) => {
                let kind = if matches!(form, Form::Stage(..)) { "d/" } else { "c/" };
                [kind, &id.key(), "/", &form.code(), form.slot().code()].concat()
            }
            Key::PastDraft((id, form), at) => {
                ["b/", &id.key(), "/", &form.code(), "/", at, form.slot().code()].concat()
            }
            Key::Me => "me".into(),
            Key::Setup => "new".into(),
            Key::Contact(did) => ["p/", did.as_str()].concat(),
            Key::Invitation(did) => ["i/", did.as_str()].concat(),
            Key::Ledger(id) => ["l/", &id.key()].concat(),
            Key::Rules(hash) => ["u/", &hash.key()].concat(),
            Key::LastBackup => "kept".into(),
            Key::Archived(id) => ["a/", &id.key()].concat(),
            Key::Gone => GONE.into(),
            Key::Settings => "/set".into(),
            Key::Quarantined(old) => ["q/", old].concat(),
        }
    }

    /// Gives the dossier that an entry beside its records belongs to.
    pub fn dossier(&self) -> Option<Hash> {
        match self {
            Key::Draft((id, _)) | Key::PastDraft((id, _), _) | Key::Ledger(id) => Some(*id),
            _ => None,
        }
    }

    /// Reads the name of an entry; `None` for any name that is not written so.
    pub fn parse(name: &str) -> Option<Key> {
        Key::read(name).filter(|key| key.name() == name)
    }

    fn read(name: &str) -> Option<Key> {
        if name == "/set" {
            return Some(Key::Settings);
        }
        let (kind, rest) = name.split_once('/').unwrap_or((name, ""));
        match kind {
            "r" => Hash::from_key(rest).map(Key::Record),
            "s" => Hash::from_key(rest).map(Key::Summary),
            "d" => {
                let mut parts = rest.splitn(3, '/');
                let dossier = Hash::from_key(parts.next()?)?;
                let stage = Stage::from_code(parts.next()?)?;
                let slot = if parts.next() == Some("reply") { Slot::Reply } else { Slot::Document };
                Some(Key::Draft((dossier, Form::Stage(stage, slot))))
            }
            "b" => past_draft(rest),
            "me" => Some(Key::Me),
            "new" => Some(Key::Setup),
            "p" => Did::parse(rest).map(Key::Contact),
            "i" => Did::parse(rest).map(Key::Invitation),
            "l" => Hash::from_key(rest).map(Key::Ledger),
            "c" => {
                let (id, code) = rest.split_once('/')?;
                Some(Key::Draft((Hash::from_key(id)?, Form::from_code(code, Slot::Document)?)))
            }
            "u" => Hash::from_key(rest).map(Key::Rules),
            "kept" => Some(Key::LastBackup),
            "a" => Hash::from_key(rest).map(Key::Archived),
            GONE => Some(Key::Gone),
            "q" => Some(Key::Quarantined(rest.to_string())),
            _ => None,
        }
    }
}

/// Which of the two forms of a stage is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Slot {
    /// The document of the stage, by its writer.
    Document,
    /// The answer of the other side.
    Reply,
}

impl Slot {
    /// Gives the end of the storage key.
    pub fn code(self) -> &'static str {
        match self {
            Slot::Document => "",
            Slot::Reply => "/reply",
        }
    }
}

/// What is filled in for a dossier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Form {
    /// One of the two forms of a stage.
    Stage(Stage, Slot),
    /// The page of a special case.
    Case(Case),
    /// Where the paper lies from which a stage is copied, or on which it was signed.
    Paper(Stage),
}

/// How the code of a form about a paper begins.
const PAPER: &str = "paper-";

impl Form {
    /// Gives the name in the names of entries; the two forms of a stage share it.
    fn code(self) -> String {
        match self {
            Form::Stage(stage, _) => stage.code().to_string(),
            Form::Case(case) => case.code().to_string(),
            Form::Paper(stage) => [PAPER, stage.code()].concat(),
        }
    }

    fn slot(self) -> Slot {
        match self {
            Form::Stage(_, slot) => slot,
            Form::Case(_) | Form::Paper(_) => Slot::Document,
        }
    }

    fn from_code(code: &str, slot: Slot) -> Option<Form> {
        let stage = || Stage::from_code(code).map(|stage| Form::Stage(stage, slot));
        let case = || Case::from_code(code).map(Form::Case);
        let paper = || Stage::from_code(code.strip_prefix(PAPER)?).map(Form::Paper);
        stage().or_else(case).or_else(paper)
    }
}

/// The place of a draft: the dossier, and which of its forms.
pub type DraftKey = (Hash, Form);

/// Reads the rest of a key of the storage.
fn past_draft(rest: &str) -> Option<Key> {
    let (place, slot) = match rest.strip_suffix(Slot::Reply.code()) {
        Some(place) => (place, Slot::Reply),
        None => (rest, Slot::Document),
    };
    let mut parts = place.splitn(3, '/');
    let (id, form) = (Hash::from_key(parts.next()?)?, Form::from_code(parts.next()?, slot)?);
    Some(Key::PastDraft((id, form), parts.next()?.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_that_is_written_is_read() {
        let id = Hash::of_bytes(b"dossier").key();
        let names = ["me", "new", "kept", GONE, "/set"].map(String::from);
        let names = names.into_iter().chain([
            format!("r/{id}"),
            format!("s/{id}"),
            format!("d/{id}/planning"),
            format!("d/{id}/planning/reply"),
            format!("c/{id}/close"),
            format!("c/{id}/paper-planning"),
            format!("b/{id}/planning/2026-01-01T00:00:00Z/reply"),
            format!("b/{id}/close/2026-01-01T00:00:00Z"),
        ]);
        for name in names {
            assert_eq!(Key::parse(&name).map(|key| key.name()), Some(name.clone()));
            let longer = Key::parse(&format!("{name}/me"));
            assert!(longer.is_none_or(|key| matches!(key, Key::PastDraft(..))), "{name}");
        }
    }
}

//! Files that people hand over beside the bundles: what a stopped page saved, and what a deceiver wrote.

use super::people::{People, Stuck};
use paraf::app::store::{Contact, Draft, Key, contact_to_json, draft_to_json, me_from_json, me_to_file};
use paraf::app::writing::Slot;
use paraf::domain::document::{Document, Path};
use paraf::domain::stage::Stage;
use paraf::json::{object, text};
use paraf::seal::archive;
use paraf::seal::canonical::written;
use paraf::seal::strict;
use serde_json::Value;

impl People {
    /// Saves everything that is stored, as the page does whose program has stopped.
    pub fn save_cells(&mut self, who: &str) -> Result<(), Stuck> {
        let cell = |(name, stored): (&String, &String)| {
            let pieces: Vec<char> = stored.chars().collect();
            let pieces = pieces.chunks(9_999).map(|piece| text(&piece.iter().collect::<String>())).collect();
            object([("name", text(name)), ("text", Value::Array(pieces))])
        };
        let cells = self.tab(who)?.storage.borrow().entries.iter().map(cell).collect();
        let file = object([("app", text("paraf")), ("format", 1.into()), ("cells", Value::Array(cells))]);
        self.with(who, |tab, _| tab.files.push(("paraf-cadangan.json".into(), written(&file))))
    }

    /// Writes an archive for somebody, as anybody can who knows them: it calls the writer somebody they met in
    /// person, and puts words in the mouth of the reader. With `as_theirs` it names them as its owner.
    pub fn forge_archive(&mut self, who: &str, victim: &str, as_theirs: bool) -> Result<(), Stuck> {
        let person = |name: &str| {
            let entry = self.tab(name)?.storage.borrow().entry("me").ok_or("nobody is there")?;
            let value = strict::parse(&entry).map_err(|_| "the person cannot be read")?;
            me_from_json(&value).ok_or_else(|| Stuck::from("the person cannot be read"))
        };
        let (mine, mut theirs) = (person(who)?, person(victim)?);
        theirs.sealed = mine.sealed;
        let met = Contact { card: mine.card, matched: Some("2025-01-02T08:00:00+07:00".into()) };
        let mut document = Document::default();
        document.set_text(&Path::Field("reason".into()), "Kata orang lain.");
        let draft = Draft { revision: 1, saved_at: String::new(), document, dirty: false };
        let place = Key::Draft(self.dossier(victim)?.id(), Stage::Planning, Slot::Document);
        let mut entries = vec![
            (Key::Contact(met.card.did.clone()).name(), contact_to_json(&met)),
            (place.name(), draft_to_json(&draft)),
        ];
        if as_theirs {
            entries.insert(0, (Key::Me.name(), me_to_file(&theirs)));
        }
        let file = archive::write(&entries, &[]).remove(0);
        self.with(who, |tab, _| tab.files.push(("paraf-arsip-palsu.json".into(), file)))
    }
}

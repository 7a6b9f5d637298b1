//! What no screen of this app does: a record of a newer app, a stored record that was changed, the copy of a
//! stopped page, the archive of a deceiver.

use super::{People, Stuck, passphrase};
use crate::flows::shell::{cell, stored_seed};
use paraf::app::key::Key;
use paraf::app::key::{Form, Slot};
use paraf::app::library::Contact;
use paraf::app::library::Draft;
use paraf::app::library::contact_to_json;
use paraf::app::library::draft_to_json;
use paraf::app::library::me_from_json;
use paraf::app::library::me_to_file;
use paraf::domain::document::{Document, Path};
use paraf::domain::stage::Stage;
use paraf::json::{object, text, texts};
use paraf::seal::archive;
use paraf::seal::canonical::{Hash, written};
use paraf::seal::key::SigningKey;
use paraf::seal::proof;
use paraf::seal::strict;
use paraf::storage::pack::{pack, unpack};
use serde_json::Value;
use std::rc::Rc;

impl People {
    /// Signs a version of a stage in a format that this app does not know yet.
    pub fn sign_with_newer_app(&mut self, who: &str, stage: Stage) -> Result<(), Stuck> {
        let dossier = self.dossier(who)?;
        let heads: Vec<String> = dossier.heads().iter().map(Hash::to_string).collect();
        let seed = stored_seed(&self.tab(who)?.storage.borrow(), &passphrase(who));
        let key = SigningKey::from_seed(&seed.ok_or("no key")?);
        let record = object([
            ("format", 2.into()),
            ("type", text("Revision")),
            ("dossier", text(&dossier.id().to_string())),
            ("stage", text(stage.code())),
            ("seq", 99.into()),
            ("parents", texts(&heads)),
            ("by", text(key.did().as_str())),
            ("body", object([("baru", object([("isi", 1.into())]))])),
        ]);
        let signed = written(&proof::sign(record, &key, "2025-02-01T00:00:00Z"));
        // White space that our own writer would not write: what is passed on is the text as it came.
        self.newer_record = signed.replacen("{\"@context\":", "{ \"@context\" :  ", 1);
        Ok(())
    }

    /// Changes a word in the first stored record that says it.
    pub fn tamper(&mut self, who: &str, word: &str, with: &str) -> Result<(), Stuck> {
        let storage = Rc::clone(&self.tab(who)?.storage);
        let mut storage = storage.borrow_mut();
        let records = storage.entries.iter_mut().filter(|(name, _)| name.starts_with(&cell("r/")));
        let found =
            records.filter_map(|(_, text)| Some((unpack(text)?, text))).find(|(text, _)| text.contains(word));
        let (record, stored) = found.ok_or_else(|| format!("no stored record says “{word}”"))?;
        *stored = pack(&record.replacen(word, with, 1));
        Ok(())
    }

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
        let draft = Draft { revision: 1, document, ..Draft::default() };
        let form = Form::Stage(Stage::Planning, Slot::Document);
        let place = Key::Draft((self.dossier(victim)?.id(), form));
        let mut entries = vec![
            (Key::Contact(met.card.did.clone()).name(), contact_to_json(&met)),
            (place.name(), draft_to_json(form, &draft)),
        ];
        if as_theirs {
            entries.insert(0, (Key::Me.name(), me_to_file(&theirs)));
        }
        let file = archive::write(&entries, &[]).remove(0);
        self.with(who, |tab, _| tab.files.push(("paraf-arsip-palsu.json".into(), file)))
    }
}

//! What no screen of this app does: a record of a newer app, a stored record that was changed.

use super::{People, Stuck, passphrase};
use crate::flows::shell::{cell, stored_seed};
use paraf::domain::stage::Stage;
use paraf::json::{object, text, texts};
use paraf::seal::canonical::{Hash, written};
use paraf::seal::key::SigningKey;
use paraf::seal::proof;
use paraf::storage::pack::{pack, unpack};
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
}

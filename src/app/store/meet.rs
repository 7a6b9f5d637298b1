//! What becomes of an entry that could not be stored here, once another tab stored something else under its name:
//! both are put together, so that a late write takes nothing back.

use super::{
    Contact, Key, Ledger, Me, contact_to_json, kept_to_json, ledger_to_json, me_to_json, read_other,
};
use crate::app::{App, receipts};
use crate::seal::key::Did;
use crate::table::Table;

/// Takes note of what is stored under a name.
pub fn know(app: &mut App, key: &Key, text: &str) {
    if matches!(key, Key::Me | Key::Contact(_) | Key::Ledger(_) | Key::Kept) {
        app.known.insert(key.name(), text.to_string());
    }
}

/// Looks at what is stored under a name whose newer text could not be stored here: another tab may have stored it.
pub fn look(app: &mut App, key: &Key, there: &str) {
    if app.known.get(&key.name()).is_none_or(|known| known != there) {
        know(app, key, there);
        join(app, key, there);
    }
}

/// Takes in what another tab stored. What is left to be stored is what is here and not there.
fn join(app: &mut App, key: &Key, there: &str) {
    let both = match key {
        Key::Me => {
            let mine = app.me.clone();
            read_other(app, key, there);
            app.me.as_mut().zip(mine).map(|(theirs, mine)| {
                theirs.join(&mine);
                me_to_json(theirs)
            })
        }
        Key::Contact(did) => {
            let mine = app.contacts.get(did).cloned();
            read_other(app, key, there);
            app.contacts.get_mut(did).zip(mine).map(|(theirs, mine)| {
                theirs.join(mine);
                contact_to_json(theirs)
            })
        }
        Key::Ledger(id) => {
            let mine = app.ledgers.get(id).cloned();
            read_other(app, key, there);
            app.ledgers.get_mut(id).zip(mine).map(|(theirs, mine)| {
                theirs.join(mine);
                ledger_to_json(theirs)
            })
        }
        Key::Kept => {
            let mine = app.kept.take();
            read_other(app, key, there);
            if mine.as_ref().map(|mine| &mine.at) > app.kept.as_ref().map(|theirs| &theirs.at) {
                app.kept = mine;
            }
            app.kept.as_ref().map(kept_to_json)
        }
        // What is here is newer.
        _ => None,
    };
    if let Some(text) = both {
        app.unsaved.remove(&key.name());
        if text != there {
            app.unsaved.insert(key.name(), text);
        }
    }
}

impl Me {
    /// Adds what another tab knows of the same person. The key stays as it is sealed in the storage, because the
    /// passphrase may have been changed.
    fn join(&mut self, other: &Me) {
        if self.card.did != other.card.did {
            return;
        }
        self.as_employee |= other.as_employee;
        self.as_superior |= other.as_superior;
        // A code that was taken off this device stays off it.
        self.spare = self.spare.take().filter(|_| other.spare.is_some());
        // A backup that was made or looked at before holds the key under the old passphrase.
        if self.sealed == other.sealed {
            self.backup = self.backup.max(other.backup);
        }
    }
}

impl Contact {
    /// Adds that the code was compared.
    fn join(&mut self, other: Contact) {
        self.matched = self.matched.take().or(other.matched);
    }
}

impl Ledger {
    /// Adds what was sent and received elsewhere. Sending twice does no harm; what is not sent waits unseen.
    fn join(&mut self, other: Ledger) {
        if other.counter > self.counter {
            (self.counter, self.letter) = (other.counter, other.letter);
        }
        self.unsent |= other.unsent;
        for receipt in other.receipts {
            let seen = |seen: &Table<Did, u64>| seen.get(&receipt.from).copied();
            let is_newer = seen(&other.seen) > seen(&self.seen);
            receipts::join(&mut self.receipts, receipt, is_newer);
        }
        for (sender, counter) in other.seen.iter() {
            let known = self.seen.or_insert_with(sender.clone(), || 0);
            *known = (*known).max(*counter);
        }
        for sent in other.sent {
            if self.sent.iter().all(|(id, _)| *id != sent.0) {
                self.sent.push(sent);
            }
        }
    }
}

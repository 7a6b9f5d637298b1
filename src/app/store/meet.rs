//! What becomes of an entry that could not be stored here, once another tab stored something else under its name:
//! both are put together, so that a late write takes nothing back.

use super::{
    Contact, Kept, Key, Ledger, Me, contact_to_json, kept_to_json, ledger_to_json, me_to_json, read_other,
};
use crate::app::effect::Effects;
use crate::app::{App, receipts, saving};
use crate::seal::key::Did;
use crate::table::Table;

/// Takes note of what is stored under a name.
pub fn know(app: &mut App, key: &Key, text: &str) {
    if matches!(key, Key::Me | Key::Contact(_) | Key::Ledger(_) | Key::Kept) {
        app.stored.insert(key.name(), text.to_string());
    }
}

/// Looks at what is stored under a name whose newer text could not be stored here: another tab may have stored it.
pub fn look(app: &mut App, key: &Key, there: &str, effects: &mut Effects) {
    if app.stored.get(&key.name()).is_none_or(|known| known != there) {
        know(app, key, there);
        join(app, key, there, effects);
    }
}

/// Takes in what another tab stored. What is left to be stored is what is here and not there.
fn join(app: &mut App, key: &Key, there: &str, effects: &mut Effects) {
    let both = match key {
        Key::Me => both(app, key, there, |app| app.me.as_mut(), Me::join, me_to_json),
        Key::Contact(did) => {
            both(app, key, there, |app| app.contacts.get_mut(did), Contact::join, contact_to_json)
        }
        Key::Ledger(id) => both(app, key, there, |app| app.ledgers.get_mut(id), Ledger::join, ledger_to_json),
        Key::Kept => both(app, key, there, |app| app.kept.as_mut(), Kept::join, kept_to_json),
        // What is here is newer.
        _ => None,
    };
    match both {
        Some(text) if text == there => saving::settle(app, &key.name(), effects),
        Some(text) => drop(app.unsaved.insert(key.name(), text)),
        None => {}
    }
}

/// Puts what is there in place, adds what is here, and gives the text of both.
fn both<T: Clone>(
    app: &mut App,
    key: &Key,
    there: &str,
    of: impl Fn(&mut App) -> Option<&mut T>,
    join: fn(&mut T, T),
    text: fn(&T) -> String,
) -> Option<String> {
    let mine = of(app).cloned();
    read_other(app, key, there);
    let theirs = of(app)?;
    join(theirs, mine?);
    Some(text(theirs))
}

impl Me {
    /// Adds what another tab knows of the same person. The key stays as it is sealed in the storage, because the
    /// passphrase may have been changed.
    fn join(&mut self, other: Me) {
        if self.card.did != other.card.did {
            return;
        }
        self.as_employee |= other.as_employee;
        self.as_superior |= other.as_superior;
        self.came_back |= other.came_back;
        // A code that was taken off this device stays off it.
        self.spare = self.spare.take().filter(|_| other.spare.is_some());
        // A backup that was made or looked at before holds the key under the old passphrase.
        if self.sealed == other.sealed {
            self.backup = self.backup.max(other.backup);
        }
    }
}

impl Kept {
    /// Keeps the newer one.
    fn join(&mut self, other: Kept) {
        if other.at > self.at {
            *self = other;
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
        self.to_pass_on |= other.to_pass_on;
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

    use super::*;
    use crate::app::receipts::Receipt;
    use crate::app::store::Backup;
    use crate::domain::person::PersonInput;
    use crate::seal::canonical::Hash;
    use crate::seal::card::Card;
    use crate::seal::key::{Seed, SigningKey};

    fn card(byte: u8) -> Card {
        let [name, office, school] = ["Siti Rahayu", "Guru", "SDN Contoh"].map(String::from);
        let person = PersonInput { name, office, school, ..PersonInput::default() }.check().unwrap();
        Card { did: SigningKey::from_seed(&Seed::from_bytes([byte; 32])).did().clone(), person, next: None }
    }

    fn me(sealed: &str, spare: Option<&str>, backup: Backup) -> Me {
        let (sealed, spare) = (sealed.to_string(), spare.map(String::from));
        let (as_employee, as_superior, came_back) = (false, false, false);
        Me { card: card(1), sealed, as_employee, as_superior, backup, signed: None, spare, came_back }
    }

    #[test]
    fn a_person_keeps_the_key_that_is_stored_and_what_either_tab_did() {
        let mut there = Me { as_employee: true, ..me("new", Some("code"), Backup::None) };
        there.join(Me { as_superior: true, ..me("old", Some("code, old"), Backup::Checked) });
        let both = Me { as_employee: true, as_superior: true, ..me("new", Some("code"), Backup::None) };
        assert_eq!(there, both, "a backup of the old passphrase proves nothing");
        there.join(me("new", None, Backup::Checked));
        assert_eq!(
            there,
            Me { spare: None, backup: Backup::Checked, ..both },
            "a code that is gone stays gone"
        );
        there.join(me("new", Some("code"), Backup::Unchecked));
        assert_eq!((there.spare.as_deref(), there.backup), (None, Backup::Checked));
        let before = there.clone();
        there.join(Me { card: card(2), as_employee: false, ..me("other", None, Backup::None) });
        assert_eq!(there, before, "nothing of somebody else is taken");
    }

    #[test]
    fn a_code_that_was_compared_in_either_tab_is_compared() {
        let contact = |matched: Option<&str>| Contact { card: card(2), matched: matched.map(String::from) };
        for (there, here, both) in
            [(None, Some("today"), "today"), (Some("yesterday"), Some("today"), "yesterday")]
        {
            let mut there = contact(there);
            there.join(contact(here));
            assert_eq!(there.matched.as_deref(), Some(both));
        }
    }

    #[test]
    fn a_ledger_holds_what_either_tab_sent_and_received() {
        let hash = |byte: u8| Hash::of_bytes(&[byte]);
        let ledger = |counter: u64, seen: u64, unsent: bool, head: u8, at: &str| Ledger {
            counter,
            seen: [(card(2).did, seen)].into_iter().collect(),
            letter: counter.to_string(),
            unsent,
            to_pass_on: unsent,
            receipts: vec![Receipt { from: card(2).did, heads: vec![hash(head), hash(9)], at: at.into() }],
            sent: vec![(hash(head), 1), (hash(9), 1)],
        };
        let (older, newer) = (ledger(1, 5, true, 1, "Monday"), ledger(2, 4, false, 2, "Sunday"));
        for (mut there, here) in [(older.clone(), newer.clone()), (newer, older)] {
            there.join(here);
            assert_eq!((there.counter, there.letter.as_str(), there.unsent), (2, "2", true));
            assert!(there.to_pass_on);
            assert_eq!(there.seen.get(&card(2).did), Some(&5));
            let [receipt] = &there.receipts[..] else {
                panic!("one receipt of each person: {:?}", there.receipts);
            };
            let mut heads = receipt.heads.clone();
            heads.sort();
            let mut all = vec![hash(1), hash(2), hash(9)];
            all.sort();
            assert_eq!((heads, receipt.at.as_str()), (all.clone(), "Monday"));
            let mut sent: Vec<Hash> = there.sent.iter().map(|(id, _)| *id).collect();
            sent.sort();
            assert_eq!(sent, all);
        }
    }
}

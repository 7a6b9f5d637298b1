//! What is stored of the person who is in, as it was read: who they are, their dossiers, people, drafts and rule packs.
//!
//! [`entries`] reads and writes it by the names in [`crate::app::key`]; all that is read is untrusted.

pub mod dossiers;
pub mod drafts;
pub mod entries;
pub mod people;
pub mod receipts;
pub mod rule_packs;
pub mod summary;
mod text;
pub mod twins;

pub use text::*;

use crate::app::key::DraftKey;
use crate::app::moment::Moment;
use crate::domain::document::Document;
use crate::domain::stage::Party;
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::{Dossier, Standing};
use crate::seal::key::Did;
use crate::seal::letter::Invitation;
use crate::seal::record::Record;
use crate::table::Table;
use dossiers::Dossiers;
use receipts::Receipt;
use rule_packs::{RulePack, RulePacks};

/// What is stored of one person.
#[derive(Debug, Default)]
pub struct Library {
    /// The time at which it is looked at.
    pub now: Moment,
    /// The rule packs.
    pub rule_packs: RulePacks,
    /// A rule pack that came in and was not taken over yet.
    pub offered_rules: Option<RulePack>,
    /// Who the person is; `None` before the first visit ended.
    pub me: Option<Me>,
    /// Whom they met, by their keys.
    pub contacts: Table<Did, Contact>,
    /// The invitations that came in, by the keys of who invites.
    pub invitations: Table<Did, Invitation>,
    /// The dossiers, by their ids.
    pub dossiers: Dossiers,
    /// What was sent and received for each of them.
    pub ledgers: Table<Hash, Ledger>,
    /// What is being written, by its place.
    pub drafts: Table<DraftKey, Draft>,
    /// Drafts that were put away, by the name of their entry.
    pub past_drafts: Table<String, String>,
    /// What could not be read of the storage, by the names of the entries.
    pub quarantine: Table<String, String>,
    /// When everything was saved outside of the browser.
    pub last_backup: Option<LastBackup>,
    /// The dossiers that were archived and removed.
    pub archived: Table<Hash, Stub>,
}

impl Library {
    /// Begins with these rule packs and nothing else.
    pub fn with(rule_packs: RulePacks) -> Library {
        Library { rule_packs, ..Library::default() }
    }

    /// Gives the side that the person has in a dossier.
    pub fn my_side(&self, dossier: &Dossier) -> Option<Party> {
        self.me.as_ref().and_then(|me| dossier.side_of(&me.card.did))
    }
}

/// Lists the records of a dossier that are kept and can never count as it stands.
pub fn uncounted(dossier: &Dossier) -> impl Iterator<Item = &Record> {
    dossier.records().filter(|record| {
        let standing = dossier.standing(&record.id());
        !matches!(standing, Some(Standing::Counts | Standing::Waiting | Standing::Newer))
    })
}

/// The person of this app.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Me {
    /// Details and key.
    pub card: Card,
    /// The seed, encrypted with the passphrase.
    pub sealed: String,
    /// Whether they have a dossier of their own.
    pub as_employee: bool,
    /// Whether they co-sign dossiers of others.
    pub as_superior: bool,
    /// How safe the key is.
    pub backup: Backup,
    /// The card with the signature of its key, by which it is known in a file; older apps made none.
    pub signed: Option<String>,
    /// The replacement code, encrypted like the seed, until it is kept elsewhere; never in a file.
    pub spare: Option<String>,
    /// Whether the key came to this device from a backup or a replacement code: whoever has one had dossiers.
    pub came_back: bool,
}

/// Whether the key would survive the loss of this browser.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Backup {
    /// No backup file was made.
    None,
    /// A file was made, but nobody looked whether it can be read.
    Unchecked,
    /// The file was read back and holds this key.
    Checked,
}

/// Somebody met. The details here, not those in later files, are what is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    /// Details and key.
    pub card: Card,
    /// When the code was compared in person.
    pub matched: Option<String>,
}

/// What was sent and received for one dossier.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ledger {
    /// The number of cover letters written.
    pub counter: u64,
    /// The highest number seen in the cover letters of each sender.
    pub seen: Table<Did, u64>,
    /// The newest cover letter, as text; empty when none was written.
    pub letter: String,
    /// Whether something was signed that has not been sent.
    pub unsent: bool,
    /// Whether something came in that whoever has to act is not known to have, and that was not sent since.
    pub to_pass_on: bool,
    /// Whether the file was handed to the device, and the person has not said yet whether it was sent.
    pub is_handed_out: bool,
    /// What others are known to have.
    pub receipts: Vec<Receipt>,
    /// The own records that were sent and are not known to have arrived, each with the number of the
    /// newest letter of the other side that was known then.
    pub sent: Vec<(Hash, u64)>,
}

/// The newest time at which everything was saved outside of the browser, and the file was read back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LastBackup {
    /// When.
    pub at: String,
    /// How many records there were.
    pub records: usize,
    /// What stands for their set; older apps did not note it.
    pub mark: Option<Hash>,
}

/// What is remembered of a dossier that was archived and removed from the browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stub {
    /// The other side.
    pub name: String,
    /// Their school; what older apps stored has none.
    pub school: String,
    /// The period.
    pub period: String,
    /// When it was removed.
    pub at: String,
    /// The hash of what was written beside its records, by which it is known when it comes back.
    pub beside: Option<Hash>,
    /// Whether its records came back already.
    pub is_back: bool,
}

/// Unsigned work.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// Counts the writes.
    pub revision: u64,
    /// The time of the last write.
    pub saved_at: String,
    /// The work.
    pub document: Document,
    /// Whether it differs from what is stored.
    pub dirty: bool,
}

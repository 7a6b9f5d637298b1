//! What can happen to the app.

use crate::app::editor::{self, writing_help};
use crate::app::effect::VaultFault;
use crate::app::picked::{self, IncomingFile};
use crate::app::profile::{details, keys, lock, setup};
use crate::app::route::Route;
use crate::app::{backup, environment, pairing, rules, sending, signing, special_cases, window};
use crate::domain::document::Path;
use crate::lang::Lang;
use crate::seal::canonical::Hash;
use crate::seal::key::Seed;
use crate::storage::Stored;

/// One thing that happened.
#[derive(Debug)]
pub enum Message {
    /// The page was opened, or was locked.
    Started {
        /// The profiles of this device in which anything stands, with the text of their person's entry;
        /// `None` where the browser refused to read it.
        profiles: Vec<(u32, Option<String>)>,
        /// The settings of the device, as stored.
        settings: Option<String>,
        /// How the storage stands.
        stored: Stored,
    },
    /// A profile was opened.
    Opened {
        /// Its number.
        profile: u32,
        /// Names and texts of its entries; `None` when they cannot be read.
        entries: Option<Vec<(String, String)>>,
        /// How the storage stands.
        stored: Stored,
    },
    /// The browser said where the page is open.
    Found(environment::Facts),
    /// Something happened between the windows in which this app is open.
    Window(window::Event),
    /// The rule packs that are shipped were fetched, or did not come.
    RulesArrived(Option<String>),
    /// Some time has passed.
    Tick,
    /// The browser was asked to keep the storage, and answered.
    Persisted(bool),
    /// The address changed.
    Routed(Route),
    /// Text was typed, or one item of a list chosen.
    Typed(Path, String),
    /// One of several items was chosen or dropped.
    Chose {
        /// The question.
        field: String,
        /// The item.
        id: String,
        /// Chosen or dropped.
        chosen: bool,
    },
    /// Whether the browser offers to put the app on the home screen.
    Installable(bool),
    /// The device was asked to share or copy something, and answered.
    HandedOut(sending::Answer),
    /// The page has time to go on with what takes long.
    GoOn,
    /// The browser verified signatures.
    Verified {
        /// The question that it is for.
        ticket: u32,
        /// Whether each holds, in their order; `None` when the browser cannot say it, or not as we would.
        answers: Option<Vec<bool>>,
    },
    /// Typing paused.
    SaveDue,
    /// A button was pressed.
    Press(Press),
    /// Files were chosen or dropped.
    Files(Vec<IncomingFile>),
    /// The text of a file was pasted.
    Pasted(String),
    /// A file was looked at.
    Fingerprinted {
        /// What for.
        purpose: picked::Purpose,
        /// What was seen.
        file: Result<picked::Seen, picked::FileFault>,
    },
    /// A seed was encrypted.
    Sealed {
        /// The question that it is for.
        ticket: u32,
        /// The encrypted seed.
        result: Result<String, VaultFault>,
    },
    /// A seed was decrypted.
    Unsealed {
        /// The question that the key is for.
        ticket: u32,
        /// The seed.
        result: Result<Seed, VaultFault>,
    },
    /// Something was to be stored.
    Stored(Stored),
}

/// What a button does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Change the language.
    Language(Lang),
    /// A step of the first visit.
    Setup(setup::Press),
    /// The own key.
    Keys(keys::Press),
    /// Meeting the other side.
    Pairing(pairing::Press),
    /// Working on a form.
    Writing(editor::Press),
    /// What is not the plain way.
    Case(special_cases::Press),
    /// Rule packs.
    Rules(rules::Press),
    /// Help while writing.
    Help(writing_help::Press),
    /// Signing and answering.
    Signing(signing::Press),
    /// The own details.
    Details(details::Press),
    /// Put the app on the home screen.
    Install,
    /// Show more of a long list.
    ShowMore,
    /// Take in no more of the files that wait.
    StopImport,
    /// Take in the second dossier of the same people and period, which was held back.
    KeepBoth(Hash),
    /// Name nobody in the names of files that are sent from now on, or name them again.
    NameNobody(bool),
    /// Sending a file to the other side.
    Sending(sending::Press),
    /// Several people on one device.
    Lock(lock::Press),
    /// Keeping what there is: backups, archives, room.
    Backup(backup::Press),
    /// Show what is typed as a passphrase, or hide it again.
    ShowPassphrase,
    /// Give the person everything as a file.
    Rescue,
    /// Store everything again in a storage that was emptied.
    StoreAgain,
    /// Work in this window from now on.
    TakeOver,
    /// Print the page.
    Print,
    /// Open all signed sheets of a dossier, and print them.
    PrintAll(Hash),
}

//! What the app asks the outside to do. The shell carries the list out in order.

use crate::app::key::Key;
use crate::app::picked::Purpose;
use crate::app::route::Route;
use crate::seal::key::Seed;
use crate::seal::proof::Question;
use crate::storage::Change;
use std::rc::Rc;

/// One thing to do outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Draw the screen anew.
    Render,
    /// Open another address.
    Go(Route),
    /// Move the keyboard focus to the element with this id.
    Focus(String),
    /// Empty the field with this id, because what was pasted there is taken in.
    Empty(String),
    /// Store these changes in their order, and try again what could not be stored before; answered by
    /// [`super::message::Message::Stored`].
    Store(Vec<Change>),
    /// Send [`super::message::Message::SaveDue`] after a pause in typing.
    SaveSoon,
    /// Offer a file to the person.
    Download {
        /// The name of the file.
        name: String,
        /// Its text.
        text: String,
    },
    /// Let the person share a file by what the device has for it; answered by
    /// [`super::message::Message::HandedOut`].
    Share {
        /// The name of the file.
        name: String,
        /// Its text.
        text: String,
        /// The message that goes with it.
        message: String,
    },
    /// Put a text on the clipboard; answered by [`super::message::Message::HandedOut`].
    Copy(String),
    /// Let the person choose one file and look at it; answered by
    /// [`super::message::Message::Fingerprinted`].
    PickFile(Purpose),
    /// Encrypt a seed with a passphrase; answered by `Sealed` with the same ticket.
    Seal {
        /// The question that it is for.
        ticket: u32,
        /// The passphrase.
        passphrase: Secret,
        /// The seed.
        seed: Rc<Seed>,
    },
    /// Decrypt a seed; answered by `Unsealed` with the same ticket.
    Unseal {
        /// The question that the key is for.
        ticket: u32,
        /// The passphrase.
        passphrase: Secret,
        /// What `Seal` gave.
        sealed: String,
    },
    /// Fetch the rule packs that are shipped; answered by [`super::message::Message::RulesArrived`].
    FetchRules {
        /// Whether that was tried before, so that what the browser kept of it is not to be trusted.
        again: bool,
    },
    /// Verify signatures by the browser's own cryptography; answered by
    /// [`super::message::Message::Verified`] with the same ticket.
    Verify {
        /// The question that it is for.
        ticket: u32,
        /// The signatures.
        questions: Vec<Question>,
    },
    /// Answer with [`super::message::Message::GoOn`], once the page had time for whoever uses it.
    GoOn,
    /// Let the browser ask whether the app shall be put on the home screen.
    Install,
    /// Open the browser's dialog for printing.
    Print,
    /// Ask the browser to keep the storage of this page; answered by `Persisted`, or never.
    Persist,
    /// Open the profile of a person; answered by `Opened`.
    Open(u32),
    /// Begin to work with the storage: leave this mark of the window in it, and look who has a profile; answered by
    /// `Started`.
    Begin(String),
    /// Leave this mark in the storage, which was emptied, and go on; answered by
    /// [`super::message::Message::Stored`].
    Claim(String),
    /// Ask the window that works to let go; answered by [`super::message::Message::Window`].
    TakeOver,
    /// Answer with [`super::window::Event::Settled`], once all that was asked for before is done.
    Settle,
    /// Let another window work.
    LetGo,
    /// Look again who has a profile; answered by `Started`.
    Close,
}

/// Why a seed could not be encrypted or decrypted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VaultFault {
    /// The passphrase does not fit, or the text was changed.
    Wrong,
    /// The browser offers no cryptography here, as on a plain http address.
    NotSecure,
}

/// A text that must not appear in any log.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("Secret")
    }
}

/// The effects of one message, being collected.
#[derive(Debug, Default)]
pub struct Effects {
    pub(crate) list: Vec<Effect>,
}

impl Effects {
    pub(crate) fn render(&mut self) {
        if !self.list.iter().any(|effect| matches!(effect, Effect::Render)) {
            self.list.push(Effect::Render);
        }
    }

    pub(crate) fn go(&mut self, route: Route) {
        self.list.push(Effect::Go(route));
    }

    pub(crate) fn focus(&mut self, id: impl Into<String>) {
        self.list.push(Effect::Focus(id.into()));
    }

    /// Stores a text. All changes of one message are stored in the order in which they are asked for.
    pub(crate) fn put(&mut self, key: Key, text: String) {
        self.store(Change::Put { name: key.name(), text });
    }

    pub(crate) fn delete(&mut self, key: Key) {
        self.store(Change::Delete(key.name()));
    }

    pub(crate) fn store(&mut self, change: Change) {
        let stored = self.list.iter_mut().find_map(|effect| match effect {
            Effect::Store(changes) => Some(changes),
            _ => None,
        });
        match stored {
            Some(changes) => changes.push(change),
            None => self.list.push(Effect::Store(vec![change])),
        }
    }

    pub(crate) fn download(&mut self, name: String, text: String) {
        self.list.push(Effect::Download { name, text });
    }

    pub(crate) fn push(&mut self, effect: Effect) {
        self.list.push(effect);
    }
}

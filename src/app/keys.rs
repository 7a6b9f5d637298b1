//! What happens to the own key after the first visit: the replacement code is shown once more and kept
//! elsewhere, and the passphrase is changed. How a lost key is replaced in a dossier: [`super::lost`].

use crate::app::effect::{Effect, Effects, Secret};
use crate::app::key::Key;
use crate::app::library::{self, Backup, Me};
use crate::app::message::VaultFault;
use crate::app::setup::passphrase_problems;
use crate::app::signing::{self, Pending};
use crate::app::{App, World};
use crate::domain::document::Path;
use crate::domain::problem::{Fault, Problem};
use crate::lang::fill;
use crate::seal::canonical::Hash;
use crate::seal::key::{Seed, SigningKey};
use crate::seal::spare;
use std::rc::Rc;

/// The work on the page of the person that concerns the key.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// The replacement code while it is shown; empty while it is not.
    pub code: Secret,
    /// The passphrase as it was.
    pub old: Secret,
    /// The new one.
    pub new: Secret,
    /// The new one, typed again.
    pub repeat: Secret,
    /// How the change of the passphrase stands.
    pub change: Change,
    /// The number under which the key was asked for.
    ticket: u32,
    /// The key under the new passphrase, while the code is not.
    sealed: Option<String>,
}

/// How a change of the passphrase stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Change {
    /// Nothing was asked.
    #[default]
    None,
    /// The key is being opened and sealed.
    Busy,
    /// It is changed.
    Done,
    /// The key could not be opened or sealed. Nothing changed.
    Fault(VaultFault),
}

/// The buttons around the own key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Show the replacement code.
    Show,
    /// Give it as a text file.
    Save,
    /// Take it off this device, because it is kept elsewhere.
    LastBackup,
    /// Change the passphrase.
    Change,
}

/// Gives the promise of a code.
pub fn promise(code: &[u8; spare::BYTES]) -> Hash {
    SigningKey::from_seed(&spare::seed(code)).did().hash()
}

/// Puts a code in the shape of a seed, in which it can be sealed.
pub fn boxed(code: &[u8; spare::BYTES]) -> Rc<Seed> {
    let mut bytes = [0; 32];
    bytes[..spare::BYTES].copy_from_slice(code);
    Rc::new(Seed::from_bytes(bytes))
}

/// Puts typed text in place.
pub fn type_in(app: &mut App, path: &Path, text: &str) {
    let keys = &mut app.page.keys;
    match path.field() {
        "passphrase-old" => keys.old.0 = text.to_string(),
        "passphrase" => keys.new.0 = text.to_string(),
        "repeat" => keys.repeat.0 = text.to_string(),
        _ => {}
    }
}

/// Carries out a button.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    let t = app.lang.texts();
    let Some(me) = &mut app.library.me else {
        return;
    };
    match press {
        Press::Show => signing::begin(app, Pending::Code, effects),
        Press::Save => {
            let title = fill(t.keys.file, &[me.card.person.name()]);
            let text = [&title, app.page.keys.code.0.as_str(), t.keys.spare_lead, ""].join("\n\n");
            effects.download("paraf-kode-pengganti.txt".into(), text);
        }
        // What was never shown cannot be kept elsewhere.
        Press::LastBackup if app.page.keys.code.0.is_empty() => {}
        Press::LastBackup => {
            me.spare = None;
            effects.put(Key::Me, library::me_to_json(me));
            app.page.keys.code = Secret::default();
            effects.focus("heading");
        }
        Press::Change => change(app, effects),
    }
}

/// Shows the code that was opened.
pub fn show(app: &mut App, boxed: &Seed, effects: &mut Effects) {
    let mut code = [0; spare::BYTES];
    code.copy_from_slice(&boxed.bytes()[..spare::BYTES]);
    app.page.keys.code = Secret(spare::line(&code));
    effects.focus("save-code");
}

fn change(app: &mut App, effects: &mut Effects) {
    let (Some(me), keys) = (&app.library.me, &mut app.page.keys) else {
        return;
    };
    if keys.change == Change::Busy {
        return;
    }
    let mut problems = passphrase_problems(&keys.new, &keys.repeat);
    if keys.old.0.is_empty() {
        problems.insert(0, Problem { path: Path::Field("passphrase-old".into()), fault: Fault::Missing });
    }
    if problems.is_empty() {
        keys.sealed = None;
        let sealed = me.sealed.clone();
        open(app, sealed, effects);
    } else {
        keys.change = Change::None;
        effects.focus("summary");
    }
    app.page.problems = problems;
}

fn open(app: &mut App, sealed: String, effects: &mut Effects) {
    app.ticket += 1;
    let keys = &mut app.page.keys;
    (keys.ticket, keys.change) = (app.ticket, Change::Busy);
    effects.push(Effect::Unseal { ticket: keys.ticket, passphrase: keys.old.clone(), sealed });
}

/// Takes what was opened with the old passphrase. Gives it back when it is not for here.
pub fn unsealed(
    app: &mut App,
    ticket: u32,
    result: Result<Seed, VaultFault>,
    effects: &mut Effects,
) -> Option<Result<Seed, VaultFault>> {
    let keys = &mut app.page.keys;
    if keys.change != Change::Busy || keys.ticket != ticket {
        return Some(result);
    }
    let did = app.library.me.as_ref().map(|me| &me.card.did);
    match result {
        Ok(seed) if keys.sealed.is_some() || did == Some(SigningKey::from_seed(&seed).did()) => {
            effects.push(Effect::Seal { ticket, passphrase: keys.new.clone(), seed: Rc::new(seed) });
        }
        other => {
            keys.change = Change::Fault(other.err().unwrap_or(VaultFault::Wrong));
            keys.old = Secret::default();
            effects.focus("passphrase-old");
        }
    }
    effects.render();
    None
}

/// Takes what was sealed with the new passphrase: first the key, then the code if it is still here.
/// Both are written at once.
/// What was sealed for a change that was given up is forgotten.
pub fn sealed(app: &mut App, ticket: u32, result: Result<String, VaultFault>, effects: &mut Effects) {
    let (Some(me), keys) = (&app.library.me, &mut app.page.keys) else {
        return;
    };
    if keys.change != Change::Busy || keys.ticket != ticket {
        return;
    }
    effects.render();
    let text = match result {
        Ok(text) => text,
        Err(fault) => {
            keys.change = Change::Fault(fault);
            return;
        }
    };
    let changed = |sealed, spare| Me { sealed, spare, backup: Backup::None, ..me.clone() };
    let changed = match (keys.sealed.take(), &me.spare) {
        (Some(sealed), _) => changed(sealed, Some(text)),
        (None, None) => changed(text, None),
        (None, Some(spare)) => {
            keys.sealed = Some(text);
            let spare = spare.clone();
            open(app, spare, effects);
            return;
        }
    };
    effects.put(Key::Me, library::me_to_json(&changed));
    effects.focus("heading");
    app.library.me = Some(changed);
    app.page.keys = Keys { change: Change::Done, ..Keys::default() };
}

/// Makes a new key, or the one of a code; with it the code that the new card promises.
pub fn fresh(world: &World, code: &str) -> Option<(Seed, [u8; spare::BYTES])> {
    let seed = match code.trim() {
        "" => Seed::from_bytes(world.entropy),
        code => spare::seed(&spare::read(code)?),
    };
    Some((seed, world.spare))
}

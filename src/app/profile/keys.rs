//! What happens to the own key after the first visit: the replacement code is shown once more and kept
//! elsewhere, and the passphrase is changed. How a lost key is replaced in a dossier: [`crate::app::duties::key_recovery`].

use crate::app::context::Context;
use crate::app::effect::{Effect, Secret, VaultFault};
use crate::app::key::Key;
use crate::app::library::{self, Backup, Me};
use crate::app::moment::World;
use crate::app::pending::Pending;
use crate::domain::document::Path;
use crate::domain::passphrase::{is_same, weakness};
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

/// Says what is wrong with a new passphrase.
pub fn weak(field: &str, passphrase: &Secret) -> Option<Problem> {
    let path = Path::Field(field.into());
    weakness(&passphrase.0).map(|fault| Problem { path, fault })
}

fn passphrase_problems(passphrase: &Secret, repeat: &Secret) -> Vec<Problem> {
    let differs = || Problem { path: Path::Field("repeat".into()), fault: Fault::PassphraseDiffers };
    let differing = (!is_same(&passphrase.0, &repeat.0)).then(differs);
    weak("passphrase", passphrase).or(differing).into_iter().collect()
}

/// Puts typed text in place.
pub fn type_in(keys: &mut Keys, path: &Path, text: &str) {
    match path.field() {
        "passphrase-old" => keys.old.0 = text.to_string(),
        "passphrase" => keys.new.0 = text.to_string(),
        "repeat" => keys.repeat.0 = text.to_string(),
        _ => {}
    }
}

/// Carries out a button; gives what the person wants to open with the passphrase.
pub fn press(keys: &mut Keys, press: Press, cx: &mut Context) -> Option<Pending> {
    let t = cx.lang.texts();
    let me = cx.library.me.as_mut()?;
    match press {
        Press::Show => return Some(Pending::Code),
        Press::Save => {
            let title = fill(t.keys.file, &[me.card.person.name()]);
            let text = [&title, keys.code.0.as_str(), t.keys.spare_lead, ""].join("\n\n");
            cx.effects.download("paraf-kode-pengganti.txt".into(), text);
        }
        // What was never shown cannot be kept elsewhere.
        Press::LastBackup if keys.code.0.is_empty() => {}
        Press::LastBackup => {
            me.spare = None;
            cx.effects.put(Key::Me, library::me_to_json(me));
            keys.code = Secret::default();
            cx.effects.focus("heading");
        }
        Press::Change => change(keys, cx),
    }
    None
}

/// Shows the code that was opened.
pub fn show(keys: &mut Keys, boxed: &Seed, cx: &mut Context) {
    let mut code = [0; spare::BYTES];
    code.copy_from_slice(&boxed.bytes()[..spare::BYTES]);
    keys.code = Secret(spare::line(&code));
    cx.effects.focus("save-code");
}

fn change(keys: &mut Keys, cx: &mut Context) {
    let Some(me) = &cx.library.me else {
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
        open(keys, sealed, cx);
    } else {
        keys.change = Change::None;
        cx.effects.focus("summary");
    }
    cx.page.problems = problems;
}

fn open(keys: &mut Keys, sealed: String, cx: &mut Context) {
    (keys.ticket, keys.change) = (cx.page.next_ticket(), Change::Busy);
    cx.effects.push(Effect::Unseal { ticket: keys.ticket, passphrase: keys.old.clone(), sealed });
}

/// Takes what was opened with the old passphrase. Gives it back when it is not for here.
pub fn unsealed(
    keys: &mut Keys,
    ticket: u32,
    result: Result<Seed, VaultFault>,
    cx: &mut Context,
) -> Option<Result<Seed, VaultFault>> {
    if keys.change != Change::Busy || keys.ticket != ticket {
        return Some(result);
    }
    let did = cx.library.me.as_ref().map(|me| &me.card.did);
    match result {
        Ok(seed) if keys.sealed.is_some() || did == Some(SigningKey::from_seed(&seed).did()) => {
            cx.effects.push(Effect::Seal { ticket, passphrase: keys.new.clone(), seed: Rc::new(seed) });
        }
        other => {
            keys.change = Change::Fault(other.err().unwrap_or(VaultFault::Wrong));
            keys.old = Secret::default();
            cx.effects.focus("passphrase-old");
        }
    }
    cx.effects.render();
    None
}

/// Takes what was sealed with the new passphrase: first the key, then the code if it is still here.
/// Both are written at once.
/// What was sealed for a change that was given up is forgotten.
pub fn sealed(keys: &mut Keys, ticket: u32, result: Result<String, VaultFault>, cx: &mut Context) {
    let Some(me) = &cx.library.me else {
        return;
    };
    if keys.change != Change::Busy || keys.ticket != ticket {
        return;
    }
    cx.effects.render();
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
            open(keys, spare, cx);
            return;
        }
    };
    cx.effects.put(Key::Me, library::me_to_json(&changed));
    cx.effects.focus("heading");
    cx.library.me = Some(changed);
    *keys = Keys { change: Change::Done, ..Keys::default() };
}

/// Makes a new key, or the one of a code; with it the code that the new card promises.
pub fn fresh(world: &World, code: &str) -> Option<(Seed, [u8; spare::BYTES])> {
    let seed = match code.trim() {
        "" => Seed::from_bytes(world.entropy),
        code => spare::seed(&spare::read(code)?),
    };
    Some((seed, world.spare))
}

//! The first visit: who are you, with a passphrase for your signature, and a backup.

mod typed;

use crate::app::backup;
use crate::app::context::Context;
use crate::app::effect::{Effect, Secret, VaultFault};
use crate::app::environment::Place;
use crate::app::key::Key;
use crate::app::library::{self, Backup, Me};
use crate::app::moment::World;
use crate::app::profile::keys::{self, Keys};
use crate::app::route::Route;
use crate::domain::document::Path;
use crate::domain::person::PersonInput;
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::Party;
use crate::seal::archive::Archive;
use crate::seal::canonical::written;
use crate::seal::card::Card;
use crate::seal::key::{Seed, SigningKey};
use crate::seal::{spare, strict};
use std::rc::Rc;
use typed::forget;
pub use typed::{edit, end_editing, resume, save};

/// The question, and its only answer, whether somebody only tries things out.
pub const TRIAL: &str = "trial";

/// The question from which day on changed details hold.
pub const EFFECTIVE: &str = "effective";
/// The question in which dossiers the changed office and school hold.
pub const PLACES: &str = "places";

/// The steps, in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Step {
    /// Name, office, school, numbers, roles, and the passphrase.
    #[default]
    Details,
    /// Saving the backup file and reading it back.
    Backup,
}

/// The state of the first visit.
#[derive(Debug, Default)]
pub struct Setup {
    /// The step that is open.
    pub step: Step,
    /// What was typed about the person.
    pub input: PersonInput,
    /// The day from which changed details hold, on the page of changing them.
    pub effective: String,
    /// Where the changed office and school hold, once that was chosen; empty before.
    pub places: String,
    /// Whether they will have a dossier of their own.
    pub as_employee: bool,
    /// Whether they will co-sign for others.
    pub as_superior: bool,
    /// Whether they said that they only try things out, in a window that forgets everything.
    pub only_tries: bool,
    /// The passphrase.
    pub passphrase: Secret,
    /// Whether the key is being encrypted.
    pub busy: bool,
    /// Why the last attempt failed.
    pub fault: Option<VaultFault>,
    /// A key from a backup file, before its passphrase was given.
    pub restoring: Option<Me>,
    /// What else the file holds from which a key is restored.
    pub rest: Option<Archive>,
    /// Whether the file that was chosen as backup holds another key.
    pub wrong_backup: bool,
    /// The code from which the key is made anew, as it was typed.
    pub code: Secret,
    /// The person whose key is being encrypted, by which passphrase, and with which code.
    pending: Option<Made>,
    /// What is stored of who the person says they are.
    stored: String,
    ticket: u32,
}

impl Setup {
    /// Says whether a key of a backup is being opened, and was asked for under this number.
    pub fn restores(&self, ticket: u32) -> bool {
        self.busy && self.ticket == ticket
    }
}

/// A person whose key was made, until it is encrypted.
#[derive(Debug)]
struct Made {
    me: Me,
    passphrase: Secret,
    code: [u8; spare::BYTES],
    seed: Rc<Seed>,
}

/// The buttons of the first visit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Make the key, or open that of a backup.
    Next,
    /// End the first visit, with the backup checked or not.
    Finish,
    /// Give up restoring from a file.
    StopRestoring,
}

/// Puts typed text in place.
pub fn type_in(setup: &mut Setup, path: &Path, text: &str, cx: &mut Context) {
    if let Some(line) = setup.line(path.field()) {
        *line = text.to_string();
        cx.effects.push(Effect::SaveSoon);
    }
}

/// Chooses or drops a role.
pub fn choose(setup: &mut Setup, id: &str, chosen: bool) {
    match id {
        "employee" => setup.as_employee = chosen,
        "superior" => setup.as_superior = chosen,
        TRIAL => setup.only_tries = chosen,
        _ => {}
    }
}

/// Begins as somebody who will have this side; what else one is can be chosen on the page.
pub fn begin_as(setup: &mut Setup, party: Party) {
    (setup.as_employee, setup.as_superior) = (party == Party::Employee, party == Party::Superior);
}

/// Carries out a button.
pub fn press(setup: &mut Setup, press: Press, place: Place, world: &World, cx: &mut Context) {
    setup.fault = None;
    match press {
        // A key that is made inside another app is out of reach as soon as one leaves it.
        Press::Next if matches!(place, Place::InApp(_)) => {}
        Press::Next if setup.restoring.is_some() => restore(setup, cx),
        Press::Next if !setup.busy => {
            cx.page.problems = problems(setup, place == Place::Private);
            if cx.page.problems.is_empty() {
                make_key(setup, world, cx);
            } else {
                cx.effects.focus("summary");
                cx.page.layout += 1;
            }
        }
        Press::Next => {}
        Press::Finish => {
            *setup = Setup::default();
            cx.effects.go(Route::Home);
        }
        Press::StopRestoring => {
            (setup.restoring, setup.rest) = (None, None);
            setup.busy = false;
            cx.page.layout += 1;
        }
    }
}

fn problems(setup: &Setup, is_private: bool) -> Vec<Problem> {
    let mut problems = setup.input.check().err().unwrap_or_default();
    if is_private && !setup.only_tries {
        problems.insert(0, Problem { path: Path::Field(TRIAL.into()), fault: Fault::NotTrial });
    }
    if !setup.as_employee && !setup.as_superior {
        problems.push(Problem { path: Path::Field("roles".into()), fault: Fault::NoRole });
    }
    if !setup.code.0.trim().is_empty() && spare::read(&setup.code.0).is_none() {
        problems.push(Problem { path: Path::Field("code".into()), fault: Fault::NotACode });
    }
    problems.extend(keys::weak("passphrase", &setup.passphrase));
    problems
}

fn make_key(setup: &mut Setup, world: &World, cx: &mut Context) {
    let made = keys::fresh(world, &setup.code.0);
    let (Ok(person), Some((seed, code))) = (setup.input.check(), made) else {
        return;
    };
    let key = SigningKey::from_seed(&seed);
    let card = Card { did: key.did().clone(), person, next: Some(keys::promise(&code)) };
    let me = Me {
        signed: Some(written(&card.signed(&key, &cx.library.now.stamp()))),
        card,
        sealed: String::new(),
        as_employee: setup.as_employee,
        as_superior: setup.as_superior,
        backup: Backup::None,
        spare: None,
        came_back: !setup.code.0.trim().is_empty(),
    };
    let passphrase = setup.passphrase.clone();
    let seed = Rc::new(seed);
    setup.pending = Some(Made { me, passphrase: passphrase.clone(), code, seed: Rc::clone(&seed) });
    seal(setup, passphrase, seed, cx);
}

fn seal(setup: &mut Setup, passphrase: Secret, seed: Rc<Seed>, cx: &mut Context) {
    (setup.ticket, setup.busy) = (cx.page.next_ticket(), true);
    cx.effects.push(Effect::Seal { ticket: setup.ticket, passphrase, seed });
}

/// Takes the encrypted seed, then the encrypted code, and keeps the person.
pub fn sealed(
    setup: &mut Setup,
    keys: &mut Keys,
    ticket: u32,
    result: Result<String, VaultFault>,
    cx: &mut Context,
) {
    let is_ours = setup.ticket == ticket;
    let Some(Made { mut me, passphrase, code, seed }) = setup.pending.take_if(|_| is_ours) else {
        keys::sealed(keys, ticket, result, cx);
        return;
    };
    setup.busy = false;
    match result {
        // Whoever is here already stays.
        Ok(_) if cx.library.me.is_some() => cx.effects.go(Route::Home),
        Ok(sealed) if me.sealed.is_empty() => {
            me.sealed = sealed;
            seal(setup, passphrase.clone(), keys::boxed(&code), cx);
            setup.pending = Some(Made { me, passphrase, code, seed });
        }
        Ok(sealed) => {
            me.spare = Some(sealed);
            keys.code = Secret(spare::line(&code));
            cx.effects.put(Key::Me, library::me_to_json(&me));
            cx.library.me = Some(me);
            cx.sitting.begin(seed, cx.library.now);
            setup.passphrase = Secret::default();
            setup.code = Secret::default();
            setup.step = Step::Backup;
            forget(cx.effects);
            cx.page.layout += 1;
            cx.effects.focus("heading");
        }
        Err(fault) => setup.fault = Some(fault),
    }
    cx.effects.render();
}

/// Takes in a file that holds nothing but a key, as earlier versions wrote them: checks that it is the key of this
/// person, or begins to restore it.
pub fn take_backup(setup: &mut Setup, text: &str, cx: &mut Context) -> bool {
    let read = strict::parse(text).ok();
    let Some(there) = read.as_ref().and_then(library::me_from_json) else {
        return false;
    };
    if cx.library.me.is_none() {
        begin_restoring(setup, there, None, cx);
    } else if backup::note_key(&there, cx) {
        setup.wrong_backup = false;
        // The page that says so may be another one.
        match cx.page.route {
            Route::Setup | Route::Me => cx.effects.focus("heading"),
            Route::Receive => cx.effects.go(Route::Me),
            _ => {}
        }
    } else {
        setup.wrong_backup = true;
    }
    true
}

/// Begins to restore a person from a file, and then everything else that the file holds.
pub fn begin_restoring(setup: &mut Setup, me: Me, rest: Option<Archive>, cx: &mut Context) {
    setup.restoring = Some(me);
    setup.rest = rest;
    setup.passphrase = Secret::default();
    cx.page.layout += 1;
    cx.effects.go(Route::Setup);
}

fn restore(setup: &mut Setup, cx: &mut Context) {
    if let Some(me) = &setup.restoring
        && !setup.busy
    {
        setup.busy = true;
        setup.ticket = cx.page.next_ticket();
        cx.effects.push(Effect::Unseal {
            ticket: setup.ticket,
            passphrase: setup.passphrase.clone(),
            sealed: me.sealed.clone(),
        });
    }
}

/// Takes the decrypted seed of a backup and, when it is the key that the file names, keeps the person. Gives what else
/// the file holds, which is theirs.
pub fn restored(setup: &mut Setup, result: Result<Seed, VaultFault>, cx: &mut Context) -> Option<Archive> {
    setup.busy = false;
    cx.effects.render();
    let mut me = setup.restoring.take()?;
    if cx.library.me.is_some() {
        // Whoever is here already stays.
        *setup = Setup::default();
        cx.effects.go(Route::Home);
        return None;
    }
    let seed = match result {
        Ok(seed) if *SigningKey::from_seed(&seed).did() == me.card.did => seed,
        result => {
            setup.fault = Some(result.err().unwrap_or(VaultFault::Wrong));
            setup.restoring = Some(me);
            return None;
        }
    };
    (me.backup, me.came_back) = (Backup::Checked, true);
    me.spare = None;
    let signed = me.signed.as_ref().and_then(|signed| strict::parse(signed).ok());
    if !signed.is_some_and(|signed| me.card.is_signed(&signed)) {
        // Whoever changed the file could have promised a key of theirs, and would own this one by it.
        me.card.next = None;
        me.signed = Some(written(&me.card.signed(&SigningKey::from_seed(&seed), &cx.library.now.stamp())));
    }
    cx.effects.put(Key::Me, library::me_to_json(&me));
    cx.library.me = Some(me);
    cx.sitting.begin(Rc::new(seed), cx.library.now);
    let rest = setup.rest.take();
    *setup = Setup::default();
    forget(cx.effects);
    cx.effects.go(Route::Home);
    rest
}

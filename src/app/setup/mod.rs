//! The first visit: who are you, a passphrase for your signature, a backup file of the key.

mod typed;

use crate::app::effect::{Effect, Effects, Secret};
use crate::app::environment::Place;
use crate::app::key::Key;
use crate::app::library::{self, Backup, Me};
use crate::app::message::VaultFault;
use crate::app::route::Route;
use crate::app::{App, World, backup, inbox, keys};
use crate::domain::document::Path;
use crate::domain::passphrase::{is_same, weakness};
use crate::domain::person::PersonInput;
use crate::domain::problem::{Fault, Problem};
use crate::seal::archive::Archive;
use crate::seal::canonical::written;
use crate::seal::card::Card;
use crate::seal::key::{Seed, SigningKey};
use crate::seal::{bundle, spare, strict};
use std::rc::Rc;
use typed::forget;
pub use typed::{edit, end_editing, resume, save};

/// The question, and its only answer, whether somebody only tries things out.
pub const TRIAL: &str = "trial";

/// The steps, in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Step {
    /// Name, office, school, numbers, roles.
    #[default]
    Details,
    /// The passphrase.
    Passphrase,
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
    /// The passphrase, typed again.
    pub repeat: Secret,
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
    pending: Option<(Me, Secret, [u8; spare::BYTES])>,
    /// What is stored of who the person says they are.
    stored: String,
    ticket: u32,
}

/// The buttons of the first visit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Go on to the next step.
    Next,
    /// Go back one step.
    Back,
    /// Give the backup file.
    SaveBackup,
    /// End the first visit, with the backup checked or not.
    Finish,
    /// Give up restoring from a file.
    StopRestoring,
}

/// Puts typed text in place.
pub fn type_in(app: &mut App, path: &Path, text: &str, effects: &mut Effects) {
    if let Some(line) = app.setup.line(path.field()) {
        *line = text.to_string();
        effects.push(Effect::SaveSoon);
    }
}

/// Chooses or drops a role.
pub fn choose(app: &mut App, id: &str, chosen: bool) {
    match id {
        "employee" => app.setup.as_employee = chosen,
        "superior" => app.setup.as_superior = chosen,
        TRIAL => app.setup.only_tries = chosen,
        _ => {}
    }
}

/// Carries out a button.
pub fn press(app: &mut App, press: Press, world: &World, effects: &mut Effects) {
    app.setup.fault = None;
    match press {
        // A key that is made inside another app is out of reach as soon as one leaves it.
        Press::Next if matches!(app.environment, Place::InApp(_)) => {}
        Press::Next if app.setup.restoring.is_some() => restore(app, effects),
        Press::Next if app.setup.step == Step::Details => {
            app.page.problems = detail_problems(app);
            if app.page.problems.is_empty() {
                app.setup.step = Step::Passphrase;
                effects.focus("heading");
            } else {
                effects.focus("summary");
            }
            app.layout += 1;
        }
        Press::Next => make_key(app, world, effects),
        Press::Back => {
            app.setup.step = Step::Details;
            app.page.problems.clear();
            app.layout += 1;
            effects.focus("heading");
        }
        Press::SaveBackup => {
            if let Some(me) = &mut app.library.me {
                effects.download(
                    "paraf-kunci-cadangan.json".into(),
                    bundle::write_backup(&library::me_to_file(me)),
                );
                if me.backup == Backup::None {
                    me.backup = Backup::Unchecked;
                    effects.put(Key::Me, library::me_to_json(me));
                }
            }
        }
        Press::Finish => {
            app.setup = Setup::default();
            effects.go(Route::Home);
        }
        Press::StopRestoring => {
            (app.setup.restoring, app.setup.rest) = (None, None);
            app.setup.busy = false;
            app.layout += 1;
        }
    }
}

fn detail_problems(app: &App) -> Vec<Problem> {
    let setup = &app.setup;
    let mut problems = setup.input.check().err().unwrap_or_default();
    if app.environment == Place::Private && !setup.only_tries {
        problems.insert(0, Problem { path: Path::Field(TRIAL.into()), fault: Fault::NotTrial });
    }
    if !setup.as_employee && !setup.as_superior {
        problems.push(Problem { path: Path::Field("roles".into()), fault: Fault::NoRole });
    }
    if !setup.code.0.trim().is_empty() && spare::read(&setup.code.0).is_none() {
        problems.push(Problem { path: Path::Field("code".into()), fault: Fault::NotACode });
    }
    problems
}

/// Says what is wrong with a new passphrase.
pub fn passphrase_problems(passphrase: &Secret, repeat: &Secret) -> Vec<Problem> {
    let problem = |field: &str, fault| vec![Problem { path: Path::Field(field.into()), fault }];
    if let Some(weakness) = weakness(&passphrase.0) {
        problem("passphrase", weakness)
    } else if !is_same(&passphrase.0, &repeat.0) {
        problem("repeat", Fault::PassphraseDiffers)
    } else {
        Vec::new()
    }
}

fn make_key(app: &mut App, world: &World, effects: &mut Effects) {
    if app.setup.busy {
        return;
    }
    app.page.problems = passphrase_problems(&app.setup.passphrase, &app.setup.repeat);
    let made = keys::fresh(world, &app.setup.code.0);
    let (Ok(person), Some((seed, code))) = (app.setup.input.check(), made) else {
        app.setup.step = Step::Details;
        return;
    };
    if !app.page.problems.is_empty() {
        effects.focus("summary");
        return;
    }
    let key = SigningKey::from_seed(&seed);
    let card = Card { did: key.did().clone(), person, next: Some(keys::promise(&code)) };
    let me = Me {
        signed: Some(written(&card.signed(&key, &app.library.now.stamp()))),
        card,
        sealed: String::new(),
        as_employee: app.setup.as_employee,
        as_superior: app.setup.as_superior,
        backup: Backup::None,
        spare: None,
        came_back: !app.setup.code.0.trim().is_empty(),
    };
    let passphrase = app.setup.passphrase.clone();
    app.setup.pending = Some((me, passphrase.clone(), code));
    seal(app, passphrase, Rc::new(seed), effects);
}

fn seal(app: &mut App, passphrase: Secret, seed: Rc<Seed>, effects: &mut Effects) {
    app.ticket += 1;
    (app.setup.ticket, app.setup.busy) = (app.ticket, true);
    effects.push(Effect::Seal { ticket: app.ticket, passphrase, seed });
}

/// Takes the encrypted seed, then the encrypted code, and keeps the person.
pub fn sealed(app: &mut App, ticket: u32, result: Result<String, VaultFault>, effects: &mut Effects) {
    let is_ours = app.setup.ticket == ticket;
    let Some((mut me, passphrase, code)) = app.setup.pending.take_if(|_| is_ours) else {
        keys::sealed(app, ticket, result, effects);
        return;
    };
    app.setup.busy = false;
    match result {
        // Whoever is here already stays.
        Ok(_) if app.library.me.is_some() => effects.go(Route::Home),
        Ok(sealed) if me.sealed.is_empty() => {
            me.sealed = sealed;
            seal(app, passphrase.clone(), keys::boxed(&code), effects);
            app.setup.pending = Some((me, passphrase, code));
        }
        Ok(sealed) => {
            me.spare = Some(sealed);
            app.page.keys.code = Secret(spare::line(&code));
            effects.put(Key::Me, library::me_to_json(&me));
            app.library.me = Some(me);
            app.setup.passphrase = Secret::default();
            app.setup.repeat = Secret::default();
            app.setup.code = Secret::default();
            app.setup.step = Step::Backup;
            forget(effects);
            app.layout += 1;
            effects.focus("heading");
        }
        Err(fault) => app.setup.fault = Some(fault),
    }
    effects.render();
}

/// Takes in a key backup file: checks that it holds the key of this app, or begins to restore it.
pub fn take_backup(app: &mut App, text: &str, effects: &mut Effects) -> bool {
    let read = strict::parse(text).ok();
    let Some(backup) = read.as_ref().and_then(library::me_from_json) else {
        return false;
    };
    match &mut app.library.me {
        Some(me) if me.card.did == backup.card.did && me.sealed == backup.sealed => {
            me.backup = Backup::Checked;
            app.setup.wrong_backup = false;
            effects.put(Key::Me, library::me_to_json(me));
            // The page that says so may be another one.
            match app.route {
                Route::Setup | Route::Me => effects.focus("heading"),
                Route::Receive => effects.go(Route::Me),
                _ => {}
            }
        }
        Some(_) => app.setup.wrong_backup = true,
        None => begin_restoring(app, backup, None, effects),
    }
    true
}

/// Begins to restore a person from a file, and then everything else that the file holds.
pub fn begin_restoring(app: &mut App, me: Me, rest: Option<Archive>, effects: &mut Effects) {
    app.setup.restoring = Some(me);
    app.setup.rest = rest;
    app.setup.passphrase = Secret::default();
    app.layout += 1;
    effects.go(Route::Setup);
}

fn restore(app: &mut App, effects: &mut Effects) {
    if let Some(me) = &app.setup.restoring
        && !app.setup.busy
    {
        app.setup.busy = true;
        app.ticket += 1;
        app.setup.ticket = app.ticket;
        effects.push(Effect::Unseal {
            ticket: app.ticket,
            passphrase: app.setup.passphrase.clone(),
            sealed: me.sealed.clone(),
        });
    }
}

/// Takes the decrypted seed of a backup and, when it is the key that the file names, keeps the
/// person. Says whether a restore was under way.
pub fn restored(
    app: &mut App,
    ticket: u32,
    result: &Result<Seed, VaultFault>,
    effects: &mut Effects,
) -> bool {
    if !app.setup.busy || app.setup.ticket != ticket {
        return false;
    }
    app.setup.busy = false;
    let Some(mut me) = app.setup.restoring.take() else {
        return true;
    };
    if app.library.me.is_some() {
        // Whoever is here already stays.
        app.setup = Setup::default();
        effects.go(Route::Home);
        return true;
    }
    match result {
        Ok(seed) if *SigningKey::from_seed(seed).did() == me.card.did => {
            (me.backup, me.came_back) = (Backup::Checked, true);
            me.spare = None;
            let signed = me.signed.as_ref().and_then(|signed| strict::parse(signed).ok());
            if !signed.is_some_and(|signed| me.card.is_signed(&signed)) {
                // Whoever changed the file could have promised a key of theirs, and would own this one by it.
                me.card.next = None;
                me.signed =
                    Some(written(&me.card.signed(&SigningKey::from_seed(seed), &app.library.now.stamp())));
            }
            effects.put(Key::Me, library::me_to_json(&me));
            app.library.me = Some(me);
            let rest = app.setup.rest.take();
            app.setup = Setup::default();
            forget(effects);
            if let Some(rest) = rest {
                let is_whole = !rest.is_part;
                inbox::take_all(app, rest, true, effects);
                // Of one part nobody knows whether the others are at hand.
                if is_whole {
                    backup::remember(&mut app.library, effects);
                }
            }
            effects.go(Route::Home);
        }
        Ok(_) | Err(_) => {
            app.setup.fault = Some(result.as_ref().err().copied().unwrap_or(VaultFault::Wrong));
            app.setup.restoring = Some(me);
        }
    }
    effects.render();
    true
}

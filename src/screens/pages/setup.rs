//! The first visit: one page, and the backup, which may wait.
use crate::app::App;
use crate::app::effect::VaultFault;
use crate::app::environment::Place;
use crate::app::library::{Backup, Me};
use crate::app::message::Press;
use crate::app::profile::setup::{self, Step, TRIAL};
use crate::app::route::Route;
use crate::domain::passphrase::PASSPHRASE_MIN;
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, InputKind, Opt, Section};
use crate::screens::block::{Block, Button, Notice, Tone, Weight};
use crate::screens::parts::meaning::meaning;
use crate::screens::parts::person::{self, person_inputs};
use crate::screens::parts::{arrivals, keys, names, problems};
use crate::screens::screen::Screen;

/// Gives the page of the first visit.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let setup = &app.setup;
    let mut screen = match setup.step {
        _ if app.library.me.is_none() && matches!(app.environment, Place::InApp(_)) => in_app(app, t),
        _ if setup.restoring.is_some() => restore(app, t),
        Step::Backup => backup(app, t),
        _ if app.library.me.is_some() => {
            let mut screen = Screen::new(t.setup.done);
            screen.actions.push(Button::open(t.frame.home, Route::Home.to_hash()));
            return screen;
        }
        Step::Details => details(app, t),
    };
    if setup.fault == Some(VaultFault::NotSecure) {
        screen.blocks.insert(0, Notice::block(Tone::Bad, t.sign.not_secure));
    }
    screen
}

fn press(press: setup::Press) -> Press {
    Press::Setup(press)
}

/// Says why no key is made inside another app, and how to go on.
fn in_app(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.setup.in_app_heading).back(&Route::Home, t.frame.home);
    let why = match app.environment {
        Place::InApp(name) if !name.is_empty() => fill(t.setup.in_app, &[name]),
        _ => own(t.setup.in_some_app),
    };
    screen.blocks.push(Notice::block(Tone::Warn, &why));
    screen.blocks.push(Block::Points(vec![own(t.setup.in_app_menu), own(t.setup.in_app_copy)]));
    screen
}

fn details(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.setup.heading).lead(t.setup.lead);
    screen = screen.back(&Route::Home, t.frame.home);
    screen.blocks.extend(problems::summary(app, t));
    let role = |id: &str, label: &str, detail: &str, chosen| Opt {
        id: id.into(),
        label: label.into(),
        detail: detail.into(),
        chosen,
    };
    let mut roles = Input::line("roles", t.setup.roles, "");
    roles.hint = own(t.setup.roles_hint);
    roles.kind = InputKind::Choices(vec![
        role("employee", t.setup.role_employee, t.setup.role_employee_detail, app.setup.as_employee),
        role("superior", t.setup.role_superior, t.setup.role_superior_detail, app.setup.as_superior),
    ]);
    let mut inputs = person_inputs(app, t);
    for input in &mut inputs {
        input.optional_word = t.form.optional;
    }
    let mut roles = vec![roles];
    if app.environment == Place::Private {
        screen.blocks.push(Notice::block(Tone::Warn, t.setup.private));
        let mut trial = Input::line(TRIAL, t.setup.trial, "");
        trial.kind = InputKind::Choices(vec![role(TRIAL, t.setup.trial_tick, "", app.setup.only_tries)]);
        roles.insert(0, trial);
    }
    let numbers = inputs.split_off(4);
    let is_touched = numbers.iter().any(|input| !input.value.is_empty() || !input.problem.is_empty());
    roles.extend(inputs);
    let numbers = Section { folded: !is_touched, ..Section::alone(t.setup.numbers, numbers) };
    let sections = vec![Section::alone("", roles), numbers, passphrase(app, t)];
    screen.blocks.push(Block::Form(sections));
    screen.blocks.push(Notice::block(Tone::Warn, t.setup.no_reset));
    let mut points = meaning(t);
    points.push(own(t.setup.no_private));
    screen.blocks.push(Block::folded(t.setup.means, vec![Block::Points(points)]));
    let place = arrivals::place(t, t.setup.restore, Weight::Quiet);
    screen.blocks.push(Block::folded(t.setup.have_key, vec![Block::Receive(place)]));
    screen.blocks.push(Block::Form(vec![keys::code_input(app, t)]));
    if !app.import.arrivals.is_empty() {
        screen.blocks.push(Block::Arrivals(arrivals::arrivals(app, t)));
    }
    let label = if app.setup.busy { t.sign.busy } else { t.setup.make };
    screen.actions.push(Button { busy: app.setup.busy, ..Button::main(label, press(setup::Press::Next)) });
    screen
}

/// Asks for the passphrase, shown while it is typed, so that nobody has to type it twice.
fn passphrase(app: &App, t: &'static Texts) -> Section {
    let lines = [("passphrase", t.setup.passphrase, app.setup.passphrase.0.as_str(), "new-password")];
    let mut inputs = problems::passphrases(app, t, &lines);
    inputs[0].hint = fill(t.setup.passphrase_hint, &[&PASSPHRASE_MIN.to_string()]);
    Section { hint: own(t.setup.signature_lead), ..Section::alone(t.setup.signature, inputs) }
}

fn backup(app: &App, t: &'static Texts) -> Screen {
    // One thing after the other: the code comes when the backup is there.
    let is_checked = |me: &&Me| me.backup == Backup::Checked;
    let code_waits = app.library.me.as_ref().filter(is_checked).map(|me| me.spare.is_some());
    let (heading, lead) = match code_waits {
        None => (t.setup.backup, t.setup.backup_lead),
        Some(true) => (t.keys.keep, t.keys.spare_lead),
        Some(false) => (t.setup.done, t.setup.done_lead),
    };
    let mut screen = Screen::new(heading).lead(lead);
    screen.blocks.extend(person::backup(app, t));
    match code_waits {
        Some(true) => screen.blocks.extend(keys::shown(app, t)),
        Some(false) => screen.blocks.push(Notice::block(Tone::Good, t.keys.spare_kept)),
        None => {}
    }
    let checked = code_waits == Some(false);
    let finish = press(setup::Press::Finish);
    screen.actions.push(if checked {
        Button::main(t.setup.finish, finish)
    } else {
        Button::quiet(t.setup.later, finish)
    });
    screen
}

fn restore(app: &App, t: &'static Texts) -> Screen {
    let name = app.setup.restoring.as_ref().map_or("", |me| me.card.person.name());
    let name = &names::visible(name);
    let mut screen = Screen::new(t.setup.restoring).lead(&fill(t.setup.restoring_lead, &[name]));
    let lines = [("passphrase", t.setup.passphrase, app.setup.passphrase.0.as_str(), "current-password")];
    let mut inputs = problems::passphrases(app, t, &lines);
    if app.setup.fault == Some(VaultFault::Wrong) {
        inputs[0].problem = own(t.sign.wrong_passphrase);
    }
    screen.blocks.push(one(inputs));
    let label = if app.setup.busy { t.sign.busy } else { t.setup.restore_button };
    screen.actions.push(Button { busy: app.setup.busy, ..Button::main(label, press(setup::Press::Next)) });
    screen.actions.push(Button::quiet(t.sign.cancel, press(setup::Press::StopRestoring)));
    screen
}

fn one(inputs: Vec<Input>) -> Block {
    Block::Form(vec![Section::alone("", inputs)])
}

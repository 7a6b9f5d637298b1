//! Keeping: room, the complete backup and its test, archives, a shared device; and what was set aside.
use crate::app::App;
use crate::app::backup::{self, Lacks};
use crate::app::effect::VaultFault;
use crate::app::key::Key;
use crate::app::library::{Stub, uncounted};
use crate::app::message::Press;
use crate::app::profile::lock;
use crate::app::route::Route;
use crate::domain::person::Person;
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, InputKind, Opt, Section};
use crate::screens::block::{Block, Button, Link, Notice, Tone, Weight};
use crate::screens::parts::apart::with;
use crate::screens::parts::arrivals;
use crate::screens::parts::freshness::freshness;
use crate::screens::parts::names::visible;
use crate::screens::parts::problems::passphrases;
use crate::screens::parts::words::stamp;
use crate::screens::screen::Screen;
use crate::seal::strict;
use crate::storage::ROOM;

/// Gives the page of keeping.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.keep.heading).lead(t.keep.lead).back(&Route::Me, t.frame.me);
    let blocks = &mut screen.blocks;
    let is_fresh = app.library.last_backup.is_some() && backup::unsaved(&app.library) == 0;
    blocks.push(Notice::block(if is_fresh { Tone::Good } else { Tone::Warn }, &freshness(app, t)));
    blocks.push(Block::text(t.keep.all_lead));
    // The main thing is what comes next: to save, to choose the file, to open its key.
    let looked = &app.work.trial;
    let is_saved = backup::is_saved(&app.work.trial, &app.library);
    let is_next = !is_fresh && !is_saved && looked.files == 0;
    let weight = if is_next { Weight::Main } else { Weight::Quiet };
    let save = Button::main(t.keep.save_all, Press::Backup(backup::Press::SaveAll));
    blocks.push(Block::Buttons(vec![Button { weight, ..save }]));
    trial(app, t, blocks);
    if is_anything_quarantined(app) {
        blocks.push(Block::heading(t.keep.aside));
        blocks.push(Block::Links(vec![Link::to(&Route::Quarantine, t.keep.aside_open)]));
    }
    let is_removable = looked.files > 0 && !backup::removable(&app.work.trial, &app.library).is_empty();
    let parts = archive(app, t, is_removable);
    if !parts.is_empty() {
        blocks.push(Block::Folded { title: own(t.keep.archive), is_open: is_removable, blocks: parts });
    }
    let (title, is_open) = (own(t.keep.room), backup::is_tight(app.stored.used));
    blocks.push(Block::Folded { title, is_open, blocks: vec![Block::Facts(room(app, t))] });
    blocks.push(Block::folded(t.lock.section, shared(app, t)));
    let mut parts = vec![Block::text(t.keep.remove_all_lead)];
    // The word is asked for once, so that it is clear what it removes.
    if is_saved && !is_removable {
        confirmation(app, t, &mut parts, t.keep.remove_all, backup::Press::RemoveAll);
    }
    let (title, is_open) = (own(t.keep.remove_all), looked.is_unconfirmed && !is_removable);
    blocks.push(Block::Folded { title, is_open, blocks: parts });
    screen
}

fn trial(app: &App, t: &'static Texts, blocks: &mut Vec<Block>) {
    let trial = &app.work.trial;
    blocks.push(Block::heading(t.keep.trial));
    blocks.push(Block::text(t.keep.trial_lead));
    let is_next = trial.files == 0 && backup::is_saved(&app.work.trial, &app.library);
    let weight = if is_next { Weight::Main } else { Weight::Quiet };
    blocks.push(Block::Receive(arrivals::place(t, t.keep.choose, weight)));
    let Some(lacks) = backup::lacks(&app.work.trial, &app.library) else {
        // What came in on other pages is told there.
        match trial.told {
            Some(true) if trial.files == 0 => {
                let told = arrivals::arrivals(app, t).into_iter().take(1).collect();
                blocks.push(Block::Arrivals(told));
            }
            Some(false) if trial.files == 0 => blocks.push(Notice::block(Tone::Warn, t.keep.only_key)),
            _ => {}
        }
        return;
    };
    if lacks != Lacks::default() {
        let said = [
            (usize::from(lacks.key), t.keep.lacks_key),
            (lacks.records, t.keep.lacks_records),
            (lacks.entries, t.keep.lacks_entries),
        ];
        let said = said.into_iter().filter(|(count, _)| *count > 0);
        let said: Vec<String> = said.map(|(count, text)| fill(text, &[&count.to_string()])).collect();
        blocks.push(Notice::block(Tone::Warn, &[&said.join(" "), " ", t.keep.lacks_next].concat()));
        return;
    }
    if trial.is_proven {
        blocks.push(Notice::block(Tone::Good, t.keep.proven));
        return;
    }
    blocks.push(Notice::block(Tone::Good, &fill(t.keep.whole, &[&backup::count(&app.library).to_string()])));
    blocks.push(Block::text(t.keep.prove_lead));
    passphrase(app, t, blocks, backup::PASSPHRASE, trial.fault);
    let label = if trial.is_busy { t.sign.busy } else { t.keep.prove };
    let button = Button::main(label, Press::Backup(backup::Press::Prove)).named("proof");
    blocks.push(Block::Buttons(vec![Button { busy: trial.is_busy, ..button }]));
}

/// Asks for a passphrase, and says why the last one did not do.
pub fn passphrase(
    app: &App,
    t: &'static Texts,
    blocks: &mut Vec<Block>,
    name: &str,
    fault: Option<VaultFault>,
) {
    let mut inputs = passphrases(app, t, &[(name, t.setup.passphrase, "", "current-password")]);
    inputs[0].problem = match fault {
        Some(VaultFault::Wrong) => own(t.sign.wrong_passphrase),
        Some(VaultFault::NotSecure) => own(t.sign.not_secure),
        None => String::new(),
    };
    blocks.push(Block::Form(vec![Section::alone("", inputs)]));
}

fn archive(app: &App, t: &'static Texts, is_removable: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    let finished = backup::finished(&app.library).len();
    if finished > 0 {
        blocks.push(Block::text(&fill(t.keep.archive_lead, &[&finished.to_string()])));
        let save = Button::quiet(t.keep.save_finished, Press::Backup(backup::Press::SaveFinished));
        blocks.push(Block::Buttons(vec![save]));
    }
    if is_removable {
        let removable = backup::removable(&app.work.trial, &app.library).len().to_string();
        blocks.push(Notice::block(Tone::Plain, &fill(t.keep.removable, &[&removable])));
        confirmation(app, t, &mut blocks, t.keep.remove_finished, backup::Press::RemoveFinished);
    }
    let away: Vec<_> = app.library.archived.values().filter(|stub| !stub.is_back).collect();
    if !away.is_empty() {
        blocks.push(Block::text(t.keep.archived));
        let one = |stub: &Stub| {
            let name = with(&visible(&stub.name), &visible(&stub.school));
            fill(t.keep.archived_one, &[&name, &visible(&stub.period), &stamp(app, &stub.at)])
        };
        blocks.push(Block::Points(away.into_iter().map(one).collect()));
    }
    blocks
}

/// Asks for the word that confirms a removal.
fn confirmation(app: &App, t: &'static Texts, blocks: &mut Vec<Block>, label: &str, press: backup::Press) {
    let trial = &app.work.trial;
    let question = fill(t.keep.confirm, &[t.keep.confirm_word]);
    let mut input = Input::line(backup::CONFIRM, &question, &trial.confirm);
    if trial.is_unconfirmed {
        input.problem = fill(t.keep.unconfirmed, &[t.keep.confirm_word]);
    }
    blocks.push(Block::Form(vec![Section::alone("", vec![input])]));
    blocks.push(Block::Buttons(vec![Button {
        weight: Weight::Refuse,
        ..Button::main(label, Press::Backup(press))
    }]));
}

fn room(app: &App, t: &'static Texts) -> Vec<(String, String)> {
    let thousands = |count: usize| count.div_ceil(1000).to_string();
    let used = [backup::share(app.stored.used).to_string(), thousands(app.stored.used), thousands(ROOM)];
    let mut facts = vec![(own(t.keep.used), fill(t.keep.used_of, &[&used[0], &used[1], &used[2]]))];
    if let Some(is_persistent) = app.is_persistent {
        let promise = if is_persistent { t.keep.persistent } else { t.keep.fleeting };
        facts.push((own(t.keep.promise), own(promise)));
    }
    facts
}

fn shared(app: &App, t: &'static Texts) -> Vec<Block> {
    let mut blocks = vec![Block::text(t.lock.section_lead)];
    let people = app.lock.people(&app.library);
    let press = |press| Press::Lock(press);
    let mut buttons = Vec::new();
    if people > 1 {
        blocks.push(Block::text(&fill(t.lock.shared, &[&people.to_string()])));
    } else if app.lock.is_wanted {
        buttons.push(Button::quiet(t.lock.unwant, press(lock::Press::Want(false))));
    } else {
        buttons.push(Button::quiet(t.lock.want, press(lock::Press::Want(true))));
    }
    if app.lock.is_on(&app.library) {
        buttons.push(Button::quiet(t.lock.now, press(lock::Press::Lock)));
    }
    buttons.push(Button::quiet(t.lock.add, press(lock::Press::Add)));
    blocks.push(Block::Buttons(buttons));
    blocks
}

/// Says whether anything was set aside, or does not count.
pub fn is_anything_quarantined(app: &App) -> bool {
    !app.library.quarantine.is_empty()
        || app
            .library
            .dossiers
            .which(|one| one.marks.has_uncounted)
            .any(|dossier| uncounted(dossier).next().is_some())
}

/// Gives the page of what was set aside.
pub fn quarantine(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.keep.aside).lead(t.keep.aside_lead).back(&Route::Backup, t.keep.heading);
    if !is_anything_quarantined(app) {
        screen.lead = own(t.keep.aside_none);
        return screen;
    }
    let mut points: Vec<String> =
        app.library.quarantine.iter().map(|(name, text)| told(t, name, text)).collect();
    for dossier in app.library.dossiers.which(|one| one.marks.has_uncounted) {
        for record in uncounted(dossier) {
            let name = [record.kind(), " ", &record.id().short()].concat();
            let reason = dossier.standing(&record.id()).map_or("", |standing| t.standing(standing));
            points.push([&name, ": ", reason].concat());
        }
    }
    screen.blocks.push(Block::Points(points));
    let save = Button::main(t.keep.save_aside, Press::Backup(backup::Press::SaveAside));
    screen.blocks.push(Block::Buttons(vec![save]));
    screen.blocks.push(Block::heading(t.keep.remove_aside));
    if backup::is_aside_saved(&app.work.trial, &app.library) {
        confirmation(app, t, &mut screen.blocks, t.keep.remove_aside, backup::Press::RemoveAside);
    } else {
        screen.blocks.push(Block::text(t.keep.remove_aside_first));
    }
    screen
}

/// Says what an entry is and why it is not used.
fn told(t: &Texts, name: &str, text: &str) -> String {
    let (old, reason) = match Key::parse(name) {
        Some(Key::Quarantined(old)) if strict::parse(text).is_ok() => (old, t.keep.misplaced),
        Some(Key::Quarantined(old)) => (old, t.keep.damaged),
        _ => (name.to_string(), t.keep.unknown),
    };
    let kind = match old.split('/').next().unwrap_or_default() {
        "r" => t.keep.a_record,
        "d" | "c" => t.keep.a_draft,
        "me" => t.keep.a_person,
        "p" | "i" => t.keep.a_contact,
        "u" => t.keep.a_rule_pack,
        _ => t.keep.another,
    };
    fill(reason, &[kind, &text.encode_utf16().count().to_string()])
}

/// Gives the page of a device that is locked.
pub fn locked(app: &App, t: &'static Texts) -> Screen {
    let chosen = app.lock.chosen().map(|profile| profile.number);
    let lead = if chosen.is_some() { t.lock.lead } else { t.lock.choose };
    let mut screen = Screen::new(t.lock.heading).lead(lead);
    let option = |profile: &lock::Profile| {
        let person = profile.me.as_ref().map(|me| &me.card.person);
        let place = |person: &Person| with(&visible(person.office()), &visible(person.school()));
        Opt {
            id: profile.number.to_string(),
            label: person.map_or(own(t.lock.unreadable), |person| visible(person.name())),
            detail: person.map_or(String::new(), place),
            chosen: Some(profile.number) == chosen,
        }
    };
    let mut who = Input::line(lock::WHO, t.lock.who, "");
    who.kind = InputKind::Choice(app.lock.profiles.iter().map(option).collect());
    screen.blocks.push(Block::Form(vec![Section::alone("", vec![who])]));
    if app.lock.chosen().is_some_and(|profile| profile.me.is_some()) {
        passphrase(app, t, &mut screen.blocks, lock::PASSPHRASE, app.lock.fault);
    }
    if chosen.is_some() {
        let label = if app.lock.is_busy { t.sign.busy } else { t.lock.open };
        let open = Button::main(label, Press::Lock(lock::Press::Open));
        screen.actions.push(Button { busy: app.lock.is_busy, ..open });
    }
    screen.actions.push(Button::quiet(t.lock.add, Press::Lock(lock::Press::Add)));
    screen
}

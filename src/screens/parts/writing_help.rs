//! Help while writing, in words: stamps, beginnings, evidence, points, cautions, earlier stages.

use crate::app::duties::cautions;
use crate::app::duties::forms::Desk;
use crate::app::duties::schedule::Conflict;
use crate::app::editor::writing_help::{Press, Verdict, beginnings};
use crate::app::key::Slot;
use crate::app::picked::FileFault;
use crate::app::{App, message};
use crate::domain::document::{Document, Path};
use crate::domain::evidence::Fingerprint;
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::rules::caution::{About, Caution};
use crate::rules::form;
use crate::rules::pack::{Field, Kind, Pack};
use crate::screens::block::form::{Input, InputKind, Starter};
use crate::screens::block::{Block, Button, Notice, Tone};
use crate::screens::parts::apart;
use crate::screens::parts::names::visible;
use crate::screens::parts::problems::name_at;

fn press(label: &str, press: Press) -> Button {
    Button::quiet(label, message::Press::Help(press))
}

/// Gives the buttons that help with an input, and what came of a look at a file.
pub fn buttons(
    app: &App,
    t: &'static Texts,
    field: &Field,
    path: &Path,
    value: &str,
) -> (Vec<Button>, Option<Notice>) {
    let mut buttons = Vec::new();
    if field.stamp && field.kind == Kind::Text {
        let id = [&path.id(), ".stamp"].concat();
        buttons.push(press(t.aid.stamp, Press::Stamp(path.clone())).named(&id));
    }
    if field.kind != Kind::Evidence {
        return (buttons, None);
    }
    match check(app, t, value) {
        Some((check, checked)) => {
            buttons.push(check);
            buttons.push(press(t.aid.other_file, Press::Take(path.clone())));
            buttons.push(press(t.aid.forget_file, Press::Forget(path.clone())));
            (buttons, checked.or_else(|| file_check(app, t, &path.id())))
        }
        None => {
            buttons.push(press(t.aid.take_file, Press::Take(path.clone())));
            (buttons, file_check(app, t, &path.id()))
        }
    }
}

/// Gives the button that compares a file with the fingerprint in an answer, and what came of it.
pub fn check(app: &App, t: &'static Texts, answer: &str) -> Option<(Button, Option<Notice>)> {
    Fingerprint::read(answer)?;
    Some((press(t.aid.check_file, Press::Compare(answer.to_string())), file_check(app, t, answer)))
}

fn file_check(app: &App, t: &'static Texts, about: &str) -> Option<Notice> {
    let (_, verdict) = app.work.editor.file_check.as_ref().filter(|(known, _)| known == about)?;
    let (tone, text) = match verdict {
        Verdict::Same => (Tone::Good, t.aid.same_file),
        Verdict::Other => (Tone::Bad, t.aid.other_bytes),
        Verdict::Failed(FileFault::TooLarge) => (Tone::Warn, t.aid.file_too_large),
        Verdict::Failed(FileFault::Unreadable) => (Tone::Warn, t.aid.file_unreadable),
    };
    Some(Notice { tone, text: text.to_string(), button: None, link: None })
}

/// Says evidence as a person reads it: a fingerprint by name, size and the beginning of its code.
pub fn evidence(app: &App, t: &Texts, answer: &str) -> String {
    match Fingerprint::read(answer) {
        Some(seen) => {
            let code = seen.hash.get(..8).unwrap_or_default();
            fill(t.aid.fingerprint, &[&visible(seen.name), &app.lang.size(seen.size), code])
        }
        None => answer.to_string(),
    }
}

/// Gives the own earlier texts that may begin an answer.
pub fn starters(
    app: &App,
    t: &'static Texts,
    desk: &Desk,
    slot: Slot,
    field: &Field,
    path: &Path,
) -> Option<(&'static str, Vec<Starter>)> {
    let mut starters = Vec::new();
    for beginning in beginnings(&app.library, desk, slot, field, path) {
        let stage = t.stage_name(beginning.stage);
        let from = if beginning.period.is_empty() {
            stage.to_string()
        } else {
            fill(t.aid.starter_of, &[&beginning.period, stage])
        };
        let id = [&path.id(), ".use-", &starters.len().to_string()].concat();
        let button = press(t.aid.use_it, Press::Use(path.clone(), beginning.text.clone())).named(&id);
        starters.push(Starter { from, text: beginning.text, button });
    }
    (!starters.is_empty()).then_some((t.aid.starters, starters))
}

/// Says what a log adds up to, and whether it is what is recommended.
pub fn total(
    app: &App,
    t: &Texts,
    pack: &Pack,
    field: &Field,
    document: &Document,
) -> Option<(String, bool)> {
    let total = field.total.as_ref()?;
    let sum = form::total(pack, field, document);
    let numbers = [sum, total.from * 100, total.to * 100].map(|number| app.lang.hundredths(number));
    let fits = (total.from * 100..=total.to * 100).contains(&sum);
    Some((fill(t.aid.total_said, &[&numbers[0], &numbers[1], &numbers[2]]), fits))
}

/// Puts what is said and never forced at its inputs.
pub fn put_cautions(app: &App, t: &'static Texts, inputs: &mut [Input]) {
    for input in inputs {
        let found = app.work.editor.cautions.iter().find(|caution| caution.path == input.path);
        if let Some(caution) = found {
            input.caution = said(app, t, caution);
        }
        if let Some(conflict) = app.work.editor.conflict.as_ref().filter(|_| input.path.id() == "time") {
            input.caution = conflict_words(app, t, conflict);
        }
        if let InputKind::Groups(groups, _) = &mut input.kind {
            for group in groups {
                put_cautions(app, t, &mut group.inputs);
            }
        }
    }
}

/// Gives what is said about a whole form, for the page on which it is checked.
pub fn cautions(app: &App, t: &'static Texts, desk: &Desk) -> Vec<Block> {
    let mut blocks = Vec::new();
    for caution in cautions::of(&app.library, desk) {
        let label = name_at(app, t, desk, &caution.path);
        blocks.push(Notice::block(Tone::Warn, &[&label, ": ", &said(app, t, &caution)].concat()));
    }
    let conflict = cautions::conflict_of(&app.library, desk);
    blocks.extend(conflict.map(|conflict| Notice::block(Tone::Warn, &conflict_words(app, t, &conflict))));
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(t.aid.cautions));
    }
    blocks
}

fn said(app: &App, t: &Texts, caution: &Caution) -> String {
    match &caution.about {
        About::Days(from, until) => fill(t.aid.outside_days, &[&app.lang.day(*from), &app.lang.day(*until)]),
        About::Room(0) => own(t.aid.no_room),
        About::Room(left) => fill(t.aid.room, &[&left.to_string()]),
        About::Past => own(t.aid.past_day),
        About::Name(name) => fill(t.aid.pupil_name, &[name]),
    }
}

/// Says with whose observation another one clashes.
pub fn conflict_words(app: &App, t: &Texts, conflict: &Conflict) -> String {
    let when = [&app.lang.day(conflict.day), " ", &app.lang.time(conflict.time.0, conflict.time.1)].concat();
    let other = app.library.dossiers.get(&conflict.dossier);
    match other.filter(|dossier| app.library.my_side(dossier) != Some(Party::Employee)) {
        Some(other) => fill(t.aid.conflict, &[&apart::name(app, t, Some(other.id())), &when]),
        None => fill(t.aid.conflict_own, &[&when]),
    }
}

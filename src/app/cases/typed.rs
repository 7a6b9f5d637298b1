//! What was typed for a step beside the stages and is not signed yet. Where two tabs typed at the same time, the
//! answers of both stand in the one entry of the step, so that one write keeps both: those of the tab that wrote
//! last, and beside them the others, which can be taken up again for as long as a draft.

use super::{ask, ticked};
use crate::app::App;
use crate::app::effect::{Effect, Effects, Outcome, Rule};
use crate::app::route::Route;
use crate::app::store::{self, ASKED, Key};
use crate::app::undo;
use crate::domain::document::{Answer, Document, Path};
use crate::seal::canonical::Hash;

/// What was typed for one step.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed {
    /// The answers.
    pub answers: Document,
    /// The answers that were put away, oldest first.
    pub others: Vec<Other>,
}

/// Answers that were put away.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Other {
    /// When.
    pub at: String,
    /// The answers.
    pub answers: Document,
}

/// Answers from which a record was signed.
#[derive(Debug)]
pub struct Signed {
    /// The record; `None` once it is stored.
    record: Option<Hash>,
    /// The name of the entry.
    name: String,
    answers: Document,
    /// Whether nothing was typed here for the step since.
    is_last: bool,
}

/// Takes in an entry; `None` when nothing can be made of it.
pub fn read(app: &mut App, name: &str, entry: &str) -> Option<()> {
    let typed = store::read_typed(entry)?;
    if is_typing(app, name) {
        // What is typed here began from what stood there before.
        app.page.case_news = Some(entry.to_string());
    } else {
        app.steps.insert(name.to_string(), store::typed_to_json(&typed));
        app.stored.insert(name.to_string(), entry.to_string());
    }
    Some(())
}

/// Gives what is here of an entry, empty when there is none.
fn kept(app: &App, name: &str) -> Typed {
    app.steps.get(name).and_then(|text| store::read_typed(text)).unwrap_or_default()
}

fn says_nothing(answers: &Document) -> bool {
    answers.answers().all(|(_, answer)| matches!(answer, Answer::Text(text) if text.trim().is_empty()))
}

/// Puts answers among the others, unless they say nothing or stand there already.
fn add(others: &mut Vec<Other>, other: Other) {
    if !says_nothing(&other.answers) && others.iter().all(|known| known.answers != other.answers) {
        others.push(other);
    }
}

/// Takes an answer on the page of a case; says whether it was one.
pub fn type_in(app: &mut App, path: &Path, text: &str, effects: &mut Effects) -> bool {
    let is_ours = path.field().starts_with(ASKED);
    if is_ours {
        app.page.case.set_text(path, text);
        changed(app, effects);
        if path.field() == ask::EFFECTIVE {
            // What is said about the day follows it.
            effects.render();
        }
    }
    is_ours
}

/// Takes the choice of an item on the page of a case; says whether it was one.
pub fn choose(app: &mut App, field: &str, id: &str, chosen: bool, effects: &mut Effects) -> bool {
    let is_ours = field.starts_with(ASKED);
    if is_ours {
        if let (ask::ITEMS, Route::Case(dossier, _)) = (field, &app.route) {
            let before = app.dossiers.get(dossier);
            let before = before.map_or(Vec::new(), |dossier| ticked(&app.page.case, dossier).to_vec());
            app.page.case.put(field, Answer::Many(before));
        }
        app.page.case.choose(field, id, chosen);
        changed(app, effects);
    }
    is_ours
}

/// Takes note of a change. When it took back what was typed here, the page goes on with what another tab stored
/// meanwhile.
fn changed(app: &mut App, effects: &mut Effects) {
    effects.push(Effect::SaveSoon);
    if let Some(name) = step(app).filter(|name| !is_typing(app, name)) {
        if let Some(entry) = app.page.case_news.take() {
            read(app, &name, &entry);
        }
        take_up(app, effects);
    }
}

/// Names the entry of the step of the open page, whose answers are kept until it is signed.
fn step(app: &App) -> Option<String> {
    let key = match &app.route {
        Route::Case(id, case) => Key::Step(*id, case.code().to_string()),
        Route::Stage(id, stage) | Route::Check(id, stage) => {
            Key::Step(*id, ["paper-", stage.code()].concat())
        }
        _ => return None,
    };
    Some(key.name())
}

/// Says whether something was typed on the open page for this entry that is not written yet; what was taken back
/// again was not.
pub fn is_typing(app: &App, name: &str) -> bool {
    app.page.case != app.page.case_began && step(app).is_some_and(|step| step == name)
}

/// Writes the answers of the open page, if something was typed here.
pub fn save(app: &mut App, effects: &mut Effects) {
    if let Some(name) = step(app)
        && let Some(typed) = typed_here(app, &name)
    {
        put(app, &name, &typed, effects);
    }
}

/// Gives what was typed on the open page for this entry, if it is not written yet.
fn typed_here(app: &mut App, name: &str) -> Option<Typed> {
    is_typing(app, name).then_some(())?;
    app.page.case_news = None;
    app.page.case_began = app.page.case.clone();
    // Answers whose record is not stored yet stay beside the new ones until it is.
    if let Some(answers) = signed_answers(app, name).cloned().filter(|signed| *signed != app.page.case) {
        add(&mut app.page.others, Other { at: app.now.stamp(), answers });
    }
    app.signed_steps
        .iter_mut()
        .filter(|signed| signed.name == name)
        .for_each(|signed| signed.is_last = false);
    Some(Typed { answers: app.page.case.clone(), others: app.page.others.clone() })
}

/// Gives the answers in place of an entry, if a record was signed from them that is not stored yet.
fn signed_answers<'a>(app: &'a App, name: &str) -> Option<&'a Document> {
    let answers = kept(app, name).answers;
    let waits = |signed: &&Signed| signed.is_last && signed.record.is_some() && signed.name == name;
    let mut waiting = app.signed_steps.iter().filter(waits).map(|signed| &signed.answers);
    waiting.find(|signed| **signed == answers)
}

/// Puts what was typed in place and writes it; what says nothing is removed.
fn put(app: &mut App, name: &str, typed: &Typed, effects: &mut Effects) {
    app.steps.insert(name.to_string(), text_of(typed));
    write(app, name, effects);
}

fn text_of(typed: &Typed) -> String {
    let is_empty = says_nothing(&typed.answers) && typed.others.is_empty();
    if is_empty { String::new() } else { store::typed_to_json(typed) }
}

/// Writes an entry in the place of what it began from, and of nothing else.
pub fn write(app: &App, name: &str, effects: &mut Effects) {
    if let Some(value) = app.steps.get(name).cloned() {
        write_over(name, value, app.stored.get(name).map(String::as_str), effects);
    }
}

fn write_over(name: &str, value: String, stored: Option<&str>, effects: &mut Effects) {
    let rule = Rule::IfStill(stored.map(|text| Hash::of_bytes(text.as_bytes())));
    effects.push(Effect::Write { key: name.to_string(), value, rule });
}

/// Takes note of how a write of answers ended.
pub fn wrote(app: &mut App, name: &str, value: &str, outcome: &Outcome, effects: &mut Effects) {
    if !app.steps.contains_key(name) {
        return;
    }
    match outcome {
        Outcome::Conflict(there) if there.is_empty() => {
            // Another tab signed the step; what was typed here since begins anew.
            app.stored.remove(name);
            write(app, name, effects);
        }
        Outcome::Conflict(there) => meet(app, name, there, effects),
        Outcome::Done => settle(app, name, value, effects),
        Outcome::Full | Outcome::Refused | Outcome::Different => {}
    }
}

/// Takes in what is stored of an entry now.
fn settle(app: &mut App, name: &str, value: &str, effects: &mut Effects) {
    let stored = store::read_typed(value).unwrap_or_default();
    // What was typed since is newer, and written next.
    let is_newest = stored.answers == kept(app, name).answers;
    if value.is_empty() && is_newest {
        remove(app, name);
    } else {
        app.stored.insert(name.to_string(), value.to_string());
    }
    if !value.is_empty() && is_newest {
        app.steps.insert(name.to_string(), value.to_string());
        if step(app).is_some_and(|step| step == name) {
            if app.page.others != stored.others {
                app.page.others = stored.others;
                effects.render();
            }
            take_up(app, effects);
        }
    }
}

/// Takes in that another tab stored other answers, and writes both: in place are those of this tab, since somebody
/// types here. As long as that is not stored, nothing else is changed, so that a later look begins from the same.
fn meet(app: &mut App, name: &str, there: &str, effects: &mut Effects) {
    let Some(theirs) = store::read_typed(there) else {
        // Once it is set aside, there is room for what is here.
        store::set_aside(app, name, there.to_string(), effects);
        app.unsaved.insert(name.to_string(), app.steps.get(name).cloned().unwrap_or_default());
        effects.push(Effect::SaveSoon);
        return;
    };
    let began = app.stored.get(name).and_then(|text| store::read_typed(text)).unwrap_or_default();
    let mine = kept(app, name);
    let mut all = Typed { answers: mine.answers, others: theirs.others };
    let new = mine.others.into_iter().filter(|other| !began.others.contains(other));
    for other in new.chain([Other { at: app.now.stamp(), answers: theirs.answers.clone() }]) {
        add(&mut all.others, other);
    }
    if says_nothing(&all.answers) {
        all.answers = theirs.answers;
        app.steps.insert(name.to_string(), store::typed_to_json(&all));
    }
    let is_signed = |answers: &Document| {
        let signed = |signed: &Signed| signed.record.is_none() && signed.name == name;
        app.signed_steps.iter().any(|known| signed(known) && known.answers == *answers)
    };
    all.others.retain(|other| other.answers != all.answers && !is_signed(&other.answers));
    write_over(name, text_of(&all), Some(there), effects);
}

/// Takes the answers of an archive in: beside those that are here, or where the dossier is here, because something
/// may have been signed from them since; in place where neither is.
pub fn take_in(app: &mut App, name: &str, entry: &str, effects: &mut Effects) {
    let Some(theirs) = store::read_typed(entry) else {
        return;
    };
    let id = Key::parse(name).and_then(|key| key.dossier());
    if !app.steps.contains_key(name) && !id.is_some_and(|id| app.dossiers.contains_key(&id)) {
        put(app, name, &theirs, effects);
        return;
    }
    let mut mine = kept(app, name);
    let before = mine.others.len();
    let last = Other { at: app.now.stamp(), answers: theirs.answers };
    for other in theirs.others.into_iter().chain([last]) {
        if other.answers != mine.answers {
            add(&mut mine.others, other);
        }
    }
    if mine.others.len() > before {
        put(app, name, &mine, effects);
    }
}

/// Lists the other answers for all steps of a dossier, each with the name of its step.
pub fn others_of(app: &App, id: &Hash) -> Vec<(String, Other)> {
    let mut all = Vec::new();
    for name in app.steps.keys() {
        if let Some(Key::Step(_, step)) = Key::parse(name).filter(|key| key.dossier() == Some(*id)) {
            all.extend(kept(app, name).others.into_iter().map(|other| (step.clone(), other)));
        }
    }
    all
}

/// Takes other answers up again; those that are there now are put away in their place.
pub fn bring_back(app: &mut App, other: &Other, effects: &mut Effects) {
    let page = &mut app.page;
    let before = page.others.len();
    page.others.retain(|known| known != other);
    if page.others.len() == before {
        return;
    }
    let answers = std::mem::replace(&mut page.case, other.answers.clone());
    add(&mut page.others, Other { at: app.now.stamp(), answers });
    page.problems.clear();
    // The others are written also where these answers are in place already.
    page.case_began = Document::default();
    app.layout += 1;
    save(app, effects);
    effects.focus("heading");
}

/// Goes on with the answers that are kept for the open page, unless others were typed here meanwhile, or a record
/// was signed from them.
pub fn take_up(app: &mut App, effects: &mut Effects) {
    if let Some(name) = step(app).filter(|name| !is_typing(app, name)) {
        let kept = kept(app, &name);
        let is_signed = signed_answers(app, &name).is_some();
        let answers = if is_signed { Document::default() } else { kept.answers };
        if app.page.case != answers || app.page.others != kept.others {
            effects.render();
        }
        app.page.case = answers.clone();
        app.page.case_began = answers;
        app.page.others = kept.others;
    }
}

/// Takes note that the answers of the open page were signed; they go once this record is stored.
pub fn sign(app: &mut App, record: Hash) {
    app.page.case_began = Document::default();
    let answers = std::mem::take(&mut app.page.case);
    if let Some(name) = step(app).filter(|name| app.steps.contains_key(name)) {
        app.signed_steps.push(Signed { record: Some(record), name, answers, is_last: true });
    }
}

/// Removes the answers from which a record was signed that is stored now, and leaves the others beside them.
pub fn signed(app: &mut App, record: &Hash, effects: &mut Effects) {
    let Some(signed) = app.signed_steps.iter_mut().find(|signed| signed.record == Some(*record)) else {
        return;
    };
    signed.record = None;
    let (name, drawn, is_last) = (signed.name.clone(), signed.answers.clone(), signed.is_last);
    let new = typed_here(app, &name);
    let is_last = is_last && new.is_none();
    let mut kept = new.unwrap_or_else(|| kept(app, &name));
    kept.others.retain(|other| other.answers != drawn);
    if is_last && kept.answers == drawn {
        kept.answers = Document::default();
    }
    put(app, &name, &kept, effects);
}

/// Gives the name of the entry whose room a record may take, and the hash of its text, because it holds nothing but
/// what was signed.
pub fn room_for(app: &App, record: &Hash) -> Option<(String, Hash)> {
    let signed = app.signed_steps.iter().find(|signed| signed.record == Some(*record) && signed.is_last)?;
    let only = text_of(&Typed { answers: signed.answers.clone(), others: Vec::new() });
    let is_there = app.stored.get(&signed.name) == Some(&only);
    is_there.then(|| (signed.name.clone(), Hash::of_bytes(only.as_bytes())))
}

/// Forgets an entry that is stored no more.
pub fn remove(app: &mut App, name: &str) {
    if step(app).is_some_and(|step| step == name) {
        app.page.others.clear();
        app.page.case_news = None;
    }
    app.steps.remove(name);
    app.stored.remove(name);
    app.unsaved.remove(name);
}

/// Forgets the other answers whose thirty days are over.
pub fn forget_old(app: &mut App, effects: &mut Effects) {
    for name in app.steps.keys().cloned().collect::<Vec<_>>() {
        let mut kept = kept(app, &name);
        let before = kept.others.len();
        kept.others.retain(|other| !undo::is_over(app, &other.at));
        if kept.others.len() < before {
            put(app, &name, &kept, effects);
        }
    }
}

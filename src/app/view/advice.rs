//! What is said about an assessment besides its questions: what the Tim Kinerja recommends, which grade the matrix
//! proposes, and for which part of the period somebody is rated who left before its end.

use super::block::sheet::{SheetEntry, SheetSection};
use super::block::{Block, Button, Notice, Tone};
use super::cases::{closing, offer};
use super::form::say;
use super::sheet::{Paper, entry, lines, name_of, visible};
use super::{Link, signed};
use crate::app::App;
use crate::app::cases::{Case, DECEASED, wants_team};
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::writing::{goes_on, may_write};
use crate::domain::date::date;
use crate::domain::document::Document;
use crate::domain::stage::{Party, Stage};
use crate::lang::{Texts, fill, own};
use crate::rules::form::find;
use crate::rules::pack::{DECIDED, Pack, RATINGS};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::{Advice, Record};

/// Says on the page of a dossier that a team usually observes, and who has not recommended anything yet.
pub fn on_dossier(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<Block> {
    let mut blocks = Vec::new();
    if wants_team(app, dossier) {
        let link = Some(offer(app, t, dossier, Case::Delegate));
        let text = own(t.advice.team_usual);
        blocks.push(Block::Notice(Notice { tone: Tone::Plain, text, button: None, link }));
    }
    let advice = dossier.advice();
    for (record, _) in &advice {
        let who = name_of(app, dossier, record.signer());
        blocks.push(Notice::block(Tone::Plain, &fill(t.advice.given, &[&who, &signed(app, record)])));
    }
    let asked = dossier.delegate(Stage::Observation);
    let waits = asked.filter(|card| advice.iter().all(|(record, _)| *record.signer() != card.did));
    let is_time = may_write(app, dossier, Stage::Assessment)
        && app.my_side(dossier) == Some(Party::Superior)
        && dossier.stage(Stage::Assessment).heads.is_empty()
        && dossier.closed().is_none();
    if let Some(card) = waits.filter(|_| is_time) {
        let text = fill(t.advice.missing, &[&name_of(app, dossier, &card.did)]);
        let button = Some(Button::quiet(t.turn.send_button, Press::Send(dossier.id())));
        blocks.push(Block::Notice(Notice { tone: Tone::Plain, text, button, link: None }));
    }
    blocks
}

/// Says of a dossier that ended early that the months served can be assessed, and leads there.
pub fn can_be_assessed(app: &App, t: &'static Texts, dossier: &Dossier) -> Option<Block> {
    let stage = Stage::Assessment;
    let (_, close) = dossier.closed()?;
    let is_signed = !dossier.stage(stage).heads.is_empty();
    let side = app.my_side(dossier).filter(|_| goes_on(app, dossier, stage))?;
    let is_mine = side == Party::Superior && may_write(app, dossier, stage);
    let text = match is_signed {
        false => own(t.advice.can_assess),
        true if is_mine && close.reason == DECEASED => own(t.advice.no_answer),
        true => return None,
    };
    let link =
        (is_mine && !is_signed).then(|| Link::to(&Route::Form(dossier.id(), stage), t.advice.assess_served));
    Some(Block::Notice(Notice { tone: Tone::Plain, text, button: None, link }))
}

/// Says on an assessment after an early end for which days it holds, and why.
pub fn served(app: &App, t: &Texts, paper: &Paper) -> Option<(String, SheetEntry)> {
    if paper.stage != Stage::Assessment {
        return None;
    }
    let dossier = paper.dossier;
    // Of one that is signed, the closing on which it builds.
    let (_, close) = match paper.version {
        Some(version) => dossier.closed_below(&version),
        None => dossier.closed(),
    }?;
    let day = |text: &str| date(text).map_or(String::new(), |day| app.lang.day(day));
    let reason = closing(app, t, dossier, &close.reason);
    let text = fill(t.advice.served_days, &[&day(&paper.pack.from), &day(&close.effective), &reason]);
    Some((own(t.advice.served), entry(t.advice.served_means, vec![text])))
}

/// Gives the grade that the matrix proposes, and the one that the superior decided where it differs.
pub fn grades(app: &App, t: &Texts, pack: &Pack, document: &Document) -> Vec<SheetEntry> {
    let name = |id: &str| find(pack.list("grades"), id).map(|grade| own(say(app.lang, &grade.name)));
    let [result, behaviour] = RATINGS.map(|name| document.field(name));
    let proposed = pack.grade(result, behaviour).and_then(|grade| name(&grade.id));
    let decided = name(document.field(DECIDED));
    let proposal = proposed.map(|grade| entry(t.stage.grade_rule, vec![grade]));
    proposal.into_iter().chain(decided.map(|grade| entry(t.advice.decided, vec![grade]))).collect()
}

/// Gives what the Tim Kinerja recommends; of an assessment that is signed, what it builds on.
pub fn section(app: &App, t: &Texts, dossier: &Dossier, version: Option<Hash>) -> Option<SheetSection> {
    let is_known = |record: &Record| version.is_none_or(|version| dossier.builds_on(&version, &record.id()));
    let advice = dossier.advice().into_iter().filter(|(record, _)| is_known(record));
    let entries: Vec<SheetEntry> =
        advice.map(|(record, advice)| said(app, t, dossier, record, advice)).collect();
    (!entries.is_empty()).then(|| SheetSection { title: own(t.advice.heading), edit: None, entries })
}

fn said(app: &App, t: &Texts, dossier: &Dossier, record: &Record, advice: &Advice) -> SheetEntry {
    let pack = dossier.genesis().and_then(|genesis| app.shelf.of(genesis));
    let rating = |id: &str| {
        let item = pack.and_then(|pack| find(pack.list("expectations"), id));
        item.map_or_else(|| visible(id), |item| own(say(app.lang, &item.name)))
    };
    let person = dossier.card_of(record.signer()).map(|card| visible(card.person.office()));
    let who = [&name_of(app, dossier, record.signer()), ", ", &person.unwrap_or_default()].concat();
    let ratings = fill(t.advice.ratings, &[&rating(&advice.work_result), &rating(&advice.work_behaviour)]);
    let note: Vec<String> = lines(&advice.note).iter().map(|line| visible(line)).collect();
    entry(&who, [vec![ratings], note, vec![signed(app, record)]].concat())
}

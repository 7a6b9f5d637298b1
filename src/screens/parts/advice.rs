//! What is said about an assessment besides its questions: what the Tim Kinerja recommends, which grade the matrix
//! proposes, and for which part of the period somebody is rated who left before its end.
use crate::app::App;
use crate::app::case::Case;
use crate::app::duties::forms::{Desk, goes_on, may_write};
use crate::app::duties::offers::{DECEASED, wants_team};
use crate::app::route::Route;
use crate::domain::date::date;
use crate::domain::document::Document;
use crate::domain::stage::{Party, Stage};
use crate::lang::{Texts, fill, own};
use crate::rules::form::find;
use crate::rules::pack::{DECIDED, Field, Pack, RATINGS};
use crate::screens::block::sheet::{SheetEntry, SheetSection};
use crate::screens::block::{Block, Button, Link, Notice, Tone};
use crate::screens::parts::case_words::{closing, offer};
use crate::screens::parts::names::{name_of, visible};
use crate::screens::parts::paper::{Paper, entry, lines};
use crate::screens::parts::words::{say, signed};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::{Advice, Record};

/// Says on the page of a dossier that a team usually observes, and who has not recommended anything yet.
pub fn on_dossier(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<Block> {
    let mut blocks = Vec::new();
    if wants_team(&app.library, dossier) {
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
    let is_time = may_write(&app.library, dossier, Stage::Assessment)
        && app.library.my_side(dossier) == Some(Party::Superior)
        && dossier.stage(Stage::Assessment).heads.is_empty()
        && dossier.closed().is_none();
    if let Some(card) = waits.filter(|_| is_time) {
        let text = fill(t.advice.missing, &[&name_of(app, dossier, &card.did)]);
        let button = Some(Button::open_quiet(t.turn.send_button, Route::Send(dossier.id()).to_hash()));
        blocks.push(Block::Notice(Notice { tone: Tone::Plain, text, button, link: None }));
    }
    blocks
}

/// Says of a dossier that ended early that the months served can be assessed, and leads there.
pub fn can_be_assessed(app: &App, t: &'static Texts, dossier: &Dossier) -> Option<Block> {
    let stage = Stage::Assessment;
    let (_, close) = dossier.closed()?;
    let is_signed = !dossier.stage(stage).heads.is_empty();
    let side = app.library.my_side(dossier).filter(|_| goes_on(&app.library, dossier, stage))?;
    let is_mine = side == Party::Superior && may_write(&app.library, dossier, stage);
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

/// Gives the grade that the matrix proposes.
fn proposed<'a>(app: &App, pack: &'a Pack, document: &Document) -> Option<&'a str> {
    let [result, behaviour] = RATINGS.map(|name| document.field(name));
    pack.grade(result, behaviour).map(|grade| say(app.lang, &grade.name))
}

/// Says at the question for another grade which one the matrix proposes.
pub fn proposal(app: &App, t: &Texts, desk: &Desk, field: &Field) -> Option<Notice> {
    let grade = proposed(app, desk.pack, &desk.document).filter(|_| field.name == DECIDED)?;
    Some(Notice { tone: Tone::Plain, text: fill(t.advice.proposed, &[grade]), button: None, link: None })
}

/// Gives the grade that the matrix proposes, and the one that the superior decided where it differs.
pub fn grades(app: &App, t: &Texts, pack: &Pack, document: &Document) -> Vec<SheetEntry> {
    let decided = find(pack.list("grades"), document.field(DECIDED));
    let decided = decided.map(|grade| own(say(app.lang, &grade.name)));
    let proposal = proposed(app, pack, document).map(|grade| entry(t.stage.grade_rule, vec![own(grade)]));
    proposal.into_iter().chain(decided.map(|grade| entry(t.advice.decided, vec![grade]))).collect()
}

/// Gives what the Tim Kinerja recommends, as a part of a sheet; of an assessment that is signed, what it builds on.
pub fn section(app: &App, t: &Texts, dossier: &Dossier, version: Option<Hash>) -> Option<SheetSection> {
    let is_known = |record: &Record| version.is_none_or(|version| dossier.builds_on(&version, &record.id()));
    let advice = dossier.advice().into_iter().filter(|(record, _)| is_known(record));
    let said = |(record, advice)| {
        let [who, when] = by_whom(app, dossier, record);
        entry(&who, [ratings(app, t, dossier, advice), vec![when]].concat())
    };
    let entries: Vec<SheetEntry> = advice.map(said).collect();
    (!entries.is_empty()).then(|| SheetSection { title: own(t.advice.heading), edit: None, entries })
}

/// Gives the same to stand beside the questions of an assessment: a part for each person, under one heading.
pub fn beside(app: &App, t: &Texts, dossier: &Dossier) -> Option<(String, Vec<SheetSection>)> {
    let said = |(record, advice)| {
        let [title, when] = by_whom(app, dossier, record);
        SheetSection { title, edit: None, entries: vec![entry(&when, ratings(app, t, dossier, advice))] }
    };
    let parts: Vec<SheetSection> = dossier.advice().into_iter().map(said).collect();
    (!parts.is_empty()).then(|| (own(t.advice.heading), parts))
}

/// Gives who recommends, with their office, and when they signed it.
fn by_whom(app: &App, dossier: &Dossier, record: &Record) -> [String; 2] {
    let office = dossier.card_of(record.signer()).map(|card| visible(card.person.office()));
    let name = name_of(app, dossier, record.signer());
    [[&name, ", ", &office.unwrap_or_default()].concat(), signed(app, record)]
}

/// Says both ratings and why.
fn ratings(app: &App, t: &Texts, dossier: &Dossier, advice: &Advice) -> Vec<String> {
    let pack = dossier.genesis().and_then(|genesis| app.library.rule_packs.of(genesis));
    let rating = |id: &str| {
        let item = pack.and_then(|pack| find(pack.list("expectations"), id));
        item.map_or_else(|| visible(id), |item| own(say(app.lang, &item.name)))
    };
    let [result, behaviour] = [&advice.work_result, &advice.work_behaviour].map(|id| rating(id));
    let said = [(t.advice.said_result, result), (t.advice.said_behaviour, behaviour)];
    let mut said: Vec<String> = said.iter().map(|(text, rating)| fill(text, &[rating])).collect();
    said.extend(lines(&advice.note).iter().map(|line| visible(line)));
    said
}

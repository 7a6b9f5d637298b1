//! The special cases: what is offered, and what was done.

use crate::app::case::Case;
use crate::app::duties::key_recovery;
use crate::app::duties::offers::{self, is_offered};
use crate::app::route::Route;
use crate::app::special_cases::Press;
use crate::app::{App, ask, editor, message};
use crate::domain::date::date;
use crate::domain::stage::{Party, Stage};
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, InputKind, Section};
use crate::screens::block::{Block, Button, Link, Notice, Tone};
use crate::screens::parts::case_words::{closing, offer, words};
use crate::screens::parts::names::{name_of, visible};
use crate::screens::parts::words::signed;
use crate::screens::parts::{advice, crossed, late, person};
use crate::seal::dossier::Dossier;
use crate::seal::record::Content;

/// Gives the links to the cases that a dossier offers now.
pub fn offers(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<Block> {
    let mut links = Vec::new();
    for case in Case::ALL {
        let vouches = key_recovery::promised(&app.library, dossier).is_none();
        // The replacement of the own key is the main thing of its dossier already.
        if is_offered(&app.library, dossier, case) && (case != Case::Key || vouches) {
            links.push(offer(app, t, dossier, case));
        }
    }
    if links.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(t.cases.heading), Block::text(t.cases.lead), Block::Links(links)]
}

/// Gives the button that leads to handing a dossier over.
pub fn hand_over(t: &Texts, dossier: &Dossier) -> Button {
    Button::open(t.cases.handover, Route::Case(dossier.id(), Case::Handover).to_hash())
}

/// Gives the part of a stage page where a signature on paper can be recorded.
pub fn paper(app: &App, t: &'static Texts) -> Vec<Block> {
    let press = message::Press::Case(Press::Paper);
    let buttons = vec![Button::quiet(t.cases.paper_button, press).named("paper")];
    let mut section = note_of_paper(app, t, t.cases.paper_lead, buttons);
    // It is rare, and stays shut until it is wanted or something in it is wrong.
    section.folded = section.inputs.iter().all(|input| input.value.is_empty() && input.problem.is_empty());
    vec![Block::Form(vec![section])]
}

/// Gives the part of a check page that says where the paper lies of which it is a copy.
pub fn copy(app: &App, t: &'static Texts) -> Vec<Block> {
    vec![Block::Form(vec![note_of_paper(app, t, t.cases.copy_lead, Vec::new())])]
}

/// Gives the button that signs a copy.
pub fn sign_copy(t: &'static Texts) -> Button {
    Button::main(t.cases.copy_button, message::Press::Case(Press::Transcribe)).named("sign")
}

fn note_of_paper(app: &App, t: &'static Texts, lead: &str, buttons: Vec<Button>) -> Section {
    let note = Input {
        kind: InputKind::Text(String::new()),
        hint: own(lead),
        buttons,
        ..Input::line(
            ask::NOTE,
            t.cases.paper_note,
            editor::answers_beside(&app.library, &app.page.route).field(ask::NOTE),
        )
    };
    let inputs = vec![note];
    Section::alone(t.cases.paper, inputs)
}

/// Says what happened in a dossier beside the stages.
pub fn history(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<Block> {
    let mut blocks: Vec<Block> = person::changed(app, t, dossier).into_iter().collect();
    let day = |text: &str| date(text).map_or(String::new(), |day| app.lang.day(day));
    for (record, handover) in dossier.handovers() {
        let day = day(&handover.effective);
        let to = name_of(app, dossier, &handover.to.did);
        let by = name_of(app, dossier, record.signer());
        let mut said = vec![fill(t.cases.handed_over, &[&to, &day])];
        if !handover.letter.is_empty() {
            said.push(fill("{}.", &[&visible(&handover.letter)]));
        }
        said.push(fill(t.cases.handed_over_by, &[&by, &signed(app, record)]));
        let alone = dossier.had(Party::Employee, record.signer());
        if alone {
            said.push(own(t.cases.handed_over_alone));
        }
        blocks.push(Notice::block(if alone { Tone::Warn } else { Tone::Plain }, &said.join(" ")));
    }
    let crossed = |stage| crossed::on_stage(app, t, dossier, stage);
    blocks.extend(Stage::ALL.into_iter().flat_map(crossed));
    blocks.extend(late::notices(app, t, dossier, None));
    if let Some(card) = dossier.delegate(Stage::Observation)
        && dossier.stage(Stage::Observation).heads.is_empty()
    {
        let who = name_of(app, dossier, &card.did);
        blocks.push(Notice::block(Tone::Plain, &fill(t.cases.delegated, &[&who])));
    }
    blocks.extend(advice::on_dossier(app, t, dossier));
    if let Some((record, close)) = dossier.closed() {
        let reason = closing(app, t, dossier, &close.reason);
        let note = visible(close.note.trim_end_matches('.'));
        let reason = if note.is_empty() { reason } else { [&reason, ", ", &note].concat() };
        let by = name_of(app, dossier, record.signer());
        let day = day(&close.effective);
        let text = fill(t.cases.closed, &[&day, &reason, &by, &signed(app, record)]);
        blocks.push(Notice::block(Tone::Warn, &text));
        blocks.extend(advice::can_be_assessed(app, t, dossier));
    } else if let Some((record, note)) = dossier.reopened() {
        let note = visible(note.trim_end_matches('.'));
        let by = name_of(app, dossier, record.signer());
        let text = fill(t.cases.reopened, &[&note, &by, &signed(app, record)]);
        blocks.push(Notice::block(Tone::Plain, &text));
    }
    for stage in offers::signed_for_me(&app.library, dossier) {
        let text = fill(t.cases.signed_for_you, &[t.stage_name(stage)]);
        let link = Some(Link::to(&Route::Stage(dossier.id(), stage), t.turn.review_button));
        blocks.push(Block::Notice(Notice { tone: Tone::Warn, text, button: None, link }));
    }
    blocks
}

/// Gives the heading, the meaning and the button of the question before a case is signed.
pub fn question(app: &App, t: &Texts, content: &Content) -> [&'static str; 3] {
    let case = |case, point| {
        let [heading, _, button] = words(t, case, false);
        [heading, point, button]
    };
    match content {
        Content::Handover(_) => case(Case::Handover, t.cases.handover_point),
        Content::Close(_) => case(Case::Close, t.cases.close_point),
        Content::Reopen { .. } => case(Case::Reopen, t.cases.reopen_point),
        Content::Delegate { .. } => case(Case::Delegate, t.cases.delegate_point),
        Content::Recommend { .. } => case(Case::Recommend, t.cases.recommend_point),
        Content::Advise(_) => case(Case::Advise, t.advice.point),
        Content::Dossier(_) => case(Case::Next, t.cases.next_point),
        Content::Withdraw { .. } => [t.cases.withdraw_heading, t.cases.withdraw_point, t.cases.withdraw],
        Content::Revision { .. } => [t.cases.copy_button, t.cases.copy_point, t.cases.copy_button],
        Content::KeyChange { to, .. } if app.library.me.as_ref().is_some_and(|me| me.card.did == to.did) => {
            case(Case::Key, t.keys.replace_point)
        }
        Content::KeyChange { .. } => [t.keys.vouch_heading, t.keys.vouch_point, t.keys.vouch_button],
        Content::CoSign(_) | Content::DetailsChange(_) | Content::Newer { .. } => {
            [t.cases.paper_button, t.cases.paper_point, t.cases.paper_button]
        }
    }
}

//! Special cases: the page of each, what a dossier offers, and what happened in it.

use super::apart;
use super::block::form::{Input, InputKind, Opt, Section};
use super::block::{Block, Button, Notice, Tone, Weight};
use super::form::{put_problems, say, summary};
use super::sheet::{name_of, pinned_name, visible};
use super::{Link, Screen, signed, stamp, unknown};
use crate::app::App;
use crate::app::cases::days::{self, Unlikely};
use crate::app::cases::{self, Case, Press, ask, is_offered};
use crate::app::message;
use crate::app::route::Route;
use crate::app::twins::DUPLICATE;
use crate::app::{lost, pairing, twins};
use crate::domain::date::date;
use crate::domain::document::Document;
use crate::domain::stage::{Party, Stage};
use crate::lang::{Texts, fill, own};
use crate::rules::pack::Item;
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::record::Content;

/// Gives the words of a case: the heading, what it does, and the button. One vouches for the key of the
/// other side, or replaces one's own.
fn words(t: &Texts, case: Case, vouches: bool) -> [&'static str; 3] {
    match case {
        Case::Key if vouches => [t.keys.vouch, t.keys.vouch_lead, t.keys.vouch_button],
        Case::Key => [t.keys.replace, t.keys.replace_lead, t.keys.replace_button],
        Case::Handover => [t.cases.handover, t.cases.handover_lead, t.cases.handover_button],
        Case::Close => [t.cases.close, t.cases.close_lead, t.cases.close_button],
        Case::Reopen => [t.cases.reopen, t.cases.reopen_lead, t.cases.reopen_button],
        Case::Delegate => [t.cases.delegate, t.cases.delegate_lead, t.cases.delegate_button],
        Case::Recommend => [t.cases.recommend, t.cases.recommend_lead, t.cases.recommend_button],
        Case::Advise => [t.advice.advise, t.advice.lead, t.advice.button],
        Case::Next => [t.cases.next, t.cases.next_lead, t.cases.next_button],
    }
}

/// Gives the page of a case.
pub fn screen(app: &App, t: &'static Texts, id: &Hash, case: Case) -> Screen {
    let dossier = app.dossiers.get(id).filter(|dossier| is_offered(app, dossier, case));
    let Some(dossier) = dossier else {
        return unknown(t);
    };
    let vouches = lost::promised(app, dossier).is_none();
    let [heading, lead, mut button] = words(t, case, vouches);
    let mut screen = Screen::new(heading).lead(lead).back(&Route::Dossier(*id), t.dossier.back);
    screen.blocks.extend(summary(app, t));
    let mut inputs = inputs(app, t, dossier, case, &app.page.case);
    put_problems(app, t, &mut inputs);
    let asks_whom = matches!(case, Case::Handover | Case::Delegate);
    let nobody = asks_whom && cases::people(app, dossier).is_empty();
    let no_rules = case == Case::Next && pairing::offered(app).is_empty();
    if no_rules {
        let period = dossier.genesis().map_or("", |genesis| &genesis.period);
        screen.blocks.push(Notice::block(Tone::Warn, &fill(t.cases.next_none, &[&visible(period)])));
    } else if nobody {
        screen.blocks.push(Notice::block(Tone::Warn, t.cases.people_none));
        let steps = [t.cases.people_ask, t.cases.people_take_in, t.cases.people_choose];
        screen.blocks.push(Block::Points(steps.map(str::to_string).to_vec()));
        screen.actions.push(Button::open(t.cases.people_receive, Route::Receive.to_hash()));
    } else if !inputs.is_empty() {
        let mut sections = vec![Section::alone("", inputs)];
        sections.extend((case == Case::Next).then(|| super::people::own_place(app, t)));
        screen.blocks.push(Block::Form(sections));
        if asks_whom {
            let link = Link::to(&Route::Receive, t.cases.people_receive);
            screen.blocks.push(Block::Links(vec![link]));
        }
    }
    let by_employee = app.my_side(dossier) == Some(Party::Employee);
    if case == Case::Handover && by_employee {
        screen.blocks.push(Notice::block(Tone::Warn, t.cases.handover_alone));
    }
    if let (Case::Next, Some(genesis), Some(book)) = (case, dossier.genesis(), app.page.choice.rules(app)) {
        // Whether the superior is acting is carried over, so it is seen before it is signed.
        let rules = (book.id.as_str(), &book.hash);
        let facts = super::people::about(app, t, rules, genesis.position, dossier.is_acting());
        screen.blocks.push(Block::Facts(facts));
        let period = book.pack(genesis.position).map_or("", |pack| &pack.period);
        if let Some(twin) = twins::in_period(app, dossier, period) {
            let name = pinned_name(app, dossier, app.my_side(dossier).map_or(Party::Superior, Party::other));
            let text = fill(t.contact.twin, &[&visible(period), &name]);
            let link = Some(Link::to(&Route::Dossier(twin.id()), t.contact.twin_open));
            screen.blocks.push(Block::Notice(Notice { tone: Tone::Warn, text, button: None, link }));
            button = t.contact.twin_accept;
        }
    }
    let weight = if case == Case::Close { Weight::Refuse } else { Weight::Main };
    let press = message::Press::Case(Press::Sign);
    if !nobody && !no_rules {
        screen.actions.push(Button { weight, ..Button::main(button, press).named("act") });
    }
    screen.thread = super::dossier::thread(app, t, dossier);
    screen
}

/// Gives the people to choose from; where two have the same name, office and school, with what tells them apart.
fn person_options(t: &Texts, answers: &Document, cards: &[Card]) -> Vec<Opt> {
    let people: Vec<_> = cards.iter().map(|card| (&card.person, &card.did)).collect();
    let mut options = Vec::new();
    for (card, more) in
        cards.iter().zip(apart::people(t, &people, apart::NAME | apart::SCHOOL | apart::OFFICE))
    {
        let place = [&visible(card.person.office()), " · ", &visible(card.person.school())].concat();
        options.push(Opt {
            id: card.did.to_string(),
            label: visible(card.person.name()),
            detail: apart::with(&place, &more),
            chosen: answers.field(ask::TO) == card.did.as_str(),
        });
    }
    options
}

fn inputs(app: &App, t: &'static Texts, dossier: &Dossier, case: Case, answers: &Document) -> Vec<Input> {
    let line = |name: &str, label: &str| Input::line(name, label, answers.field(name));
    let optional = |input: Input| Input { optional: true, optional_word: t.form.optional, ..input };
    let text = |input: Input| Input { kind: InputKind::Text(String::new()), ..input };
    let day = || Input {
        kind: InputKind::Date(String::new(), String::new()),
        caution: match days::unlikely(app, dossier, answers.field(ask::EFFECTIVE)) {
            Some(Unlikely::NotYet) => own(t.cases.day_not_yet),
            Some(Unlikely::BeforeBegin) => own(t.cases.day_before_begin),
            None => String::new(),
        },
        ..line(ask::EFFECTIVE, t.cases.effective)
    };
    let person = |label: &str| {
        let options = person_options(t, answers, &cases::people(app, dossier));
        let hint = own(t.cases.handover_to_hint);
        Input { kind: InputKind::Choice(options), hint, ..line(ask::TO, label) }
    };
    let items = |name: &str, list: &[Item]| {
        let option = |item: &Item| Opt {
            id: item.id.clone(),
            label: say(app.lang, &item.name).to_string(),
            detail: item.meaning.as_ref().map_or(String::new(), |words| say(app.lang, words).to_string()),
            chosen: answers.field(name) == item.id,
        };
        list.iter().map(option).collect::<Vec<Opt>>()
    };
    match case {
        Case::Handover => {
            let acting = Opt {
                id: ask::ACTING.into(),
                label: own(t.invite.acting),
                detail: own(t.invite.acting_means),
                chosen: !answers.many(ask::ACTING).is_empty(),
            };
            let status =
                Input { kind: InputKind::Choices(vec![acting]), ..line(ask::ACTING, t.invite.superior_is) };
            vec![
                person(t.cases.handover_to),
                day(),
                optional(line(ask::LETTER, t.cases.letter)),
                optional(status),
            ]
        }
        Case::Close => {
            let mut reasons = items(ask::REASON, cases::closings(app, dossier));
            if twins::of(app, dossier).is_some() {
                let chosen = answers.field(ask::REASON) == DUPLICATE;
                let (label, detail) = (own(t.cases.duplicate), own(t.cases.duplicate_means));
                reasons.insert(0, Opt { id: DUPLICATE.into(), label, detail, chosen });
            }
            let reasons = InputKind::Choice(reasons);
            vec![
                Input { kind: reasons, ..line(ask::REASON, t.cases.reason) },
                day(),
                optional(text(line(ask::NOTE, t.cases.close_note))),
            ]
        }
        Case::Reopen => vec![text(line(ask::NOTE, t.cases.reopen_note))],
        Case::Delegate => vec![person(t.cases.delegate_to)],
        Case::Recommend => {
            let pack = dossier.genesis().and_then(|genesis| app.shelf.of(genesis));
            let indicators = pack.map_or(&[][..], |pack| pack.list("indicators"));
            let mut options = items(ask::ITEMS, indicators);
            let ticked = cases::ticked(answers, dossier);
            options.iter_mut().for_each(|option| option.chosen = ticked.contains(&option.id));
            vec![Input { kind: InputKind::Choices(options), ..line(ask::ITEMS, t.cases.recommended) }]
        }
        Case::Advise => {
            let pack = dossier.genesis().and_then(|genesis| app.shelf.of(genesis));
            let rating = |name: &str, label: &str| {
                let options = items(name, pack.map_or(&[][..], |pack| pack.list("expectations")));
                Input { kind: InputKind::Choice(options), ..line(name, label) }
            };
            vec![
                rating(ask::RESULT, t.advice.work_result),
                rating(ask::BEHAVIOUR, t.advice.work_behaviour),
                text(line(ask::NOTE, t.advice.note)),
            ]
        }
        Case::Key if lost::promised(app, dossier).is_some() => Vec::new(),
        Case::Key => {
            let cards: Vec<Card> = lost::newcomers(app, dossier).into_iter().cloned().collect();
            let mut options = person_options(t, answers, &cards);
            for (option, card) in options.iter_mut().zip(&cards) {
                let matched = app.contacts.get(&card.did).and_then(|contact| contact.matched.as_ref());
                let compared = matched.map(|at| fill(t.keys.vouch_compared, &[&stamp(app, at)]));
                option.detail = apart::with(&compared.unwrap_or_default(), &option.detail);
            }
            let label = fill(t.keys.vouch_to, &[&super::keys::of_other(app, dossier)]);
            let hint = own(t.keys.vouch_hint);
            vec![Input { kind: InputKind::Choice(options), hint, ..line(ask::TO, &label) }]
        }
        Case::Next => vec![super::people::rules_input(app, t)],
    }
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
        ..Input::line(ask::NOTE, t.cases.paper_note, app.page.case.field(ask::NOTE))
    };
    let mut inputs = vec![note];
    put_problems(app, t, &mut inputs);
    Section::alone(t.cases.paper, inputs)
}

/// Gives the links to the cases that a dossier offers now.
pub fn offers(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<Block> {
    let mut links = Vec::new();
    for case in Case::ALL {
        let vouches = lost::promised(app, dossier).is_none();
        // The replacement of the own key is the main thing of its dossier already.
        if is_offered(app, dossier, case) && (case != Case::Key || vouches) {
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

/// Gives the link to the page of a case.
pub fn offer(app: &App, t: &'static Texts, dossier: &Dossier, case: Case) -> Link {
    let vouches = lost::promised(app, dossier).is_none();
    Link::to(&Route::Case(dossier.id(), case), words(t, case, vouches)[0])
}

/// Says for what reason a dossier was closed.
pub fn closing(app: &App, t: &Texts, dossier: &Dossier, reason: &str) -> String {
    match cases::closings(app, dossier).iter().find(|item| item.id == reason) {
        Some(item) => say(app.lang, &item.name).to_string(),
        None if reason == DUPLICATE => own(t.cases.duplicate),
        None => visible(reason),
    }
}

/// Says what happened in a dossier beside the stages.
pub fn history(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<Block> {
    let mut blocks: Vec<Block> = super::people::changed(app, t, dossier).into_iter().collect();
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
    let crossed = |stage| super::crossed::on_stage(app, t, dossier, stage);
    blocks.extend(Stage::ALL.into_iter().flat_map(crossed));
    blocks.extend(super::late::notices(app, t, dossier, None));
    if let Some(card) = dossier.delegate(Stage::Observation)
        && dossier.stage(Stage::Observation).heads.is_empty()
    {
        let who = name_of(app, dossier, &card.did);
        blocks.push(Notice::block(Tone::Plain, &fill(t.cases.delegated, &[&who])));
    }
    blocks.extend(super::advice::on_dossier(app, t, dossier));
    if let Some((record, close)) = dossier.closed() {
        let reason = closing(app, t, dossier, &close.reason);
        let note = visible(close.note.trim_end_matches('.'));
        let reason = if note.is_empty() { reason } else { [&reason, ", ", &note].concat() };
        let by = name_of(app, dossier, record.signer());
        let day = day(&close.effective);
        let text = fill(t.cases.closed, &[&day, &reason, &by, &signed(app, record)]);
        blocks.push(Notice::block(Tone::Warn, &text));
        blocks.extend(super::advice::can_be_assessed(app, t, dossier));
    } else if let Some((record, note)) = dossier.reopened() {
        let note = visible(note.trim_end_matches('.'));
        let by = name_of(app, dossier, record.signer());
        let text = fill(t.cases.reopened, &[&note, &by, &signed(app, record)]);
        blocks.push(Notice::block(Tone::Plain, &text));
    }
    for stage in cases::signed_for_me(app, dossier) {
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
        Content::KeyChange { to, .. } if app.me.as_ref().is_some_and(|me| me.card.did == to.did) => {
            case(Case::Key, t.keys.replace_point)
        }
        Content::KeyChange { .. } => [t.keys.vouch_heading, t.keys.vouch_point, t.keys.vouch_button],
        Content::CoSign(_) | Content::DetailsChange(_) | Content::Newer { .. } => {
            [t.cases.paper_button, t.cases.paper_point, t.cases.paper_button]
        }
    }
}

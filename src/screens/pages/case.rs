//! Special cases: the page of each, what a dossier offers, and what happened in it.

use crate::app::case::Case;
use crate::app::duties::days::{self, Unlikely};
use crate::app::duties::key_recovery;
use crate::app::duties::offers::{self, is_offered};
use crate::app::key::Form;
use crate::app::library::twins::{self, DUPLICATE};
use crate::app::route::Route;
use crate::app::special_cases::Press;
use crate::app::{App, ask, editor, message};
use crate::domain::document::Document;
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::rules::pack::Item;
use crate::screens::block::form::{Input, InputKind, Opt, Section};
use crate::screens::block::{Block, Button, Link, Notice, Tone, Weight};
use crate::screens::parts::case_words::words;
use crate::screens::parts::names::{pinned_name, visible};
use crate::screens::parts::problems::summary;
use crate::screens::parts::words::{say, stamp};
use crate::screens::parts::{apart, keys, person, thread, undo};
use crate::screens::screen::{Screen, unknown};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;

/// Gives the page of a case.
pub fn screen(app: &App, t: &'static Texts, id: &Hash, case: Case) -> Screen {
    let dossier = app.library.dossiers.get(id).filter(|dossier| is_offered(&app.library, dossier, case));
    let Some(dossier) = dossier else {
        return unknown(t);
    };
    let vouches = key_recovery::promised(&app.library, dossier).is_none();
    let [heading, lead, mut button] = words(t, case, vouches);
    let mut screen = Screen::new(heading).lead(lead).back(&Route::Dossier(*id), t.dossier.back);
    screen.blocks.extend(undo::put_away(app, t));
    screen.blocks.extend(summary(app, t));
    let inputs = inputs(app, t, dossier, case, &editor::answers_beside(&app.library, &app.page.route));
    let asks_whom = matches!(case, Case::Handover | Case::Delegate);
    let nobody = asks_whom && offers::people(&app.library, dossier).is_empty();
    let no_rules = case == Case::Next && app.new_dossier().offered().is_empty();
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
        sections.extend((case == Case::Next).then(|| person::own_place(app, t)));
        screen.blocks.push(Block::Form(sections));
        if asks_whom {
            let link = Link::to(&Route::Receive, t.cases.people_receive);
            screen.blocks.push(Block::Links(vec![link]));
        }
    }
    let by_employee = app.library.my_side(dossier) == Some(Party::Employee);
    if case == Case::Handover && by_employee {
        screen.blocks.push(Notice::block(Tone::Warn, t.cases.handover_alone));
    }
    if let (Case::Next, Some(genesis), Some(book)) = (case, dossier.genesis(), app.new_dossier().rules()) {
        // Whether the superior is acting is carried over, so it is seen before it is signed.
        let rules = (book.id.as_str(), &book.hash);
        let facts = person::about(app, t, rules, genesis.position, dossier.is_acting());
        screen.blocks.push(Block::Facts(facts));
        let period = book.pack(genesis.position).map_or("", |pack| &pack.period);
        if let Some(twin) = twins::in_period(&app.library, dossier, period) {
            let name =
                pinned_name(app, dossier, app.library.my_side(dossier).map_or(Party::Superior, Party::other));
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
    if app.library.drafts.contains_key(&(*id, Form::Case(case))) {
        let clear = Button::quiet(t.form.clear, message::Press::Writing(editor::Press::Discard));
        screen.blocks.push(Block::Buttons(vec![clear]));
    }
    screen.thread = thread::thread(app, t, dossier);
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
        caution: match days::unlikely(&app.library, dossier, answers.field(ask::EFFECTIVE)) {
            Some(Unlikely::NotYet) => own(t.cases.day_not_yet),
            Some(Unlikely::BeforeBegin) => own(t.cases.day_before_begin),
            None => String::new(),
        },
        ..line(ask::EFFECTIVE, t.cases.effective)
    };
    let person = |label: &str| {
        let options = person_options(t, answers, &offers::people(&app.library, dossier));
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
            let mut reasons = items(ask::REASON, offers::closings(&app.library, dossier));
            if twins::of(&app.library, dossier).is_some() {
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
            let pack = dossier.genesis().and_then(|genesis| app.library.rule_packs.of(genesis));
            let indicators = pack.map_or(&[][..], |pack| pack.list("indicators"));
            let mut options = items(ask::ITEMS, indicators);
            let ticked = offers::ticked(answers, dossier);
            options.iter_mut().for_each(|option| option.chosen = ticked.contains(&option.id));
            vec![Input { kind: InputKind::Choices(options), ..line(ask::ITEMS, t.cases.recommended) }]
        }
        Case::Advise => {
            let pack = dossier.genesis().and_then(|genesis| app.library.rule_packs.of(genesis));
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
        Case::Key if key_recovery::promised(&app.library, dossier).is_some() => Vec::new(),
        Case::Key => {
            let cards: Vec<Card> =
                key_recovery::newcomers(&app.library, dossier).into_iter().cloned().collect();
            let mut options = person_options(t, answers, &cards);
            for (option, card) in options.iter_mut().zip(&cards) {
                let matched =
                    app.library.contacts.get(&card.did).and_then(|contact| contact.matched.as_ref());
                let compared = matched.map(|at| fill(t.keys.vouch_compared, &[&stamp(app, at)]));
                option.detail = apart::with(&compared.unwrap_or_default(), &option.detail);
            }
            let label = fill(t.keys.vouch_to, &[&keys::of_other(app, dossier)]);
            let hint = own(t.keys.vouch_hint);
            vec![Input { kind: InputKind::Choice(options), hint, ..line(ask::TO, &label) }]
        }
        Case::Next => vec![person::rules_input(app, t)],
    }
}

//! A stage as it stands: the sheet, what changed, the answer, and every version; and the same sheet
//! before it is signed.
use crate::app::duties::answers::{self, may_answer};
use crate::app::duties::documents::document_of;
use crate::app::duties::forms::{self, may_write};
use crate::app::duties::{offers, schedule};
use crate::app::key::Slot;
use crate::app::library::receipts;
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::{App, changes, signing, special_cases};
use crate::domain::document::{Answer, Document};
use crate::domain::stage::{Stage, StageState, Turn};
use crate::lang::{Texts, fill, own};
use crate::rules::form::find;
use crate::rules::pack::{Field, Pack};
use crate::screens::block::list::{Changes, Version};
use crate::screens::block::{Block, Button, Notice, Tone, Weight};
use crate::screens::parts::names::name_of;
use crate::screens::parts::offers::{copy, paper, sign_copy};
use crate::screens::parts::paper::Paper;
use crate::screens::parts::sheet::{column_text, deciding_answer, sheet};
use crate::screens::parts::signed_sheets::{context_with, sheets};
use crate::screens::parts::stage_sign::sign;
use crate::screens::parts::words::{self, day, signed};
use crate::screens::parts::{
    choosing, compare, crossed, keys, late, problems, remarks, sections, thread, undo, writing_help,
};
use crate::screens::screen::{Screen, unknown};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::{Content, Decision, NOTE_MAX, Record};

/// Gives the page of a stage.
pub fn screen(app: &App, t: &'static Texts, id: &Hash, stage: Stage) -> Screen {
    let found = app.library.dossiers.get(id).and_then(|dossier| Some((dossier, dossier.genesis()?)));
    let Some((dossier, genesis)) = found else {
        return unknown(t);
    };
    let facts = dossier.stage(stage);
    let mut screen = Screen::new(t.stage_name(stage)).back(&Route::Dossier(*id), t.dossier.back);
    let mine = app.library.my_side(dossier).map(Turn::Of) == Some(facts.state.turn(stage));
    let words = sign(t, stage, facts.state).words;
    screen.lead = if mine { [t.turn.yours, " · ", &words].concat() } else { words };
    screen.thread = thread::thread(app, t, dossier);
    let Some(pack) = app.library.rule_packs.of(genesis) else {
        screen.blocks.push(Notice::block(Tone::Warn, t.receive.unknown_rules));
        screen.blocks.push(Block::text(t.receive.unknown_rules_next));
        return screen;
    };
    if facts.has_newer {
        screen.blocks.push(Notice::block(Tone::Warn, t.stage.newer));
    }
    for head in &facts.heads {
        let answer = dossier.decision_on(head).and_then(|answer| keys::doubt_on(app, t, dossier, &answer));
        screen.blocks.extend(keys::doubt_on(app, t, dossier, head).or(answer));
    }
    screen.blocks.extend(crossed::on_stage(app, t, dossier, stage));
    screen.blocks.extend(problems::summary(app, t));
    let answering = may_answer(&app.library, dossier, stage);
    if answering {
        screen.blocks.extend(changes(app, t, dossier, stage));
        screen.blocks.extend(conflict_notice(app, t, dossier, stage));
    }
    if facts.state == StageState::Ahead {
        let before = stage.before().map_or("", |before| t.stage_name(before));
        screen.blocks.push(Notice::block(Tone::Plain, &fill(t.stage.ahead, &[before])));
    }
    if facts.heads.is_empty() {
        screen.blocks.push(Notice::block(Tone::Plain, words::say(app.lang, &pack.stage(stage).purpose)));
        if !facts.versions.iter().any(|version| dossier.is_late(version)) {
            screen.blocks.push(Notice::block(Tone::Plain, t.stage.nothing_yet));
        }
    }
    screen.blocks.extend(late::notices(app, t, dossier, Some(stage)));
    let choice = choosing::blocks(app, t);
    // Who has to choose sees the versions side by side; each as a whole stands below, among all versions.
    if choice.is_empty() || facts.state != StageState::Diverged {
        let sheets = sheets(app, t, dossier, stage);
        let is_printed = !sheets.is_empty();
        screen.blocks.extend(sheets);
        screen.blocks.extend(is_printed.then(|| print(t)));
    }
    if facts.state == StageState::Diverged {
        screen.blocks.extend(choice);
    }
    if let Some(compared) = compare::compare(app, t, dossier, stage) {
        screen.blocks.push(Block::heading(t.aid.compare));
        screen.blocks.push(compared);
    }
    if facts.agreed.is_some_and(|agreed| answers::is_on_behalf(dossier, &agreed.cosign)) && answering {
        screen.blocks.push(Notice::block(Tone::Plain, t.cases.own_answer));
    }
    let is_sent_back = answering && facts.returned.is_some();
    if is_sent_back {
        screen.blocks.push(Notice::block(Tone::Plain, t.stage.think_again));
    }
    if answering {
        screen.blocks.extend(undo::put_away(app, t));
        answer_part(app, t, *id, stage, &mut screen);
    } else if may_write(&app.library, dossier, stage) && facts.state != StageState::Diverged {
        let (label, weight) = write_label(t, dossier, stage);
        screen.actions.push(Button { weight, ..Button::open(label, Route::Form(*id, stage).to_hash()) });
    } else if forms::may_transcribe(&app.library, dossier, stage) {
        screen.blocks.push(Block::Heading(own(t.cases.paper)));
        screen.blocks.push(Block::Text(own(t.cases.copy_lead)));
        let form = Route::Form(*id, stage).to_hash();
        screen.blocks.push(Block::Buttons(vec![Button::open_quiet(t.cases.copy, form)]));
    }
    if is_sent_back {
        // Nothing has to be done.
        screen.actions.iter_mut().for_each(|action| action.weight = Weight::Quiet);
    }
    screen.blocks.extend(while_waiting(app, t, dossier, stage));
    let observed = !dossier.stage(Stage::Observation).versions.is_empty();
    if stage == Stage::Preparation && facts.state == StageState::Agreed && !observed {
        screen.blocks.push(Notice::block(Tone::Plain, t.cases.reschedule));
    }
    // A version that was taken back stands on no sheet, so it is listed even when it is the only one.
    if facts.versions.len() > facts.heads.len().min(1) || facts.returned.is_some() {
        let blocks = vec![Block::Versions(versions(app, t, dossier, stage))];
        let (title, is_open) = (own(t.stage.versions), facts.heads.is_empty());
        screen.blocks.push(Block::Folded { title, is_open, blocks });
    }
    screen
}

/// Gives the check page: the sheet as it will be signed.
pub fn check(app: &App, t: &'static Texts, id: &Hash, stage: Stage) -> Screen {
    let desk = forms::desk(&app.library, *id, stage, Slot::Document);
    let Some((desk, genesis)) = desk.and_then(|desk| desk.dossier.genesis().map(|genesis| (desk, genesis)))
    else {
        return unknown(t);
    };
    let heading = fill(t.stage.check, &[t.stage_name(stage)]);
    let mut screen = Screen::new(&heading).lead(t.stage.check_lead);
    screen = screen.back(&Route::Form(*id, stage), t.stage.back_to_form);
    let document = desk.trimmed();
    let paper = Paper {
        dossier: desk.dossier,
        genesis,
        pack: desk.pack,
        stage,
        document: &document,
        context: &desk.context,
        version: None,
    };
    let copies = forms::may_transcribe(&app.library, desk.dossier, stage);
    let ready = desk.problems().is_empty() && (copies || may_write(&app.library, desk.dossier, stage));
    if !ready {
        screen.blocks.push(Notice::block(Tone::Warn, t.stage.not_ready));
    }
    if ready && forms::is_agreed_by_rule(&desk) {
        screen.blocks.push(Notice::block(Tone::Warn, t.cases.automatic_now));
    }
    screen.blocks.extend(writing_help::cautions(app, t, &desk));
    screen.blocks.push(Block::Sheet(sheet(app, t, &paper, true)));
    if ready && copies {
        screen.blocks.insert(0, Notice::block(Tone::Warn, t.cases.copying));
        screen.blocks.extend(problems::summary(app, t));
        screen.blocks.extend(copy(app, t));
        screen.actions.push(sign_copy(t));
    } else if ready {
        screen.actions.push(Button::main(t.stage.sign, Press::Signing(signing::Press::Sign)).named("sign"));
    }
    screen.thread = thread::thread(app, t, desk.dossier);
    screen
}

/// Gives the page of one version.
pub fn version(app: &App, t: &'static Texts, id: &Hash, stage: Stage, version: &Hash) -> Screen {
    let found = app.library.dossiers.get(id).and_then(|dossier| {
        let genesis = dossier.genesis()?;
        Some((dossier, genesis, app.library.rule_packs.of(genesis)?, document_of(dossier, version)?))
    });
    let Some((dossier, genesis, pack, document)) = found else {
        return unknown(t);
    };
    let context = context_with(dossier, stage, document);
    let paper = Paper { dossier, genesis, pack, stage, document, context: &context, version: Some(*version) };
    let sheet = sheet(app, t, &paper, false);
    let number =
        dossier.stage(stage).versions.iter().position(|known| known == version).map_or(0, |place| place + 1);
    let mut screen = Screen::new(&fill(t.stage.version_number, &[t.stage_name(stage), &number.to_string()]));
    screen = screen.lead(&sheet.subtitle.clone()).back(&Route::Stage(*id, stage), t.stage.back);
    screen.blocks.extend([Block::Sheet(sheet), print(t)]);
    screen.thread = thread::thread(app, t, dossier);
    screen
}

/// Gives the button that prints what is signed on a page.
fn print(t: &'static Texts) -> Block {
    Block::Buttons(vec![Button::quiet(t.stage.print, Press::Print).named("print")])
}

/// Gives what the writer can do while a version waits for the other side: take it back, or record a
/// signature on paper.
fn while_waiting(app: &App, t: &'static Texts, dossier: &Dossier, stage: Stage) -> Vec<Block> {
    let head = dossier.stage(stage).heads.first();
    let (Some(me), Some(target)) = (&app.library.me, head) else {
        return Vec::new();
    };
    let withdrawal = Content::Withdraw { stage, target: *target };
    if !offers::may_sign(&app.library, dossier, &withdrawal, &me.card.did) {
        return Vec::new();
    }
    let press = Press::Case(special_cases::Press::Withdraw);
    let mut blocks = vec![Block::Buttons(vec![Button::quiet(t.cases.withdraw, press).named("withdraw")])];
    if dossier.stage(stage).state != StageState::Ahead {
        blocks.extend(paper(app, t));
    }
    blocks
}

fn write_label(t: &'static Texts, dossier: &Dossier, stage: Stage) -> (&'static str, Weight) {
    match dossier.stage(stage).state {
        StageState::Open | StageState::Locked => (t.turn.write_button, Weight::Main),
        StageState::Returned | StageState::AmendmentReturned => (t.turn.improve_button, Weight::Main),
        StageState::Stale => (t.turn.confirm_button, Weight::Main),
        StageState::Agreed => (t.stage.amend, Weight::Quiet),
        _ => (t.stage.replace, Weight::Quiet),
    }
}

fn answer_part(app: &App, t: &'static Texts, id: Hash, stage: Stage, screen: &mut Screen) {
    let Some(desk) = forms::desk(&app.library, id, stage, Slot::Reply) else {
        return;
    };
    let mut sections = sections::sections(app, t, &desk, Slot::Reply);
    for section in &mut sections {
        section.current = true;
        section.step.clear();
    }
    let hint = if stage == Stage::Assessment { t.stage.note_hint_objection } else { t.stage.note_hint };
    let mut note =
        crate::screens::block::form::Input::line("note", t.stage.note, desk.document.field("note"));
    note.kind =
        crate::screens::block::form::InputKind::Text(fill(t.form.at_most, &[&app.lang.number(NOTE_MAX)]));
    note.hint = hint.to_string();
    let inputs = vec![note];
    sections.push(crate::screens::block::form::Section::alone(t.stage.your_answer, inputs));
    sections.push(remarks::section(app, t, &desk));
    screen.saves = true;
    screen.blocks.push(Block::Form(sections));
    let (agree, back) = if stage == Stage::Assessment {
        (t.stage.accept, t.stage.object)
    } else if stage == Stage::Observation {
        (t.stage.acknowledge, t.stage.send_back)
    } else {
        (t.stage.agree, t.stage.send_back)
    };
    let press = |press| Press::Signing(press);
    screen.actions.push(Button::main(agree, press(signing::Press::Agree)).named("agree"));
    screen.actions.push(Button {
        weight: Weight::Refuse,
        ..Button::quiet(back, press(signing::Press::Return)).named("return")
    });
}

/// Says to who reviews a plan that another observation is at the same hour.
fn conflict_notice(app: &App, t: &'static Texts, dossier: &Dossier, stage: Stage) -> Option<Block> {
    let head = dossier.stage(stage).heads.first().filter(|_| stage == Stage::Preparation)?;
    let conflict = schedule::find(&app.library, dossier, document_of(dossier, head)?)?;
    Some(Notice::block(Tone::Warn, &writing_help::conflict_words(app, t, &conflict)))
}

fn changes(app: &App, t: &'static Texts, dossier: &Dossier, stage: Stage) -> Option<Block> {
    let me = &app.library.me.as_ref()?.card.did;
    let head = dossier.stage(stage).heads.first()?;
    let mine = dossier.counted().filter(|record| record.signer() == me).filter_map(|record| {
        match record.content() {
            Content::CoSign(cosign) if cosign.stage == stage && cosign.target != *head => Some(cosign.target),
            _ => None,
        }
    });
    let seen = mine.last()?;
    let pack = app.library.rule_packs.of(dossier.genesis()?)?;
    let (old, new) = (document_of(dossier, &seen)?, document_of(dossier, head)?);
    let fields = pack.stage(stage).document.iter().flat_map(|section| &section.fields);
    let mut entries = Vec::new();
    for field in fields {
        let (before, after) = (flat(app, pack, field, old), flat(app, pack, field, new));
        if before != after {
            entries.push((words::say(app.lang, &field.label).to_string(), changes::words(&before, &after)));
        }
    }
    Some(Block::Changes(Changes {
        heading: own(t.stage.changes),
        none: own(t.stage.no_changes),
        entries,
        words: [t.stage.removed, t.stage.added],
    }))
}

/// Writes an answer as one run of words, as a person reads it.
fn flat(app: &App, pack: &Pack, field: &Field, document: &Document) -> String {
    let list = pack.list_of(field);
    let name =
        |id: &str| find(list, id).map_or(id.to_string(), |item| words::say(app.lang, &item.name).to_string());
    let answer = document.answers().find(|(known, _)| **known == field.name).map(|(_, answer)| answer);
    match answer {
        None => String::new(),
        Some(Answer::Text(text)) => column_text(app, pack, field, text).join(" "),
        Some(Answer::Many(ids)) => ids.iter().map(|id| name(id)).collect::<Vec<_>>().join(", "),
        Some(Answer::Rows(rows)) => {
            let cell = |(column, text): (&String, &String)| {
                let question = field.fields.iter().find(|known| known.name == *column);
                question
                    .map_or_else(|| name(text), |question| column_text(app, pack, question, text).join(" "))
            };
            rows.iter().flat_map(|row| row.iter()).map(cell).collect::<Vec<_>>().join(" · ")
        }
    }
}

/// Says that a version was not answered, and whether the other side is known to have it.
fn unanswered(app: &App, t: &Texts, dossier: &Dossier, id: &Hash) -> String {
    if dossier.is_late(id) {
        return own(t.stage.settles_nothing);
    }
    if !dossier.holds(id) {
        return own(t.stage.ahead_version);
    }
    let mine = app.library.me.as_ref().map(|me| &me.card.did) == dossier.record(id).map(Record::signer);
    match receipts::seen(&app.library, dossier, id).filter(|_| mine) {
        Some((who, at)) => fill(t.stage.unanswered_seen, &[&name_of(app, dossier, who), &day(app, at)]),
        None => own(t.stage.unanswered),
    }
}

fn versions(app: &App, t: &'static Texts, dossier: &Dossier, stage: Stage) -> Vec<Version> {
    let one = |(index, id): (usize, &Hash)| {
        let record = dossier.record(id)?;
        let writer = name_of(app, dossier, record.signer());
        let answer = deciding_answer(dossier, id);
        let (outcome, note) = match answer.map(|answer| (answer, answer.content())) {
            Some((answer, Content::CoSign(cosign))) => {
                let words = match cosign.decision {
                    Decision::Agree => t.stage.agreed_by,
                    Decision::Return => t.stage.returned_by,
                    Decision::Automatic => t.cases.automatic_by,
                    Decision::Paper => t.cases.paper_by,
                };
                let name = name_of(app, dossier, answer.signer());
                (fill(words, &[&name, &signed(app, answer)]), cosign.note.clone())
            }
            _ => match dossier.withdrawal(id).and_then(|id| dossier.record(&id)) {
                Some(record) => (fill(t.cases.withdrawn, &[&signed(app, record)]), String::new()),
                None => (unanswered(app, t, dossier, id), String::new()),
            },
        };
        let taken = dossier.withdrawal(id).filter(|_| answer.is_some()).and_then(|id| dossier.record(&id));
        let outcome = match taken {
            Some(record) => fill(t.cases.answered_and_taken, &[&outcome, &signed(app, record)]),
            None => outcome,
        };
        Some(Version {
            href: Route::Version(dossier.id(), stage, *id).to_hash(),
            name: fill(t.stage.version_name, &[&(index + 1).to_string(), &id.short()]),
            signed: fill(t.stage.signed_by, &[&writer, &signed(app, record)]),
            outcome,
            note,
        })
    };
    let mut list: Vec<Version> = dossier.stage(stage).versions.iter().enumerate().filter_map(one).collect();
    list.reverse();
    list
}

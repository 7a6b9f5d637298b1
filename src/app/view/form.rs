//! The form of a stage: questions of the rule pack as inputs, one topic a page on a phone.

use super::block::form::{Beside, Input, InputKind, Section, Summary};
use super::block::list::Term;
use super::block::{Block, Button, Notice, Tone};
use super::question::question;
use super::{Link, Screen, aid, unknown};
use crate::app::App;
use crate::app::cases::Case;
use crate::app::choosing::{self, CHOICE};
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::writing::{self, Desk, Slot};
use crate::domain::document::Path;
use crate::domain::stage::{Stage, StageState};
use crate::lang::{Lang, Texts, fill, own, source_name};
use crate::rules::form::items;
use crate::rules::pack::{Confidence, Field, Item, Words};
use crate::seal::canonical::Hash;

/// Gives the page of a form.
pub fn screen(app: &App, t: &'static Texts, id: &Hash, stage: Stage) -> Screen {
    let Some(desk) = writing::desk(app, *id, stage, Slot::Document) else {
        return unknown(t);
    };
    let name = t.stage_name(stage);
    let copies = writing::may_transcribe(app, desk.dossier, stage);
    if !copies && !writing::may_write(app, desk.dossier, stage) {
        let mut screen = Screen::new(name).back(&Route::Stage(*id, stage), t.stage.back);
        screen.blocks.push(Notice::block(Tone::Warn, t.form.not_yours));
        return screen;
    }
    let rules = desk.pack.stage(stage);
    let mut screen = Screen::new(name).lead(say(app.lang, &rules.purpose));
    screen = screen.back(&Route::Dossier(*id), t.dossier.back);
    if copies {
        screen.blocks.push(Notice::block(Tone::Warn, t.cases.copying));
    }
    screen.saves = true;
    screen.blocks.extend(super::choosing::put_away(app, t));
    screen.blocks.extend(why_again(app, t, &desk));
    screen.blocks.extend(summary(app, t));
    let sections = sections(app, t, &desk, Slot::Document);
    let steps = sections.len();
    let step = app.page.step.min(steps.saturating_sub(1));
    screen.blocks.push(Block::Form(sections));
    screen.actions.push(Button::main(t.form.check, Press::Writing(writing::Press::Check)).named("check"));
    if steps > 1 {
        let go = |step| Press::Writing(writing::Press::Step(step));
        let mut walk = Vec::new();
        if step + 1 < steps {
            walk.push(Button { id: "next-step".into(), ..Button::main(t.form.next, go(step + 1)) });
        }
        if step > 0 {
            walk.push(Button { id: "last-step".into(), ..Button::quiet(t.form.previous, go(step - 1)) });
        }
        screen.actions.extend(walk);
    }
    if app.drafts.contains_key(&(*id, stage, Slot::Document)) && !desk.dossier.stage(stage).heads.is_empty() {
        screen.blocks.push(Block::Buttons(vec![Button::quiet(
            t.form.discard,
            Press::Writing(writing::Press::Discard),
        )]));
    }
    screen.margin = margin(app, t, &desk);
    screen.thread = super::dossier::thread(app, t, desk.dossier);
    screen
}

/// Gives the inputs of a form by topic.
pub fn sections(app: &App, t: &'static Texts, desk: &Desk, slot: Slot) -> Vec<Section> {
    let topics = desk.topics();
    let steps = topics.len();
    let make = |(index, (section, fields)): (usize, &(&crate::rules::pack::Section, Vec<&Field>))| {
        let mut inputs: Vec<Input> = fields.iter().map(|field| question(app, t, desk, slot, field)).collect();
        put_problems(app, t, &mut inputs);
        super::choosing::put_undo(app, t, &mut inputs);
        aid::put_cautions(app, t, &mut inputs);
        if slot == Slot::Document {
            super::remarks::put(t, super::remarks::returned(desk), &mut inputs);
        }
        Section {
            title: say(app.lang, &section.title).to_string(),
            hint: section.hint.as_ref().map_or(String::new(), |hint| say(app.lang, hint).to_string()),
            step: if steps > 1 {
                fill(t.form.step, &[&(index + 1).to_string(), &steps.to_string()])
            } else {
                String::new()
            },
            current: index == app.page.step.min(steps.saturating_sub(1)),
            beside: beside(app, t, desk, section),
            folded: false,
            inputs,
        }
    };
    topics.iter().enumerate().map(make).collect()
}

/// Gives the earlier stages and the coaching prompts that stand beside a topic.
fn beside(
    app: &App,
    t: &'static Texts,
    desk: &Desk,
    section: &crate::rules::pack::Section,
) -> Option<Box<Beside>> {
    let mut sheets = Vec::new();
    if desk.stage == Stage::Assessment && !section.beside.is_empty() {
        sheets.extend(super::advice::beside(app, t, desk.dossier));
    }
    for stage in &section.beside {
        sheets.extend(aid::earlier_sheet(app, t, desk, *stage));
    }
    let prompts = section.margin.iter().filter_map(|reference| desk.pack.item(reference));
    let prompts: Vec<Term> = prompts.map(|item| term(app, t, item)).collect();
    let is_empty = sheets.is_empty() && prompts.is_empty();
    (!is_empty).then(|| Box::new(Beside { sheets, heading: t.aid.prompts, prompts }))
}

/// Gives the summary of all problems, when the person asked to go on.
pub fn summary(app: &App, t: &'static Texts) -> Option<Block> {
    let problems = &app.page.problems;
    let told = |problem: &crate::domain::problem::Problem| {
        let label = label_of(app, t, &problem.path);
        let text = t.fault(app.lang, problem.fault);
        let text = if label.is_empty() { text } else { [&label, ": ", &text].concat() };
        (text, Some(Press::Writing(writing::Press::GoTo(problem.path.clone()))))
    };
    (!problems.is_empty()).then(|| {
        Block::Summary(Summary {
            heading: own(t.form.summary),
            comfort: if matches!(app.route, Route::Setup | Route::Me) {
                t.form.summary_setup
            } else {
                t.form.summary_comfort
            }
            .to_string(),
            problems: problems.iter().map(told).collect(),
        })
    })
}

/// Puts the words of each problem at its input.
pub fn put_problems(app: &App, t: &'static Texts, inputs: &mut [Input]) {
    for input in inputs {
        let found = app.page.problems.iter().find(|problem| problem.path == input.path);
        if let Some(problem) = found {
            input.problem = t.fault(app.lang, problem.fault);
        }
        if let InputKind::Groups(groups, _) = &mut input.kind {
            for group in groups {
                put_problems(app, t, &mut group.inputs);
            }
        }
    }
}

/// Makes inputs for passphrases: name, label, what is typed, what the browser may fill in. One button below
/// them shows what is typed in all of them, or hides it again.
pub fn passphrases(app: &App, t: &'static Texts, lines: &[(&str, &str, &str, &'static str)]) -> Vec<Input> {
    let input = |(name, label, value, autocomplete): &(&str, &str, &str, &'static str)| Input {
        kind: InputKind::Passphrase(app.page.shows_passphrase),
        autocomplete,
        ..Input::line(name, label, value)
    };
    let mut inputs: Vec<Input> = lines.iter().map(input).collect();
    let label = if app.page.shows_passphrase { t.sign.hide_passphrase } else { t.sign.show_passphrase };
    if let Some(last) = inputs.last_mut() {
        last.buttons.push(Button::quiet(label, Press::ShowPassphrase));
    }
    put_problems(app, t, &mut inputs);
    inputs
}

/// Picks the text of a pack in the language of the app.
pub fn say(lang: Lang, words: &Words) -> &str {
    match lang {
        Lang::Id => &words.id,
        Lang::En => &words.en,
    }
}

/// Gives an item as a word that opens its meaning, examples and source.
pub fn term(app: &App, t: &Texts, item: &Item) -> Term {
    let mut meaning: Vec<String> =
        item.meaning.iter().map(|words| say(app.lang, words).to_string()).collect();
    meaning.extend(examples(app, t, item));
    meaning.push(source(app, t, &item.source, item.confidence));
    Term { word: say(app.lang, &item.name).to_string(), meaning }
}

/// Says in words where something is from, and how well it is known.
fn source(app: &App, t: &Texts, named: &str, confidence: Confidence) -> String {
    fill(t.form.source, &[&source_name(app.lang, named), t.confidence(confidence)])
}

/// Gives the examples of an item, to do and to avoid.
pub fn examples(app: &App, t: &Texts, item: &Item) -> Vec<String> {
    let list =
        |words: &[Words]| words.iter().map(|words| say(app.lang, words)).collect::<Vec<_>>().join("; ");
    let both = [(t.form.examples_do, &item.good), (t.form.examples_avoid, &item.avoid)];
    let told = both.into_iter().filter(|(_, words)| !words.is_empty());
    told.map(|(text, words)| fill(text, &[&list(words)])).collect()
}

fn why_again(app: &App, t: &'static Texts, desk: &Desk) -> Vec<Block> {
    let facts = desk.dossier.stage(desk.stage);
    let text = match facts.state {
        StageState::Returned | StageState::AmendmentReturned => {
            let note = facts.returned.and_then(|id| super::stage::note_of(desk.dossier, &id));
            let said =
                note.map_or_else(|| own(t.form.returned_noted), |note| fill(t.form.returned, &[&note]));
            let ways = super::remarks::ways(app, t, desk);
            let mut blocks = vec![Notice::block(Tone::Warn, &said)];
            blocks.extend((!ways.is_empty()).then_some(Block::Buttons(ways)));
            return blocks;
        }
        StageState::Agreed | StageState::AmendmentWaiting => t.form.amending,
        StageState::Stale => t.form.confirming,
        StageState::Diverged => t.form.resolving,
        StageState::Waiting => t.form.replacing,
        _ => return Vec::new(),
    };
    vec![Notice::block(Tone::Plain, text)]
}

/// Gives what helps beside the form: the chosen indicator, what was agreed before, and the way out.
fn margin(app: &App, t: &'static Texts, desk: &Desk) -> Vec<Block> {
    let mut blocks = vec![Block::heading(t.form.help_heading)];
    let chosen = desk.context.get(Stage::Planning).map(|plan| plan.field("indicator"));
    let indicator = chosen.and_then(|id| desk.pack.list("indicators").iter().find(|item| item.id == id));
    let mut terms: Vec<Term> = indicator.iter().map(|item| term(app, t, item)).collect();
    let rules = desk.pack.stage(desk.stage);
    terms.push(Term {
        word: own(t.form.about_stage),
        meaning: vec![say(app.lang, &rules.purpose).into(), source(app, t, &rules.source, rules.confidence)],
    });
    blocks.push(Block::Terms(terms));
    let before = desk.stage.before().filter(|before| desk.context.get(*before).is_some());
    if let Some(before) = before {
        let label = fill(t.form.look_back, &[t.stage_name(before)]);
        blocks.push(Block::Links(vec![Link::to(&Route::Stage(desk.dossier.id(), before), &label)]));
    }
    blocks
}

fn label_of(app: &App, t: &'static Texts, path: &Path) -> String {
    let own = match path.field() {
        "name" => t.setup.name,
        "office" => t.setup.office,
        "school" => t.setup.school,
        "nip" => t.setup.nip,
        "nuptk" => t.setup.nuptk,
        "npsn" => t.setup.npsn,
        "roles" => t.setup.roles,
        "rules" => t.invite.rules,
        "passphrase" if app.route == Route::Me => t.keys.new,
        "passphrase" => t.setup.passphrase,
        "repeat" if app.route == Route::Me => t.keys.again,
        "repeat" => t.setup.repeat,
        "code" => t.keys.code,
        "passphrase-old" => t.keys.old,
        "note" => t.stage.note,
        "case-to" if matches!(app.route, Route::Case(_, Case::Delegate)) => t.cases.delegate_to,
        "case-to" if matches!(app.route, Route::Case(_, Case::Key)) => t.keys.new_key,
        "case-to" => t.cases.handover_to,
        "case-effective" => t.cases.effective,
        "case-letter" => t.cases.letter,
        "case-reason" => t.cases.reason,
        "case-result" => t.advice.work_result,
        "case-behaviour" => t.advice.work_behaviour,
        "case-note" => match app.route {
            Route::Case(_, Case::Reopen) => t.cases.reopen_note,
            Route::Case(_, Case::Advise) => t.advice.note,
            Route::Case(..) => t.cases.close_note,
            _ => t.cases.paper_note,
        },
        _ => "",
    };
    let remark = matches!(path, Path::OfRow(field, ..) if field == "remarks");
    if let (true, Path::OfRow(_, row, _)) = (remark, path) {
        return fill(t.cases.remark_number, &[&(row + 1).to_string()]);
    }
    let desk = writing::open_slot(app).and_then(|(id, stage, slot)| writing::desk(app, id, stage, slot));
    if let Some(name) = path.field().strip_prefix(CHOICE) {
        let choosing = choosing::open(app);
        let desk = choosing.and_then(|one| writing::desk(app, one.place.0, one.place.1, one.place.2));
        let named = desk.map_or(String::new(), |desk| name_at(app, t, &desk, &Path::Field(name.into())));
        return if named.is_empty() { t.stage.note.to_string() } else { named };
    }
    let found = desk.map(|desk| name_at(app, t, &desk, path)).filter(|name| !name.is_empty());
    found.unwrap_or_else(|| own.to_string())
}

/// Gives the name of an answer in a form; empty when the form does not ask for it.
pub fn name_at(app: &App, t: &'static Texts, desk: &Desk, path: &Path) -> String {
    let found = || {
        let fields: Vec<&Field> = desk.form.iter().flat_map(|section| &section.fields).collect();
        let field = fields.into_iter().find(|field| field.name == path.field())?;
        let column = |name: &str| {
            let column = field.fields.iter().find(|column| column.name == name);
            column.map_or("", |column| say(app.lang, &column.label))
        };
        Some(match path {
            Path::Field(_) => say(app.lang, &field.label).to_string(),
            Path::OfItem(_, item, name) => {
                let offered = items(desk.pack, &desk.context, field);
                let item = offered.iter().find(|known| known.id == *item);
                let item = item.map_or("", |item| say(app.lang, &item.name));
                [item, " – ", column(name)].concat()
            }
            Path::OfRow(_, row, name) => {
                [&fill(t.form.row, &[&(row + 1).to_string()]), " – ", column(name)].concat()
            }
        })
    };
    found().unwrap_or_default()
}

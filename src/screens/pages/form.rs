//! The form of a stage: questions of the rule pack as inputs, one topic a page on a phone.
use crate::app::duties::forms::{self, Desk};
use crate::app::key::{Form, Slot};
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::{App, editor};
use crate::domain::stage::{Stage, StageState};
use crate::lang::{Texts, fill, own};
use crate::screens::block::list::Term;
use crate::screens::block::{Block, Button, Link, Notice, Tone};
use crate::screens::parts::problems::summary;
use crate::screens::parts::sections::sections;
use crate::screens::parts::words::{say, source, term};
use crate::screens::parts::{remarks, signed_sheets, thread, undo};
use crate::screens::screen::{Screen, unknown};
use crate::seal::canonical::Hash;

/// Gives the page of a form.
pub fn screen(app: &App, t: &'static Texts, id: &Hash, stage: Stage) -> Screen {
    let Some(desk) = forms::desk(&app.library, *id, stage, Slot::Document) else {
        return unknown(t);
    };
    let name = t.stage_name(stage);
    let copies = forms::may_transcribe(&app.library, desk.dossier, stage);
    if !copies && !forms::may_write(&app.library, desk.dossier, stage) {
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
    screen.blocks.extend(undo::put_away(app, t));
    screen.blocks.extend(why_again(app, t, &desk));
    screen.blocks.extend(summary(app, t));
    let sections = sections(app, t, &desk, Slot::Document);
    let steps = sections.len();
    let step = app.page.step.min(steps.saturating_sub(1));
    screen.blocks.push(Block::Form(sections));
    screen.actions.push(Button::main(t.form.check, Press::Writing(editor::Press::Check)).named("check"));
    if steps > 1 {
        let go = |step| Press::Writing(editor::Press::Step(step));
        let mut walk = Vec::new();
        if step + 1 < steps {
            walk.push(Button { id: "next-step".into(), ..Button::main(t.form.next, go(step + 1)) });
        }
        if step > 0 {
            walk.push(Button { id: "last-step".into(), ..Button::quiet(t.form.previous, go(step - 1)) });
        }
        screen.actions.extend(walk);
    }
    if app.library.drafts.contains_key(&(*id, Form::Stage(stage, Slot::Document)))
        && !desk.dossier.stage(stage).heads.is_empty()
    {
        screen.blocks.push(Block::Buttons(vec![Button::quiet(
            t.form.discard,
            Press::Writing(editor::Press::Discard),
        )]));
    }
    screen.margin = margin(app, t, &desk);
    screen.thread = thread::thread(app, t, desk.dossier);
    screen
}

fn why_again(app: &App, t: &'static Texts, desk: &Desk) -> Vec<Block> {
    let facts = desk.dossier.stage(desk.stage);
    let text = match facts.state {
        StageState::Returned | StageState::AmendmentReturned => {
            let note = facts.returned.and_then(|id| signed_sheets::note_of(desk.dossier, &id));
            let said =
                note.map_or_else(|| own(t.form.returned_noted), |note| fill(t.form.returned, &[&note]));
            let ways = remarks::ways(app, t, desk);
            let mut blocks = vec![Notice::block(Tone::Warn, &said)];
            blocks.extend((!ways.is_empty()).then_some(Block::Buttons(ways)));
            return blocks;
        }
        StageState::Agreed | StageState::AmendmentWaiting => t.form.amending,
        StageState::Stale => t.form.confirming,
        StageState::Diverged => t.form.resolving,
        StageState::Waiting | StageState::Ahead => t.form.replacing,
        _ => "",
    };
    let before = desk.stage.before().map_or("", |before| t.stage_name(before));
    let mut texts = vec![own(text)];
    texts.extend((!facts.lapsed.is_empty()).then(|| fill(t.form.lapsed, &[before])));
    texts.extend(forms::goes_ahead(desk.dossier, desk.stage).then(|| fill(t.form.ahead, &[before])));
    texts.retain(|text| !text.is_empty());
    texts.iter().map(|text| Notice::block(Tone::Plain, text)).collect()
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

//! The questions of a form by their topics.
use crate::app::App;
use crate::app::duties::forms::Desk;
use crate::app::key::Slot;
use crate::domain::stage::Stage;
use crate::lang::{Texts, fill};
use crate::rules::pack::Field;
use crate::screens::block::form::{Beside, Input, Section};
use crate::screens::block::list::Term;
use crate::screens::parts::question::question;
use crate::screens::parts::words::{say, term};
use crate::screens::parts::{advice, compare, remarks, undo, writing_help};

/// Gives the inputs of a form by topic.
pub fn sections(app: &App, t: &'static Texts, desk: &Desk, slot: Slot) -> Vec<Section> {
    let topics = desk.topics();
    let steps = topics.len();
    let make = |(index, (section, fields)): (usize, &(&crate::rules::pack::Section, Vec<&Field>))| {
        let mut inputs: Vec<Input> = fields.iter().map(|field| question(app, t, desk, slot, field)).collect();
        undo::put_undo(app, t, &mut inputs);
        writing_help::put_cautions(app, t, &mut inputs);
        if slot == Slot::Document {
            remarks::put(t, remarks::returned(desk), &mut inputs);
        }
        Section {
            title: say(app.lang, &section.title).to_string(),
            hint: section.hint.as_ref().map_or(String::new(), |hint| say(app.lang, hint).to_string()),
            step: if steps > 1 { step(app, t, index, steps) } else { String::new() },
            current: index == app.page.step.min(steps.saturating_sub(1)),
            beside: beside(app, t, desk, section),
            folded: false,
            inputs,
        }
    };
    topics.iter().enumerate().map(make).collect()
}

/// Says which topic it is of how many, and what it still lacks.
fn step(app: &App, t: &Texts, index: usize, steps: usize) -> String {
    let step = fill(t.form.step, &[&(index + 1).to_string(), &steps.to_string()]);
    match app.work.editor.lacking.get(index) {
        None => step,
        Some(0) => [&step, " · ", t.form.complete].concat(),
        Some(number) => [&step, " · ", &fill(t.form.lacks, &[&number.to_string()])].concat(),
    }
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
        sheets.extend(advice::beside(app, t, desk.dossier));
    }
    for stage in &section.beside {
        sheets.extend(compare::earlier_sheet(app, t, desk, *stage));
    }
    let prompts = section.margin.iter().filter_map(|reference| desk.pack.item(reference));
    let prompts: Vec<Term> = prompts.map(|item| term(app, t, item)).collect();
    let is_empty = sheets.is_empty() && prompts.is_empty();
    (!is_empty).then(|| Box::new(Beside { sheets, heading: t.aid.prompts, prompts }))
}

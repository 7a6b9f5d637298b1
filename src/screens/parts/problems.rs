//! What is wrong with what was typed, beside the inputs and in one list.
use crate::app::duties::forms::Desk;
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::{App, editor};
use crate::domain::document::Path;
use crate::domain::problem::Problem;
use crate::lang::{Texts, fill, own};
use crate::rules::form::items;
use crate::rules::pack::Field;
use crate::screens::block::form::{Input, InputKind, Summary};
use crate::screens::block::{Block, Button};
use crate::screens::parts::words::say;

/// Gives the summary of all problems, when the person asked to go on; [`mark`] names the questions in it.
pub fn summary(app: &App, t: &'static Texts) -> Option<Block> {
    let problems = &app.page.problems;
    let told = |problem: &Problem| {
        let press = Press::Writing(editor::Press::GoTo(problem.path.clone()));
        (t.fault(app.lang, problem.fault), Some(press))
    };
    (!problems.is_empty()).then(|| {
        Block::Summary(Summary {
            heading: own(t.form.summary),
            comfort: if matches!(app.page.route, Route::Setup | Route::Me) {
                t.form.summary_setup
            } else {
                t.form.summary_comfort
            }
            .to_string(),
            problems: problems.iter().map(told).collect(),
        })
    })
}

/// Puts the words of each problem at its input, wherever it stands on the page, and the words of the input into the
/// summary.
pub fn mark(app: &App, t: &'static Texts, blocks: &mut [Block]) {
    let mut labels: Vec<(Path, String)> = Vec::new();
    mark_blocks(app, t, blocks, &mut labels);
    let label_of = |press: &Option<Press>| match press {
        Some(Press::Writing(editor::Press::GoTo(path))) => labels.iter().find(|(known, _)| known == path),
        _ => None,
    };
    for block in blocks {
        if let Block::Summary(summary) = block {
            for (text, press) in &mut summary.problems {
                if let Some((_, label)) = label_of(press) {
                    *text = [label, ": ", text].concat();
                }
            }
        }
    }
}

fn mark_blocks(app: &App, t: &'static Texts, blocks: &mut [Block], labels: &mut Vec<(Path, String)>) {
    for block in blocks {
        match block {
            Block::Form(sections) => {
                for section in sections {
                    mark_inputs(app, t, "", &mut section.inputs, labels);
                }
            }
            Block::Folded { blocks, .. } => mark_blocks(app, t, blocks, labels),
            _ => {}
        }
    }
}

fn mark_inputs(
    app: &App,
    t: &'static Texts,
    heading: &str,
    inputs: &mut [Input],
    labels: &mut Vec<(Path, String)>,
) {
    for input in inputs {
        if let Some(problem) = app.page.problems.iter().find(|problem| problem.path == input.path) {
            input.problem = t.fault(app.lang, problem.fault);
            let gap = if heading.is_empty() { "" } else { " – " };
            labels.push((input.path.clone(), [heading, gap, &input.label].concat()));
        }
        if let InputKind::Groups(groups, _) = &mut input.kind {
            for group in groups {
                mark_inputs(app, t, &group.heading, &mut group.inputs, labels);
            }
        }
    }
}

/// Makes inputs for passphrases: name, label, what is typed, what the browser may fill in. One button below
/// them shows what is typed in all of them, or hides it again.
pub fn passphrases(app: &App, t: &'static Texts, lines: &[(&str, &str, &str, &'static str)]) -> Vec<Input> {
    // Nobody types twice what they see, so a new one is shown from the beginning.
    let is_new = lines.iter().all(|(.., autocomplete)| *autocomplete == "new-password");
    let is_shown = app.page.turns_passphrase != is_new;
    let input = |(name, label, value, autocomplete): &(&str, &str, &str, &'static str)| Input {
        kind: InputKind::Passphrase(is_shown),
        autocomplete,
        ..Input::line(name, label, value)
    };
    let mut inputs: Vec<Input> = lines.iter().map(input).collect();
    let label = if is_shown { t.sign.hide_passphrase } else { t.sign.show_passphrase };
    if let Some(last) = inputs.last_mut() {
        last.buttons.push(Button::quiet(label, Press::ShowPassphrase));
    }
    inputs
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

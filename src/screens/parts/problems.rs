//! What is wrong with what was typed, beside the inputs and in one list.
use crate::app::App;
use crate::app::case::Case;
use crate::app::duties::forms::{self, Desk};
use crate::app::editor;
use crate::app::editor::choosing::{self, CHOICE};
use crate::app::message::Press;
use crate::app::route::Route;
use crate::domain::document::Path;
use crate::lang::{Texts, fill, own};
use crate::rules::form::items;
use crate::rules::pack::Field;
use crate::screens::block::form::{Input, InputKind, Summary};
use crate::screens::block::{Block, Button};
use crate::screens::parts::words::say;

/// Gives the summary of all problems, when the person asked to go on.
pub fn summary(app: &App, t: &'static Texts) -> Option<Block> {
    let problems = &app.page.problems;
    let told = |problem: &crate::domain::problem::Problem| {
        let label = label_of(app, t, &problem.path);
        let text = t.fault(app.lang, problem.fault);
        let text = if label.is_empty() { text } else { [&label, ": ", &text].concat() };
        (text, Some(Press::Writing(editor::Press::GoTo(problem.path.clone()))))
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
        "passphrase" if app.page.route == Route::Me => t.keys.new,
        "passphrase" => t.setup.passphrase,
        "repeat" if app.page.route == Route::Me => t.keys.again,
        "repeat" => t.setup.repeat,
        "code" => t.keys.code,
        "passphrase-old" => t.keys.old,
        "note" => t.stage.note,
        "case-to" if matches!(app.page.route, Route::Case(_, Case::Delegate)) => t.cases.delegate_to,
        "case-to" if matches!(app.page.route, Route::Case(_, Case::Key)) => t.keys.new_key,
        "case-to" => t.cases.handover_to,
        "case-effective" => t.cases.effective,
        "case-letter" => t.cases.letter,
        "case-reason" => t.cases.reason,
        "case-result" => t.advice.work_result,
        "case-behaviour" => t.advice.work_behaviour,
        "case-note" => match app.page.route {
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
    let desk = editor::open_slot(&app.page.route)
        .and_then(|(id, stage, slot)| forms::desk(&app.library, id, stage, slot));
    if let Some(name) = path.field().strip_prefix(CHOICE) {
        let choosing = choosing::open(&app.library, &app.page.route);
        let desk = choosing.and_then(|one| forms::desk(&app.library, one.place.0, one.place.1, one.place.2));
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

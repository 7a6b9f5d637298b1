//! Documents that were written apart, question by question, and what can be brought back.
use crate::app::App;
use crate::app::duties::forms::{self, Desk};
use crate::app::editor;
use crate::app::editor::choosing::{self, CHOICE, Choosing};
use crate::app::editor::remarks::REMARKS;
use crate::app::message::Press;
use crate::domain::document::{Document, Path};
use crate::domain::merge::{ALL, united};
use crate::lang::{Texts, fill, own};
use crate::rules::pack::Field;
use crate::screens::block::form::{Input, InputKind, Opt, Section};
use crate::screens::block::list::Term;
use crate::screens::block::sheet::SheetEntry;
use crate::screens::block::{Block, Button};
use crate::screens::parts::names::name_of;
use crate::screens::parts::paper::Paper;
use crate::screens::parts::sheet::answer;
use crate::screens::parts::words::{self, signed};
use crate::seal::canonical::Hash;

/// Gives the choice that the open page asks for; the questions to which all say the same are folded.
pub fn blocks(app: &App, t: &'static Texts) -> Vec<Block> {
    let Some(choosing) = choosing::open(&app.library, &app.page.route) else {
        return Vec::new();
    };
    let (id, stage, slot) = choosing.place;
    let Some(desk) = forms::desk(&app.library, id, stage, slot) else {
        return Vec::new();
    };
    let questions = choosing.questions(&app.library);
    let fields: Vec<&Field> = desk.form.iter().flat_map(|section| &section.fields).collect();
    let field = |name: &String| fields.iter().find(|field| field.name == *name).copied();
    let ask = |name: &String| question(app, t, &desk, &choosing, (name, field(name)));
    let inputs: Vec<Input> = questions.iter().map(ask).collect();
    let mut same: Vec<String> = Vec::new();
    for field in fields.iter().filter(|field| !questions.contains(&field.name)) {
        let first = choosing.documents.first().filter(|document| says(document, &field.name));
        let told = first.map(|document| {
            [words::say(app.lang, &field.label), ": ", &said(app, t, &desk, field, document)].concat()
        });
        same.extend(told.filter(|told| !same.contains(told)));
    }
    let mut blocks = vec![Block::Form(vec![Section::alone(t.form.choose, inputs)])];
    if !same.is_empty() {
        let word = fill(t.form.choose_same, &[&same.len().to_string()]);
        blocks.push(Block::Terms(vec![Term { word, meaning: same }]));
    }
    let all = |version: &Hash| {
        let label = fill(t.form.take_all, &[&number(&desk, version)]);
        Button::quiet(&label, Press::Writing(editor::Press::TakeAll(*version)))
    };
    let go_on = Button::main(t.form.go_on_chosen, Press::Writing(editor::Press::GoOn)).named("go-on");
    blocks.push(Block::Buttons([go_on].into_iter().chain(choosing.versions.iter().map(all)).collect()));
    blocks
}

fn says(document: &Document, name: &str) -> bool {
    document.answers().any(|(known, _)| known == name)
}

fn question(
    app: &App,
    t: &'static Texts,
    desk: &Desk,
    choosing: &Choosing,
    (asked, field): (&str, Option<&Field>),
) -> Input {
    let chosen = choosing.chosen(&app.work.editor.choices, asked);
    let sides = choosing.versions.iter().zip(&choosing.documents).enumerate();
    let option = |(number, (version, document)): (usize, (&Hash, &Document))| Opt {
        id: version.key(),
        label: name(app, t, desk, version),
        detail: match field {
            Some(field) => said(app, t, desk, field, document),
            None => beside(document, asked),
        },
        chosen: chosen == Some(number.to_string()),
    };
    let mut options: Vec<Opt> = sides.map(option).collect();
    if let (Some(all), Some(field)) = (united(&choosing.documents, asked), field) {
        let mut document = Document::default();
        document.put(asked, all);
        let (label, detail) = (own(t.form.side_all), said(app, t, desk, field, &document));
        options.insert(0, Opt { id: own(ALL), label, detail, chosen: chosen.as_deref() == Some(ALL) });
    }
    let label = match field {
        Some(field) => words::say(app.lang, &field.label),
        None if asked == REMARKS => t.cases.remark_open,
        None => t.stage.note,
    };
    Input {
        path: Path::Field([CHOICE, asked].concat()),
        kind: InputKind::Choice(options),
        ..Input::line("", label, app.work.editor.choices.field(asked))
    }
}

/// Gives what an answer holds beside its form, in one text.
fn beside(document: &Document, asked: &str) -> String {
    let mut said = own(document.field(asked));
    for text in document.rows(asked).iter().flat_map(|row| row.values()) {
        said = [&said, " ", text].concat();
    }
    said
}

/// Gives the number of a version within its stage.
fn number(desk: &Desk, version: &Hash) -> String {
    let versions = &desk.dossier.stage(desk.stage).versions;
    versions.iter().position(|known| known == version).map_or(String::new(), |index| (index + 1).to_string())
}

/// Says who signed a version, and when.
fn name(app: &App, t: &Texts, desk: &Desk, version: &Hash) -> String {
    let record = desk.dossier.record(version);
    let who = record.map_or(String::new(), |record| name_of(app, desk.dossier, record.signer()));
    let when = record.map_or(String::new(), |record| signed(app, record));
    fill(t.form.side_version, &[&number(desk, version), &who, &when])
}

/// Gives an answer as a person reads it, in one text.
fn said(app: &App, t: &'static Texts, desk: &Desk, field: &Field, document: &Document) -> String {
    let Some(genesis) = desk.dossier.genesis() else {
        return String::new();
    };
    let mut context = desk.context.clone();
    context.set(desk.stage, document.clone());
    let (dossier, pack, stage) = (desk.dossier, desk.pack, desk.stage);
    let paper = Paper { dossier, genesis, pack, stage, document, context: &context, version: None };
    let mut lines = Vec::new();
    if let Some(entry) = answer(app, t, &paper, field, document) {
        lines.extend(entry.lines);
        flatten(&entry.below, &mut lines);
    }
    lines.join("\n")
}

fn flatten(entries: &[SheetEntry], lines: &mut Vec<String>) {
    for entry in entries {
        lines.push([&entry.label, ": ", &entry.lines.join(" ")].concat());
        flatten(&entry.below, lines);
    }
}

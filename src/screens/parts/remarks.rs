//! Notes on single answers: where the other side writes them, and how the writer sees them.
use crate::app::App;
use crate::app::duties::documents;
use crate::app::duties::forms::{self, Desk};
use crate::app::editor::remarks::{AT, NOTE, REMARKS, SUGGESTION};
use crate::app::editor::{self, writing_help};
use crate::app::key::Slot;
use crate::app::message::Press;
use crate::domain::document::{Document, ITEM, Path};
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Group, Input, InputKind, Opt, Section};
use crate::screens::block::sheet::SheetEntry;
use crate::screens::block::{Button, Notice, Tone};
use crate::screens::parts::names::visible;
use crate::screens::parts::paper::Paper;
use crate::screens::parts::problems::name_at;
use crate::screens::parts::undo;
use crate::seal::record::{Content, NOTE_MAX, Remark};

/// Gives the topic in which notes on single answers are typed.
pub fn section(app: &App, t: &'static Texts, desk: &Desk) -> Section {
    let version = desk.dossier.stage(desk.stage).heads.first();
    let version = version.and_then(|head| documents::document_of(desk.dossier, head));
    let written = forms::desk(&app.library, desk.dossier.id(), desk.stage, Slot::Document);
    let mut places = Vec::new();
    if let (Some(version), Some(written)) = (version, &written) {
        for path in places_of(written, version) {
            places.push((path.id(), name_at(app, t, written, &path)));
        }
    }
    let group = |(index, row): (usize, &crate::domain::document::Row)| {
        let at = |name: &str| Path::OfRow(REMARKS.into(), index, name.into());
        let value = |name: &str| row.get(name).map_or("", String::as_str);
        let text = |name: &str, label: &str| Input {
            path: at(name),
            kind: InputKind::Text(fill(t.form.at_most, &[&app.lang.number(NOTE_MAX)])),
            optional: true,
            optional_word: t.form.optional,
            ..Input::line(name, label, value(name))
        };
        let option = |(id, label): &(String, String)| Opt {
            id: id.clone(),
            label: label.clone(),
            detail: String::new(),
            chosen: value(AT) == id,
        };
        let place = Input {
            path: at(AT),
            kind: InputKind::Pick(places.iter().map(option).collect(), t.form.pick),
            ..Input::line(AT, t.cases.remark_at, value(AT))
        };
        let number = (index + 1).to_string();
        let remove = Press::Writing(editor::Press::RemoveRow(REMARKS.into(), index));
        Group {
            heading: fill(t.cases.remark_number, &[&number]),
            terms: Vec::new(),
            inputs: vec![place, text(NOTE, t.cases.remark_note), text(SUGGESTION, t.cases.suggestion)],
            remove: Some(Button::quiet(&fill(t.cases.remark_remove, &[&number]), remove)),
        }
    };
    let groups = desk.document.rows(REMARKS).iter().enumerate().map(group).collect();
    let add = Press::Writing(editor::Press::AddRow(REMARKS.into()));
    let add = Button::quiet(t.cases.remark_add, add).named("remarks.add");
    let kind = InputKind::Groups(groups, Some(add));
    let mut inputs = vec![Input {
        kind,
        hint: own(t.cases.remark_lead),
        optional: true,
        optional_word: t.form.optional,
        ..Input::line(REMARKS, t.cases.remark_open, "")
    }];
    undo::put_undo(app, t, &mut inputs);
    Section::alone("", inputs)
}

/// Tells the notes of an answer, for the sheet of the version that it sent back.
pub fn told(app: &App, t: &'static Texts, paper: &Paper, remarks: &[Remark]) -> Vec<SheetEntry> {
    let desk = forms::desk(&app.library, paper.dossier.id(), paper.stage, Slot::Document);
    let mut entries = Vec::new();
    for remark in remarks {
        let place = desk.as_ref().and_then(|desk| {
            let path = places_of(desk, paper.document).into_iter().find(|path| path.id() == remark.at)?;
            Some(name_at(app, t, desk, &path))
        });
        let said = [(t.cases.remark, &remark.note), (t.cases.suggested, &remark.suggestion)];
        let said = said.into_iter().filter(|(_, text)| !text.is_empty());
        entries.push(SheetEntry {
            label: place.unwrap_or_else(|| visible(&remark.at)),
            lines: said.map(|(words, text)| fill(words, &[&visible(text)])).collect(),
            below: Vec::new(),
            check: None,
            checked: None,
        });
    }
    entries
}

/// Puts the notes with which a version came back at the answers that they are about.
pub fn put(t: &'static Texts, remarks: &[Remark], inputs: &mut [Input]) {
    for input in inputs {
        let id = input.path.id();
        let mut said = Vec::new();
        let mut suggestion = None;
        for remark in remarks.iter().filter(|remark| remark.at == id) {
            if !remark.note.is_empty() {
                said.push(fill(t.cases.remark, &[&visible(&remark.note)]));
            }
            if !remark.suggestion.is_empty() {
                said.push(fill(t.cases.suggested, &[&visible(&remark.suggestion)]));
                suggestion = Some(&remark.suggestion);
            }
        }
        if !said.is_empty() {
            let is_text = matches!(input.kind, InputKind::Text(_) | InputKind::Line);
            let button = suggestion.filter(|_| is_text).map(|suggestion| {
                let adopt = writing_help::Press::Adopt(input.path.clone(), suggestion.clone());
                Button::quiet(t.cases.take, Press::Help(adopt))
            });
            let text = said.join("\n");
            input.remark = Some(Notice { tone: Tone::Warn, text, button, link: None });
        }
        if let InputKind::Groups(groups, _) = &mut input.kind {
            for group in groups {
                put(t, remarks, &mut group.inputs);
            }
        }
    }
}

/// Gives the buttons that lead to the answers with a note on them.
pub fn ways(app: &App, t: &'static Texts, desk: &Desk) -> Vec<Button> {
    let version = desk.dossier.stage(desk.stage).versions.last();
    let version = version.and_then(|version| documents::document_of(desk.dossier, version));
    let places = version.map_or(Vec::new(), |version| places_of(desk, version));
    let remarks = returned(desk);
    let noted = places.into_iter().filter(|path| remarks.iter().any(|remark| remark.at == path.id()));
    let way = |path: Path| {
        let label = fill(t.cases.remark_way, &[&name_at(app, t, desk, &path)]);
        Button::quiet(&label, Press::Writing(editor::Press::GoTo(path)))
    };
    noted.map(way).collect()
}

/// Lists the places of a document that hold an answer, in the order of its form.
fn places_of(desk: &Desk, document: &Document) -> Vec<Path> {
    let mut places = Vec::new();
    for field in desk.form.iter().flat_map(|section| &section.fields) {
        let name = || field.name.clone();
        if !document.field(&field.name).is_empty() || !document.many(&field.name).is_empty() {
            places.push(Path::Field(name()));
        }
        for (index, row) in document.rows(&field.name).iter().enumerate() {
            for column in field.fields.iter().filter(|column| row.contains_key(&column.name)) {
                places.push(match row.get(ITEM) {
                    Some(item) => Path::OfItem(name(), item.clone(), column.name.clone()),
                    None => Path::OfRow(name(), index, column.name.clone()),
                });
            }
        }
    }
    places
}

/// Gives the notes with which the newest version of a stage was returned.
pub fn returned<'a>(desk: &Desk<'a>) -> &'a [Remark] {
    let answer = desk.dossier.stage(desk.stage).returned.and_then(|id| desk.dossier.record(&id));
    match answer.map(|answer| answer.content()) {
        Some(Content::CoSign(cosign)) => &cosign.remarks,
        _ => &[],
    }
}

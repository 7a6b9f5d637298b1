//! One question of a rule pack as an input.
use crate::app::duties::forms::Desk;
use crate::app::key::Slot;
use crate::app::message::Press;
use crate::app::{App, editor};
use crate::domain::document::Path;
use crate::domain::evidence::Fingerprint;
use crate::lang::{Texts, fill, own};
use crate::rules::check::{limits, rows_max};
use crate::rules::form::{is_asked, is_optional, items};
use crate::rules::pack::{Field, Item, Kind};
use crate::screens::block::form::{Group, Input, InputKind, Opt};
use crate::screens::block::list::Term;
use crate::screens::block::{Button, Notice, Tone};
use crate::screens::parts::words::{say, term};
use crate::screens::parts::{advice, writing_help};

/// What all questions of a form are made from.
struct Maker<'a> {
    app: &'a App,
    t: &'static Texts,
    desk: &'a Desk<'a>,
    slot: Slot,
}

/// Makes the input of a question.
pub fn question(app: &App, t: &'static Texts, desk: &Desk, slot: Slot, field: &Field) -> Input {
    let make = Maker { app, t, desk, slot };
    let path = Path::Field(field.name.clone());
    let groups = match field.kind {
        Kind::Each => (make.each(field), None),
        Kind::Rows => (make.rows(field), (make.rows_left(field) > 0).then(|| make.add_row(field))),
        _ => {
            let input = make.simple(field, path, None);
            let remark = input.remark.clone().or_else(|| advice::proposal(app, t, desk, field));
            return Input { remark, ..input };
        }
    };
    let mut input = make.simple(field, path, None);
    if field.kind == Kind::Rows {
        input.hint = [input.hint, make.said_of_rows(field)].join(" ").trim_start().to_string();
    }
    input.kind = InputKind::Groups(groups.0, groups.1);
    input.remark = writing_help::total(app, t, desk.pack, field, &desk.document).map(|(text, fits)| {
        let tone = if fits { Tone::Plain } else { Tone::Warn };
        Notice { tone, text: [t.aid.total, ": ", &text].concat(), button: None, link: None }
    });
    input
}

impl Maker<'_> {
    fn each(&self, field: &Field) -> Vec<Group> {
        let group = |(index, item): (usize, &Item)| {
            let at = |column: &str| Path::OfItem(field.name.clone(), item.id.clone(), column.into());
            let mut inputs = self.columns(field, &at);
            // What is the same for each item is said at the first.
            for input in inputs.iter_mut().filter(|_| index > 0) {
                input.hint.clear();
                input.terms.clear();
            }
            Group {
                heading: say(self.app.lang, &item.name).to_string(),
                terms: vec![Term { word: own(self.t.form.meaning), ..term(self.app, self.t, item) }],
                inputs,
                remove: None,
            }
        };
        items(self.desk.pack, &self.desk.context, field).into_iter().enumerate().map(group).collect()
    }

    fn rows(&self, field: &Field) -> Vec<Group> {
        let group = |row: usize| {
            let at = |column: &str| Path::OfRow(field.name.clone(), row, column.into());
            let remove = Press::Writing(editor::Press::RemoveRow(field.name.clone(), row));
            let number = (row + 1).to_string();
            Group {
                heading: fill(self.t.form.row, &[&number]),
                terms: Vec::new(),
                inputs: self.columns(field, &at),
                remove: Some(Button::quiet(&fill(self.t.form.remove_row, &[&number]), remove)),
            }
        };
        (0..self.desk.document.rows(&field.name).len()).map(group).collect()
    }

    fn rows_left(&self, field: &Field) -> usize {
        rows_max(field).saturating_sub(self.desk.document.rows(&field.name).len())
    }

    /// Says how many lines there may be, and how many are left when these are few.
    fn said_of_rows(&self, field: &Field) -> String {
        let most = rows_max(field).to_string();
        match self.rows_left(field) {
            0 => fill(self.t.form.rows_full, &[&most]),
            left @ ..=5 => fill(self.t.form.rows_left, &[&most, &left.to_string()]),
            _ => fill(self.t.form.rows_most, &[&most]),
        }
    }

    fn add_row(&self, field: &Field) -> Button {
        let press = Press::Writing(editor::Press::AddRow(field.name.clone()));
        Button::quiet(self.t.form.add_row, press).named(&[&field.name, ".add"].concat())
    }

    fn columns(&self, field: &Field, at: &dyn Fn(&str) -> Path) -> Vec<Input> {
        let mut inputs = Vec::new();
        for column in field.fields.iter().filter(|column| is_asked(column, &self.desk.context)) {
            let of = field.total.as_ref().filter(|total| total.of == column.name);
            inputs.push(self.simple(column, at(&column.name), of.map(|_| self.t.aid.points)));
        }
        inputs
    }

    /// Makes an input without others in it; with `points`, items say how much they are worth.
    fn simple(&self, field: &Field, path: Path, points: Option<&str>) -> Input {
        let (app, t, desk) = (self.app, self.t, self.desk);
        let value = desk.document.text(&path).to_string();
        let offered = items(desk.pack, &desk.context, field);
        let kind = match field.kind {
            Kind::Text => {
                let (min, max) = limits(field);
                InputKind::Text(if min > 1 {
                    fill(t.form.limits, &[&min.to_string(), &app.lang.number(max)])
                } else {
                    fill(t.form.at_most, &[&app.lang.number(max)])
                })
            }
            Kind::Date => InputKind::Date(desk.pack.from.clone(), desk.pack.to.clone()),
            Kind::Time => InputKind::Time,
            Kind::Choice => {
                let options = self.options(field, &offered, points, &|id| value == id);
                let is_plain = offered.iter().all(|item| item.meaning.is_none());
                // A list shuts what would fill a phone, and what may be left empty can be emptied again.
                let is_long = options.len() > if is_plain { 5 } else { 10 };
                if is_long || is_optional(field, &desk.context) {
                    InputKind::Pick(options, t.form.pick)
                } else {
                    InputKind::Choice(options)
                }
            }
            Kind::Choices => {
                let chosen = desk.document.many(&field.name);
                let is_chosen = |id: &str| chosen.iter().any(|other| other == id);
                InputKind::Choices(self.options(field, &offered, points, &is_chosen))
            }
            Kind::Evidence if Fingerprint::read(&value).is_some() => {
                InputKind::Fingerprint(writing_help::evidence(app, t, &value))
            }
            _ => InputKind::Line,
        };
        let mut input = Input::line("", say(app.lang, &field.label), "");
        if let Some(hint) = &field.hint {
            input.hint = say(app.lang, hint).to_string();
        }
        if field.kind == Kind::Evidence {
            let gap = if input.hint.is_empty() { "" } else { " " };
            input.hint = [&input.hint, gap, t.aid.not_kept].concat();
        }
        input.optional = is_optional(field, &desk.context);
        input.optional_word = t.form.optional;
        input.numeric = field.kind == Kind::Number;
        // In a log the same list is offered on each line; its sources stand on the first.
        let is_shut = matches!(kind, InputKind::Pick(..));
        let is_choice = is_shut || matches!(kind, InputKind::Choice(_) | InputKind::Choices(_));
        if is_choice && !matches!(path, Path::OfRow(_, 1.., _)) {
            input.terms.extend(self.sources(&offered, is_shut));
        }
        input.starters = writing_help::starters(app, t, desk, self.slot, field, &path);
        (input.buttons, input.remark) = writing_help::buttons(app, t, field, &path, &value);
        (input.path, input.kind, input.value) = (path, kind, value);
        input
    }

    fn options(
        &self,
        field: &Field,
        offered: &[&Item],
        points: Option<&str>,
        is_chosen: &dyn Fn(&str) -> bool,
    ) -> Vec<Opt> {
        let mut options = Vec::new();
        for item in offered {
            let lang = self.app.lang;
            let mut said: Vec<String> = Vec::new();
            if field.marked && self.desk.recommended.contains(&item.id) {
                said.push(own(self.t.aid.marked));
            }
            let mut label = say(lang, &item.name).to_string();
            if let Some((points, value)) = points.zip(item.value) {
                label = [&label, " · ", &fill(points, &[&lang.hundredths(value)])].concat();
            }
            said.extend(item.meaning.as_ref().map(|meaning| say(lang, meaning).to_string()));
            options.push(Opt {
                id: item.id.clone(),
                label,
                detail: said.join(" · "),
                chosen: is_chosen(&item.id),
            });
        }
        options
    }

    /// Gives the examples and the source of each item of a list, as one word to open; the meanings
    /// too, when they do not stand beside the items.
    fn sources(&self, offered: &[&Item], with_meaning: bool) -> Option<Term> {
        let mut meaning = Vec::new();
        let mut word = self.t.aid.only_sources;
        for item in offered {
            let mut whole = term(self.app, self.t, item);
            if item.meaning.is_some() && !with_meaning {
                whole.meaning.remove(0);
            }
            if whole.meaning.len() > 1 {
                word = if with_meaning { self.t.form.meaning } else { self.t.aid.sources };
            }
            meaning.push([&whole.word, ": ", &whole.meaning.join(" ")].concat());
        }
        (!meaning.is_empty()).then(|| Term { word: own(word), meaning })
    }
}

//! Everything that keeps a document from being signed, found in one pass and named by its input.

use super::form::{Context, Days, asked, is_asked, is_optional, items};
use super::pack::{Field, Item, Kind, Pack, Section};
use crate::domain::date::{date, time};
use crate::domain::document::{Answer, Document, ITEM, Path};
use crate::domain::problem::{Fault, Problem};

/// The fewest and most characters of an answer in several lines. No source gives limits; these are
/// ours.
pub const TEXT: (usize, usize) = (20, 2000);
/// The fewest and most characters of a one-line answer; ours.
pub const LINE: (usize, usize) = (1, 200);
/// The fewest and most characters of evidence, so that a link fits; ours.
pub const EVIDENCE: (usize, usize) = (3, 500);
/// The most lines of a log; ours.
pub const ROWS_MAX: usize = 50;

/// Finds all problems of a document, in the order of the form.
pub fn check(pack: &Pack, context: &Context, form: &[Section], document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    for field in asked(form, context) {
        let offered = items(pack, context, field);
        let path = Path::Field(field.name.clone());
        match field.kind {
            Kind::Choices => {
                let chosen = document.many(&field.name);
                let known = chosen.iter().filter(|id| offered.iter().any(|item| item.id == **id)).count();
                let may_be_empty = is_optional(field, context);
                let min = field.min.unwrap_or(usize::from(!may_be_empty));
                let max = field.max.unwrap_or(offered.len());
                // An id that is no longer offered cannot be seen, and is left out when signing.
                let fault = match known {
                    0 if may_be_empty => None,
                    _ if known < min => Some(Fault::TooFew { min }),
                    _ if known > max => Some(Fault::TooMany { max }),
                    _ => None,
                };
                problems.extend(fault.map(|fault| Problem { path, fault }));
            }
            Kind::Each => {
                for item in &offered {
                    let at = |column: &str| Path::OfItem(field.name.clone(), item.id.clone(), column.into());
                    check_columns(pack, context, field, document, at, &mut problems);
                }
            }
            Kind::Rows => {
                let lines = document.rows(&field.name).len();
                let (min, max) = (field.min.unwrap_or(0), rows_max(field));
                if lines < min {
                    problems.push(Problem { path, fault: Fault::TooFew { min } });
                } else if lines > max {
                    problems.push(Problem { path, fault: Fault::TooMany { max } });
                }
                for line in 0..lines {
                    let at = |column: &str| Path::OfRow(field.name.clone(), line, column.into());
                    check_columns(pack, context, field, document, at, &mut problems);
                }
            }
            _ => problems.extend(check_text(pack, context, field, &offered, document, path)),
        }
    }
    problems
}

/// Says whether a signed document holds answers that its form does not ask for, or asks for in
/// another shape, so that it cannot be shown whole.
pub fn has_unknown_answers(form: &[Section], document: &Document) -> bool {
    document.answers().any(|(name, answer)| {
        let field = form.iter().flat_map(|section| &section.fields).find(|field| field.name == *name);
        field.is_none_or(|field| match (answer, field.kind) {
            (Answer::Many(_), Kind::Choices) => false,
            (Answer::Rows(rows), Kind::Each | Kind::Rows) => rows
                .iter()
                .flat_map(|row| row.keys())
                .any(|column| column != ITEM && !field.fields.iter().any(|known| known.name == *column)),
            (Answer::Text(_), kind) => matches!(kind, Kind::Choices | Kind::Each | Kind::Rows),
            _ => true,
        })
    })
}

fn check_columns(
    pack: &Pack,
    context: &Context,
    field: &Field,
    document: &Document,
    at: impl Fn(&str) -> Path,
    problems: &mut Vec<Problem>,
) {
    for column in field.fields.iter().filter(|column| is_asked(column, context)) {
        let offered = items(pack, context, column);
        problems.extend(check_text(pack, context, column, &offered, document, at(&column.name)));
    }
}

fn check_text(
    pack: &Pack,
    context: &Context,
    field: &Field,
    offered: &[&Item],
    document: &Document,
    path: Path,
) -> Option<Problem> {
    let text = document.text(&path).trim();
    let fault = if text.is_empty() {
        (!is_optional(field, context)).then_some(Fault::Missing)
    } else {
        match field.kind {
            Kind::Choice => (!offered.iter().any(|item| item.id == text)).then_some(Fault::NotInList),
            Kind::Date => check_date(pack, context, text),
            Kind::Time => time(text).is_none().then_some(Fault::NotATime),
            Kind::Number => check_number(text, field),
            _ => check_length(text, field),
        }
    };
    fault.map(|fault| Problem { path, fault })
}

/// Gives the fewest and the most characters of an answer that is written freely.
pub fn limits(field: &Field) -> (usize, usize) {
    let (min, max) = match field.kind {
        Kind::Text => TEXT,
        Kind::Evidence => EVIDENCE,
        _ => LINE,
    };
    (field.min.unwrap_or(min), field.max.unwrap_or(max))
}

/// Gives the most lines of a log.
pub fn rows_max(field: &Field) -> usize {
    field.max.unwrap_or(ROWS_MAX)
}

fn check_length(text: &str, field: &Field) -> Option<Fault> {
    let have = text.chars().count();
    let (min, max) = limits(field);
    if have < min {
        Some(Fault::TooShort { min, have })
    } else if have > max {
        Some(Fault::TooLong { max, have })
    } else {
        None
    }
}

fn check_number(text: &str, field: &Field) -> Option<Fault> {
    let (min, max) = (field.min.unwrap_or(1), field.max.unwrap_or(999));
    let is_plain = text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| is_plain && (min..=max).contains(number));
    number.is_none().then_some(Fault::NotANumber { min, max })
}

fn check_date(pack: &Pack, context: &Context, text: &str) -> Option<Fault> {
    let Some(day) = date(text) else {
        return Some(Fault::NotADate);
    };
    let inside = date(&pack.from).is_none_or(|from| from <= day) && date(&pack.to).is_none_or(|to| day <= to);
    match context.days {
        _ if !inside => Some(Fault::OutsidePeriod),
        Some(Days::Done(today)) if today < day => Some(Fault::NotYet),
        _ => None,
    }
}

//! What is said beside an answer and never forced: a date outside the recommended days, and what
//! looks like the name of a pupil. Nothing here keeps anybody from signing.

mod given;
mod names;

use super::check::limits;
use super::form::{Context, Days, asked, is_asked, items};
use super::pack::{Field, Item, Kind, Pack, Section, Words};
use crate::domain::date::date;
use crate::domain::document::{Document, Path};
use crate::domain::stage::Stage;
use chrono::NaiveDate;

pub use names::find as find_name;

/// One thing to say, at one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caution {
    /// The input that it belongs to.
    pub path: Path,
    /// What to say.
    pub about: About,
}

/// What a caution is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// The date is not between these recommended days.
    Days(NaiveDate, NaiveDate),
    /// The planned day has passed.
    Past,
    /// Only so many characters are left.
    Room(usize),
    /// These words look like the name of a pupil.
    Name(String),
}

/// Finds what is to be said about a document, in the order of the form. `known` are texts whose words
/// are no names of pupils, such as the cards of the two sides.
pub fn cautions(
    pack: &Pack,
    context: &Context,
    form: &[Section],
    document: &Document,
    known: &[&str],
) -> Vec<Caution> {
    let mut found = Vec::new();
    let mut look = |field: &Field, path: Path| {
        let text = document.text(&path);
        if let Some(about) = about(pack, context, field, text, known) {
            found.push(Caution { path, about });
        }
    };
    for field in asked(form, context) {
        let columns = field.fields.iter().filter(|column| is_asked(column, context));
        match field.kind {
            Kind::Each => {
                for (item, column) in items(pack, context, field)
                    .into_iter()
                    .flat_map(|item| columns.clone().map(move |column| (item, column)))
                {
                    look(column, Path::OfItem(field.name.clone(), item.id.clone(), column.name.clone()));
                }
            }
            Kind::Rows => {
                for line in 0..document.rows(&field.name).len() {
                    for column in columns.clone() {
                        look(column, Path::OfRow(field.name.clone(), line, column.name.clone()));
                    }
                }
            }
            _ => look(field, Path::Field(field.name.clone())),
        }
    }
    found
}

fn about(pack: &Pack, context: &Context, field: &Field, text: &str, known: &[&str]) -> Option<About> {
    match field.kind {
        Kind::Date => {
            let day = date(text)?;
            let advised = Stage::from_code(&field.within).map(|stage| pack.stage(stage));
            let advised = advised.and_then(|rules| Some((date(&rules.from)?, date(&rules.until)?)));
            match (advised, context.days) {
                // Nobody can plan for days that are over.
                (Some((_, until)), Some(Days::Planned(today))) if until < today && today <= day => None,
                (Some((from, until)), _) if day < from || until < day => Some(About::Days(from, until)),
                (_, Some(Days::Planned(today))) if day < today => Some(About::Past),
                _ => None,
            }
        }
        Kind::Text | Kind::Line | Kind::Evidence if nearly_full(field, text).is_some() => {
            nearly_full(field, text).map(About::Room)
        }
        Kind::Text | Kind::Line => {
            let is_known = |word: &str| known.iter().any(|text| says(text, word)) || mentions(pack, word);
            names::find(text, field.kind == Kind::Line, &is_known).map(About::Name)
        }
        _ => None,
    }
}

/// Gives how many characters are left, when that is less than a tenth of what there may be.
fn nearly_full(field: &Field, text: &str) -> Option<usize> {
    let (_, max) = limits(field);
    let left = max.saturating_sub(text.trim().chars().count());
    (left * 10 < max).then_some(left)
}

/// Says whether a word stands in a text, in capitals or not.
fn says(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|known| known.eq_ignore_ascii_case(word))
}

/// Says whether a word stands anywhere in the words of a pack.
fn mentions(pack: &Pack, word: &str) -> bool {
    let in_words = |words: &Words| says(&words.id, word) || says(&words.en, word);
    let in_field = |field: &Field| in_words(&field.label) || field.hint.as_ref().is_some_and(in_words);
    let in_section = |section: &Section| {
        let mut fields = section.fields.iter();
        in_words(&section.title)
            || section.hint.as_ref().is_some_and(in_words)
            || fields.any(|field| in_field(field) || field.fields.iter().any(in_field))
    };
    let in_stage = pack.stages.iter().any(|rules| rules.document.iter().chain(&rules.reply).any(in_section));
    in_stage || pack.lists.values().any(|list| list.iter().any(|item| in_item(item, &in_words)))
}

fn in_item(item: &Item, in_words: &dyn Fn(&Words) -> bool) -> bool {
    in_words(&item.name)
        || item.meaning.as_ref().is_some_and(in_words)
        || item.good.iter().chain(&item.avoid).any(in_words)
        || item.items.iter().any(|below| in_item(below, in_words))
}

//! What a question offers, given what was agreed in the stages before.

use super::pack::{Field, Item, Kind, Pack, Section};
use crate::domain::document::{Answer, Document, ITEM, Row};
use crate::domain::stage::Stage;
use crate::table::Table;
use chrono::NaiveDate;

/// What a form may look at: the documents of the earlier stages as they now stand, the one that is
/// being written, and whether the superior is acting.
#[derive(Clone, Debug, Default)]
pub struct Context {
    documents: Table<Stage, Document>,
    /// Whether the superior is acting (Plt).
    pub is_acting: bool,
    /// Whether the days in the form lie ahead or have come; `None` where nobody asks.
    pub days: Option<Days>,
}

/// What the days in a form are, and the day on which it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Days {
    /// They are planned, and lie ahead of today as a rule.
    Planned(NaiveDate),
    /// Something was done on them, so none is later than today.
    Done(NaiveDate),
}

impl Days {
    /// Says what the days in the form of a stage are, when it is written today. Up to the preparation everything
    /// is planned.
    pub fn of(stage: Stage, today: NaiveDate) -> Days {
        if stage <= Stage::Preparation { Days::Planned(today) } else { Days::Done(today) }
    }
}

impl Context {
    /// Begins without documents.
    pub fn new(is_acting: bool) -> Context {
        Context { is_acting, ..Context::default() }
    }

    /// Puts the document of a stage in place.
    pub fn set(&mut self, stage: Stage, document: Document) {
        self.documents.insert(stage, document);
    }

    /// Gives the document of a stage.
    pub fn get(&self, stage: Stage) -> Option<&Document> {
        self.documents.get(&stage)
    }
}

/// Gives the items that a question may choose from.
///
/// The notation of [`Field::list`] is `LIST[/STAGE.QUESTION[/STAGE.QUESTION]]`: a list of the pack;
/// or the entries below the item of that list which was chosen in an earlier question; or of those,
/// only the ones that were chosen in a second question.
pub fn items<'a>(pack: &'a Pack, context: &Context, field: &Field) -> Vec<&'a Item> {
    let mut parts = field.list.split('/');
    let list = pack.list(parts.next().unwrap_or_default());
    let Some(parent) = parts.next() else {
        return list.iter().collect();
    };
    let chosen_parent = answers(context, parent);
    let children =
        list.iter().filter(|item| chosen_parent.contains(&item.id.as_str())).flat_map(|item| &item.items);
    match parts.next().map(|reference| answers(context, reference)) {
        Some(chosen) => children.filter(|item| chosen.contains(&item.id.as_str())).collect(),
        None => children.collect(),
    }
}

/// Says whether a condition of the pack holds: `acting`, or `STAGE.QUESTION=ID`, with `|` between several ids of which
/// one is enough. The empty condition does not.
pub fn holds(context: &Context, condition: &str) -> bool {
    match condition.split_once('=') {
        Some((reference, ids)) => {
            let given = answers(context, reference);
            ids.split('|').any(|id| given.contains(&id))
        }
        None => condition == "acting" && context.is_acting,
    }
}

/// Gives the questions of a form that are asked in this context, in order.
pub fn asked<'a>(form: &'a [Section], context: &Context) -> Vec<&'a Field> {
    let fields = form.iter().flat_map(|section| &section.fields);
    fields.filter(|field| is_asked(field, context)).collect()
}

/// Says whether a question, or a column, is asked in this context.
pub fn is_asked(field: &Field, context: &Context) -> bool {
    field.when.is_empty() || holds(context, &field.when)
}

/// Says whether what a form asks or offers depends on the answer that is named `STAGE.QUESTION`.
pub fn depends_on(form: &[Section], reference: &str) -> bool {
    let looks = |field: &Field| {
        let condition = |text: &str| text.split_once('=').is_some_and(|(named, _)| named == reference);
        field.list.split('/').skip(1).any(|part| part == reference)
            || condition(&field.when)
            || condition(&field.needed_when)
    };
    let mut fields = form.iter().flat_map(|section| &section.fields);
    fields.any(|field| looks(field) || field.fields.iter().any(looks))
}

/// Gives the document that a form begins with: each answer that is taken over from an earlier stage.
pub fn prefilled(form: &[Section], context: &Context) -> Document {
    let mut document = Document::default();
    for field in form.iter().flat_map(|section| &section.fields) {
        let source = field.prefill.split_once('.').and_then(|(stage, question)| {
            let earlier = context.get(Stage::from_code(stage)?)?;
            earlier.answers().find(|(name, _)| *name == question).map(|(_, answer)| answer)
        });
        let fits = |answer: &&Answer| match answer {
            Answer::Text(_) => !matches!(field.kind, Kind::Choices | Kind::Each | Kind::Rows),
            Answer::Many(_) => field.kind == Kind::Choices,
            Answer::Rows(_) => matches!(field.kind, Kind::Each | Kind::Rows),
        };
        if let Some(answer) = source.filter(fits) {
            document.put(&field.name, answer.clone());
        }
    }
    document
}

/// Says whether a question may be left empty in this context.
pub fn is_optional(field: &Field, context: &Context) -> bool {
    field.optional && !holds(context, &field.needed_when)
}

/// Gives the answer of one question, named `STAGE.QUESTION`, as text; empty when there is none.
pub fn text_at<'a>(context: &'a Context, reference: &str) -> &'a str {
    let found = reference
        .split_once('.')
        .and_then(|(stage, question)| Some(context.get(Stage::from_code(stage)?)?.field(question)));
    found.unwrap_or_default()
}

/// Adds up the lines of a log, in hundredths: the value of each chosen item, times the number that
/// stands in the second column.
pub fn total(pack: &Pack, field: &Field, document: &Document) -> u64 {
    let Some(total) = &field.total else {
        return 0;
    };
    let Some(column) = field.fields.iter().find(|column| column.name == total.of) else {
        return 0;
    };
    let list = pack.list_of(column);
    let of_row = |row: &Row| {
        let item = row.get(&total.of).and_then(|id| find(list, id));
        let times = if total.times.is_empty() {
            Some(1)
        } else {
            row.get(&total.times).and_then(|times| times.trim().parse::<u32>().ok())
        };
        item.and_then(|item| item.value).unwrap_or(0).saturating_mul(u64::from(times.unwrap_or(0)))
    };
    document.rows(&field.name).iter().map(of_row).fold(0, u64::saturating_add)
}

/// Finds an item by id anywhere below a list.
pub fn find<'a>(items: &'a [Item], id: &str) -> Option<&'a Item> {
    items.iter().find_map(|item| if item.id == id { Some(item) } else { find(&item.items, id) })
}

/// Gives the document without what cannot be signed: outer white space, empty answers and lines, and
/// answers to questions and for items that are no longer offered.
pub fn trimmed(pack: &Pack, context: &Context, form: &[Section], document: &Document) -> Document {
    let mut result = Document::default();
    for field in asked(form, context) {
        let offered = items(pack, context, field);
        let is_offered = |id: &String| offered.iter().any(|item| item.id == *id);
        let trim_row = |row: &Row| {
            let columns = field.fields.iter().filter(|column| is_asked(column, context));
            let columns = columns.filter_map(|column| {
                let text = row.get(&column.name)?.trim();
                (!text.is_empty()).then(|| (column.name.clone(), text.to_string()))
            });
            columns.collect::<Row>()
        };
        let answer = match field.kind {
            Kind::Choices => {
                Answer::Many(document.many(&field.name).iter().filter(|id| is_offered(id)).cloned().collect())
            }
            Kind::Each => Answer::Rows(
                offered
                    .iter()
                    .filter_map(|item| {
                        let rows = document.rows(&field.name);
                        let mut row = trim_row(rows.iter().find(|row| row.get(ITEM) == Some(&item.id))?);
                        (!row.is_empty()).then(|| {
                            row.insert(ITEM.to_string(), item.id.clone());
                            row
                        })
                    })
                    .collect(),
            ),
            Kind::Rows => Answer::Rows(
                document.rows(&field.name).iter().map(trim_row).filter(|row| !row.is_empty()).collect(),
            ),
            _ => Answer::Text(document.field(&field.name).trim().to_string()),
        };
        result.put(&field.name, answer);
    }
    result
}

fn answers<'a>(context: &'a Context, reference: &str) -> Vec<&'a str> {
    let Some((stage, question)) = reference.split_once('.') else {
        return Vec::new();
    };
    let Some(document) = Stage::from_code(stage).and_then(|stage| context.get(stage)) else {
        return Vec::new();
    };
    let one = document.field(question);
    document.many(question).iter().map(String::as_str).chain((!one.is_empty()).then_some(one)).collect()
}

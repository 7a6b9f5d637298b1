//! The document of a stage: answers to the questions of its form, as one person typed them.
//!
//! A document knows no form. It can always be saved, whatever is wrong with it; what is wrong is
//! found by [`crate::rules::check`].

use super::typed;
use crate::json::members_of;
use crate::table::Table;
use serde_json::Value;

/// One line of a repeated question: column name to text.
pub type Row = Table<String, String>;

/// The most characters of one answer that are kept, far above what any form takes; more would make a
/// draft that cannot be read back.
pub const TEXT_MAX: usize = 20_000;

/// The column that names the list item a row belongs to, in a question asked once per item.
pub const ITEM: &str = "item";

/// The answer to one question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Words, a date (`2025-03-14`), a time (`09:30`) or the id of one chosen item.
    Text(String),
    /// The ids of several chosen items.
    Many(Vec<String>),
    /// Lines of a log, or one line per item.
    Rows(Vec<Row>),
}

/// The place of one input in a document. Its text form is also the id of the input on the page.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Path {
    /// A question of its own.
    Field(String),
    /// A column in the line of an item: question, item id, column.
    OfItem(String, String, String),
    /// A column in a numbered line, counted from zero: question, line, column.
    OfRow(String, usize, String),
}

impl Path {
    /// Gives the name of the question.
    pub fn field(&self) -> &str {
        match self {
            Path::Field(field) | Path::OfItem(field, ..) | Path::OfRow(field, ..) => field,
        }
    }

    /// Writes the path as an id that is unique within a page.
    pub fn id(&self) -> String {
        match self {
            Path::Field(field) => field.clone(),
            Path::OfItem(field, item, column) => [field, ".", item, ".", column].concat(),
            Path::OfRow(field, row, column) => [field, ".", &row.to_string(), ".", column].concat(),
        }
    }
}

/// All answers of one stage.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Document {
    answers: Table<String, Answer>,
}

/// A text that should hold a document does not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotADocument;

impl Document {
    /// Lists the answers by question name.
    pub fn answers(&self) -> impl Iterator<Item = (&String, &Answer)> {
        self.answers.iter()
    }

    /// Says whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// Gives the text at a path, empty when there is none.
    pub fn text(&self, path: &Path) -> &str {
        let found = match path {
            Path::Field(field) => match self.answers.get(field) {
                Some(Answer::Text(text)) => Some(text),
                _ => None,
            },
            Path::OfItem(field, item, column) => self
                .rows(field)
                .iter()
                .find(|row| row.get(ITEM) == Some(item))
                .and_then(|row| row.get(column)),
            Path::OfRow(field, index, column) => self.rows(field).get(*index).and_then(|row| row.get(column)),
        };
        found.map_or("", String::as_str)
    }

    /// Gives the text of a question of its own, empty when there is none.
    pub fn field(&self, name: &str) -> &str {
        match self.answers.get(name) {
            Some(Answer::Text(text)) => text,
            _ => "",
        }
    }

    /// Gives the chosen ids of a question.
    pub fn many(&self, field: &str) -> &[String] {
        match self.answers.get(field) {
            Some(Answer::Many(chosen)) => chosen,
            _ => &[],
        }
    }

    /// Gives the lines of a question.
    pub fn rows(&self, field: &str) -> &[Row] {
        match self.answers.get(field) {
            Some(Answer::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// Puts text at a path, in the form in which it can be signed; a line beyond the next free one is not made.
    pub fn set_text(&mut self, path: &Path, text: &str) {
        let text: String = typed::on_lines(text).chars().take(TEXT_MAX).collect();
        match path {
            Path::Field(field) => {
                self.answers.insert(field.clone(), Answer::Text(text));
            }
            Path::OfItem(field, item, column) => {
                self.change_rows(field, |rows| {
                    match rows.iter_mut().find(|row| row.get(ITEM) == Some(item)) {
                        Some(row) => {
                            row.insert(column.clone(), text);
                        }
                        None => {
                            rows.push(Row::from([(ITEM.to_string(), item.clone()), (column.clone(), text)]))
                        }
                    }
                });
            }
            Path::OfRow(field, index, column) => {
                self.change_rows(field, |rows| {
                    if *index == rows.len() {
                        rows.push(Row::new());
                    }
                    if let Some(row) = rows.get_mut(*index) {
                        row.insert(column.clone(), text);
                    }
                });
            }
        }
    }

    /// Adds or removes one chosen id, keeping the order in which they were chosen.
    pub fn choose(&mut self, field: &str, id: &str, chosen: bool) {
        let mut ids: Vec<String> = self.many(field).to_vec();
        ids.retain(|other| other != id);
        if chosen {
            ids.push(id.to_string());
        }
        self.answers.insert(field.to_string(), Answer::Many(ids));
    }

    /// Adds an empty line at the end.
    pub fn add_row(&mut self, field: &str) {
        self.change_rows(field, |rows| rows.push(Row::new()));
    }

    /// Puts a numbered line in place; one beyond the end comes last.
    pub fn insert_row(&mut self, field: &str, index: usize, row: Row) {
        self.change_rows(field, |rows| rows.insert(index.min(rows.len()), row));
    }

    /// Removes a numbered line; a line that is not there is left out.
    pub fn remove_row(&mut self, field: &str, index: usize) {
        self.change_rows(field, |rows| {
            if index < rows.len() {
                rows.remove(index);
            }
        });
    }

    /// Puts a whole answer in place, or removes it when it says nothing.
    pub fn put(&mut self, field: &str, answer: Answer) {
        let says_nothing = match &answer {
            Answer::Text(text) => text.is_empty(),
            Answer::Many(chosen) => chosen.is_empty(),
            Answer::Rows(rows) => rows.is_empty(),
        };
        if says_nothing {
            self.answers.remove(field);
        } else {
            self.answers.insert(field.to_string(), answer);
        }
    }

    /// Reads a document from JSON: members are texts, lists of texts, or lists of objects of texts.
    /// The member `ext` is left to later versions.
    ///
    /// # Errors
    /// Any other shape is not a document.
    pub fn from_json(value: &Value) -> Result<Document, NotADocument> {
        let members = value.as_object().ok_or(NotADocument)?;
        let mut document = Document::default();
        for (name, value) in members.iter().filter(|(name, _)| *name != "ext") {
            let answer = match value {
                Value::String(text) => Answer::Text(text.clone()),
                Value::Array(items) if items.iter().all(Value::is_object) && !items.is_empty() => {
                    Answer::Rows(items.iter().map(row_from_json).collect::<Result<_, _>>()?)
                }
                Value::Array(items) => Answer::Many(
                    items
                        .iter()
                        .map(|item| item.as_str().map(str::to_string).ok_or(NotADocument))
                        .collect::<Result<_, _>>()?,
                ),
                _ => return Err(NotADocument),
            };
            document.answers.insert(name.clone(), answer);
        }
        Ok(document)
    }

    /// Writes the document as JSON.
    pub fn to_json(&self) -> Value {
        let text = |text: &String| Value::String(text.clone());
        let row = |row: &Row| members_of(row.iter().map(|(name, words)| (name.clone(), text(words))));
        members_of(self.answers.iter().map(|(name, answer)| {
            let value = match answer {
                Answer::Text(words) => text(words),
                Answer::Many(chosen) => Value::Array(chosen.iter().map(text).collect()),
                Answer::Rows(rows) => Value::Array(rows.iter().map(row).collect()),
            };
            (name.clone(), value)
        }))
    }

    fn change_rows(&mut self, field: &str, change: impl FnOnce(&mut Vec<Row>)) {
        let mut rows = self.rows(field).to_vec();
        change(&mut rows);
        self.answers.insert(field.to_string(), Answer::Rows(rows));
    }
}

fn row_from_json(value: &Value) -> Result<Row, NotADocument> {
    value
        .as_object()
        .ok_or(NotADocument)?
        .iter()
        .map(|(name, value)| Ok((name.clone(), value.as_str().ok_or(NotADocument)?.to_string())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_document_survives_json_and_back() {
        let mut document = Document::default();
        document.set_text(&Path::Field("reason".into()), "Kelas ramai");
        document.choose("targets", "a", true);
        document.choose("targets", "b", true);
        document.set_text(&Path::OfItem("ratings".into(), "a".into(), "level".into()), "2");
        document.set_text(&Path::OfRow("log".into(), 0, "what".into()), "Uji coba");
        assert_eq!(Document::from_json(&document.to_json()), Ok(document));
    }

    #[test]
    fn text_is_kept_in_the_form_in_which_it_can_be_signed() {
        let mut document = Document::default();
        let path = Path::Field("note".into());
        document.set_text(&path, "a\r\nb\u{0}c\u{FFFF}\td\u{b}e");
        assert_eq!(document.text(&path), "a\nb c \td\ne");
    }

    #[test]
    fn numbers_and_nested_lists_are_not_a_document() {
        for text in ["[]", r#"{"a":1}"#, r#"{"a":[1]}"#, r#"{"a":[{"b":[]}]}"#, r#"{"a":null}"#] {
            let value = serde_json::from_str(text).unwrap();
            assert_eq!(Document::from_json(&value), Err(NotADocument), "{text}");
        }
    }

    proptest! {
        #[test]
        fn typing_anywhere_never_panics_and_is_read_back(index in 0usize..4, text in "[a-z ]{0,20}") {
            let mut document = Document::default();
            document.set_text(&Path::Field("log".into()), "was text before");
            let path = Path::OfRow("log".into(), index, "what".into());
            document.set_text(&path, &text);
            document.remove_row("log", index + 1);
            prop_assert_eq!(document.text(&path), if index == 0 { text.as_str() } else { "" });
        }
    }
}

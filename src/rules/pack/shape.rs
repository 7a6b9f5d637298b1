//! Reads a pack member by member; an unknown, missing or misplaced member gives `None`.
//!
//! Written by hand, because derived readers for these eight types cost the web app 60 KB of code.

use super::{Confidence, Field, Item, Kind, Pack, Section, StageRules, Total, Words};
use crate::domain::stage::{Position, Stage};
use crate::domain::typed::is_unseen;
use crate::table::Table;
use serde_json::{Map, Value};

/// The most characters of a name or an id; a record takes no longer name of an answer.
const WORD_MAX: usize = 40;

type Members = Map<String, Value>;
/// Reads one part of a pack as it is for one kind of employee.
type Read<T> = fn(&Value, Position) -> Option<T>;

/// Takes the members of an object, if it has no others than these.
fn members<'a>(value: &'a Value, known: &[&str]) -> Option<&'a Members> {
    value.as_object().filter(|members| members.keys().all(|name| known.contains(&name.as_str())))
}

fn text(members: &Members, name: &str) -> Option<String> {
    read_text(members.get(name)?)
}

/// Reads a text, unless it holds what nobody sees or what turns the direction of writing.
fn read_text(value: &Value) -> Option<String> {
    let is_odd = |c: char| c.is_control() || is_unseen(c);
    value.as_str().filter(|text| !text.contains(is_odd)).map(str::to_string)
}

/// Reads a text that may be left out.
fn optional_text(members: &Members, name: &str) -> Option<String> {
    members.get(name).map_or(Some(String::new()), read_text)
}

fn flag(members: &Members, name: &str) -> Option<bool> {
    members.get(name).map_or(Some(false), Value::as_bool)
}

/// Reads the items of a list that are meant for this kind of employee.
fn list<T>(value: &Value, position: Position, read: Read<T>) -> Option<Vec<T>> {
    let mut items = Vec::new();
    for value in value.as_array()? {
        // Read before it is left out, so that a fault is found whoever reads the pack.
        let item = read(value, position)?;
        let meant_for = match value.as_object().and_then(|members| members.get("for")) {
            None => position,
            Some(code) => Position::from_code(code.as_str()?)?,
        };
        if meant_for == position {
            items.push(item);
        }
    }
    Some(items)
}

/// Reads a list that may be left out.
fn optional_list<T>(members: &Members, name: &str, position: Position, read: Read<T>) -> Option<Vec<T>> {
    members.get(name).map_or(Some(Vec::new()), |value| list(value, position, read))
}

fn one_text(value: &Value, _: Position) -> Option<String> {
    read_text(value)
}

fn one_words(value: &Value, _: Position) -> Option<Words> {
    words(value)
}

/// Reads a text in both languages that may be left out.
fn optional_words(members: &Members, name: &str) -> Option<Option<Words>> {
    members.get(name).map_or(Some(None), |value| words(value).map(Some))
}

fn optional_count(members: &Members, name: &str) -> Option<Option<usize>> {
    members
        .get(name)
        .map_or(Some(None), |value| u32::try_from(value.as_u64()?).ok().map(|count| Some(count as usize)))
}

fn words(value: &Value) -> Option<Words> {
    let members = members(value, &["id", "en"])?;
    Some(Words { id: text(members, "id")?, en: text(members, "en")? })
}

fn confidence(members: &Members) -> Option<Confidence> {
    Some(match members.get("confidence")?.as_str()? {
        "V2" => Confidence::V2,
        "V" => Confidence::V,
        "P" => Confidence::P,
        "U" => Confidence::U,
        _ => return None,
    })
}

/// Reads a number with up to two decimals as hundredths.
fn hundredths(text: &str) -> Option<u64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (is_number(whole) && is_number(decimals) && decimals.len() <= 2).then_some(())?;
    let decimals = decimals.parse::<u64>().ok()? * if decimals.len() == 1 { 10 } else { 1 };
    Some(whole.parse::<u64>().ok()? * 100 + decimals)
}

/// Reads the items of a list, whose ids are words of which none is there twice.
fn items(value: &Value, position: Position) -> Option<Vec<Item>> {
    let items = list(value, position, item)?;
    let is_taken = |(index, item): (usize, &Item)| items[..index].iter().any(|before| before.id == item.id);
    let is_odd = items.iter().any(|item| !is_word(&item.id)) || items.iter().enumerate().any(is_taken);
    (!is_odd).then_some(items)
}

/// Says whether a text can name an answer in a signed document.
pub(super) fn is_word(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_plain && (1..=WORD_MAX).contains(&text.len())
}

fn item(value: &Value, position: Position) -> Option<Item> {
    let known = ["id", "name", "meaning", "do", "avoid", "items", "for", "value", "source", "confidence"];
    let members = members(value, &known)?;
    Some(Item {
        id: text(members, "id")?,
        name: words(members.get("name")?)?,
        meaning: optional_words(members, "meaning")?,
        good: optional_list(members, "do", position, one_words)?,
        avoid: optional_list(members, "avoid", position, one_words)?,
        value: match members.get("value") {
            None => None,
            Some(value) => Some(hundredths(value.as_str()?)?),
        },
        items: members.get("items").map_or(Some(Vec::new()), |value| items(value, position))?,
        source: text(members, "source")?,
        confidence: confidence(members)?,
    })
}

fn kind(code: &str) -> Option<Kind> {
    Some(match code {
        "line" => Kind::Line,
        "text" => Kind::Text,
        "date" => Kind::Date,
        "time" => Kind::Time,
        "number" => Kind::Number,
        "evidence" => Kind::Evidence,
        "choice" => Kind::Choice,
        "choices" => Kind::Choices,
        "each" => Kind::Each,
        "rows" => Kind::Rows,
        _ => return None,
    })
}

fn total(value: &Value) -> Option<Total> {
    let members = members(value, &["of", "times", "from", "to"])?;
    Some(Total {
        of: text(members, "of")?,
        times: optional_text(members, "times")?,
        from: members.get("from")?.as_u64()?,
        to: members.get("to")?.as_u64()?,
    })
}

fn field(value: &Value, position: Position) -> Option<Field> {
    let known = [
        "name",
        "kind",
        "label",
        "hint",
        "list",
        "fields",
        "min",
        "max",
        "optional",
        "needed_when",
        "when",
        "for",
        "prefill",
        "starters",
        "stamp",
        "within",
        "total",
        "marked",
    ];
    let members = members(value, &known)?;
    Some(Field {
        name: text(members, "name")?,
        kind: kind(members.get("kind")?.as_str()?)?,
        label: words(members.get("label")?)?,
        hint: optional_words(members, "hint")?,
        list: optional_text(members, "list")?,
        fields: optional_list(members, "fields", position, field)?,
        min: optional_count(members, "min")?,
        max: optional_count(members, "max")?,
        optional: flag(members, "optional")?,
        needed_when: optional_text(members, "needed_when")?,
        when: optional_text(members, "when")?,
        prefill: optional_text(members, "prefill")?,
        starters: optional_list(members, "starters", position, one_text)?,
        stamp: flag(members, "stamp")?,
        within: optional_text(members, "within")?,
        total: match members.get("total") {
            None => None,
            Some(value) => Some(total(value)?),
        },
        marked: flag(members, "marked")?,
    })
}

fn section(value: &Value, position: Position) -> Option<Section> {
    let members = members(value, &["title", "hint", "for", "beside", "margin", "fields"])?;
    Some(Section {
        title: words(members.get("title")?)?,
        hint: optional_words(members, "hint")?,
        beside: optional_list(members, "beside", position, |value, _| Stage::from_code(value.as_str()?))?,
        margin: optional_list(members, "margin", position, one_text)?,
        fields: list(members.get("fields")?, position, field)?,
    })
}

fn stage(value: &Value, position: Position) -> Option<StageRules> {
    let known = [
        "stage",
        "automatic",
        "from",
        "answer_from",
        "until",
        "purpose",
        "document",
        "reply",
        "source",
        "confidence",
    ];
    let members = members(value, &known)?;
    Some(StageRules {
        stage: text(members, "stage")?,
        is_automatic: match members.get("automatic") {
            None => false,
            Some(code) => Position::from_code(code.as_str()?)? == position,
        },
        from: optional_text(members, "from")?,
        answer_from: optional_text(members, "answer_from")?,
        until: text(members, "until")?,
        purpose: words(members.get("purpose")?)?,
        document: list(members.get("document")?, position, section)?,
        reply: optional_list(members, "reply", position, section)?,
        source: text(members, "source")?,
        confidence: confidence(members)?,
    })
}

fn row(value: &Value, position: Position) -> Option<[String; 3]> {
    list(value, position, one_text)?.try_into().ok()
}

fn credit(value: &Value) -> Option<(String, String)> {
    let members = members(value, &["level", "months"])?;
    Some((text(members, "level")?, text(members, "months")?))
}

/// Reads a whole pack of the one shape that this module knows, as it is for one kind of employee.
pub(super) fn pack(value: &Value, position: Position) -> Option<Pack> {
    let known =
        ["format", "id", "title", "basis", "period", "from", "to", "stages", "lists", "matrix", "credit"];
    let members = members(value, &known)?;
    let mut lists = Table::new();
    for (name, value) in members.get("lists")?.as_object()? {
        lists.insert(name.clone(), items(value, position)?);
    }
    (members.get("format")?.as_u64()? == 1).then_some(())?;
    // As long as the first record of a dossier takes them.
    let name = |name: &str, max: usize| text(members, name).filter(|text| text.chars().count() <= max);
    Some(Pack {
        format: 1,
        id: name("id", 60)?,
        title: words(members.get("title")?)?,
        basis: optional_words(members, "basis")?.unwrap_or_default(),
        period: name("period", 40)?,
        from: text(members, "from")?,
        to: text(members, "to")?,
        stages: list(members.get("stages")?, position, stage)?,
        lists,
        matrix: list(members.get("matrix")?, position, row)?,
        credit: match members.get("credit") {
            None => None,
            Some(value) => Some(credit(value)?),
        },
    })
}

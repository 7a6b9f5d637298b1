//! Reads a pack member by member; an unknown, missing or misplaced member gives `None`.
//!
//! Written by hand, because derived readers for these eight types cost the web app 60 KB of code.

use super::{Confidence, Field, Item, Kind, Pack, Section, StageRules, Words};
use crate::table::Table;
use serde_json::{Map, Value};

type Members = Map<String, Value>;

/// Takes the members of an object, if it has no others than these.
fn members<'a>(value: &'a Value, known: &[&str]) -> Option<&'a Members> {
    value.as_object().filter(|members| members.keys().all(|name| known.contains(&name.as_str())))
}

fn text(members: &Members, name: &str) -> Option<String> {
    members.get(name)?.as_str().map(str::to_string)
}

fn list<T>(value: &Value, read: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::new();
    for value in value.as_array()? {
        items.push(read(value)?);
    }
    Some(items)
}

/// Reads a list that may be left out.
fn optional_list<T>(members: &Members, name: &str, read: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    members.get(name).map_or(Some(Vec::new()), |value| list(value, read))
}

/// Reads a text in both languages that may be left out.
fn optional_words(members: &Members, name: &str) -> Option<Option<Words>> {
    members.get(name).map_or(Some(None), |value| words(value).map(Some))
}

fn optional_count(members: &Members, name: &str) -> Option<Option<usize>> {
    members.get(name).map_or(Some(None), |value| value.as_u64().map(|count| Some(count as usize)))
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

fn item(value: &Value) -> Option<Item> {
    let members = members(value, &["id", "name", "meaning", "do", "avoid", "items", "source", "confidence"])?;
    Some(Item {
        id: text(members, "id")?,
        name: words(members.get("name")?)?,
        meaning: optional_words(members, "meaning")?,
        good: optional_list(members, "do", words)?,
        avoid: optional_list(members, "avoid", words)?,
        items: optional_list(members, "items", item)?,
        source: text(members, "source")?,
        confidence: confidence(members)?,
    })
}

fn field(value: &Value) -> Option<Field> {
    let known = ["name", "kind", "label", "hint", "list", "fields", "min", "max", "optional"];
    let members = members(value, &known)?;
    Some(Field {
        name: text(members, "name")?,
        kind: match members.get("kind")?.as_str()? {
            "line" => Kind::Line,
            "text" => Kind::Text,
            "date" => Kind::Date,
            "time" => Kind::Time,
            "choice" => Kind::Choice,
            "choices" => Kind::Choices,
            "each" => Kind::Each,
            "rows" => Kind::Rows,
            _ => return None,
        },
        label: words(members.get("label")?)?,
        hint: optional_words(members, "hint")?,
        list: members.get("list").map_or(Some(String::new()), |list| list.as_str().map(str::to_string))?,
        fields: optional_list(members, "fields", field)?,
        min: optional_count(members, "min")?,
        max: optional_count(members, "max")?,
        optional: members.get("optional").map_or(Some(false), Value::as_bool)?,
    })
}

fn section(value: &Value) -> Option<Section> {
    let members = members(value, &["title", "hint", "fields"])?;
    Some(Section {
        title: words(members.get("title")?)?,
        hint: optional_words(members, "hint")?,
        fields: list(members.get("fields")?, field)?,
    })
}

fn stage(value: &Value) -> Option<StageRules> {
    let known = ["stage", "until", "purpose", "document", "reply", "source", "confidence"];
    let members = members(value, &known)?;
    Some(StageRules {
        stage: text(members, "stage")?,
        until: text(members, "until")?,
        purpose: words(members.get("purpose")?)?,
        document: list(members.get("document")?, section)?,
        reply: optional_list(members, "reply", section)?,
        source: text(members, "source")?,
        confidence: confidence(members)?,
    })
}

fn row(value: &Value) -> Option<[String; 3]> {
    list(value, |cell| cell.as_str().map(str::to_string))?.try_into().ok()
}

/// Reads a whole pack of the one shape that this module knows.
pub(super) fn pack(value: &Value) -> Option<Pack> {
    let known = ["format", "id", "title", "period", "from", "to", "stages", "lists", "matrix"];
    let members = members(value, &known)?;
    let mut lists = Table::new();
    for (name, value) in members.get("lists")?.as_object()? {
        lists.insert(name.clone(), list(value, item)?);
    }
    (members.get("format")?.as_u64()? == 1).then_some(())?;
    Some(Pack {
        format: 1,
        id: text(members, "id")?,
        title: words(members.get("title")?)?,
        period: text(members, "period")?,
        from: text(members, "from")?,
        to: text(members, "to")?,
        stages: list(members.get("stages")?, stage)?,
        lists,
        matrix: list(members.get("matrix")?, row)?,
    })
}

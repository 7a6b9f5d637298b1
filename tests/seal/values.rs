//! Values and texts that several tests make.

use std::fmt::Write as _;

use paraf::seal::strict;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Any value that the strict parser takes, small enough to be cut down by hand.
pub fn any_value() -> impl Strategy<Value = Value> {
    let limit = i64::try_from(strict::MAX_INTEGER).unwrap_or(i64::MAX);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-limit..=limit).prop_map(Value::from),
        (-20_i64..20).prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            members_of(inner).prop_map(Value::Object),
        ]
    })
}

/// Any members of a record, which names neither context nor proof.
pub fn any_members() -> impl Strategy<Value = Map<String, Value>> {
    members_of(any_value())
}

/// Any string that the strict parser takes.
pub fn any_text() -> impl Strategy<Value = String> {
    any::<String>()
        .prop_filter("only characters that are allowed", |text| strict::check_characters(text).is_ok())
}

/// Writes a value as one of its many texts: another order of members, white space and escapes, all
/// chosen by the numbers given, which are used again from the start when they run out.
pub fn write_freely(value: &Value, choices: &[u8]) -> String {
    let mut text = String::new();
    let mut choices = choices.iter().copied().cycle();
    write_value(value, &mut text, &mut || choices.next().unwrap_or_default());
    text
}

fn members_of(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    prop::collection::btree_map("[A-Za-z][A-Za-z0-9_]{0,6}", value, 0..6)
        .prop_map(|members| members.into_iter().filter(|(name, _)| name != "proof").collect())
}

fn write_value(value: &Value, text: &mut String, choose: &mut dyn FnMut() -> u8) {
    write_space(text, choose);
    match value {
        Value::String(string) => write_string(string, text, choose),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                write_value(item, text, choose);
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_cached_key(|_| choose());
            text.push('{');
            for (index, (name, member)) in members.into_iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                write_space(text, choose);
                write_string(name, text, choose);
                write_space(text, choose);
                text.push(':');
                write_value(member, text, choose);
            }
            text.push('}');
        }
        plain => text.push_str(&plain.to_string()),
    }
    write_space(text, choose);
}

fn write_space(text: &mut String, choose: &mut dyn FnMut() -> u8) {
    text.push_str(["", "", " ", "\r\n", "\t", "\n  "][usize::from(choose() % 6)]);
}

fn write_string(string: &str, text: &mut String, choose: &mut dyn FnMut() -> u8) {
    text.push('"');
    for character in string.chars() {
        let must_escape = character < ' ' || character == '"' || character == '\\';
        if must_escape || choose().is_multiple_of(4) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(text, "\\u{unit:04X}").unwrap_or_default();
            }
        } else {
            text.push(character);
        }
    }
    text.push('"');
}

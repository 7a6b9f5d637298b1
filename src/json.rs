//! Writing JSON by hand. The macro and the writer of `serde_json` would bring code for each type they
//! are given, and tables for fractions that no file of ours holds.

use serde_json::{Map, Value};

/// Makes an object.
pub fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    members_of(members.into_iter().map(|(name, value)| (name.to_string(), value)))
}

/// Makes an object of any number of members. Collecting them would bring the code of a sort.
pub fn members_of(members: impl Iterator<Item = (String, Value)>) -> Value {
    let mut object = Map::new();
    for (name, value) in members {
        object.insert(name, value);
    }
    Value::Object(object)
}

/// Makes a string.
pub fn text(text: &str) -> Value {
    Value::String(text.to_string())
}

/// Makes a list of strings.
pub fn texts(texts: &[String]) -> Value {
    Value::Array(texts.iter().map(|one| text(one)).collect())
}

/// Puts a member into an object; another value is left alone.
pub fn set(object: &mut Value, name: &str, value: Value) {
    if let Value::Object(members) = object {
        members.insert(name.to_string(), value);
    }
}

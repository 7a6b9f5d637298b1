//! What stands for something else in a recipe, and how values and texts are changed.

use serde_json::{Value, json};

/// Puts the members of one object over those of another, at all levels; `null` takes a member
/// away, and changes nothing where it stands alone.
pub fn put_over(under: &mut Value, over: &Value) {
    match (under.as_object_mut(), over.as_object()) {
        (Some(members), Some(changes)) => {
            for (name, change) in changes {
                if change.is_null() {
                    members.remove(name);
                } else {
                    put_over(members.entry(name.clone()).or_insert(Value::Null), change);
                }
            }
        }
        _ if over.is_null() => {}
        _ => *under = over.clone(),
    }
}

/// Replaces words in a text, each of which must be there; changes are pairs of texts.
///
/// # Errors
/// A word that is not there.
pub fn edit(text: &mut String, changes: &Value) -> Result<(), String> {
    for change in changes.as_array().into_iter().flatten() {
        let (Some(from), Some(to)) = (change[0].as_str(), change[1].as_str()) else {
            return Err("an edit is a pair of texts".to_string());
        };
        if !text.contains(from) {
            return Err(format!("there is no {from:?} to edit"));
        }
        *text = text.replacen(from, to, 1);
    }
    Ok(())
}

/// Gives a text of so many characters, or that many arrays inside each other.
pub fn of_size(word: &str, size: u64) -> Option<Value> {
    match word {
        "text" => Some(json!("a".repeat(size as usize))),
        "deep" => Some((1..size).fold(json!([]), |inner, _| json!([inner]))),
        _ => None,
    }
}

//! What a corrected rule pack changes, place by place.

use serde_json::Value;

/// One place at which two packs differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The way to it: names of members and ids of items.
    pub place: Vec<String>,
    /// What stands there in the older pack; empty when nothing does.
    pub old: String,
    /// What stands there in the newer pack; empty when nothing does.
    pub new: String,
}

/// Finds every text, number or mark that differs. Items of lists are told apart by their id, name or
/// stage, so that one more item is one difference and not many.
pub fn differences(old: &Value, new: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(&mut Vec::new(), Some(old), Some(new), &mut found);
    found
}

fn compare(place: &mut Vec<String>, old: Option<&Value>, new: Option<&Value>, found: &mut Vec<Difference>) {
    if old == new {
        return;
    }
    let both = [old, new];
    if both.into_iter().flatten().all(is_leaf) {
        let text = |value: Option<&Value>| value.map_or(String::new(), leaf);
        found.push(Difference { place: place.clone(), old: text(old), new: text(new) });
        return;
    }
    let parts = both.map(|value| value.map_or(Vec::new(), children));
    let [before, after] = &parts;
    for (name, value) in before {
        let other = after.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
        below(place, name, Some(value), other, found);
    }
    for (name, value) in after {
        if !before.iter().any(|(known, _)| known == name) {
            below(place, name, None, Some(value), found);
        }
    }
}

fn below(
    place: &mut Vec<String>,
    name: &str,
    old: Option<&Value>,
    new: Option<&Value>,
    found: &mut Vec<Difference>,
) {
    place.push(name.to_string());
    compare(place, old, new, found);
    place.pop();
}

fn is_leaf(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

fn leaf(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "✓".into(),
        Value::Number(number) => number.as_u64().map_or(String::new(), |number| number.to_string()),
        _ => String::new(),
    }
}

/// Gives the parts of a value with the names by which they are found again.
fn children(value: &Value) -> Vec<(String, &Value)> {
    let mut parts = Vec::new();
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                parts.push((name.clone(), value));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let given = ["id", "name", "stage"].into_iter().find_map(|name| item.get(name)?.as_str());
                let name = given.map_or_else(|| (index + 1).to_string(), str::to_string);
                // Two questions of one name stand in different sections; the second keeps its number.
                let is_taken = parts.iter().any(|(known, _)| *known == name);
                parts.push((if is_taken { (index + 1).to_string() } else { name }, item));
            }
        }
        _ => parts.push((String::new(), value)),
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn told(old: Value, new: Value) -> Vec<String> {
        let line = |d: Difference| [&d.place.join("/"), ": ", &d.old, " -> ", &d.new].concat();
        differences(&old, &new).into_iter().map(line).collect()
    }

    #[test]
    fn a_corrected_word_is_one_difference_at_its_place() {
        let pack =
            |word: &str| json!({"lists": {"levels": [{"id": "a", "name": {"id": word}}, {"id": "b"}]}});
        assert_eq!(told(pack("lama"), pack("baru")), ["lists/levels/a/name/id: lama -> baru"]);
    }

    #[test]
    fn one_more_item_in_front_leaves_the_others_alone() {
        let (old, new) =
            (json!([{"id": "b", "value": "8"}]), json!([{"id": "a"}, {"id": "b", "value": "8"}]));
        assert_eq!(told(old, new), ["a/id:  -> a"]);
    }

    #[test]
    fn the_same_pack_has_no_differences_and_a_removed_part_is_said() {
        let pack = json!({"a": [1, true], "b": {"c": "d"}});
        assert!(differences(&pack, &pack).is_empty());
        assert_eq!(told(pack, json!({"a": [1, true]})), ["b/c: d -> "]);
    }

    #[test]
    fn a_text_that_becomes_a_list_is_told_from_both_sides() {
        assert_eq!(told(json!({"a": "x"}), json!({"a": ["y"]})), ["a/: x -> ", "a/1:  -> y"]);
    }
}

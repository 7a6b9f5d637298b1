//! The text of single members and items, exactly as it stands in a file.
//!
//! What was signed is kept as it was received, so the text of each record is cut out of the file
//! instead of being written anew. The file was parsed by [`super::strict`] before; the cuts here rely
//! on that and only have to find ends.

use super::strict;
use serde_json::Value;

/// Gives the text of a member of the outermost object.
pub fn member<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    parts(text).chunks(2).find_map(|pair| match pair {
        [key, value] => {
            let same = matches!(strict::parse(key), Ok(Value::String(key)) if key == name);
            same.then_some(*value)
        }
        _ => None,
    })
}

/// Gives the texts of the items of an array; of an object, its names and values in turn.
pub fn parts(text: &str) -> Vec<&str> {
    let text = text.trim();
    let mut parts = Vec::new();
    let (mut depth, mut start, mut in_string, mut escaped) = (0usize, 1usize, false, false);
    for (place, byte) in text.bytes().enumerate() {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        let ends_a_part = match byte {
            b'"' => {
                in_string = true;
                false
            }
            b'{' | b'[' => {
                depth += 1;
                false
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                depth == 0
            }
            b',' | b':' => depth == 1,
            _ => false,
        };
        if ends_a_part {
            parts.extend(text.get(start..place).map(str::trim).filter(|part| !part.is_empty()));
            start = place + 1;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_is_cut_out_exactly_as_it_stands() {
        let text = r#" { "a" : [ {"x":"],}\"\\"} , 2,
            [3] ] , "\u0062":"é" } "#;
        assert_eq!(member(text, "a").map(parts), Some(vec![r#"{"x":"],}\"\\"}"#, "2", "[3]"]));
        assert_eq!(member(text, "b"), Some(r#""é""#));
        assert_eq!(member(text, "c"), None);
        assert_eq!(parts("[]"), Vec::<&str>::new());
    }
}

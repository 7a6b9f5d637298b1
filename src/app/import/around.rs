//! What stands around a file of Paraf when it comes by another way than its own: the encoding of an editor, the
//! lines of a chat, quotation marks. It is taken off without touching what was signed; the file itself is then
//! read as strictly as any other.

use crate::seal::pieces::member;
use std::borrow::Cow;

/// How many beginnings that lead to nothing are tried, so that no text can keep the page busy.
const MISSES: usize = 64;
/// The first member of each file, as it stands without white space.
const HEAD: &str = "{\"app\":\"paraf\"";

/// Gives text in UTF-8: that in UTF-16 is changed, everything else stays as it is. Without its mark UTF-16 is known
/// by the zero beside its first letter, which no JSON begins with.
pub fn in_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let (rest, has_low_first) = match bytes {
        [0xff, 0xfe, rest @ ..] => (rest, true),
        [0xfe, 0xff, rest @ ..] => (rest, false),
        [first, 0, ..] if *first != 0 => (bytes, true),
        [0, second, ..] if *second != 0 => (bytes, false),
        _ => return Cow::Borrowed(bytes),
    };
    let unit = if has_low_first { u16::from_le_bytes } else { u16::from_be_bytes };
    let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    match char::decode_utf16(units).collect::<Result<String, _>>() {
        Ok(text) => Cow::Owned(text.into_bytes()),
        Err(_) => Cow::Borrowed(bytes),
    }
}

/// Says whether a text says nothing.
pub fn is_blank(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim().is_empty()
}

/// Says whether bytes may be a damaged file of Paraf, or one inside something else.
pub fn names_paraf(bytes: &[u8]) -> bool {
    let name = b"\"paraf\"";
    bytes.windows(name.len()).any(|part| part == name)
}

/// Cuts the files of Paraf out of a text, each exactly as it stands.
pub fn files_in(text: &str) -> Vec<&str> {
    let (mut found, mut from, mut misses) = (Vec::new(), 0, 0);
    while let Some(start) = text[from..].find('{').map(|place| from + place) {
        from = start + 1;
        // Every writer begins with the name of the app, those that sort members too.
        if misses == MISSES || !text[from..].trim_start().starts_with("\"app\"") {
            continue;
        }
        match object(&text[start..]).filter(|one| member(one, "app") == Some("\"paraf\"")) {
            Some(one) => {
                found.push(one);
                from = start + one.len();
            }
            None => misses += 1,
        }
    }
    found
}

/// Gives the object with which a text begins, up to the bracket that ends it.
fn object(text: &str) -> Option<&str> {
    let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'{' if !in_string => depth += 1,
            b'}' if !in_string && depth == 1 => return text.get(..=place),
            b'}' if !in_string => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Says whether a text is a file of Paraf whose straight quotation marks were replaced. They cannot be put back: a
/// signed text may have marks of its own, and nobody knows which were which.
pub fn has_curly_quotes(text: &str) -> bool {
    let seen: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    !seen.contains(HEAD) && seen.replace(is_quote, "\"").contains(HEAD)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '«' | '»' | '″' | '\u{2018}'..='\u{201f}' | '\u{ff02}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FILE: &str = r#"{"app": "paraf", "format": 1, "note": "a } \" { \\"}"#;

    #[test]
    fn text_in_utf_16_is_read_with_its_mark_and_without() {
        let text = "{\"a\": \"é 👩\"}";
        let bytes = |mark: &str, write: fn(u16) -> [u8; 2]| -> Vec<u8> {
            [mark, text].concat().encode_utf16().flat_map(write).collect()
        };
        for mark in ["", "\u{feff}"] {
            assert_eq!(in_utf8(&bytes(mark, u16::to_le_bytes)), text.as_bytes());
            assert_eq!(in_utf8(&bytes(mark, u16::to_be_bytes)), text.as_bytes());
        }
        for other in [text.as_bytes(), b"", b"\0\0", b"{", &[0xff, 0xfe, 0, 0xd8]] {
            assert_eq!(in_utf8(other), other);
        }
    }

    #[test]
    fn each_file_is_cut_out_of_what_stands_around_it() {
        for around in ["{}", "\"{}\"", "“{}”", "[29/11/26 08.15] Sri Wahyuni: {}\nTerima kasih {ya}", "> {}"]
        {
            assert_eq!(files_in(&around.replacen("{}", FILE, 1)), [FILE], "{around}");
        }
        let chat = ["29/11/2026, 08:15 - Budi: ", FILE, "\n29/11/2026, 08:16 - Budi: ", FILE].concat();
        assert_eq!(files_in(&chat), [FILE, FILE]);
        assert_eq!(files_in(&["{\"app\": \"paraf\", \"format\"\n", FILE].concat()), [FILE]);
        assert_eq!(files_in(r#"{"app": "lain"} {"app": "par"#), Vec::<&str>::new());
    }

    #[test]
    fn replaced_quotation_marks_are_told_from_a_text_that_is_none_of_paraf() {
        for quotes in [["“", "”"], ["„", "“"], ["«", "»"], ["'", "'"], ["＂", "＂"]] {
            let text = ["{", quotes[0], "app", quotes[1], " : ", quotes[0], "paraf", quotes[1], "}"].concat();
            assert!(has_curly_quotes(&text), "{text}");
        }
        assert!(!has_curly_quotes(FILE) && !has_curly_quotes("Kata Ibu: “aplikasi paraf”"));
        // A file that was cut may have such marks in its texts.
        assert!(!has_curly_quotes("{\"app\": \"paraf\", \"format\": 1, \"note\": \"“Ju’mat"));
    }

    proptest! {
        #[test]
        fn any_text_is_looked_through_and_a_file_in_it_is_found(before in "[^{\"]{0,40}", after in "\\PC{0,40}") {
            let text = [&before, FILE, &after].concat();
            let found = files_in(&text);
            prop_assert_eq!(found.first(), Some(&FILE));
            let _ = (files_in(&after), has_curly_quotes(&after), in_utf8(after.as_bytes()));
        }
    }
}

//! The one parser of text that comes from outside.
//!
//! It takes less than JSON allows, so that no two readers can understand one signed text differently,
//! and it stops early, so that no file can exhaust the page. It knows nothing of records: what the
//! members mean is decided later. The rules are those of I-JSON (RFC 7493), with integers only.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// The largest file, in bytes.
pub const MAX_FILE_BYTES: usize = 8 * 1024 * 1024;
/// The most arrays and objects inside each other, the outermost one included.
pub const MAX_DEPTH: usize = 32;
/// The most members of one object.
pub const MAX_MEMBERS: usize = 256;
/// The most items of one array.
pub const MAX_ITEMS: usize = 2_000;
/// The longest string, in Unicode scalar values.
pub const MAX_STRING_CHARS: usize = 20_000;
/// The longest member name, in bytes.
pub const MAX_NAME_BYTES: usize = 41;
/// The most values of one document, at all levels together. It bounds the memory that a file of
/// small objects takes, which is many times the size of its text.
pub const MAX_VALUES: usize = 300_000;
/// The largest integer without a sign, 2^53 − 1: a greater one is not the same number everywhere.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

/// Why a text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseFault {
    /// The file has more than [`MAX_FILE_BYTES`].
    TooLarge,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text is not one JSON document: damaged, cut short, followed by more, or another notation.
    NotJson,
    /// An object names one member twice.
    Repeated,
    /// Arrays and objects are nested more than [`MAX_DEPTH`] times.
    TooDeep,
    /// There are more than [`MAX_MEMBERS`], [`MAX_ITEMS`] or [`MAX_VALUES`].
    TooMany,
    /// A string has more than [`MAX_STRING_CHARS`].
    TooLong,
    /// A number is not an integer in plain notation, or is beyond [`MAX_INTEGER`].
    Number,
    /// A member name is neither `@context` nor a short ASCII identifier.
    MemberName,
    /// A string holds a control character other than tab and line feed, or a noncharacter.
    Character,
}

/// Returns the text of a file, without one leading byte order mark.
///
/// # Errors
///
/// [`ParseFault::TooLarge`] and [`ParseFault::NotUtf8`].
pub fn text(bytes: &[u8]) -> Result<&str, ParseFault> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ParseFault::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ParseFault::NotUtf8)?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Returns the value of one JSON document. Strings stay as they were typed.
///
/// # Errors
///
/// The first fault met, in the order of the text.
pub fn parse(text: &str) -> Result<Value, ParseFault> {
    let fault = Cell::new(None);
    let values = Cell::new(0);
    let mut reader = serde_json::Deserializer::from_str(text);
    let walk = Walk { fault: &fault, values: &values, depth: 0 };
    walk.deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value))
        .map_err(|error| fault.get().unwrap_or_else(|| fault_of_reader(&error)))
}

/// Checks that a string holds only characters that may be signed and shown.
///
/// # Errors
///
/// [`ParseFault::Character`].
pub fn check_characters(text: &str) -> Result<(), ParseFault> {
    if text.chars().all(is_allowed) { Ok(()) } else { Err(ParseFault::Character) }
}

fn is_allowed(character: char) -> bool {
    let code = u32::from(character);
    let is_control = code < 0x20 && character != '\n' && character != '\t';
    let is_noncharacter = (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe;
    !is_control && !is_noncharacter
}

fn check_string(text: &str) -> Result<(), ParseFault> {
    // A text of few bytes has few characters, which spares the count.
    if text.len() > MAX_STRING_CHARS && text.chars().count() > MAX_STRING_CHARS {
        return Err(ParseFault::TooLong);
    }
    check_characters(text)
}

fn check_name(name: &str) -> Result<(), ParseFault> {
    let is_identifier = name.len() <= MAX_NAME_BYTES
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_identifier || name == "@context" { Ok(()) } else { Err(ParseFault::MemberName) }
}

/// Names the fault that `serde_json` found by itself. It has no code for a number that is too large
/// for it, only this text.
fn fault_of_reader(error: &serde_json::Error) -> ParseFault {
    if error.to_string().starts_with("number out of range") {
        ParseFault::Number
    } else {
        ParseFault::NotJson
    }
}

/// Builds one value. The fault is kept aside, because the errors of `serde_json` carry only text.
#[derive(Clone, Copy)]
struct Walk<'a> {
    fault: &'a Cell<Option<ParseFault>>,
    values: &'a Cell<usize>,
    depth: usize,
}

impl Walk<'_> {
    fn refuse<E: Error>(self, fault: ParseFault) -> E {
        self.fault.set(Some(fault));
        E::custom("")
    }

    fn check<E: Error>(self, result: Result<(), ParseFault>) -> Result<(), E> {
        result.map_err(|fault| self.refuse(fault))
    }

    fn inside<E: Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            return Err(self.refuse(ParseFault::TooDeep));
        }
        Ok(Walk { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        if self.values.get() == MAX_VALUES {
            return Err(self.refuse(ParseFault::TooMany));
        }
        self.values.set(self.values.get() + 1);
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        if value > MAX_INTEGER { Err(self.refuse(ParseFault::Number)) } else { Ok(Value::from(value)) }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() > MAX_INTEGER {
            return Err(self.refuse(ParseFault::Number));
        }
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, _value: f64) -> Result<Value, E> {
        Err(self.refuse(ParseFault::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.check(check_string(value))?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(inside)? {
            if array.len() == MAX_ITEMS {
                return Err(self.refuse(ParseFault::TooMany));
            }
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            self.check(check_name(&name))?;
            if object.contains_key(&name) {
                return Err(self.refuse(ParseFault::Repeated));
            }
            if object.len() == MAX_MEMBERS {
                return Err(self.refuse(ParseFault::TooMany));
            }
            object.insert(name, members.next_value_seed(inside)?);
        }
        Ok(Value::Object(object))
    }
}

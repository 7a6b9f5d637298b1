//! The one parser of text that comes from outside.
//!
//! It takes less than JSON allows, so that no two readers can understand one signed text differently,
//! and it stops early, so that no file can exhaust the page. It knows nothing of records: what the
//! members mean is decided later. The rules are those of I-JSON (RFC 7493), with integers only.
//!
//! Written by hand: a visitor over the reader of `serde_json` did the same, but brought that reader's
//! tables for fractions, which no file of ours may hold. Measured, reading and writing by
//! that crate cost the web app 30 KB.

use crate::domain::typed::may_be_signed;
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
    parse_within(text, MAX_DEPTH, MAX_VALUES)
}

/// The same with other limits, for files that hold whole documents inside of their own.
///
/// # Errors
///
/// The first fault met, in the order of the text.
pub fn parse_within(text: &str, depth: usize, values: usize) -> Result<Value, ParseFault> {
    let mut reader = Reader { text, place: 0, depth, values };
    let value = reader.value(0)?;
    reader.skip_space();
    if reader.place == text.len() { Ok(value) } else { Err(ParseFault::NotJson) }
}

/// Checks that a string holds only characters that may be signed and shown.
///
/// # Errors
///
/// [`ParseFault::Character`].
pub fn check_characters(text: &str) -> Result<(), ParseFault> {
    if text.chars().all(may_be_signed) { Ok(()) } else { Err(ParseFault::Character) }
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

/// Reads from left to right. `place` is always at the border of a character.
struct Reader<'a> {
    text: &'a str,
    place: usize,
    /// How many arrays and objects may be inside each other.
    depth: usize,
    /// How many values may still come.
    values: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.place += 1;
        }
    }

    /// Takes the next byte after white space, if it is this one.
    fn take(&mut self, byte: u8) -> bool {
        self.skip_space();
        let there = self.peek() == Some(byte);
        self.place += usize::from(there);
        there
    }

    fn expect(&mut self, byte: u8) -> Result<(), ParseFault> {
        if self.take(byte) { Ok(()) } else { Err(ParseFault::NotJson) }
    }

    fn value(&mut self, depth: usize) -> Result<Value, ParseFault> {
        self.values = self.values.checked_sub(1).ok_or(ParseFault::TooMany)?;
        self.skip_space();
        match self.peek() {
            Some(b'{' | b'[') if depth == self.depth => Err(ParseFault::TooDeep),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.array(depth + 1),
            Some(b'"') => {
                let text = self.string()?;
                check_string(&text)?;
                Ok(Value::String(text))
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, ParseFault> {
        self.place += 1;
        let mut object = Map::new();
        if self.take(b'}') {
            return Ok(Value::Object(object));
        }
        loop {
            self.skip_space();
            let name = self.string()?;
            check_name(&name)?;
            if object.contains_key(&name) {
                return Err(ParseFault::Repeated);
            }
            if object.len() == MAX_MEMBERS {
                return Err(ParseFault::TooMany);
            }
            self.expect(b':')?;
            let value = self.value(depth)?;
            object.insert(name, value);
            if !self.take(b',') {
                self.expect(b'}')?;
                return Ok(Value::Object(object));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, ParseFault> {
        self.place += 1;
        let mut array = Vec::new();
        if self.take(b']') {
            return Ok(Value::Array(array));
        }
        loop {
            let value = self.value(depth)?;
            if array.len() == MAX_ITEMS {
                return Err(ParseFault::TooMany);
            }
            array.push(value);
            if !self.take(b',') {
                self.expect(b']')?;
                return Ok(Value::Array(array));
            }
        }
    }

    fn word(&mut self) -> Result<Value, ParseFault> {
        for (word, value) in
            [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)]
        {
            if self.text[self.place..].starts_with(word) {
                self.place += word.len();
                return Ok(value);
            }
        }
        Err(ParseFault::NotJson)
    }

    /// Takes one integer in plain notation. Another notation that JSON allows is told from text that
    /// is no JSON at all.
    fn number(&mut self) -> Result<Value, ParseFault> {
        let start = self.place;
        let negative = self.peek() == Some(b'-');
        self.place += usize::from(negative);
        let digits = self.digits()?;
        let leading_zero = digits > 1 && self.text.as_bytes()[self.place - digits] == b'0';
        if leading_zero {
            return Err(ParseFault::NotJson);
        }
        let whole = self.place;
        if self.peek() == Some(b'.') {
            self.place += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.place += 1;
            self.place += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        // Sixteen digits hold every number allowed, and fit the type.
        if self.place != whole || digits > 16 {
            return Err(ParseFault::Number);
        }
        let from = start + usize::from(negative);
        let size =
            self.text.as_bytes()[from..whole].iter().fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        match (size, negative) {
            (0, true) => Err(ParseFault::Number),
            (size, _) if size > MAX_INTEGER => Err(ParseFault::Number),
            (_, true) => Ok(Value::from(-size.cast_signed())),
            (_, false) => Ok(Value::from(size)),
        }
    }

    fn digits(&mut self) -> Result<usize, ParseFault> {
        let start = self.place;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.place += 1;
        }
        if self.place == start { Err(ParseFault::NotJson) } else { Ok(self.place - start) }
    }

    /// Takes one string with its quotes, and gives what it says.
    fn string(&mut self) -> Result<String, ParseFault> {
        if self.peek() != Some(b'"') {
            return Err(ParseFault::NotJson);
        }
        self.place += 1;
        let mut text = String::new();
        loop {
            let start = self.place;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.place += 1;
            }
            text.push_str(&self.text[start..self.place]);
            match self.peek() {
                Some(b'"') => {
                    self.place += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    self.place += 1;
                    text.push(self.escape()?);
                }
                _ => return Err(ParseFault::NotJson),
            }
        }
    }

    fn escape(&mut self) -> Result<char, ParseFault> {
        let letter = self.peek().ok_or(ParseFault::NotJson)?;
        self.place += 1;
        Ok(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                let code = match unit {
                    0xd800..=0xdbff => {
                        let low = if self.text[self.place..].starts_with("\\u") {
                            self.place += 2;
                            self.unit()?
                        } else {
                            0
                        };
                        if !(0xdc00..=0xdfff).contains(&low) {
                            return Err(ParseFault::NotJson);
                        }
                        0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
                    }
                    _ => unit,
                };
                char::from_u32(code).ok_or(ParseFault::NotJson)?
            }
            _ => return Err(ParseFault::NotJson),
        })
    }

    /// Takes four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, ParseFault> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit =
                self.peek().and_then(|byte| char::from(byte).to_digit(16)).ok_or(ParseFault::NotJson)?;
            unit = unit << 4 | digit;
            self.place += 1;
        }
        Ok(unit)
    }
}

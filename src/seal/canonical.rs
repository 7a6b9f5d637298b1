//! Canonical bytes of a value, and their hash.
//!
//! The canonical text exists only to be hashed: what is stored and passed on is the text as it was
//! received. Two values have the same bytes when, and only when, they are the same value, as long as
//! they come from [`strict`](super::strict).

use std::fmt;

use crate::table::Table;
use serde_json::Value;
use sha2::{Digest, Sha256};

const PREFIX: &str = "sha256:";
const HEX: &[u8; 16] = b"0123456789abcdef";
const BASE64URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Returns the canonical bytes of a value (RFC 8785).
///
/// Numbers are integers here, because [`strict`](super::strict) lets no others in: of them the
/// canonical form is the plain one. The tables by which other numbers are written would cost the web
/// app 10 KB of 120, so a number with a fraction has no bytes here. A test holds this writer against
/// the published vectors and against an independent implementation.
pub fn bytes(value: &Value) -> Vec<u8> {
    written(value).into_bytes()
}

/// Writes a value as text, in its canonical form.
pub fn written(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => text.push_str(&number.to_string()),
            (None, Some(number)) => text.push_str(&number.to_string()),
            (None, None) => {}
        },
        Value::String(string) => write_string(string, text),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            // The order is that of UTF-16 code units, which differs from that of UTF-8 for rare names.
            let sorted: Table<Vec<u16>, (&String, &Value)> =
                members.iter().map(|(name, value)| (name.encode_utf16().collect(), (name, value))).collect();
            text.push('{');
            for (index, (name, value)) in sorted.values().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_string(name, text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
    }
}

fn write_string(string: &str, text: &mut String) {
    text.push('"');
    for character in string.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            '\0'..='\u{1f}' => {
                let code = character as usize;
                text.push_str("\\u00");
                text.push(char::from(HEX[code >> 4]));
                text.push(char::from(HEX[code & 15]));
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}

/// A SHA-256 hash (FIPS 180-4). It names a record, or commits to something not shown yet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Hashes bytes as they are.
    pub fn of_bytes(bytes: &[u8]) -> Hash {
        Hash(Sha256::digest(bytes).into())
    }

    /// Names what was hashed elsewhere, part by part.
    pub fn from_digest(digest: [u8; 32]) -> Hash {
        Hash(digest)
    }

    /// Hashes the canonical bytes of a value. Of a record with its proof, this is its name.
    pub fn of(value: &Value) -> Hash {
        Hash::of_bytes(&bytes(value))
    }

    /// Reads the form of the files, `sha256:` and 64 lowercase hexadecimal digits.
    pub fn parse(text: &str) -> Option<Hash> {
        let digits = text.strip_prefix(PREFIX)?.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(HEX, pair[0])? << 4 | digit(HEX, pair[1])?;
        }
        Some(Hash(hash))
    }

    /// Reads a storage key, as [`Hash::key`] gives it.
    pub fn from_key(key: &str) -> Option<Hash> {
        let digits = key.as_bytes();
        if digits.len() != 43 {
            return None;
        }
        let (mut hash, mut filled) = ([0; 32], 0);
        let (mut bits, mut have) = (0u32, 0);
        for &character in digits {
            bits = bits << 6 | u32::from(six_bits(character)?);
            have += 6;
            if have >= 8 {
                have -= 8;
                *hash.get_mut(filled)? = (bits >> have) as u8;
                filled += 1;
                bits &= (1 << have) - 1;
            }
        }
        // Two bits are left over, and have one spelling.
        (bits == 0).then_some(Hash(hash))
    }

    /// Returns the key in storage, 43 characters of base64url without padding (RFC 4648).
    pub fn key(&self) -> String {
        let mut key = String::with_capacity(43);
        for bytes in self.0.chunks(3) {
            let all =
                bytes.iter().fold(0u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - bytes.len()));
            for place in 0..=bytes.len() {
                key.push(char::from(BASE64URL[(all >> (18 - 6 * place) & 63) as usize]));
            }
        }
        key
    }

    /// Returns the first ten digits in two groups, for people to compare at a glance. It is too short
    /// to prove anything.
    pub fn short(&self) -> String {
        let mut text: String = self.digits().take(10).collect();
        text.insert(5, ' ');
        text
    }

    /// Returns the 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn digits(&self) -> impl Iterator<Item = char> {
        self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|value| char::from(HEX[usize::from(value)]))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let mut text = String::from(PREFIX);
        text.extend(self.digits());
        formatter.write_str(&text)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// Reads a digit of base64url. There are thousands of keys to read before the first page, so nothing is searched for.
fn six_bits(character: u8) -> Option<u8> {
    match character {
        b'A'..=b'Z' => Some(character - b'A'),
        b'a'..=b'z' => Some(character - b'a' + 26),
        b'0'..=b'9' => Some(character - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

fn digit(alphabet: &[u8], character: u8) -> Option<u8> {
    let position = alphabet.iter().position(|&each| each == character)?;
    u8::try_from(position).ok()
}

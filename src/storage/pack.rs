//! Texts in less room: deflate with a dictionary of what most records say, and 15 bits to a character.
//!
//! The browser counts characters, whatever they are, so each holds as much as it can: 32,768 different
//! ones that no browser changes, all below the surrogates.

use super::deflate::{compress, decompress};

/// What stands before a packed text, and names the dictionary. A text that was not packed begins with
/// something else, because all that is stored is JSON.
const MARK: char = '1';
/// The character that stands for fifteen zero bits.
const FIRST: u32 = 0x3400;
/// How many bits one character holds.
const BITS: u32 = 15;
/// The most bytes that a text may unpack to: as many as a file may have.
pub const UNPACKED_MAX: usize = crate::seal::strict::MAX_FILE_BYTES;
/// Shorter texts stay as they are.
const WORTHWHILE: usize = 200;

/// What records have in common, the most frequent last. What was packed with it can be unpacked only
/// with it: never changed, only followed by another under another mark.
const DICTIONARY: &str = include_str!("dictionary-1.txt");

/// Packs a text, unless it would not become shorter.
pub fn pack(text: &str) -> String {
    if text.len() < WORTHWHILE {
        return text.to_string();
    }
    let packed = compress(DICTIONARY.as_bytes(), text.as_bytes()).map(|bytes| spread(&bytes));
    let is_shorter = |packed: &String| packed.chars().count() < text.encode_utf16().count();
    packed.filter(is_shorter).unwrap_or_else(|| text.to_string())
}

/// Unpacks what [`pack`] gave; a text without the mark is its own. `None` when the text is marked as
/// packed and is not.
pub fn unpack(stored: &str) -> Option<String> {
    let Some(packed) = stored.strip_prefix(MARK) else {
        return Some(stored.to_string());
    };
    let bytes = decompress(DICTIONARY.as_bytes(), &gathered(packed)?, UNPACKED_MAX)?;
    String::from_utf8(bytes).ok()
}

fn spread(bytes: &[u8]) -> String {
    let mut text = String::from(MARK);
    let (mut bits, mut have) = (0u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        have += 8;
        if have >= BITS {
            have -= BITS;
            text.extend(char::from_u32(FIRST + (bits >> have)));
            bits &= (1 << have) - 1;
        }
    }
    if have > 0 {
        text.extend(char::from_u32(FIRST + (bits << (BITS - have))));
    }
    text
}

fn gathered(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 2 / 3);
    let (mut bits, mut have) = (0u32, 0);
    for c in text.chars() {
        let value = (c as u32).checked_sub(FIRST).filter(|value| *value < 1 << BITS)?;
        bits = bits << BITS | value;
        have += BITS;
        while have >= 8 {
            have -= 8;
            bytes.push((bits >> have) as u8);
            bits &= (1 << have) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_packed_text_is_unpacked_to_itself(text in "[{\"][ -~\\n]{0,4000}|[{]\\PC{0,600}") {
            prop_assert_eq!(unpack(&pack(&text)), Some(text));
        }

        #[test]
        fn any_text_is_unpacked_or_refused_without_harm(text in "1[㐀-돿]{0,300}|1\\PC{0,50}") {
            let _ = unpack(&text);
        }

        #[test]
        fn bytes_spread_over_characters_are_gathered_again(bytes: Vec<u8>) {
            let text = spread(&bytes);
            let back = gathered(text.strip_prefix(MARK).unwrap_or_default()).unwrap_or_default();
            // The last character may hold a byte of zeros more; the stream knows its own end.
            prop_assert_eq!(&back[..bytes.len()], &bytes[..]);
            prop_assert!(back.len() <= bytes.len() + 1);
        }
    }
}

//! The replacement code (kode pengganti): 128 random bits on paper, from which the next key follows.
//!
//! A card promises the next key by its hash, so whoever holds the code can take the place of a lost key
//! and nobody else can. See [`super::dossier`] for what such a change does.

use super::key::Seed;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The random bytes of a code.
pub const BYTES: usize = 16;
/// Digits and letters of which no two look alike; `I` and `L` are read as 1, and `O` as 0.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The characters that hold the bytes, five bits each.
const DATA: usize = 26;
/// All characters: those of the bytes, and two that check them.
const CHARS: usize = DATA + 2;

/// Writes a code for paper: seven groups of four characters.
pub fn groups(bytes: &[u8; BYTES]) -> Vec<String> {
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    let mut symbols = [0_u8; CHARS];
    for (index, symbol) in symbols.iter_mut().take(DATA).enumerate() {
        *symbol = (0..5).fold(0, |five, place| five << 1 | bit(index * 5 + place));
    }
    // For each first check character there is one second that makes the sum zero; one pair fits.
    let sum = symbols.iter().fold(0, |sum, symbol| sum ^ symbol);
    for first in 0..32 {
        (symbols[DATA], symbols[DATA + 1]) = (first, sum ^ first);
        if checks(&symbols) == (0, 0) {
            break;
        }
    }
    let letters: Vec<char> =
        symbols.iter().map(|symbol| char::from(ALPHABET[usize::from(*symbol)])).collect();
    letters.chunks(4).map(|group| group.iter().collect()).collect()
}

/// Reads a code as somebody types it: small letters, spaces and dashes are fine. `None` when it is too
/// long or too short, or one or two characters are wrong or have changed places.
pub fn read(text: &str) -> Option<[u8; BYTES]> {
    let mut symbols = [0_u8; CHARS];
    let mut count = 0;
    for letter in text.chars().filter(|letter| !letter.is_whitespace() && !"-–—.".contains(*letter)) {
        let letter = match letter.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            letter => letter,
        };
        let value = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
        *symbols.get_mut(count)? = value as u8;
        count += 1;
    }
    let mut bytes = [0_u8; BYTES];
    for place in 0..DATA * 5 {
        let bit = symbols[place / 5] >> (4 - place % 5) & 1;
        match bytes.get_mut(place / 8) {
            Some(byte) => *byte |= bit << (7 - place % 8),
            // The two bits that are left over are zero, so that a code has one spelling only.
            None if bit == 1 => return None,
            None => {}
        }
    }
    (count == CHARS && checks(&symbols) == (0, 0)).then_some(bytes)
}

/// Gives the secret of the next key. It has a name of its own in the hash, so that no other secret that
/// is ever made from the same bytes is the same.
pub fn seed(bytes: &[u8; BYTES]) -> Seed {
    Seed::from_bytes(Sha256::new().chain_update(b"paraf next key 1\n").chain_update(bytes).finalize().into())
}

/// Gives the code on one line, for a file.
pub fn line(bytes: &[u8; BYTES]) -> String {
    let mut line = String::new();
    for group in groups(bytes) {
        let _ = write!(line, "{}{group}", if line.is_empty() { "" } else { " " });
    }
    line
}

/// Computes the two sums that are zero in a right code: a Reed-Solomon code over 32 elements, which
/// notices any two wrong characters among up to 31.
fn checks(symbols: &[u8; CHARS]) -> (u8, u8) {
    symbols.iter().fold((0, 0), |(sum, weighted), symbol| {
        let doubled = if weighted & 16 == 0 { weighted << 1 } else { weighted << 1 ^ 0b10_0101 };
        (sum ^ symbol, doubled ^ symbol)
    })
}

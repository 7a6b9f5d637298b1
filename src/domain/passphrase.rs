//! Passphrases: the one form in which each is used, however it was typed, and when it is too weak.

use super::problem::Fault;
use super::typed::is_unseen;

/// The fewest characters of a passphrase. The key file can be copied, so guessing has to be slow:
/// twelve characters together with the slow derivation of the key.
pub const PASSPHRASE_MIN: usize = 12;
/// The fewest different characters in it, so that one key held down is none.
const DIFFERENT_MIN: usize = 4;

/// Gives the form of a passphrase in which it is used: what nobody sees is taken off, white space of every
/// kind is a plain space, none stands at the ends, and letters with marks are composed. `compose` puts a text
/// into Unicode's form NFC; every browser has that, so the program carries no tables for it.
pub fn normalised(typed: &str, compose: impl Fn(&str) -> String) -> String {
    let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
    let seen: String = typed.chars().map(plain).filter(|c| !c.is_control() && !is_unseen(*c)).collect();
    compose(seen.trim())
}

/// Gives the forms with which a key is opened, in the order in which they are tried: exactly as typed, because
/// that is how older versions sealed, then the form that is used now.
pub fn attempts(typed: &str, compose: impl Fn(&str) -> String) -> Vec<String> {
    let mut attempts = vec![typed.to_string(), normalised(typed, compose)];
    attempts.dedup();
    attempts
}

/// Says why a new passphrase does not protect a key.
pub fn weakness(typed: &str) -> Option<Fault> {
    let characters: Vec<char> = normalised(typed, str::to_string).chars().collect();
    let is_first = |place: &usize| !characters[..*place].contains(&characters[*place]);
    if characters.len() < PASSPHRASE_MIN {
        Some(Fault::PassphraseShort { min: PASSPHRASE_MIN })
    } else if (0..characters.len()).filter(is_first).count() < DIFFERENT_MIN {
        Some(Fault::PassphraseAlike)
    } else {
        None
    }
}

/// Says whether two passphrases are used in the same form.
pub fn is_same(one: &str, other: &str) -> bool {
    normalised(one, str::to_string) == normalised(other, str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stands for NFC in these tests.
    fn compose(text: &str) -> String {
        text.replace("e\u{301}", "é")
    }

    #[test]
    fn what_nobody_sees_in_a_passphrase_locks_nobody_out() {
        let used = normalised("kafé tiga kuda", compose);
        for typed in [
            "kafé tiga kuda ",
            "\tkafe\u{301} tiga kuda\n",
            "kafé\u{a0}tiga\u{2003}kuda",
            "\u{feff}kafé ti\u{200b}ga kuda\u{0}",
        ] {
            assert_eq!(normalised(typed, compose), used, "{typed:?}");
            assert_eq!(attempts(typed, compose), [typed, &used]);
        }
        assert_eq!(attempts("kafé tiga kuda", compose), ["kafé tiga kuda"]);
        assert_ne!(normalised("Kafé tiga kuda", compose), used);
    }

    #[test]
    fn blanks_and_one_key_held_down_are_no_passphrase() {
        let short = Some(Fault::PassphraseShort { min: PASSPHRASE_MIN });
        assert_eq!(weakness("            "), short);
        assert_eq!(weakness("\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}tiga kuda"), short);
        assert_eq!(weakness("tiga kuda     "), short);
        assert_eq!(weakness("aaaaaaaaaaaaaaaa"), Some(Fault::PassphraseAlike));
        assert_eq!(weakness("tiga kuda lari"), None);
        assert!(is_same("tiga kuda lari ", "tiga\u{a0}kuda lari") && !is_same("tiga kuda lari", "tiga kuda"));
    }
}

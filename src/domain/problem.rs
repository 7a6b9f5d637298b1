//! What may be wrong with what a person typed, field by field. Facts only; the words are in
//! [`crate::lang`].

use super::document::Path;

/// One thing that is wrong, at one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The input that it belongs to.
    pub path: Path,
    /// What is wrong there.
    pub fault: Fault,
}

/// A fact about an input that keeps it from being signed. Lengths are in characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Nothing was answered.
    Missing,
    /// The text is shorter than the form asks.
    TooShort {
        /// The fewest characters that the form takes.
        min: usize,
        /// The characters there are.
        have: usize,
    },
    /// The text is longer than the form takes.
    TooLong {
        /// The most characters that the form takes.
        max: usize,
        /// The characters there are.
        have: usize,
    },
    /// Fewer items or lines than the form asks.
    TooFew {
        /// The fewest that the form takes.
        min: usize,
    },
    /// More items or lines than the form takes.
    TooMany {
        /// The most that the form takes.
        max: usize,
    },
    /// The chosen item is not in the list of the rule pack.
    NotInList,
    /// Not a real calendar date.
    NotADate,
    /// Not a time of the day.
    NotATime,
    /// Not a whole number, or not between these.
    NotANumber {
        /// The least.
        min: usize,
        /// The most.
        max: usize,
    },
    /// A date outside the period of the dossier.
    OutsidePeriod,
    /// A day on which something was done, and which has not come yet.
    NotYet,
    /// A number that should have this many digits has another length.
    Digits {
        /// The digits that it should have.
        want: usize,
        /// The digits there are.
        have: usize,
    },
    /// This character stands in a number and is no digit.
    NotADigit(char),
    /// The birth date inside a NIP is not a real date.
    NipBirth,
    /// The start of service inside a NIP is no month after the birth date.
    NipStart,
    /// The digit for the sex inside a NIP is neither 1 nor 2.
    NipSex,
    /// The serial inside a NIP is 000.
    NipSerial,
    /// It was not said that this is only for trying things out, in a window that forgets everything.
    NotTrial,
    /// Of several answers none was chosen.
    NotChosen,
    /// Nothing was changed.
    Unchanged,
    /// No role was chosen.
    NoRole,
    /// The passphrase is too short to protect a key.
    PassphraseShort {
        /// The fewest characters.
        min: usize,
    },
    /// The passphrase repeats a few characters only.
    PassphraseAlike,
    /// The two passphrases are not the same.
    PassphraseDiffers,
    /// Not a replacement code: a character is wrong or missing.
    NotACode,
}

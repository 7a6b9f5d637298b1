//! Official numbers: what is taken off when one is pasted, and how each is checked.
//!
//! The NIP of civil servants follows Perka BKN 43/2007 (birth date, month of first service, sex, serial); the
//! number of contract staff (PPPK) has the same length, but positions 13 and 14 hold the number of the work
//! agreement, so they may not be read as a month.

use super::problem::Fault;
use super::typed::is_unseen;
use super::typed::may_be_signed;
use chrono::{Datelike, NaiveDate};

/// How many digits a NIP has.
pub const NIP: usize = 18;
/// How many digits a NUPTK has.
pub const NUPTK: usize = 16;
/// How many digits the NPSN of a school has.
pub const NPSN: usize = 8;

/// Writes an 18-digit NIP in the groups in which it is printed, 8-6-1-3; other text is left alone.
pub fn grouped_nip(digits: &str) -> String {
    match (digits.get(..8), digits.get(8..14), digits.get(14..15), digits.get(15..18)) {
        (Some(birth), Some(start), Some(sex), Some(serial)) if digits.len() == 18 => {
            [birth, start, sex, serial].join(" ")
        }
        _ => digits.to_string(),
    }
}

/// Words that stand before a number where it is copied from.
const LABELS: [&str; 9] = ["NIPPPK", "NUPTK", "NPSN", "NOMOR", "PPPK", "NIP", "PNS", "NI", "NO"];
/// The zeros of the digits that are read as such: Arabic, Persian, full-width.
const ZEROS: [char; 3] = ['\u{660}', '\u{6F0}', '\u{FF10}'];

/// Gives the digits of a number as it was typed or pasted: what cannot belong to one, such as spaces, marks,
/// dashes of any kind, full stops and the label before it, is taken off, and digits of other scripts are
/// written as ours.
///
/// # Errors
/// The first character that is left and no digit.
pub fn digits(text: &str) -> Result<String, char> {
    let is_mark = |c: char| {
        c.is_ascii_punctuation()
            || matches!(c, '´' | '¨' | '·' | '«' | '»' | '\u{2010}'..='\u{205E}' | '\u{2212}' | '\u{3000}'..='\u{301F}'
                | '\u{FE10}'..='\u{FE6B}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3F}')
    };
    let is_off = |c: char| c.is_whitespace() || !may_be_signed(c) || is_unseen(c) || is_mark(c);
    let ours = |c: char| {
        let places = ZEROS.iter().map(|zero| (c as u32).wrapping_sub(*zero as u32));
        let digit = places.into_iter().find(|place| *place < 10);
        digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
    };
    let typed: String = text.chars().filter(|c| !is_off(*c)).map(ours).collect();
    let mut rest = typed.as_str();
    let is_label = |rest: &str, label: &str| {
        rest.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label))
    };
    while let Some(label) = LABELS.iter().find(|label| is_label(rest, label)) {
        rest = &rest[label.len()..];
    }
    match rest.chars().find(|c| !c.is_ascii_digit()) {
        // The label is told only from a number, so that a word alone is not taken for nothing.
        _ if rest.is_empty() && !typed.is_empty() => Err(typed.chars().next().unwrap_or_default()),
        None => Ok(rest.to_string()),
        Some(other) => Err(other),
    }
}

/// Says whether a number has so many digits.
///
/// # Errors
/// How many it should have and how many there are.
pub fn check_length(digits: &str, want: usize) -> Result<(), Fault> {
    if digits.len() == want { Ok(()) } else { Err(Fault::Digits { want, have: digits.len() }) }
}

/// Checks the parts of a NIP.
///
/// # Errors
/// The first part that is wrong.
pub fn check_nip(digits: &str) -> Result<(), Fault> {
    check_length(digits, NIP)?;
    let part = |from: usize, to: usize| {
        digits.as_bytes()[from..to].iter().fold(0u32, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    };
    let birth =
        NaiveDate::from_ymd_opt(part(0, 4) as i32, part(4, 6), part(6, 8)).filter(|date| date.year() >= 1900);
    let birth = birth.ok_or(Fault::NipBirth)?;
    let (year, month_or_agreement) = (part(8, 12), part(12, 14));
    let month = NaiveDate::from_ymd_opt(year as i32, month_or_agreement, 1);
    let starts_after_birth = match month {
        Some(start) => start > birth,
        None => month_or_agreement > 12 && year as i32 > birth.year(),
    };
    if !starts_after_birth || year > 2100 {
        return Err(Fault::NipStart);
    }
    if !matches!(part(14, 15), 1 | 2) {
        return Err(Fault::NipSex);
    }
    if part(15, 18) == 0 { Err(Fault::NipSerial) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nip_is_checked_digit_group_by_digit_group() {
        let cases: &[(&str, Option<Fault>)] = &[
            ("19850412 201001 1 003", None),
            ("198504122010011003", None),
            ("199001012023211001", None), // a PPPK number: 21 is the work agreement, not a month
            ("19850412201001100", Some(Fault::Digits { want: 18, have: 17 })),
            ("1985041220100110O3", Some(Fault::NotADigit('O'))),
            ("198513122010011003", Some(Fault::NipBirth)),
            ("198502302010011003", Some(Fault::NipBirth)),
            ("198504121984011003", Some(Fault::NipStart)),
            ("198504122010001003", Some(Fault::NipStart)),
            ("198504122010013003", Some(Fault::NipSex)),
            ("198504122010011000", Some(Fault::NipSerial)),
        ];
        for (nip, fault) in cases {
            let found = digits(nip).map_err(Fault::NotADigit).and_then(|digits| check_nip(&digits));
            assert_eq!(found.err(), *fault, "{nip}");
        }
    }

    #[test]
    fn what_cannot_belong_to_a_number_is_taken_off_and_the_rest_is_named() {
        let good = "198504122010011003";
        for typed in [
            "NIP. 19850412 201001 1 003",
            "nip: 19850412-201001-1-003",
            "'198504122010011003",
            "’19850412\u{a0}201001\u{2013}1\u{2014}003",
            "\u{200b}19850412\u{2060}2010011003\u{feff}",
            "１９８５０４１２２０１００１１００３",
            "NIP/NI PPPK: 19850412.201001.1.003",
            "(19850412 201001 1 003)",
            "19850412\t201001\n1\u{b}003",
        ] {
            assert_eq!(digits(typed).as_deref(), Ok(good), "{typed}");
        }
        assert_eq!(digits("1985O412"), Err('O'));
        assert_eq!(digits("19850412 ½"), Err('½'));
        assert_eq!(digits("NIP"), Err('N'));
        assert_eq!(digits(" - "), Ok(String::new()));
    }

    #[test]
    fn a_nip_is_printed_in_its_four_groups() {
        assert_eq!(grouped_nip("198504122010011003"), "19850412 201001 1 003");
        assert_eq!(grouped_nip("12"), "12");
    }
}

//! Who a person is: name, office, school and the official numbers, checked but mostly optional.
//!
//! Number rules: NIP of civil servants by Perka BKN 43/2007 (birth date, month of first service,
//! sex, serial); the number of contract staff (PPPK) has the same length, but positions 13 and 14
//! hold the number of the work agreement, so they may not be read as a month.

use super::document::{Path, may_be_signed};
use super::problem::{Fault, Problem};
use chrono::{Datelike, NaiveDate};

/// What a person typed about themself, unchecked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PersonInput {
    /// Full name.
    pub name: String,
    /// Office (jabatan), such as "Guru Kelas".
    pub office: String,
    /// School (satuan pendidikan).
    pub school: String,
    /// NIP, with or without spaces.
    pub nip: String,
    /// NUPTK, with or without spaces.
    pub nuptk: String,
    /// NPSN of the school.
    pub npsn: String,
}

/// A person whose details were checked. Numbers are digits only; an empty number is `None`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    name: String,
    office: String,
    school: String,
    nip: Option<String>,
    nuptk: Option<String>,
    npsn: Option<String>,
}

/// The most characters in a name, an office or a school.
pub const LINE_MAX: usize = 120;

impl PersonInput {
    /// Checks all details and gives the person, or every problem at once.
    ///
    /// # Errors
    /// Name, office and school must be there; numbers may be empty but not wrong.
    pub fn check(&self) -> Result<Person, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = line(&self.name, "name", 2, &mut problems);
        let office = line(&self.office, "office", 2, &mut problems);
        let school = line(&self.school, "school", 2, &mut problems);
        let nip = number(&self.nip, "nip", check_nip, &mut problems);
        let nuptk = number(&self.nuptk, "nuptk", |digits| check_length(digits, 16), &mut problems);
        let npsn = number(&self.npsn, "npsn", |digits| check_length(digits, 8), &mut problems);
        if problems.is_empty() {
            Ok(Person { name, office, school, nip, nuptk, npsn })
        } else {
            Err(problems)
        }
    }
}

impl Person {
    /// Gives the full name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Gives the office (jabatan).
    pub fn office(&self) -> &str {
        &self.office
    }

    /// Gives the school.
    pub fn school(&self) -> &str {
        &self.school
    }

    /// Gives the 18 digits of the NIP.
    pub fn nip(&self) -> Option<&str> {
        self.nip.as_deref()
    }

    /// Gives the 16 digits of the NUPTK.
    pub fn nuptk(&self) -> Option<&str> {
        self.nuptk.as_deref()
    }

    /// Gives the 8 digits of the school's NPSN.
    pub fn npsn(&self) -> Option<&str> {
        self.npsn.as_deref()
    }

    /// Gives the details as they would be typed.
    pub fn input(&self) -> PersonInput {
        let number = |digits: &Option<String>| digits.clone().unwrap_or_default();
        PersonInput {
            name: self.name.clone(),
            office: self.office.clone(),
            school: self.school.clone(),
            nip: number(&self.nip),
            nuptk: number(&self.nuptk),
            npsn: number(&self.npsn),
        }
    }
}

/// Writes an 18-digit NIP in the groups in which it is printed, 8-6-1-3; other text is left alone.
pub fn grouped_nip(digits: &str) -> String {
    match (digits.get(..8), digits.get(8..14), digits.get(14..15), digits.get(15..18)) {
        (Some(birth), Some(start), Some(sex), Some(serial)) if digits.len() == 18 => {
            [birth, start, sex, serial].join(" ")
        }
        _ => digits.to_string(),
    }
}

/// Says whether a character is drawn as nothing, or turns the direction of what follows: with it one
/// name can look like another.
pub fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E01EF}'
    )
}

fn line(text: &str, field: &str, min: usize, problems: &mut Vec<Problem>) -> String {
    let text: String = text.chars().map(|c| if may_be_signed(c) { c } else { ' ' }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let have = text.chars().count();
    let fault = match have {
        _ if text.chars().all(is_unseen) => Some(Fault::Missing),
        _ if have < min => Some(Fault::TooShort { min, have }),
        _ if have > LINE_MAX => Some(Fault::TooLong { max: LINE_MAX, have }),
        _ => None,
    };
    problems.extend(fault.map(|fault| Problem { path: Path::Field(field.into()), fault }));
    text
}

fn number(
    text: &str,
    field: &str,
    check: impl Fn(&str) -> Result<(), Fault>,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-' && *c != '.').collect();
    if digits.is_empty() {
        return None;
    }
    let checked =
        if digits.chars().all(|c| c.is_ascii_digit()) { check(&digits) } else { Err(Fault::NotDigits) };
    match checked {
        Ok(()) => Some(digits),
        Err(fault) => {
            problems.push(Problem { path: Path::Field(field.into()), fault });
            None
        }
    }
}

fn check_length(digits: &str, want: usize) -> Result<(), Fault> {
    if digits.len() == want { Ok(()) } else { Err(Fault::Digits { want, have: digits.len() }) }
}

fn check_nip(digits: &str) -> Result<(), Fault> {
    check_length(digits, 18)?;
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

    fn check(nip: &str) -> Option<Fault> {
        let input = PersonInput {
            name: "Nama Contoh".into(),
            office: "Guru Kelas".into(),
            school: "SD Contoh".into(),
            nip: nip.into(),
            ..PersonInput::default()
        };
        input.check().err().map(|problems| problems[0].fault)
    }

    #[test]
    fn a_nip_is_checked_digit_group_by_digit_group() {
        let cases: &[(&str, Option<Fault>)] = &[
            ("", None),
            ("19850412 201001 1 003", None),
            ("198504122010011003", None),
            ("199001012023211001", None), // a PPPK number: 21 is the work agreement, not a month
            ("19850412201001100", Some(Fault::Digits { want: 18, have: 17 })),
            ("1985041220100110O3", Some(Fault::NotDigits)),
            ("198513122010011003", Some(Fault::NipBirth)),
            ("198502302010011003", Some(Fault::NipBirth)),
            ("198504121984011003", Some(Fault::NipStart)),
            ("198504122010001003", Some(Fault::NipStart)),
            ("198504122010013003", Some(Fault::NipSex)),
            ("198504122010011000", Some(Fault::NipSerial)),
        ];
        for (nip, fault) in cases {
            assert_eq!(check(nip), *fault, "{nip}");
        }
    }

    #[test]
    fn all_problems_are_told_at_once() {
        let input = PersonInput { nuptk: "123".into(), npsn: "abc".into(), ..PersonInput::default() };
        let fields: Vec<String> =
            input.check().unwrap_err().iter().map(|problem| problem.path.field().to_string()).collect();
        assert_eq!(fields, ["name", "office", "school", "nuptk", "npsn"]);
    }

    #[test]
    fn a_nip_is_printed_in_its_four_groups() {
        assert_eq!(grouped_nip("198504122010011003"), "19850412 201001 1 003");
        assert_eq!(grouped_nip("12"), "12");
    }
}

//! Who a person is: name, office, school and the official numbers, checked but mostly optional.
//!
//! Number rules: NIP of civil servants by Perka BKN 43/2007 (birth date, month of first service,
//! sex, serial); the number of contract staff (PPPK) has the same length, but positions 13 and 14
//! hold the number of the work agreement, so they may not be read as a month.

use super::document::{Path, may_be_signed};
use super::problem::{Fault, Problem};
use super::typed;
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

/// The most characters in a name, an office or a school, as the form takes it.
pub const LINE_MAX: usize = 250;
/// The most characters in one of them, as a record may hold it. What a form asks is not asked of records
/// again, because other programs have other forms.
pub const READ_MAX: usize = 1000;

/// How many digits each number has.
const NIP: usize = 18;
const NUPTK: usize = 16;
const NPSN: usize = 8;

impl PersonInput {
    /// Checks all details and gives the person, or every problem at once.
    ///
    /// # Errors
    /// Name, office and school must be there, one letter is enough; numbers may be empty but not wrong.
    pub fn check(&self) -> Result<Person, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = line(&self.name, "name", &mut problems);
        let office = line(&self.office, "office", &mut problems);
        let school = line(&self.school, "school", &mut problems);
        let nip = number(&self.nip, "nip", check_nip, &mut problems);
        let nuptk = number(&self.nuptk, "nuptk", |digits| check_length(digits, NUPTK), &mut problems);
        let npsn = number(&self.npsn, "npsn", |digits| check_length(digits, NPSN), &mut problems);
        if problems.is_empty() {
            Ok(Person { name, office, school, nip, nuptk, npsn })
        } else {
            Err(problems)
        }
    }
}

impl Person {
    /// Reads the details of somebody from a record: what `FORMAT.md` says of a card, and nothing that only
    /// a form asks. `None` when a line is empty or too long, has other white space than single spaces
    /// inside, or a number has not its length.
    pub fn read(details: PersonInput) -> Option<Person> {
        let PersonInput { name, office, school, nip, nuptk, npsn } = details;
        let is_line = |text: &String| {
            let is_seen = !text.chars().all(is_unseen);
            let words: Vec<&str> = text.split_whitespace().collect();
            is_seen && text.chars().count() <= READ_MAX && words.join(" ") == *text
        };
        let is_number = |text: &String, length| {
            text.is_empty() || (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let fits = [&name, &office, &school].into_iter().all(is_line)
            && is_number(&nip, NIP)
            && is_number(&nuptk, NUPTK)
            && is_number(&npsn, NPSN);
        let known = |digits: String| Some(digits).filter(|digits| !digits.is_empty());
        fits.then(|| Person { name, office, school, nip: known(nip), nuptk: known(nuptk), npsn: known(npsn) })
    }

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

    /// Says whether two people may be one: they have a number that nobody else has in common, or the same name
    /// but for apostrophes, spaces, capitals and titles. Not so when their numbers tell them apart; a NIP may
    /// change, so of it only the date of birth does.
    pub fn may_be(&self, other: &Person) -> bool {
        fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.is_some() && other.is_some() && one != other
        }
        let birth = |person: &Person| person.nip().and_then(|nip| nip.get(..8)).map(str::to_string);
        let has_same =
            |number: fn(&Person) -> Option<&str>| number(self).is_some() && number(self) == number(other);
        if differ(self.nuptk(), other.nuptk()) || differ(birth(self), birth(other)) {
            return false;
        }
        has_same(Person::nip) || has_same(Person::nuptk) || bare(&self.name) == bare(&other.name)
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

fn line(text: &str, field: &str, problems: &mut Vec<Problem>) -> String {
    let text = typed::words(text);
    let have = text.chars().count();
    let fault = match have {
        _ if text.chars().all(is_unseen) => Some(Fault::Missing),
        _ if have > LINE_MAX => Some(Fault::TooLong { max: LINE_MAX, have }),
        _ => None,
    };
    problems.extend(fault.map(|fault| Problem { path: Path::Field(field.into()), fault }));
    text
}

/// Titles that stand before a name; those behind it follow a comma.
const TITLES: [&str; 12] =
    ["prof", "dr", "drs", "dra", "ir", "hj", "h", "kh", "ust", "ustaz", "ustazah", "st"];

/// Gives what of a name says who it is: its letters and digits in small ones, without the titles before and behind.
/// A name of titles alone is kept whole.
fn bare(name: &str) -> String {
    let letters = |word: &str| -> String {
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let front = name.split(',').next().unwrap_or_default();
    let words: Vec<&str> = front.split_whitespace().collect();
    // Only a word with a full stop, or one that is nothing else, is a title before more words.
    let is_title = |word: &&&str| {
        let parts = word.split('.').filter(|part| !part.is_empty());
        let mut parts = parts.map(str::to_lowercase).peekable();
        let is_marked = word.contains('.') || word.chars().count() > 1;
        parts.peek().is_some() && is_marked && parts.all(|part| TITLES.contains(&part.as_str()))
    };
    let titles = words.iter().take_while(is_title).count();
    let kept: String = words.iter().skip(titles).map(|word| letters(word)).collect();
    if kept.is_empty() { letters(name) } else { kept }
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
fn digits(text: &str) -> Result<String, char> {
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

fn number(
    text: &str,
    field: &str,
    check: impl Fn(&str) -> Result<(), Fault>,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let checked = match digits(text) {
        Ok(digits) if digits.is_empty() => return None,
        Ok(digits) => check(&digits).map(|()| digits),
        Err(other) => Err(Fault::NotADigit(other)),
    };
    match checked {
        Ok(digits) => Some(digits),
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
            ("1985041220100110O3", Some(Fault::NotADigit('O'))),
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
    fn a_record_may_name_somebody_in_one_letter_or_a_thousand_and_is_not_asked_what_a_form_asks() {
        let details = |name: &str, nip: &str| PersonInput {
            name: name.into(),
            office: "G".into(),
            school: "S".into(),
            nip: nip.into(),
            ..PersonInput::default()
        };
        let takes = |name: &str, nip: &str| Person::read(details(name, nip)).is_some();
        assert!(takes("A", "") && takes(&"a".repeat(READ_MAX), "000000000000000000"));
        assert!(!takes("", "") && !takes("\u{200b}", "") && !takes(&"a".repeat(READ_MAX + 1), ""));
        assert!(!takes(" A", "") && !takes("A  B", "") && !takes("A\nB", "") && !takes("A\u{a0}B", ""));
        assert!(!takes("A", "19850412201001100") && !takes("A", "19850412 201001 1 003"));
        assert!(details("A", "").check().is_ok());
        assert!(details(&"a".repeat(LINE_MAX), "").check().is_ok());
        assert!(details(&"a".repeat(LINE_MAX + 1), "").check().is_err());
    }

    #[test]
    fn one_person_is_recognised_by_name_or_number_and_two_stay_two() {
        let person = |name: &str, nip: &str, nuptk: &str| {
            let [name, office, school, nip, nuptk] = [name, "Guru", "SD", nip, nuptk].map(String::from);
            Person::read(PersonInput { name, office, school, nip, nuptk, ..PersonInput::default() }).unwrap()
        };
        let (mine, later) = ("198504122010011003", "198504122023211001");
        let (another, nuptk) = ("199001012015022001", "1234567890123456");
        let cases: [(&str, &str, &str, &str, &str, &str, bool); 13] = [
            ("Siti Nur'aini, S.Pd.", "", "", "Siti Nur’aini, S.Pd", "", "", true),
            ("Siti Nur'aini", "", "", "SITI NUR AINI", "", "", true),
            ("Siti Nuraini, S.Pd.", "", "", "Hj. Siti Nuraini, S.Pd., M.Pd.", "", "", true),
            ("Dr. H. Budi Santoso", "", "", "Budi Santoso, M.Pd.", "", "", true),
            ("Budi Santoso", mine, "", "Budi Santoso", later, "", true),
            ("Budi Santoso", mine, "", "B. Santoso", mine, "", true),
            ("Budi Santoso", mine, "", "Budi Santoso", "", "", true),
            ("Budi Santoso", mine, "", "Budi Santoso", another, "", false),
            ("Budi Santoso", "", nuptk, "Budi Santoso", "", "6543210987654321", false),
            ("Budi Santoso", "", "", "Budi Santosa", "", "", false),
            ("Siti Aisyah", "", "", "Siti Rahayu", "", "", false),
            ("H", "", "", "Dr", "", "", false),
            ("Prof", "", "", "Prof", "", "", true),
        ];
        for (name, nip, number, other, other_nip, other_number, may_be) in cases {
            let (one, other) = (person(name, nip, number), person(other, other_nip, other_number));
            assert_eq!((one.may_be(&other), other.may_be(&one)), (may_be, may_be), "{one:?} {other:?}");
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

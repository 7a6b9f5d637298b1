//! Who a person is: name, office, school and the official numbers, checked but mostly optional.
//!
//! The numbers: [`super::number`]. Whether two people may be one: [`super::namesake`].

use super::document::Path;
use super::number::{NIP, NPSN, NUPTK, check_length, check_nip, digits};
use super::problem::{Fault, Problem};
use super::typed;
use super::typed::is_unseen;

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
pub const LINE_MAX: usize = 200;
/// The most characters in one of them, as a record may hold it. What a form asks is not asked of records
/// again, because other programs have other forms.
pub const READ_MAX: usize = 1000;

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
        let is_number = |text: &String, length| {
            text.is_empty() || (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let fits = [&name, &office, &school].into_iter().all(|text| is_line(text, READ_MAX))
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

    /// Gives this person with the office and the school of other details.
    #[must_use]
    pub fn at(&self, place: &Person) -> Person {
        let Person { office, school, npsn, .. } = place.clone();
        Person { office, school, npsn, ..self.clone() }
    }

    /// Says whether these are details of the same office and school.
    pub fn is_at(&self, place: &Person) -> bool {
        self.at(place) == *self
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

/// Says whether a text may stand in a record as a line: something in it is seen, it has at most so many
/// characters, and no other white space than single spaces inside.
pub fn is_line(text: &str, max: usize) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    !text.chars().all(|c| is_unseen(c) || c.is_whitespace())
        && text.chars().count() <= max
        && words.join(" ") == text
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(!takes("\u{200b} \u{200b}", ""));
        assert!(!takes("A", "19850412201001100") && !takes("A", "19850412 201001 1 003"));
        assert!(details("A", "").check().is_ok());
        assert!(details(&"a".repeat(LINE_MAX), "").check().is_ok());
        assert!(details(&"a".repeat(LINE_MAX + 1), "").check().is_err());
    }

    #[test]
    fn all_problems_are_told_at_once() {
        let input = PersonInput { nuptk: "123".into(), npsn: "abc".into(), ..PersonInput::default() };
        let fields: Vec<String> =
            input.check().unwrap_err().iter().map(|problem| problem.path.field().to_string()).collect();
        assert_eq!(fields, ["name", "office", "school", "nuptk", "npsn"]);
    }
}

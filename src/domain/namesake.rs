//! Whether two people may be one: asked about, and never decided.

use super::person::Person;

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

impl Person {
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
        has_same(Person::nip) || has_same(Person::nuptk) || bare(self.name()) == bare(other.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::PersonInput;

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
}

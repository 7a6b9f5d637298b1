//! Whether two people may be one: asked about, and never decided.

use super::person::Person;
use super::typed::is_unseen;

/// Titles that stand before a name; most of those behind it follow a comma.
const TITLES: [&str; 12] =
    ["prof", "dr", "drs", "dra", "ir", "hj", "h", "kh", "ust", "ustaz", "ustazah", "st"];

/// Titles that stand behind a name without one; those with a full stop inside, such as "S.Pd", need no list.
const DEGREES: [&str; 10] = ["gr", "spd", "mpd", "spdi", "mpdi", "spdsd", "sag", "mag", "amd", "amapd"];

/// Gives what of a name says who it is: its letters and digits in small ones, without the titles before and behind.
/// A name of titles alone is kept whole.
fn bare(name: &str) -> String {
    // Some apostrophes, such as U+02BC, count as letters in Unicode.
    let is_letter = |c: &char| c.is_alphanumeric() && !is_unseen(*c) && !matches!(c, '\u{2B0}'..='\u{2FF}');
    let letters =
        |word: &str| -> String { word.chars().filter(is_letter).flat_map(char::to_lowercase).collect() };
    let is_title = |word: &&&str| {
        let mut parts = word.split('.').filter(|part| !part.is_empty()).map(str::to_lowercase).peekable();
        parts.peek().is_some() && parts.all(|part| TITLES.contains(&part.as_str()))
    };
    let is_degree =
        |word: &&&str| word.trim_end_matches('.').contains('.') || DEGREES.contains(&letters(word).as_str());
    let front = name.split(',').next().unwrap_or_default();
    let words: Vec<&str> = front.split_whitespace().collect();
    let before = words.iter().take_while(is_title).count();
    let behind = words.iter().rev().take_while(is_degree).count();
    let kept = words.get(before..words.len().saturating_sub(behind)).unwrap_or_default();
    let kept: String = kept.iter().map(|word| letters(word)).collect();
    if kept.is_empty() { letters(name) } else { kept }
}

impl Person {
    /// Says whether two people may be one: they have a number that nobody else has in common, or the same name
    /// but for apostrophes, spaces, capitals and titles, unless their numbers tell them apart; a NIP may change, so
    /// of it only the date of birth does.
    pub fn may_be(&self, other: &Person) -> bool {
        fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.is_some() && other.is_some() && one != other
        }
        let birth = |person: &Person| person.nip().and_then(|nip| nip.get(..8)).map(str::to_string);
        let has_same =
            |number: fn(&Person) -> Option<&str>| number(self).is_some() && number(self) == number(other);
        let are_apart = differ(self.nuptk(), other.nuptk()) || differ(birth(self), birth(other));
        has_same(Person::nip)
            || has_same(Person::nuptk)
            || (!are_apart && bare(self.name()) == bare(other.name()))
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
        let cases: [(&str, &str, &str, &str, &str, &str, bool); 20] = [
            ("Siti Nur'aini, S.Pd.", "", "", "Siti Nur’aini, S.Pd", "", "", true),
            ("Siti Nur'aini", "", "", "SITI NUR AINI", "", "", true),
            ("Siti Nuraini, S.Pd.", "", "", "Hj. Siti Nuraini, S.Pd., M.Pd.", "", "", true),
            ("Dr. H. Budi Santoso", "", "", "Budi Santoso, M.Pd.", "", "", true),
            ("Siti Nur'aini", "", "", "Siti Nur\u{2BC}aini", "", "", true),
            ("Siti Nuraini, S.Pd.", "", "", "Siti Nuraini S.Pd", "", "", true),
            ("Siti Nuraini", "", "", "Hj Siti Nuraini SPd., M.Pd.", "", "", true),
            ("H Budi Santoso S.Pd.SD Gr.", "", "", "Budi Santoso", "", "", true),
            ("Budi S.", "", "", "Budi M.", "", "", false),
            ("S.Pd.", "", "", "M.Pd.", "", "", false),
            // A number that was typed wrong tells nobody apart who has the other one in common.
            ("Budi Santoso", mine, nuptk, "Budi Santoso", mine, "6543210987654321", true),
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

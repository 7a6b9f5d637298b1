//! All words of the app, in Indonesian and English.
//!
//! Each text stands beside its translation, so that one cannot be changed without seeing the other,
//! and a missing one does not compile. `{}` marks the places that [`fill`] fills, in order.

#[macro_use]
mod catalogue;
mod aids;
mod cases;
mod facts;
mod keep;
mod keys;
mod pages;
mod sending;
mod sources;
mod working;

use crate::domain::date::two;
pub use sources::named as source_name;

use chrono::{Datelike, NaiveDate};

/// A language of the app.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

/// The whole catalogue in one language, by the place where the texts stand.
pub struct Texts {
    /// The frame around every page.
    pub frame: &'static pages::Frame,
    /// The first page.
    pub home: &'static pages::Home,
    /// The first visit.
    pub setup: &'static pages::Setup,
    /// Meeting the other side.
    pub contact: &'static pages::Contact,
    /// Inviting somebody.
    pub invite: &'static pages::Invite,
    /// The person of this app.
    pub me: &'static pages::Me,
    /// The help page.
    pub help: &'static pages::Help,
    /// Forms and saving.
    pub form: &'static working::Form,
    /// Help while writing.
    pub aid: &'static aids::Aids,
    /// The page of a dossier.
    pub dossier: &'static working::Dossier,
    /// Whose turn it is.
    pub turn: &'static working::Turns,
    /// The page of a stage.
    pub stage: &'static working::Stages,
    /// Sending files.
    pub sending: &'static sending::Sending,
    /// Signing, and the signs of agreement.
    pub sign: &'static working::Signing,
    /// Taking in files.
    pub receive: &'static working::Receive,
    /// Rule packs.
    pub rules: &'static cases::Rules,
    /// What stands beside an assessment.
    pub advice: &'static cases::Advising,
    /// Special cases.
    pub cases: &'static cases::Cases,
    /// Keeping: backups, archives, room.
    pub keep: &'static keep::Keep,
    /// A second window.
    pub window: &'static keep::Windows,
    /// The app in one file.
    pub edition: &'static keep::Edition,
    /// Several people on one device.
    pub lock: &'static keep::Lock,
    /// Keys that are lost, replaced and kept.
    pub keys: &'static keys::Keys,
    /// Names and reasons.
    pub facts: &'static facts::Facts,
}

macro_rules! texts {
    ($table:ident) => {
        Texts {
            frame: &pages::Frame::$table,
            home: &pages::Home::$table,
            setup: &pages::Setup::$table,
            contact: &pages::Contact::$table,
            invite: &pages::Invite::$table,
            me: &pages::Me::$table,
            help: &pages::Help::$table,
            form: &working::Form::$table,
            aid: &aids::Aids::$table,
            dossier: &working::Dossier::$table,
            turn: &working::Turns::$table,
            stage: &working::Stages::$table,
            sending: &sending::Sending::$table,
            sign: &working::Signing::$table,
            receive: &working::Receive::$table,
            rules: &cases::Rules::$table,
            advice: &cases::Advising::$table,
            cases: &cases::Cases::$table,
            keep: &keep::Keep::$table,
            window: &keep::Windows::$table,
            edition: &keep::Edition::$table,
            lock: &keep::Lock::$table,
            keys: &keys::Keys::$table,
            facts: &facts::Facts::$table,
        }
    };
}

static ID: Texts = texts!(ID);
static EN: Texts = texts!(EN);

impl Lang {
    /// Gives the code of the language, as in `lang="id"`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Lang> {
        [Lang::Id, Lang::En].into_iter().find(|lang| lang.code() == code)
    }

    /// Gives the catalogue. Not inlined: a compiler that sees both tables writes both texts into the
    /// code at each place, which costs the web app 10 KB.
    #[inline(never)]
    pub fn texts(self) -> &'static Texts {
        match self {
            Lang::Id => &ID,
            Lang::En => &EN,
        }
    }

    /// Writes a day, such as "21 November 2026".
    pub fn day(self, day: NaiveDate) -> String {
        let months = self.texts().facts.months;
        let month = months.split(' ').nth(day.month0() as usize).unwrap_or_default();
        // The spaces do not break, so that a date stays on one line.
        [&day.day().to_string(), "\u{a0}", month, "\u{a0}", &day.year().to_string()].concat()
    }

    /// Writes a time of the day: "14.30" in Indonesian, "14:30" in English.
    pub fn time(self, hour: u32, minute: u32) -> String {
        let mark = match self {
            Lang::Id => ".",
            Lang::En => ":",
        };
        [&two(hour), mark, &two(minute)].concat()
    }

    /// Writes a whole number with its thousands apart: "2.000" in Indonesian, "2,000" in English.
    pub fn number(self, number: usize) -> String {
        let mark = match self {
            Lang::Id => '.',
            Lang::En => ',',
        };
        let digits = number.to_string();
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
    }
}

impl Lang {
    /// Writes hundredths as a number: "12,5" in Indonesian, "12.5" in English.
    pub fn hundredths(self, number: u64) -> String {
        let whole = self.number((number / 100) as usize);
        let mark = match self {
            Lang::Id => ",",
            Lang::En => ".",
        };
        let (tens, ones) = (number / 10 % 10, number % 10);
        match (tens, ones) {
            (0, 0) => whole,
            (_, 0) => [&whole, mark, &tens.to_string()].concat(),
            _ => [&whole, mark, &tens.to_string(), &ones.to_string()].concat(),
        }
    }

    /// Writes the size of a file: "48 KB", "1,2 MB".
    pub fn size(self, bytes: u64) -> String {
        match bytes {
            0..=999 => [&bytes.to_string(), " B"].concat(),
            1_000..=999_499 => [&((bytes + 500) / 1_000).to_string(), " KB"].concat(),
            _ => [&self.hundredths((bytes + 50_000) / 100_000 * 10), " MB"].concat(),
        }
    }
}

/// Copies a text. Not inlined, because the same few instructions at hundreds of places are kilobytes.
#[inline(never)]
pub fn own(text: &str) -> String {
    text.to_string()
}

/// Fills the places of a text, in order. A place without a value stays empty; values are never
/// searched for places. After a value that ends with a full stop, such as "M.Pd.", no second one follows.
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    for (index, part) in text.split("{}").enumerate() {
        if index > 0 {
            filled.push_str(values.get(index - 1).copied().unwrap_or_default());
        }
        let ends = index > 0 && filled.ends_with('.') && part.starts_with('.');
        filled.push_str(if ends { &part[1..] } else { part });
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All texts: of each its name, and its words in both languages.
    fn tables() -> Vec<Vec<(&'static str, &'static str, &'static str)>> {
        vec![
            pages::all(),
            working::all(),
            sending::all(),
            aids::all(),
            cases::all(),
            keep::all(),
            keys::all(),
            facts::all(),
        ]
    }

    /// A sentence of a side is written for whoever reads it, and that may be this very side.
    #[test]
    fn no_hint_speaks_of_its_reader_in_the_third_person() {
        // What somebody did is told of whoever it was, and the first page is read by nobody's side yet.
        let tells = ["handed_over", "welcome_lead", "welcome"];
        let begins = ["Pegawai ", "Atasan ", "The employee ", "The superior "];
        let acts = |rest: &str, verbs: &[&str]| verbs.contains(&rest.split(' ').next().unwrap_or_default());
        let verbs = ["dapat", "harus", "memeriksa", "boleh", "perlu", "can", "must", "may", "checks", "has"];
        for table in tables() {
            for (name, id, en) in table.into_iter().filter(|(name, ..)| !tells.contains(name)) {
                for sentence in [id, en].iter().flat_map(|text| text.split(". ")) {
                    let rest = begins.iter().find_map(|begin| sentence.strip_prefix(begin));
                    assert!(!rest.is_some_and(|rest| acts(rest, &verbs)), "{name}: {sentence}");
                }
            }
        }
    }

    #[test]
    fn every_text_says_something_in_both_languages_with_the_same_places_to_fill() {
        let mut seen = 0;
        for table in tables() {
            for (name, id, en) in table {
                seen += 1;
                for text in [id, en] {
                    assert!(!text.trim().is_empty(), "{name} is empty");
                    assert_eq!(text.trim(), text, "{name} has white space around it");
                    assert!(!text.contains('!'), "{name} shouts");
                }
                assert_eq!(id.matches("{}").count(), en.matches("{}").count(), "{name}");
            }
        }
        assert!(seen > 300);
    }

    #[test]
    fn only_words_that_are_the_same_in_both_languages_are_the_same() {
        let same: Vec<&str> =
            tables().into_iter().flatten().filter(|(_, id, en)| id == en).map(|(name, ..)| name).collect();
        assert_eq!(same, ["nip", "nuptk"]);
    }

    #[test]
    fn days_times_and_numbers_are_written_as_the_reader_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        assert_eq!(
            (Lang::Id.day(day), Lang::En.day(day)),
            ("2\u{a0}November\u{a0}2026".into(), "2\u{a0}November\u{a0}2026".into())
        );
        let day = NaiveDate::from_ymd_opt(2026, 8, 17).unwrap();
        assert_eq!(
            (Lang::Id.day(day), Lang::En.day(day)),
            ("17\u{a0}Agustus\u{a0}2026".into(), "17\u{a0}August\u{a0}2026".into())
        );
        assert_eq!((Lang::Id.time(9, 5), Lang::En.time(14, 30)), ("09.05".into(), "14:30".into()));
        let sizes = [(512, "512 B"), (48_213, "48 KB"), (999_600, "1 MB"), (1_234_567, "1,2 MB")];
        for (bytes, words) in sizes {
            assert_eq!(Lang::Id.size(bytes), words);
        }
        for (number, words) in [(4_000, "40"), (1_250, "12.5"), (1_205, "12.05"), (7, "0.07")] {
            assert_eq!(Lang::En.hundredths(number), words);
        }
        assert_eq!((Lang::Id.number(1234567), Lang::En.number(200)), ("1.234.567".into(), "200".into()));
    }

    #[test]
    fn after_a_name_that_ends_with_a_full_stop_no_second_one_follows_in_any_sentence() {
        let mut sentences = 0;
        for table in tables() {
            for (name, id, en) in table {
                for text in [id, en].into_iter().filter(|text| text.contains("{}")) {
                    let places = vec!["Budi Santoso, M.Pd."; text.matches("{}").count()];
                    let filled = fill(text, &places);
                    assert!(!filled.contains(".."), "{name}: {filled}");
                    assert_eq!(filled.matches("M.Pd.").count(), places.len(), "{name}: {filled}");
                    // A name without a full stop of its own gets the one of its sentence.
                    let plain = fill(text, &vec!["Budi"; places.len()]);
                    let ends = text.matches("{}.").count();
                    assert_eq!(plain.matches("Budi.").count(), ends, "{name}: {plain}");
                    sentences += ends;
                }
            }
        }
        assert!(sentences > 60, "{sentences}");
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(fill("{} menulis {}", &["{}", "x"]), "{} menulis x");
    }
}

//! What is set for the device, for everybody who uses it.

use crate::json::{object, set, text};
use crate::lang::Lang;
use crate::seal::canonical::written;
use crate::seal::strict;
use serde_json::Value;

/// What is set for the device.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// The language; `None` where nobody chose one.
    pub lang: Option<Lang>,
    /// Whether the page locks after a pause.
    pub locks: bool,
    /// Whether the names of files that are sent name nobody.
    pub names_nobody: bool,
}

impl Settings {
    /// Reads the settings, which anybody could have written.
    pub fn read(settings: &Value) -> Settings {
        let is = |name: &str| settings.get(name).and_then(Value::as_bool).unwrap_or_default();
        let lang = settings.get("lang").and_then(|lang| Lang::from_code(lang.as_str()?));
        Settings { lang, locks: is("lock"), names_nobody: is("plain") }
    }

    /// Reads the text of the settings; what cannot be read sets nothing.
    pub fn of_text(text: Option<&str>) -> Settings {
        let read = text.and_then(|text| strict::parse(text).ok());
        read.as_ref().map(Settings::read).unwrap_or_default()
    }

    /// Writes them.
    pub fn to_json(self) -> String {
        let lang = self.lang.unwrap_or_default();
        let mut members = object([("lang", text(lang.code())), ("lock", self.locks.into())]);
        if self.names_nobody {
            set(&mut members, "plain", true.into());
        }
        written(&members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_as_they_were_written_and_any_text_sets_something_harmless() {
        for lang in [Lang::Id, Lang::En] {
            for (locks, names_nobody) in [(false, false), (true, false), (false, true), (true, true)] {
                let settings = Settings { lang: Some(lang), locks, names_nobody };
                assert_eq!(Settings::of_text(Some(&settings.to_json())), settings);
            }
        }
        for text in ["", "{", "[]", r#"{"lang":7,"lock":"yes","plain":[]}"#] {
            assert_eq!(Settings::of_text(Some(text)), Settings::default());
        }
        assert_eq!(Settings::of_text(None), Settings::default());
    }
}

//! Dates and times as they stand in documents: `2025-03-14` and `09:30`.

use chrono::{Datelike, NaiveDate};

/// Reads a date of the form `YYYY-MM-DD`, of the years 0001 to 9999; anything that is not a real day is `None`.
/// There is no year 0000, because the libraries of some languages know none.
pub fn date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = digits(&bytes[..4]).filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(year as i32, digits(&bytes[5..7])?, digits(&bytes[8..])?)
}

/// Reads a time of the form `HH:MM` as hours and minutes.
pub fn time(text: &str) -> Option<(u32, u32)> {
    let bytes = text.as_bytes();
    if bytes.len() != 5 || bytes[2] != b':' {
        return None;
    }
    let (hours, minutes) = (digits(&bytes[..2])?, digits(&bytes[3..])?);
    (hours < 24 && minutes < 60).then_some((hours, minutes))
}

/// Writes a day as [`date`] reads it. Years outside of what four digits hold are written as the nearest that are.
pub fn iso(day: NaiveDate) -> String {
    let year = day.year().clamp(1, 9999).to_string();
    let zeros = "0".repeat(4 - year.len());
    [&zeros, &year, "-", &two(day.month()), "-", &two(day.day())].concat()
}

/// Writes a number with at least two digits.
pub fn two(number: u32) -> String {
    [if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_and_times_are_read() {
        let days = [
            ("2025-02-28", true),
            ("2025-02-29", false),
            ("2025-2-1", false),
            ("20250201xx", false),
            ("0000-01-01", false),
        ];
        for (text, real) in days {
            assert_eq!(date(text).is_some(), real, "{text}");
            assert!(date(text).map(iso).is_none_or(|written| written == text), "{text}");
        }
        let times =
            [("09:30", Some((9, 30))), ("24:00", None), ("9:30", None), ("09:60", None), ("ab:cd", None)];
        for (text, hours_and_minutes) in times {
            assert_eq!(time(text), hours_and_minutes, "{text}");
        }
    }
}

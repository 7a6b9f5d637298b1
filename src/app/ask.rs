//! The names of the questions on the pages of special cases.

/// Who: a key.
pub const TO: &str = "case-to";
/// From which day.
pub const EFFECTIVE: &str = "case-effective";
/// The letter of appointment.
pub const LETTER: &str = "case-letter";
/// Whether the superior is acting.
pub const ACTING: &str = "case-acting";
/// Why, from a list.
pub const REASON: &str = "case-reason";
/// More about it.
pub const NOTE: &str = "case-note";
/// Which items.
pub const ITEMS: &str = "case-items";
/// The rating of the work result.
pub const RESULT: &str = "case-result";
/// The rating of the work behaviour.
pub const BEHAVIOUR: &str = "case-behaviour";

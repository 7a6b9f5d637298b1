//! The world of the performance cycle: stages, people, documents and what may be wrong with them.
//!
//! Pure: no clock, no randomness, no storage, no signatures. Start with [`stage`], then
//! [`document`]. Which questions a document asks is data of a rule pack, see [`crate::rules`].

pub mod date;
pub mod document;
pub mod evidence;
pub mod merge;
pub mod namesake;
pub mod number;
pub mod passphrase;
pub mod person;
pub mod problem;
pub mod stage;
pub mod typed;

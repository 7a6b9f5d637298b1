//! What several pages have in common.

pub mod advice;
pub mod apart;
pub mod arrivals;
pub mod choosing;
pub mod compare;
pub mod crossed;
pub mod dialog;
pub mod due;
pub mod freshness;
pub mod keys;
pub mod late;
pub mod meaning;
pub mod names;
pub mod offers;
pub mod paper;
pub mod person;
pub mod problems;
pub mod question;
pub mod remarks;
pub mod sections;
pub mod sheet;
pub mod signed_sheets;
pub mod thread;
pub mod words;
pub mod writing_help;

//! Rule packs: the questions, lists and grades of one period, as data with a source for each item.
//!
//! [`pack`] is the shape of a pack, [`form`] finds what a question offers, [`check`] says everything
//! that is wrong with a document, [`caution`] what is said beside it and never forced.

pub mod caution;
pub mod check;
pub mod credit;
pub mod diff;
pub mod form;
pub mod pack;

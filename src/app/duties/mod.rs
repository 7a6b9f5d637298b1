//! What is to be done now, and by whom: questions about the library that change nothing.

pub mod answers;
pub mod begun_with;
pub mod cautions;
pub mod days;
pub mod deadline;
pub mod documents;
pub mod forms;
pub mod key_recovery;
pub mod offers;
pub mod periods;
pub mod schedule;
pub mod summarize;
pub mod turn;

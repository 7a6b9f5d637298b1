//! What is to be done now, and by whom: questions about the library that change nothing.

pub mod answers;
pub mod begun_with;
pub mod cautions;
pub mod clash;
pub mod days;
pub mod documents;
pub mod forms;
pub mod lost;
pub mod offers;
pub mod periods;
pub mod turn;

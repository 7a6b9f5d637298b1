//! Paraf: performance management of a teacher, co-signed by exchanging files.
pub mod domain;
pub mod rules;
pub mod seal;

//! One file for each page says what stands on it. No page knows another.

pub mod backup;
pub mod case;
pub mod contact;
pub mod details;
pub mod dossier;
pub mod form;
pub mod help;
pub mod home;
pub mod invite;
pub mod me;
pub mod receive;
pub mod rules;
pub mod send;
pub mod setup;
pub mod sheets;
pub mod stage;
pub mod waiting;

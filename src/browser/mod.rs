//! The only code that talks to the browser; one file for each thing it offers.

pub mod address;
pub mod clock;
pub mod environment;
pub mod files;
pub mod given;
mod handed;
pub mod install;
pub mod random;
pub mod rules;
pub mod sharing;
pub mod storage;
pub mod vault;
pub mod verify;
pub mod window;

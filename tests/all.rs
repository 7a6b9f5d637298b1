//! The one native test binary.

mod cli;
mod rules;
mod seal;

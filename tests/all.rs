//! The one native test binary.

mod rules;
mod seal;

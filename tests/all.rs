//! The one native test binary.

mod seal;

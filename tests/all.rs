//! The one native test binary.

mod cli;
mod flows;
mod hostile;
mod rules;
mod seal;
mod storage;
mod tidy;

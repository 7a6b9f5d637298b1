//! The one native test binary.

mod cli;
mod domain;
mod flows;
mod hostile;
mod rules;
mod seal;
mod seeds;
mod storage;
mod tidy;
mod zips;

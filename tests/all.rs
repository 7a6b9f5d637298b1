//! The one native test binary.

mod circles;
mod cli;
mod conformance;
mod domain;
mod flows;
mod hostile;
mod rules;
mod seal;
mod seeds;
mod storage;
mod tidy;
mod welcome;
mod zips;

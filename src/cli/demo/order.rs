//! What somebody orders of `paraf demo`, as the arguments say it.

use clap::{Args, ValueEnum};
use paraf::app::library::rule_packs::SHIPPED;
use paraf::domain::stage::Position;
use std::path::PathBuf;

/// What is to be made.
#[derive(Args)]
pub struct Order {
    /// How many employees the superior has
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(super) employees: u16,
    /// The number that everything made up follows from
    #[arg(long, value_name = "S")]
    pub(super) seed: u64,
    /// The folder to write into
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
    /// The id of a rule pack, such as id-2024-1
    #[arg(long, value_name = "ID", default_value = "id-2025", value_parser = known_rules)]
    pub(super) rules: String,
    /// What the employees are: teacher or principal
    #[arg(long, value_name = "P", default_value = "teacher", value_parser = known_position)]
    pub(super) position: Position,
    /// How much is answered; of shortest and longest, each dossier is finished
    #[arg(long = "answers", value_name = "A", default_value = "usual")]
    pub(super) length: Length,
}

/// How much is answered.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Length {
    /// As much as people write
    Usual,
    /// As little as a form takes
    Shortest,
    /// As much as a form takes
    Longest,
}

fn known_rules(id: &str) -> Result<String, String> {
    let mut ids: Vec<&str> = SHIPPED.iter().map(|(id, ..)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.contains(&id) { Ok(id.to_string()) } else { Err(format!("the rule packs are {}", ids.join(", "))) }
}

fn known_position(code: &str) -> Result<Position, String> {
    Position::from_code(code)
        .ok_or_else(|| format!("the positions are {}", Position::ALL.map(Position::code).join(" and ")))
}

//! What somebody orders of `paraf demo`, read from the arguments.

use paraf::app::library::rule_packs::SHIPPED;
use paraf::domain::stage::Position;
use std::ffi::OsString;
use std::path::PathBuf;

/// The most employees of a school.
const EMPLOYEES_MAX: usize = 1000;
const OPTIONS: [&str; 6] = ["--employees", "--seed", "--out", "--rules", "--position", "--answers"];

/// What is to be made.
pub struct Order {
    /// How many employees the superior has.
    pub(super) employees: usize,
    /// What everything made up follows from.
    pub(super) seed: u64,
    /// The folder to write into.
    pub(super) out: PathBuf,
    /// The id of the rule pack.
    pub(super) rules: String,
    /// What the employees are.
    pub(super) position: Position,
    /// How much they answer.
    pub(super) length: Length,
}

impl Order {
    /// Reads the arguments, none of which may be there twice.
    pub fn read(arguments: &[OsString]) -> Option<Order> {
        let mut given: Vec<(&str, &OsString)> = Vec::new();
        for pair in arguments.chunks(2) {
            let name = pair[0].to_str().filter(|name| OPTIONS.contains(name))?;
            if given.iter().any(|(known, _)| *known == name) {
                return None;
            }
            given.push((name, pair.get(1)?));
        }
        let value = |name: &str| given.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let word = |name: &str, usual: &'static str| value(name).map_or(Some(usual), |value| value.to_str());
        let employees = value("--employees")?.to_str()?.parse().ok()?;
        let rules = word("--rules", "id-2025")?;
        let is_known = SHIPPED.iter().any(|(id, ..)| *id == rules);
        let order = Order {
            employees,
            seed: value("--seed")?.to_str()?.parse().ok()?,
            out: PathBuf::from(value("--out")?),
            rules: rules.to_string(),
            position: match word("--position", "teacher")? {
                "teacher" => Position::Teacher,
                "principal" => Position::Principal,
                _ => return None,
            },
            length: match word("--answers", "usual")? {
                "usual" => Length::Usual,
                "shortest" => Length::Shortest,
                "longest" => Length::Longest,
                _ => return None,
            },
        };
        (is_known && (1..=EMPLOYEES_MAX).contains(&employees)).then_some(order)
    }
}

/// How much is answered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// As much as people write.
    Usual,
    /// As little as a form takes.
    Shortest,
    /// As much as a form takes.
    Longest,
}

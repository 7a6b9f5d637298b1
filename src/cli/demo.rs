//! `paraf demo`: a made-up school for training, tests and measurements. Every text, person and number
//! is put together by chance from a seed; the signatures are real, by keys that anybody can make.

mod answers;
mod cycle;
mod order;
mod people;
mod random;
mod script;
mod texts;
mod words;

use cycle::{Cycle, Rules};
use order::Length;
pub use order::Order;
use paraf::app::library::rule_packs::SHIPPED;
use paraf::domain::stage::Position;
use paraf::rules::pack::Pack;
use paraf::seal::canonical::Hash;
use people::{Actor, People};
use random::Random;
use script::{Script, Step};
use serde_json::{Value, json};
use std::fmt;
use std::fs;
use std::path::Path;

const README: &str = "\
Berkas latihan Paraf / Practice files of Paraf

Semua orang, sekolah, nomor, dan isi di folder ini dibuat-buat oleh `paraf demo`. Kuncinya ada di
keys.json, jadi tanda tangannya tidak membuktikan apa pun. Hanya untuk latihan dan pengujian; jangan
dicampur dengan berkas sungguhan.

All people, schools, numbers and texts in this folder are made up by `paraf demo`. The keys are in
keys.json, so the signatures prove nothing. For practice and tests only; do not mix them with real
files.
";

/// Why a school could not be made.
pub enum Fault {
    /// The rule pack of this program cannot be read.
    Pack,
    /// A made-up person is not acceptable.
    Person,
    /// A made-up document has problems; each is told by its place and kind.
    Document(String),
    /// A record could not be signed.
    Record,
    /// A file could not be written.
    Write(std::io::Error),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Fault::Pack => formatter.write_str("the rule pack cannot be read"),
            Fault::Person => formatter.write_str("a made-up person does not pass the checks"),
            Fault::Document(problems) => {
                write!(formatter, "a made-up document does not pass the checks: {problems}")
            }
            Fault::Record => formatter.write_str("a record could not be signed"),
            Fault::Write(error) => write!(formatter, "a file could not be written: {error}"),
        }
    }
}

/// Makes the school and writes its files.
///
/// # Errors
/// See [`Fault`]. Files that were written before the fault are left.
pub fn make(order: &Order) -> Result<(), Fault> {
    // Of two packs with one id, the later corrects the earlier.
    let (.., text) = SHIPPED.iter().rfind(|(id, ..)| *id == order.rules).ok_or(Fault::Pack)?;
    let pack = Pack::read(text, order.position).map_err(|_| Fault::Pack)?;
    let value: Value = serde_json::from_str(text).map_err(|_| Fault::Pack)?;
    let rules = Rules { pack: &pack, hash: Hash::of(&value), position: order.position, length: order.length };
    let root = Random::from_seed(order.seed);
    let superior = Actor::superior(&mut root.branch(0), order).map_err(|_| Fault::Person)?;
    fs::create_dir_all(&order.out).map_err(Fault::Write)?;
    // Streams of their own, so that a larger school has the same people.
    let successor = Actor::superior(&mut root.branch(u64::MAX), order).map_err(|_| Fault::Person)?;
    let observer = Actor::employee(&mut root.branch(u64::MAX - 1), order).map_err(|_| Fault::Person)?;
    let mut keys = vec![
        key_line("superior", &superior),
        key_line("successor", &successor),
        key_line("observer", &observer),
    ];
    for number in 1..=order.employees {
        let mut random = root.branch(number.into());
        let teacher = Actor::employee(&mut random, order).map_err(|_| Fault::Person)?;
        let script = match order.length {
            Length::Usual => script::script(usize::from(number) - 1, &mut random),
            // Whoever asks for the shortest or the longest answers wants to see all of them.
            Length::Shortest | Length::Longest => Script::whole(),
        };
        let is_promised = script.steps.contains(&Step::NewKey);
        let renewed = teacher.renewed(is_promised, &mut root.branch(u64::from(number) | 1 << 32));
        let people = People {
            teacher: &teacher,
            renewed: &renewed,
            superior: &superior,
            successor: &successor,
            observer: &observer,
        };
        let bundle = Cycle::play(rules, people, random, &script)?;
        let kind = if order.position == Position::Teacher { "guru" } else { "kepala" };
        write(&order.out, &format!("{kind}-{number:03}.json"), &bundle)?;
        keys.push(key_line("employee", &teacher));
        if is_promised || script.steps.contains(&Step::VouchedKey) {
            keys.push(key_line("employee, new key", &renewed));
        }
    }
    let keys =
        serde_json::to_string_pretty(&json!({"note": "Kunci latihan, bukan rahasia.", "people": keys}));
    write(&order.out, "keys.json", &keys.map_err(|_| Fault::Record)?)?;
    write(&order.out, "README.txt", README)
}

fn key_line(role: &str, actor: &Actor) -> Value {
    let seed: String = actor.seed.iter().map(|byte| format!("{byte:02x}")).collect();
    json!({"role": role, "name": actor.card.person.name(), "did": actor.card.did.as_str(), "seed": seed})
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Fault> {
    fs::write(folder.join(name), text).map_err(Fault::Write)
}

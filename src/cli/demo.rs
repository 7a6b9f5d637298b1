//! `paraf demo`: a made-up school for training, tests and measurements. Every text, person and number
//! is put together by chance from a seed; the signatures are real, by keys that anybody can make.

mod answers;
mod cycle;
mod people;
mod random;
mod script;
mod texts;
mod words;

use cycle::Cycle;
use paraf::domain::stage::Position;
use paraf::rules::pack::Pack;
use paraf::seal::canonical::Hash;
use people::{Actor, People};
use random::Random;
use script::Step;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The rules of the school's year.
const PACK: &str = include_str!("../rules/packs/id-2025.json");
/// The most teachers of a school.
const EMPLOYEES_MAX: usize = 1000;
const README: &str = "\
Berkas latihan Paraf / Practice files of Paraf

Semua orang, sekolah, nomor, dan isi di folder ini dibuat-buat oleh `paraf demo`. Kuncinya ada di
keys.json, jadi tanda tangannya tidak membuktikan apa pun. Hanya untuk latihan dan pengujian; jangan
dicampur dengan berkas sungguhan.

All people, schools, numbers and texts in this folder are made up by `paraf demo`. The keys are in
keys.json, so the signatures prove nothing. For practice and tests only; do not mix them with real
files.
";

/// What is to be made.
pub struct Order {
    employees: usize,
    seed: u64,
    out: PathBuf,
}

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

impl Order {
    /// Reads the arguments, each of which must be there once.
    pub fn read(arguments: &[OsString]) -> Option<Order> {
        let value = |name: &str| {
            let mut found = arguments.chunks(2).filter(|pair| pair[0] == name);
            let value = found.next()?.get(1)?;
            found.next().is_none().then_some(value)
        };
        let employees = value("--employees")?.to_str()?.parse().ok()?;
        let order = Order {
            employees,
            seed: value("--seed")?.to_str()?.parse().ok()?,
            out: PathBuf::from(value("--out")?),
        };
        (arguments.len() == 6 && (1..=EMPLOYEES_MAX).contains(&employees)).then_some(order)
    }
}

/// Makes the school and writes its files.
///
/// # Errors
/// See [`Fault`]. Files that were written before the fault are left.
pub fn make(order: &Order) -> Result<(), Fault> {
    let pack = Pack::read(PACK, Position::Teacher).map_err(|_| Fault::Pack)?;
    let value: Value = serde_json::from_str(PACK).map_err(|_| Fault::Pack)?;
    let pack_hash = Hash::of(&value);
    let root = Random::from_seed(order.seed);
    let superior = Actor::superior(&mut root.branch(0)).map_err(|_| Fault::Person)?;
    fs::create_dir_all(&order.out).map_err(Fault::Write)?;
    // Streams of their own, so that a larger school has the same people.
    let successor = Actor::superior(&mut root.branch(u64::MAX)).map_err(|_| Fault::Person)?;
    let observer = Actor::teacher(&mut root.branch(u64::MAX - 1)).map_err(|_| Fault::Person)?;
    let mut keys = vec![
        key_line("superior", &superior),
        key_line("successor", &successor),
        key_line("observer", &observer),
    ];
    for number in 1..=order.employees {
        let mut random = root.branch(number as u64);
        let teacher = Actor::teacher(&mut random).map_err(|_| Fault::Person)?;
        let script = script::script(number - 1, &mut random);
        let is_promised = script.steps.contains(&Step::NewKey);
        let renewed = teacher.renewed(is_promised, &mut root.branch(number as u64 | 1 << 32));
        let people = People {
            teacher: &teacher,
            renewed: &renewed,
            superior: &superior,
            successor: &successor,
            observer: &observer,
        };
        let bundle = Cycle::play(&pack, pack_hash, people, random, &script)?;
        write(&order.out, &format!("guru-{number:03}.json"), &bundle)?;
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

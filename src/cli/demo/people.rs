//! Made-up people: common names put together by chance, and numbers that are well formed but given to
//! nobody on purpose.

use super::order::Length;
use super::order::Order;
use super::random::Random;
use paraf::domain::person::{LINE_MAX, PersonInput};
use paraf::domain::problem::Problem;
use paraf::domain::stage::Position;
use paraf::seal::canonical::Hash;
use paraf::seal::card::Card;
use paraf::seal::key::{Seed, SigningKey};
use paraf::seal::spare;

/// The people of one dossier.
#[derive(Clone, Copy)]
pub struct People<'a> {
    /// The teacher whose dossier it is.
    pub teacher: &'a Actor,
    /// The teacher with the key that takes the place of a lost one, in some dossiers.
    pub renewed: &'a Actor,
    /// The superior of the school.
    pub superior: &'a Actor,
    /// The superior who takes over in some dossiers.
    pub successor: &'a Actor,
    /// The colleague who observes in some dossiers.
    pub observer: &'a Actor,
}

/// A made-up person with their key.
pub struct Actor {
    /// Who they are, as the other side sees it.
    pub card: Card,
    /// The key that signs for them.
    pub key: SigningKey,
    /// The secret of the key, for the list of practice keys.
    pub seed: [u8; 32],
    /// The replacement code, from which their next key follows.
    pub code: [u8; spare::BYTES],
    /// What they teach.
    pub subject: &'static str,
    /// The classes they teach.
    pub classes: [&'static str; 2],
}

const WOMEN: [&str; 18] = [
    "Siti", "Dewi", "Sri", "Rina", "Wati", "Ani", "Yuni", "Lestari", "Nur", "Ratna", "Fitri", "Indah",
    "Maya", "Tuti", "Eka", "Wulan", "Rahmi", "Kartika",
];
const MEN: [&str; 18] = [
    "Budi", "Agus", "Andi", "Joko", "Dedi", "Hendra", "Rudi", "Bambang", "Eko", "Yusuf", "Ahmad", "Slamet",
    "Iwan", "Arif", "Wayan", "Made", "Rizal", "Fajar",
];
const LAST: [&str; 28] = [
    "Santoso",
    "Wijaya",
    "Saputra",
    "Hidayat",
    "Nugroho",
    "Setiawan",
    "Kurniawan",
    "Pratama",
    "Siregar",
    "Nasution",
    "Simanjuntak",
    "Lubis",
    "Tambunan",
    "Rahayu",
    "Utami",
    "Permata",
    "Anggraini",
    "Maharani",
    "Hartono",
    "Susanto",
    "Firmansyah",
    "Ramadhan",
    "Gunawan",
    "Suryadi",
    "Latuconsina",
    "Manurung",
    "Wibowo",
    "Halim",
];
const DEGREES: [&str; 5] = [", S.Pd.", ", S.Pd.", ", S.Pd., Gr.", ", M.Pd.", ""];
const SUBJECTS: [&str; 9] = [
    "Bahasa Indonesia",
    "Matematika",
    "IPA",
    "IPS",
    "Bahasa Inggris",
    "PPKn",
    "Seni Budaya",
    "PJOK",
    "Informatika",
];
const CLASSES: [&str; 9] = ["VII A", "VII B", "VII C", "VIII A", "VIII B", "VIII C", "IX A", "IX B", "IX C"];
const SCHOOL: &str = "SMP Negeri 1 Latihan Jaya";
/// No province has this prefix, so that the number is no real school's.
const NPSN: &str = "99900001";

impl Actor {
    /// Makes a superior of the employees.
    ///
    /// # Errors
    /// Details that the app would not take; that would be a fault of this module.
    pub fn superior(random: &mut Random, order: &Order) -> Result<Actor, Vec<Problem>> {
        let office = match order.position {
            Position::Teacher => "Kepala Sekolah",
            Position::Principal => "Kepala Dinas Pendidikan",
        };
        Actor::make(random, office, "", order.length)
    }

    /// Makes a teacher or a principal.
    ///
    /// # Errors
    /// As for [`Actor::superior`].
    pub fn employee(random: &mut Random, order: &Order) -> Result<Actor, Vec<Problem>> {
        let subject = SUBJECTS[random.below(SUBJECTS.len())];
        let office = match order.position {
            Position::Teacher => ["Guru ", subject].concat(),
            Position::Principal => "Kepala Sekolah".to_string(),
        };
        Actor::make(random, &office, subject, order.length)
    }

    /// Makes the same person with a new key: the promised one, or one that nobody promised.
    pub fn renewed(&self, is_promised: bool, random: &mut Random) -> Actor {
        let code = random.bytes();
        let seed = if is_promised { *spare::seed(&self.code).bytes() } else { random.bytes() };
        let key = SigningKey::from_seed(&Seed::from_bytes(seed));
        let (did, person) = (key.did().clone(), self.card.person.clone());
        let (subject, classes) = (self.subject, self.classes);
        Actor { card: Card { did, person, next: Some(promise(&code)) }, key, seed, code, subject, classes }
    }

    fn make(
        random: &mut Random,
        office: &str,
        subject: &'static str,
        length: Length,
    ) -> Result<Actor, Vec<Problem>> {
        let is_woman = random.chance(60);
        let first = random.pick(if is_woman { &WOMEN } else { &MEN });
        let name = [first, " ", random.pick(&LAST), random.pick(&DEGREES)].concat();
        let has_nuptk = random.chance(50);
        let input = PersonInput {
            name: sized(&name, length),
            office: sized(office, length),
            school: sized(SCHOOL, length),
            nip: nip(random, is_woman),
            nuptk: if has_nuptk {
                format!("{:016}", random.long_below(10_000_000_000_000_000))
            } else {
                String::new()
            },
            npsn: NPSN.to_string(),
        };
        let person = input.check()?;
        let seed = random.bytes();
        let key = SigningKey::from_seed(&Seed::from_bytes(seed));
        let code = random.bytes();
        let first_class = random.below(CLASSES.len());
        let second_class = (first_class + random.between(1, CLASSES.len() - 1)) % CLASSES.len();
        Ok(Actor {
            card: Card { did: key.did().clone(), person, next: Some(promise(&code)) },
            key,
            seed,
            code,
            subject,
            classes: [CLASSES[first_class], CLASSES[second_class]],
        })
    }
}

/// Draws a detail out to all characters that it may have, where the longest is asked for.
fn sized(detail: &str, length: Length) -> String {
    let words = detail.split(' ').chain(LAST).collect::<Vec<_>>().join(" ");
    match length {
        Length::Longest => words.chars().take(LINE_MAX).collect::<String>().trim().to_string(),
        Length::Usual | Length::Shortest => detail.to_string(),
    }
}

fn promise(code: &[u8; spare::BYTES]) -> Hash {
    SigningKey::from_seed(&spare::seed(code)).did().hash()
}

/// Makes the number of a civil servant or of contract staff, whose fifth group is a work agreement
/// instead of a month; some have none, as honorary teachers.
fn nip(random: &mut Random, is_woman: bool) -> String {
    if random.chance(15) {
        return String::new();
    }
    let birth = random.between(1967, 1998);
    let (month, day) = (random.between(1, 12), random.between(1, 28));
    let is_contract = random.chance(35);
    let (start, part) = if is_contract {
        (random.between(2021, 2024), 21)
    } else {
        (random.between(birth + 22, (birth + 30).min(2023)), random.between(1, 12))
    };
    let sex = if is_woman { 2 } else { 1 };
    format!("{birth}{month:02}{day:02}{start}{part:02}{sex}{:03}", random.between(1, 40))
}

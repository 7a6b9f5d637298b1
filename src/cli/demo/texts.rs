//! Words for made-up documents: a text is put together from one sentence of each group of its bank.
//! Marks in braces stand for what the document is about.

use super::random::Random;
use super::words::{self, Bank};
use paraf::domain::stage::{Party, Stage};
use paraf::rules::check;
use paraf::rules::pack::{Field, Kind};
use paraf::seal::record::Decision;

/// What a text is about.
pub struct Topic {
    /// The indicator of the year, in lower case.
    pub indicator: String,
    /// The target behaviour, aspect or list item, in lower case.
    pub target: String,
    /// Something that a person does who is good at it, as a phrase with a verb.
    pub action: String,
    /// The class.
    pub class: &'static str,
    /// The subject.
    pub subject: &'static str,
    /// The id of the level that was just chosen.
    pub tone: String,
    /// The stage.
    pub stage: Stage,
    /// Whether the other side writes.
    pub is_reply: bool,
}

/// Writes a text for a question, within the length that its form takes.
pub fn compose(field: &Field, topic: &Topic, random: &mut Random) -> String {
    let is_line = field.kind == Kind::Line;
    let mut text = sentences(bank(&field.name, is_line, topic), topic, random);
    let (least, most) = limits(field);
    while text.chars().count() < least {
        text = [text, sentences(words::GENERAL, topic, random)].join(" ");
    }
    cut(&text, most)
}

/// Writes a text of so many characters and no more.
pub fn shortest(least: usize, random: &mut Random) -> String {
    let words = general(least, random);
    let text: String = words.chars().take(least).collect();
    // A space at the end would not count.
    text.strip_suffix(' ').map_or(text.clone(), |text| [text, "."].concat())
}

/// Writes a text of so many characters, with a word that does not fit into a line, and in paragraphs where
/// there may be some.
pub fn longest(most: usize, has_lines: bool, random: &mut Random) -> String {
    let word = ["https://berkas.contoh.invalid/", &"bukti-dukung-".repeat(8)].concat();
    let mut text = word.chars().take(most / 2).collect::<String>();
    while text.chars().count() < most {
        text.push(if has_lines { '\n' } else { ' ' });
        text.push_str(&general(400, random));
    }
    let text: String = text.chars().take(most).collect();
    text.trim_end().to_string()
}

/// Puts together general sentences of at least so many characters.
fn general(least: usize, random: &mut Random) -> String {
    const SENTENCES: [&str; 4] = [
        "Setiap pekan saya mencatat apa yang berjalan baik dan apa yang perlu diperbaiki.",
        "Murid diajak menyepakati aturan kelas dan menilai sendiri pelaksanaannya.",
        "Umpan balik diberikan segera, dengan kata-kata yang jelas dan ramah.",
        "Hasilnya dibahas bersama rekan di komunitas belajar pada Sabtu pertama.",
    ];
    let mut text = random.pick(&SENTENCES).to_string();
    while text.chars().count() < least {
        text = [&text, " ", random.pick(&SENTENCES)].concat();
    }
    text
}

/// Gives a text with one sentence more, or with another end when the form takes no more.
pub fn changed(text: &str, field: &Field, random: &mut Random) -> String {
    let addition = random.pick(&[
        "Bagian ini saya perjelas setelah kami berdiskusi.",
        "Catatan ini sudah disesuaikan dengan masukan yang saya terima.",
        "Langkahnya saya buat lebih rinci supaya mudah diikuti.",
        "Waktunya disesuaikan dengan kalender sekolah yang baru.",
    ]);
    let (_, most) = limits(field);
    let room = most.saturating_sub(addition.chars().count() + 1);
    [cut(text, room).as_str(), addition].join(" ")
}

/// Writes the note of an answer; one that agrees often has none, and notes on single answers may do.
pub fn note(decision: Decision, has_remarks: bool, random: &mut Random) -> String {
    let notes: &[&str] = match decision {
        Decision::Agree => &[
            "",
            "",
            "",
            "Sudah kita bahas, silakan dilanjutkan.",
            "Setuju. Terima kasih.",
            "Sudah sesuai dengan pembicaraan kita.",
        ],
        Decision::Return if has_remarks => &["", "Hampir selesai, lihat usulan saya pada satu isian."],
        Decision::Return => &[
            "Mohon diperjelas langkahnya dan kapan dilakukan.",
            "Isinya sudah baik, tetapi contohnya belum ada. Mohon ditambah.",
            "Bagian ini belum sesuai dengan pembicaraan kita, mohon disesuaikan.",
            "Mohon disebutkan juga dampaknya pada murid.",
        ],
        Decision::Automatic => &[""],
        Decision::Paper => &[
            "Lembar yang ditandatangani ada di map berkas kinerja, ruang tata usaha.",
            "Ditandatangani di atas kertas saat rapat dinas; aslinya di map biru.",
        ],
    };
    random.pick(notes).to_string()
}

/// Writes more about why a dossier ends early; often there is nothing to add.
pub fn closing(random: &mut Random) -> String {
    random.pick(&["", "", "Surat keputusan sudah diterima.", "Sudah dibicarakan bersama."]).to_string()
}

/// Gives the fewest and the most characters that a question takes.
pub fn limits(field: &Field) -> (usize, usize) {
    let (least, most) = match field.kind {
        Kind::Line => check::LINE,
        Kind::Evidence => check::EVIDENCE,
        _ => check::TEXT,
    };
    (field.min.unwrap_or(least), field.max.unwrap_or(most))
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect::<String>().trim().to_string()
}

fn sentences(bank: Bank, topic: &Topic, random: &mut Random) -> String {
    let mut text = String::new();
    for group in bank {
        let number = (1 + random.below(40)).to_string();
        let part = random
            .pick(group)
            .replace("{indicator}", &topic.indicator)
            .replace("{target}", &topic.target)
            .replace("{action}", &topic.action)
            .replace("{class}", topic.class)
            .replace("{subject}", topic.subject)
            .replace("{number}", &number);
        // A part begins a sentence when nothing stands before it, or a sentence that has ended.
        let begins = text.is_empty() || text.ends_with('.');
        if !part.is_empty() && !text.is_empty() {
            text.push(' ');
        }
        let mut characters = part.chars();
        if begins {
            text.extend(characters.next().map(char::to_uppercase).into_iter().flatten());
        }
        text.extend(characters);
    }
    text
}

fn bank(name: &str, is_line: bool, topic: &Topic) -> Bank {
    match (name, topic.tone.as_str()) {
        ("class", _) => &[&["{class}"]],
        ("subject", _) => &[&["{subject}"]],
        ("schedule", _) => words::SCHEDULE,
        ("letter", _) => &[&["800/{number}/SMP.01/2025"], &["tentang pembagian tugas", ""]],
        ("name", _) if is_line => words::DOCUMENT,
        (_, _) if is_line => &[&["Kelas {class}, {subject}", "{target}"]],
        ("evidence", "effective") => words::SEEN,
        ("evidence", "not_effective") => words::PARTLY_SEEN,
        ("evidence", _) => words::NOT_SEEN,
        ("reason", _) => words::REASON,
        ("competency", _) => words::COMPETENCY,
        ("commitment", _) => words::COMMITMENT,
        ("expectation", _) => words::EXPECTATION,
        ("effort", _) => words::EFFORT,
        ("materials", _) => words::MATERIALS,
        ("recommendation", _) => words::RECOMMENDATION,
        ("remark", _) => words::REMARK,
        ("reflection", _) => words::REFLECTION,
        ("challenges", _) => words::CHALLENGES,
        ("goal", _) => words::GOAL,
        ("steps", _) => words::STEPS,
        ("support", _) => words::SUPPORT,
        ("support_given", _) => words::SUPPORT_GIVEN,
        ("what", _) => words::WHAT,
        ("effect", _) => words::EFFECT,
        ("inspiration", _) => words::INSPIRATION,
        ("change", _) => words::CHANGE,
        ("strategy", _) => words::STRATEGY,
        ("feedback" | "response", _) => words::FEEDBACK,
        ("work_result_note", "above") => words::RESULT_ABOVE,
        ("work_result_note", "below") => words::RESULT_BELOW,
        ("work_result_note", _) => words::RESULT_MEETS,
        ("work_behaviour_note", "above") => words::BEHAVIOUR_ABOVE,
        ("work_behaviour_note", "below") => words::BEHAVIOUR_BELOW,
        ("work_behaviour_note", _) => words::BEHAVIOUR_MEETS,
        _ if topic.is_reply || topic.stage.writer() == Party::Superior => words::FEEDBACK,
        _ => words::GENERAL,
    }
}

//! The facts of the domain at their edges: people, documents, stages, days, evidence.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::domain::date::{date, time};
use paraf::domain::document::{Answer, Document, ITEM, Path, Row, TEXT_MAX};
use paraf::domain::evidence::Fingerprint;
use paraf::domain::number::grouped_nip;
use paraf::domain::person::PersonInput;
use paraf::domain::problem::Fault;
use paraf::domain::stage::{Party, Position, Stage, StageState, Turn};
use paraf::domain::typed::may_be_signed;

fn input() -> PersonInput {
    PersonInput {
        name: "Nama Contoh, S.Pd.".into(),
        office: "Guru Kelas".into(),
        school: "SD Contoh".into(),
        nip: "19850412 201001 1 003".into(),
        nuptk: "1234-5678 9012.3456".into(),
        npsn: "2010 1234".into(),
    }
}

fn faults(input: &PersonInput) -> Vec<(String, Fault)> {
    let problems = input.check().err().unwrap_or_default();
    problems.into_iter().map(|problem| (problem.path.field().to_string(), problem.fault)).collect()
}

#[test]
fn a_person_says_what_was_typed_without_the_spaces_of_numbers() {
    let person = input().check().unwrap();
    assert_eq!(person.name(), "Nama Contoh, S.Pd.");
    assert_eq!(person.office(), "Guru Kelas");
    assert_eq!(person.school(), "SD Contoh");
    assert_eq!(person.nip(), Some("198504122010011003"));
    assert_eq!(person.nuptk(), Some("1234567890123456"));
    assert_eq!(person.npsn(), Some("20101234"));
    let again = person.input();
    assert_eq!((again.nip.as_str(), again.nuptk.as_str()), ("198504122010011003", "1234567890123456"));
    assert_eq!(again.check().unwrap(), person);
    let without = PersonInput { nip: String::new(), nuptk: " ".into(), npsn: String::new(), ..input() };
    let person = without.check().unwrap();
    assert_eq!((person.nip(), person.nuptk(), person.npsn()), (None, None, None));
}

#[test]
fn names_are_as_long_as_a_record_takes() {
    let named = |count: usize| faults(&PersonInput { name: "n".repeat(count), ..input() });
    let name = |fault| vec![("name".to_string(), fault)];
    assert_eq!(named(0), name(Fault::Missing));
    assert_eq!(named(200), []);
    assert_eq!(named(201), name(Fault::TooLong { max: 200, have: 201 }));
    let unseen = PersonInput { name: "\u{200b}\u{2060}".into(), ..input() };
    assert_eq!(faults(&unseen), name(Fault::Missing));
    let spaced = PersonInput { name: "  Nama \u{7}\n Contoh ".into(), ..input() };
    assert_eq!(spaced.check().unwrap().name(), "Nama Contoh");
}

#[test]
fn a_nip_is_right_up_to_its_edges() {
    let nip =
        |text: &str| faults(&PersonInput { nip: text.into(), ..input() }).first().map(|(_, fault)| *fault);
    let cases = [
        ("190001011920011001", None),
        ("189912311920011001", Some(Fault::NipBirth)),
        // The month of the start begins after the day of birth.
        ("198504012010041003", None),
        ("198504011985041003", Some(Fault::NipStart)),
        ("198504011985051003", None),
        ("198504012100121003", None),
        ("198504012101011003", Some(Fault::NipStart)),
        // The number of a work agreement stands where others have a month.
        ("198504011986131003", None),
        ("198504011985131003", Some(Fault::NipStart)),
        ("198504012010012003", None),
        ("198504012010010003", Some(Fault::NipSex)),
        ("198504012010011001", None),
        ("19850401201001100a", Some(Fault::NotADigit('a'))),
        ("1985040120100110031", Some(Fault::Digits { want: 18, have: 19 })),
    ];
    for (text, fault) in cases {
        assert_eq!(nip(text), fault, "{text}");
    }
    assert_eq!(grouped_nip("198504012010011001"), "19850401 201001 1 001");
}

#[test]
fn the_other_numbers_have_their_own_lengths() {
    let wrong =
        |nuptk: &str, npsn: &str| faults(&PersonInput { nuptk: nuptk.into(), npsn: npsn.into(), ..input() });
    assert_eq!(wrong("1234567890123456", "12345678"), []);
    let short = wrong("123456789012345", "1234567");
    assert_eq!(
        short,
        [
            ("nuptk".to_string(), Fault::Digits { want: 16, have: 15 }),
            ("npsn".to_string(), Fault::Digits { want: 8, have: 7 }),
        ]
    );
}

#[test]
fn the_words_of_files_are_what_was_published() {
    assert_eq!(Party::Employee.code(), "employee");
    assert_eq!(Party::Superior.code(), "superior");
    assert_eq!(Party::from_code("employee"), Some(Party::Employee));
    assert_eq!(Party::from_code("superior"), Some(Party::Superior));
    assert_eq!(Party::from_code("atasan"), None);
    assert_eq!(Party::Employee.other(), Party::Superior);
    assert_eq!(Party::Superior.other(), Party::Employee);
    assert_eq!(Position::Teacher.code(), "teacher");
    assert_eq!(Position::Principal.code(), "principal");
    assert_eq!(Position::from_code("principal"), Some(Position::Principal));
    assert_eq!(Position::from_code("guru"), None);
    let codes =
        ["planning", "preparation", "observation", "discussion", "effort", "reflection", "assessment"];
    assert_eq!(Stage::ALL.map(Stage::code), codes);
    assert_eq!(Stage::from_code("penilaian"), None);
}

#[test]
fn each_state_of_a_stage_is_the_turn_of_one_side_or_of_nobody() {
    let turns = |state: StageState| [state.turn(Stage::Planning), state.turn(Stage::Assessment)];
    let (employee, superior) = (Turn::Of(Party::Employee), Turn::Of(Party::Superior));
    for state in [StageState::Locked, StageState::Agreed] {
        assert_eq!(turns(state), [Turn::Nobody; 2], "{state:?}");
    }
    let writers = [
        StageState::Open,
        StageState::Returned,
        StageState::Stale,
        StageState::AmendmentReturned,
        StageState::Diverged,
    ];
    for state in writers {
        assert_eq!(turns(state), [employee, superior], "{state:?}");
    }
    for state in [StageState::Waiting, StageState::AmendmentWaiting, StageState::Unclear] {
        assert_eq!(turns(state), [superior, employee], "{state:?}");
    }
}

fn row(cells: &[(&str, &str)]) -> Row {
    cells.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect()
}

#[test]
fn a_document_holds_what_was_put_into_it() {
    let mut document = Document::default();
    assert!(document.is_empty());
    document.set_text(&Path::Field("reason".into()), "Satu\r\ndua\u{0}");
    assert!(!document.is_empty());
    assert_eq!(document.field("reason"), "Satu\ndua ");
    assert_eq!(document.text(&Path::Field("reason".into())), "Satu\ndua ");
    assert_eq!(document.field("nothing"), "");
    document.choose("targets", "b", true);
    document.choose("targets", "a", true);
    document.choose("targets", "b", true);
    assert_eq!(document.many("targets"), ["a", "b"]);
    document.choose("targets", "a", false);
    assert_eq!(document.many("targets"), ["b"]);
    assert_eq!(document.field("targets"), "");
    assert!(document.many("reason").is_empty() && document.rows("reason").is_empty());
    assert_eq!(document.text(&Path::Field("targets".into())), "");
}

#[test]
fn the_lines_of_a_log_come_and_go_in_their_place() {
    let mut document = Document::default();
    document.add_row("log");
    document.add_row("log");
    assert_eq!(document.rows("log").len(), 2);
    let cell = |index: usize| Path::OfRow("log".into(), index, "what".into());
    document.set_text(&cell(1), "kedua");
    document.set_text(&cell(2), "ketiga");
    document.set_text(&cell(4), "tidak ada");
    assert_eq!(document.rows("log").len(), 3, "a line beyond the next free one is not made");
    assert_eq!(
        [document.text(&cell(0)), document.text(&cell(1)), document.text(&cell(2))],
        ["", "kedua", "ketiga"]
    );
    document.remove_row("log", 0);
    document.remove_row("log", 2);
    assert_eq!(document.rows("log"), [row(&[("what", "kedua")]), row(&[("what", "ketiga")])]);
    document.insert_row("log", 1, row(&[("what", "di antara")]));
    document.insert_row("log", 9, row(&[("what", "akhir")]));
    let said: Vec<&str> = (0..4).map(|index| document.text(&cell(index))).collect();
    assert_eq!(said, ["kedua", "di antara", "ketiga", "akhir"]);
}

#[test]
fn the_line_of_an_item_is_found_by_its_item() {
    let mut document = Document::default();
    let of = |item: &str| Path::OfItem("efforts".into(), item.into(), "effort".into());
    document.set_text(&of("a"), "satu");
    document.set_text(&of("b"), "dua");
    document.set_text(&of("a"), "tiga");
    assert_eq!(document.rows("efforts").len(), 2);
    assert_eq!(
        (document.text(&of("a")), document.text(&of("b")), document.text(&of("c"))),
        ("tiga", "dua", "")
    );
    assert_eq!(document.rows("efforts")[1], row(&[(ITEM, "b"), ("effort", "dua")]));
    assert_eq!(of("a").id(), "efforts.a.effort");
    assert_eq!(Path::OfRow("log".into(), 3, "what".into()).id(), "log.3.what");
    assert_eq!(of("a").field(), "efforts");
}

#[test]
fn an_answer_that_says_nothing_is_removed() {
    let mut document = Document::default();
    document.put("a", Answer::Text("x".into()));
    document.put("b", Answer::Many(vec!["x".into()]));
    document.put("c", Answer::Rows(vec![Row::new()]));
    assert_eq!(document.answers().count(), 3);
    document.put("a", Answer::Text(String::new()));
    document.put("b", Answer::Many(Vec::new()));
    document.put("c", Answer::Rows(Vec::new()));
    assert!(document.is_empty());
}

#[test]
fn text_is_kept_up_to_its_limit() {
    let mut document = Document::default();
    document.set_text(&Path::Field("a".into()), &"é".repeat(TEXT_MAX + 5));
    assert_eq!(document.field("a").chars().count(), TEXT_MAX);
}

#[test]
fn a_document_is_read_back_as_it_was_written() {
    let mut document = Document::default();
    document.set_text(&Path::Field("a".into()), "x");
    document.choose("b", "y", true);
    document.set_text(&Path::OfRow("c".into(), 0, "d".into()), "z");
    assert_eq!(Document::from_json(&document.to_json()), Ok(document));
    for wrong in
        ["[]", "{\"a\":1}", "{\"a\":[1]}", "{\"a\":[{\"b\":1}]}", "{\"a\":[\"x\",{}]}", "{\"a\":null}"]
    {
        let value = paraf::seal::strict::parse(wrong).unwrap();
        assert!(Document::from_json(&value).is_err(), "{wrong}");
    }
}

#[test]
fn control_characters_and_noncharacters_cannot_be_signed() {
    for c in ['\0', '\u{1f}', '\r', '\u{fdd0}', '\u{fdef}', '\u{fffe}', '\u{ffff}', '\u{1ffff}'] {
        assert!(!may_be_signed(c), "{c:?}");
    }
    for c in ['\n', '\t', ' ', 'é', '\u{fdcf}', '\u{fdf0}', '\u{fffd}', '\u{10000}'] {
        assert!(may_be_signed(c), "{c:?}");
    }
}

#[test]
fn days_and_times_are_read_up_to_their_edges() {
    for text in ["2025-01-01", "2024-02-29", "2025-12-31", "0001-01-01"] {
        assert_eq!(date(text).map(|day| day.to_string()), Some(text.to_string()));
    }
    for text in [
        "2025-13-01",
        "2025-00-10",
        "2025-04-31",
        "2025/04-30",
        "2025-04/30",
        "2025-04-3a",
        " 2025-04-30",
        "",
    ] {
        assert_eq!(date(text), None, "{text}");
    }
    assert_eq!((time("00:00"), time("23:59")), (Some((0, 0)), Some((23, 59))));
    for text in ["23:60", "24:00", "0:000", "12-30", "1a:00", "12:300", ""] {
        assert_eq!(time(text), None, "{text}");
    }
}

#[test]
fn a_fingerprint_is_told_from_words() {
    let hash = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
    let answer = format!("sha256:{hash} 12 modul ajar.pdf");
    let read = Fingerprint::read(&answer).unwrap();
    assert_eq!((read.hash, read.size, read.name), (hash, 12, "modul ajar.pdf"));
    assert_eq!(read.write(), answer);
    for wrong in [
        format!("sha256:{hash} 12"),
        format!("sha256:{hash} 12 "),
        format!("sha256:{hash} x nama"),
        format!("sha256:{hash} 1234567890123456 nama"),
        format!("sha256:{hash}a 12 nama"),
        format!("sha256:{}! 12 nama", &hash[1..]),
        format!("{hash} 12 nama"),
    ] {
        assert_eq!(Fingerprint::read(&wrong), None, "{wrong}");
    }
    let same = |size, hash| read.is_same_file(&Fingerprint { hash, size, name: "lain" });
    assert!(same(12, hash) && !same(13, hash) && !same(12, &answer[8..51]));
    let long = Fingerprint { name: &"n".repeat(200), ..read };
    assert_eq!(Fingerprint::read(&long.write()).map(|read| read.name.len()), Some(120));
}

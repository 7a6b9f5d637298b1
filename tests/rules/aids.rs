//! What a pack can say beside plain questions: conditions, answers taken over, totals, numbers and
//! evidence.

use super::PACKS;
use paraf::domain::document::{Answer, Document, Path};
use paraf::domain::problem::Fault;
use paraf::domain::stage::{Position, Stage};
use paraf::rules::check::check;
use paraf::rules::form::{Context, asked, depends_on, holds, is_optional, prefilled, total, trimmed};
use paraf::rules::pack::{Field, Pack};

/// The pack of the first half of 2024, which has points, for a teacher.
fn pack() -> Pack {
    Pack::read(PACKS[0].1, Position::Teacher).unwrap()
}

fn field<'a>(pack: &'a Pack, stage: Stage, name: &str) -> &'a Field {
    let mut fields = pack.stage(stage).document.iter().flat_map(|section| &section.fields);
    fields.find(|field| field.name == name).unwrap()
}

fn document(answers: &[(&str, &str)]) -> Document {
    let mut document = Document::default();
    for (name, text) in answers {
        document.put(name, Answer::Text((*text).into()));
    }
    document
}

fn context(stage: Stage, answers: &[(&str, &str)]) -> Context {
    let mut context = Context::default();
    context.set(stage, document(answers));
    context
}

#[test]
fn a_condition_holds_for_an_answer_that_was_chosen_and_for_an_acting_superior() {
    let mut context = context(Stage::Observation, &[("observer", "colleague")]);
    let mut planning = Document::default();
    planning.choose("accountability", "curriculum", true);
    context.set(Stage::Planning, planning);
    for (condition, expected) in [
        ("observation.observer=colleague", true),
        ("observation.observer=superior", false),
        ("planning.accountability=curriculum", true),
        ("planning.accountability=attendance", false),
        ("effort.log=x", false),
        ("nowhere.observer=colleague", false),
        ("acting", false),
        ("", false),
    ] {
        assert_eq!(holds(&context, condition), expected, "{condition}");
    }
    context.is_acting = true;
    assert!(holds(&context, "acting"));
}

#[test]
fn a_question_is_asked_checked_and_signed_only_while_its_condition_holds() {
    let pack = pack();
    let form = &pack.stage(Stage::Observation).document;
    let document = document(&[("observer_name", "Dewi Lestari")]);
    let problems = |context: &Context, document: &Document| {
        let found = check(&pack, context, form, document);
        found.into_iter().any(|problem| problem.path == Path::Field("observer_name".into()))
    };
    for (observer, is_asked) in [("colleague", true), ("superior", false)] {
        let context = context(Stage::Observation, &[("observer", observer)]);
        let names: Vec<_> = asked(form, &context).into_iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names.contains(&"observer_name"), is_asked, "{observer}");
        assert_eq!(problems(&context, &Document::default()), is_asked, "{observer}");
        assert!(!problems(&context, &document));
        let signed = trimmed(&pack, &context, form, &document);
        assert_eq!(!signed.field("observer_name").is_empty(), is_asked, "{observer}");
    }
    assert!(depends_on(form, "observation.observer"));
    assert!(!depends_on(form, "observation.date"));
    assert!(depends_on(&pack.stage(Stage::Preparation).document, "preparation.targets"));
}

#[test]
fn the_self_check_is_needed_only_under_an_acting_superior() {
    let pack = pack();
    let field = field(&pack, Stage::Planning, "self_check");
    let mut context = Context::default();
    assert!(is_optional(field, &context));
    context.is_acting = true;
    assert!(!is_optional(field, &context));
    let found = check(&pack, &context, &pack.stage(Stage::Planning).document, &Document::default());
    let fault = found.into_iter().find(|problem| problem.path.field() == "self_check");
    assert_eq!(fault.map(|problem| problem.fault), Some(Fault::TooFew { min: 6 }));
}

#[test]
fn a_form_begins_with_the_answers_that_the_rules_take_over() {
    let pack = pack();
    let answers = [("date", "2024-02-20"), ("time", "07:30"), ("class", "5B"), ("subject", "Matematika")];
    let context = context(Stage::Preparation, &answers);
    let begun = prefilled(&pack.stage(Stage::Observation).document, &context);
    assert_eq!(begun, document(&answers[..3]));
    assert!(prefilled(&pack.stage(Stage::Observation).document, &Context::default()).is_empty());
}

#[test]
fn an_answer_of_another_kind_is_not_taken_over() {
    let pack = pack();
    let mut earlier = Document::default();
    earlier.choose("date", "2024-02-20", true);
    let mut context = Context::default();
    context.set(Stage::Preparation, earlier);
    assert!(prefilled(&pack.stage(Stage::Observation).document, &context).is_empty());
}

#[test]
fn a_log_adds_up_the_points_of_its_items_times_their_number() {
    let pack = pack();
    let log = field(&pack, Stage::Planning, "activities");
    let items: Vec<_> = pack.list("activities").iter().filter(|item| item.value.is_some()).collect();
    let (first, second) = (items[0], items[1]);
    let sum = |lines: &[(&str, &str)]| {
        let mut document = Document::default();
        for (row, (item, count)) in lines.iter().enumerate() {
            let at = |column: &str| Path::OfRow("activities".into(), row, column.into());
            document.set_text(&at("activity"), item);
            document.set_text(&at("count"), count);
        }
        total(&pack, log, &document)
    };
    let (one, two) = (first.value.unwrap(), second.value.unwrap());
    assert_eq!(sum(&[]), 0);
    assert_eq!(sum(&[(&first.id, "1")]), one);
    assert_eq!(sum(&[(&first.id, "3"), (&second.id, " 2 ")]), one * 3 + two * 2);
    assert_eq!(sum(&[(&first.id, ""), (&second.id, "dua"), ("nothing", "9"), ("", "1")]), 0);
    assert_eq!(sum(&[(&first.id, "4294967295"), (&first.id, "4294967296")]), one * 4_294_967_295);
}

#[test]
fn a_number_is_whole_and_between_its_limits() {
    let pack = pack();
    let form = &pack.stage(Stage::Assessment).document;
    let fault = |text: &str| {
        let document = document(&[("credit_months", text)]);
        let found = check(&pack, &Context::default(), form, &document);
        found.into_iter().find(|problem| problem.path.field() == "credit_months").map(|p| p.fault)
    };
    for text in ["", " ", "1", " 3 ", "6", "06"] {
        assert_eq!(fault(text), None, "{text}");
    }
    for text in ["0", "7", "-1", "+5", "1.5", "1,5", "enam", "99999999999999999999", "١"] {
        assert_eq!(fault(text), Some(Fault::NotANumber { min: 1, max: 6 }), "{text}");
    }
}

#[test]
fn evidence_is_a_link_a_fingerprint_or_words() {
    let pack = pack();
    let form = &pack.stage(Stage::Preparation).document;
    let fault = |text: &str| {
        let mut document = Document::default();
        document.set_text(&Path::OfRow("documents".into(), 0, "name".into()), "Modul ajar");
        document.set_text(&Path::OfRow("documents".into(), 0, "where".into()), text);
        let found = check(&pack, &Context::default(), form, &document);
        found.into_iter().find(|problem| problem.path.field() == "documents").map(|p| p.fault)
    };
    let fingerprint = "sha256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU 48213 modul ajar.pdf";
    let link = ["https://contoh.sch.id/", &"a".repeat(400)].concat();
    for text in ["", "map biru di ruang guru", fingerprint, &link] {
        assert_eq!(fault(text), None, "{text}");
    }
    assert_eq!(fault("ab"), Some(Fault::TooShort { min: 3, have: 2 }));
    assert_eq!(fault(&"a".repeat(501)), Some(Fault::TooLong { max: 500, have: 501 }));
}

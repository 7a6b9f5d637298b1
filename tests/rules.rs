//! The shipped rule packs: what they promise to those who fill in its forms, and what is refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::domain::date::date;
use paraf::domain::document::{Answer, Document, ITEM, Row};
use paraf::domain::stage::{Position, Stage};
use paraf::rules::check::check;
use paraf::rules::form::{Context, is_asked, items};
use paraf::rules::pack::Confidence::{self, P, U, V, V2};
use paraf::rules::pack::{Field, Item, Kind, Pack, Section, StageRules};
use serde_json::Value;
use std::collections::BTreeSet;

mod aids;
mod cautions;
mod credit;
mod decreed;
mod refused;

/// The packs with the name, the first and the last day of their period.
const PACKS: [(&str, &str, &str, &str, &str); 6] = [
    ("id-2024-1", include_str!("../src/rules/packs/id-2024-1.json"), "2024-1", "2024-01-01", "2024-06-30"),
    ("id-2024-2", include_str!("../src/rules/packs/id-2024-2.json"), "2024-2", "2024-07-01", "2024-12-31"),
    ("id-2025", ID_2025, "2025", "2025-01-01", "2025-12-31"),
    ("id-2026", include_str!("../src/rules/packs/id-2026-first.json"), "2026", "2026-01-01", "2026-12-31"),
    ("id-2026", ID_2026, "2026", "2026-01-01", "2026-12-31"),
    ("id-2027", ID_2027, "2027", "2027-01-01", "2027-12-31"),
];
const ID_2025: &str = include_str!("../src/rules/packs/id-2025.json");
const ID_2026: &str = include_str!("../src/rules/packs/id-2026.json");
const ID_2027: &str = include_str!("../src/rules/packs/id-2027.json");

/// Words that are left behind by someone who wanted to come back.
const PLACEHOLDERS: [&str; 8] = ["TODO", "TBD", "FIXME", "XXX", "lorem", "...", "{", "["];

/// The indicators of teachers, then of principals, with the confidence of each of their target
/// behaviours, as the fact base has them.
const INDICATORS: [(&str, [Confidence; 3]); 16] = [
    ("Keteraturan Suasana Kelas", [V2, V2, V2]),
    ("Penerapan Disiplin Positif", [V2, V2, V2]),
    ("Umpan Balik Konstruktif", [V, V, V2]),
    ("Perhatian dan Kepedulian", [V2, V2, V2]),
    ("Ekspektasi pada Peserta Didik", [U, U, U]),
    ("Aktivitas Interaktif", [P, P, P]),
    ("Instruksi yang Adaptif", [V, U, U]),
    ("Instruksi Pembelajaran", [V, U, U]),
    ("Perencanaan program dan anggaran berbasis data", [V2, V2, V2]),
    ("Presentasi visi-misi", [V2, V2, V2]),
    ("Memandu perencanaan pembelajaran", [U, U, U]),
    ("Refleksi pengelolaan kurikulum", [V, U, U]),
    ("Kolaborasi dan komunitas belajar", [U, U, U]),
    ("Observasi kinerja guru", [V, V, V]),
    ("Perencanaan pengembangan kompetensi guru", [U, U, U]),
    ("Refleksi program pengembangan kompetensi guru", [V, V, V]),
];

/// The matrix of PermenPANRB 6/2022: work result, work behaviour, final grade.
const MATRIX: [(&str, &str, &str); 9] = [
    ("above", "above", "Sangat Baik"),
    ("above", "meets", "Baik"),
    ("above", "below", "Kurang"),
    ("meets", "above", "Baik"),
    ("meets", "meets", "Baik"),
    ("meets", "below", "Kurang"),
    ("below", "above", "Butuh Perbaikan"),
    ("below", "meets", "Butuh Perbaikan"),
    ("below", "below", "Sangat Kurang"),
];

#[test]
fn each_pack_reads_for_both_kinds_of_employee_and_names_its_period() {
    for (id, text, period, from, to) in PACKS {
        for position in Position::ALL {
            let pack = Pack::read(text, position).unwrap();
            assert_eq!((pack.format, pack.id.as_str(), pack.period.as_str()), (1, id, period));
            assert_eq!((pack.from.as_str(), pack.to.as_str()), (from, to));
        }
    }
}

#[test]
fn every_text_is_there_in_both_languages_and_ready_to_be_read() {
    for (name, text, ..) in PACKS {
        let mut seen = 0;
        each_words(&json_of(text), &mut |id, en| {
            seen += 1;
            for text in [id, en] {
                assert!(!text.is_empty(), "{name}: empty beside {id:?}{en:?}");
                assert_eq!(text.trim(), text);
                assert!(!text.contains('!'), "{name}: loud: {text}");
                assert!(!text.contains("  ") && !text.contains('\n'), "{name}: not one line: {text}");
                assert!(!PLACEHOLDERS.iter().any(|word| text.contains(word)), "{name}: unfinished: {text}");
            }
        });
        assert!(seen > 300, "only {seen} texts were looked at");
    }
}

#[test]
fn people_are_addressed_formally_and_sentences_end() {
    shipped().iter().for_each(addresses_formally);
}

fn addresses_formally(pack: &Pack) {
    let sections = pack.stages.iter().flat_map(forms).flatten();
    let purposes = pack.stages.iter().map(|rules| &rules.purpose);
    let hints = sections.flat_map(|section| {
        let columns = section.fields.iter().flat_map(|field| field.fields.iter().chain([field]));
        columns.filter_map(|field| field.hint.as_ref()).chain(&section.hint)
    });
    let meanings = everything(pack).into_iter().filter_map(|item| item.meaning.as_ref());
    for words in purposes.chain(hints).chain(meanings) {
        for text in [&words.id, &words.en] {
            assert!(text.ends_with(['.', '?']), "no end: {text}");
        }
        let lower = words.id.to_lowercase();
        let mut spoken = lower.split(|c: char| !c.is_alphabetic());
        assert!(!spoken.any(|word| ["kamu", "kau", "engkau"].contains(&word)), "{}", words.id);
        assert!(!words.id.contains(" anda"), "Anda with a capital: {}", words.id);
    }
}

#[test]
fn every_stage_has_days_in_the_period_and_none_is_due_before_the_one_before_it() {
    for pack in shipped() {
        let days: Vec<_> = pack.stages.iter().map(|rules| date(&rules.until).unwrap()).collect();
        assert!(days.is_sorted(), "{}", pack.id);
        assert!(pack.stages.iter().all(|rules| pack.from <= rules.from && rules.from < rules.until));
        assert_eq!(days[6], date(&pack.to).unwrap(), "{}", pack.id);
        assert!(pack.stages.iter().all(|rules| !rules.source.trim().is_empty()));
    }
}

#[test]
fn ids_are_unique_within_their_list_with_all_entries_below() {
    for pack in shipped() {
        for (name, list) in pack.lists.iter() {
            for item in list {
                let below: BTreeSet<&str> = item.items.iter().map(|item| item.id.as_str()).collect();
                assert_eq!(below.len(), item.items.len(), "{} {name} {}", pack.id, item.id);
            }
            let ids: BTreeSet<&str> = list.iter().map(|item| item.id.as_str()).collect();
            assert_eq!(ids.len(), list.len(), "{} {name}", pack.id);
            let all = with_entries_below(list);
            assert!(all.iter().all(|item| is_code_name(&item.id)), "{} {name}", pack.id);
        }
    }
}

#[test]
fn every_item_says_where_it_was_found_and_what_is_ours_says_so() {
    for pack in shipped() {
        for item in everything(&pack) {
            assert!(!item.source.trim().is_empty(), "{}", item.id);
            assert_eq!(item.source.starts_with("Paraf"), item.confidence == U, "{} {}", pack.id, item.id);
        }
    }
}

#[test]
fn all_eight_indicators_are_there_with_three_targets_each_as_well_known_as_they_are() {
    for (_, text, ..) in PACKS {
        for (position, known) in Position::ALL.into_iter().zip(INDICATORS.chunks(8)) {
            let pack = Pack::read(text, position).unwrap();
            let there = pack.list("indicators");
            assert_eq!(there.len(), known.len());
            for ((name, targets), indicator) in known.iter().zip(there) {
                assert_eq!(indicator.name.id, *name);
                let seen: Vec<_> = indicator.items.iter().map(|target| target.confidence).collect();
                assert_eq!(seen, targets, "{name}");
                let examples = indicator.items.iter().map(|target| (target.good.len(), target.avoid.len()));
                assert!(examples.into_iter().all(|count| count == (3, 3)), "{name}");
            }
        }
    }
}

#[test]
fn the_short_lists_hold_what_the_fact_base_holds() {
    for pack in shipped() {
        let ids = |list: &str| pack.list(list).iter().map(|item| item.id.as_str()).collect::<Vec<_>>();
        assert_eq!(ids("levels"), ["not_yet", "not_effective", "effective"]);
        assert_eq!(ids("expectations"), ["above", "meets", "below"]);
        assert_eq!(ids("grades"), ["very_good", "good", "needs_improvement", "poor", "very_poor"]);
        assert_eq!(pack.list("behaviours").len(), 7);
        assert!(pack.list("behaviours").iter().all(|aspect| aspect.good.len() == 3));
        let awareness: Vec<_> = pack.list("awareness").iter().map(|step| step.confidence).collect();
        assert_eq!(awareness, [P, P, P, U]);
    }
}

#[test]
fn what_a_pack_refers_to_is_there() {
    for pack in shipped() {
        for (stage, section) in pack
            .stages
            .iter()
            .flat_map(|rules| forms(rules).into_iter().flatten().map(move |section| (&rules.stage, section)))
        {
            let now = Stage::from_code(stage).unwrap();
            assert!(section.beside.iter().all(|earlier| *earlier < now), "{} {stage}", pack.id);
            assert!(section.margin.iter().all(|reference| pack.item(reference).is_some()), "{stage}");
            for field in section.fields.iter().flat_map(|field| field.fields.iter().chain([field])) {
                let at = |reference: &str, kinds: &[Kind]| {
                    let (stage, question) = reference.split_once('.').unwrap();
                    let stage = Stage::from_code(stage).unwrap();
                    let fields = pack.stage(stage).document.iter().flat_map(|section| &section.fields);
                    let kind = fields.into_iter().find(|field| field.name == question).map(|f| f.kind);
                    let fits = kind.is_some_and(|kind| kinds.is_empty() || kinds.contains(&kind));
                    assert!(fits && stage <= now, "{} {}: {reference}", pack.id, field.name);
                };
                field.list.split('/').skip(1).for_each(|part| at(part, &[Kind::Choice, Kind::Choices]));
                field.starters.iter().for_each(|part| at(part, &[Kind::Text, Kind::Line]));
                if !field.prefill.is_empty() {
                    at(&field.prefill, &[field.kind]);
                }
                for condition in [&field.when, &field.needed_when] {
                    if let Some((reference, _)) = condition.split_once('=') {
                        at(reference, &[Kind::Choice, Kind::Choices]);
                    } else {
                        assert!(condition.is_empty() || condition == "acting", "{condition}");
                    }
                }
                assert!(field.within.is_empty() || Stage::from_code(&field.within).is_some());
                if let Some(total) = &field.total {
                    let kind = |name: &str| field.fields.iter().find(|f| f.name == name).map(|f| f.kind);
                    assert_eq!(kind(&total.of), Some(Kind::Choice), "{}", field.name);
                    assert!(total.times.is_empty() || kind(&total.times) == Some(Kind::Number));
                    assert!(total.from <= total.to);
                }
            }
        }
    }
}

#[test]
fn the_nine_pairs_of_ratings_give_the_grades_of_the_regulation() {
    for pack in shipped() {
        assert_eq!(pack.matrix.len(), MATRIX.len());
        for (result, behaviour, grade) in MATRIX {
            assert_eq!(pack.grade(result, behaviour).unwrap().name.id, grade, "{result} {behaviour}");
        }
        assert_eq!(pack.grade("above", ""), None);
    }
}

#[test]
fn every_question_of_a_form_has_a_name_of_its_own() {
    for form in shipped().iter().flat_map(|pack| &pack.stages).flat_map(forms) {
        let fields: Vec<&Field> = form.iter().flat_map(|section| &section.fields).collect();
        assert_names_differ(fields.iter().copied());
        assert!(fields.iter().all(|field| field.name != "ext"), "ext is left to later versions");
        for field in fields {
            assert_names_differ(field.fields.iter());
            assert!(field.fields.iter().all(|column| column.name != ITEM));
            let repeated = matches!(field.kind, Kind::Each | Kind::Rows);
            assert_eq!(repeated, !field.fields.is_empty(), "{}", field.name);
        }
    }
}

#[test]
fn every_limit_can_be_kept() {
    for pack in shipped() {
        let fields = pack.stages.iter().flat_map(forms).flatten().flat_map(|section| &section.fields);
        for field in fields.flat_map(|field| field.fields.iter().chain([field])) {
            let (least, most) = match field.kind {
                Kind::Text => (20, 2000),
                Kind::Line => (1, 200),
                Kind::Evidence => (3, 500),
                Kind::Number => (1, 999),
                Kind::Rows => (0, 50),
                Kind::Choices => {
                    (usize::from(!field.optional), items(&pack, &Context::default(), field).len().max(3))
                }
                _ => {
                    assert_eq!((field.min, field.max), (None, None), "{} has no limits", field.name);
                    continue;
                }
            };
            let (min, max) = (field.min.unwrap_or(least), field.max.unwrap_or(most));
            assert!(min <= max && max <= most, "{} {}: {min} to {max}", pack.id, field.name);
        }
    }
}

#[test]
fn every_stage_can_be_filled_in_whatever_is_chosen_first() {
    for pack in shipped() {
        for nth in 0..8 {
            let mut context = Context::default();
            context.is_acting = nth % 2 == 1;
            for stage in Stage::ALL {
                let rules = pack.stage(stage);
                let document = filled(&pack, &mut context, stage, &rules.document, nth);
                assert_eq!(check(&pack, &context, &rules.document, &document), [], "{}", stage.code());
                let mut beside = context.clone();
                let reply = filled(&pack, &mut beside, stage, &rules.reply, nth);
                assert_eq!(check(&pack, &context, &rules.reply, &reply), [], "{}", stage.code());
            }
        }
    }
}

#[test]
fn targets_are_offered_only_of_the_chosen_indicator_and_rated_only_when_chosen() {
    let pack = Pack::read(ID_2025, Position::Teacher).unwrap();
    let mut context = Context::default();
    let mut planning = Document::default();
    planning.put("indicator", Answer::Text("positive_discipline".into()));
    context.set(Stage::Planning, planning);
    let offered = |context: &Context, stage: Stage, name: &str| {
        let fields = pack.stage(stage).document.iter().flat_map(|section| &section.fields);
        let field = fields.into_iter().find(|field| field.name == name).unwrap();
        items(&pack, context, field).iter().map(|item| item.id.clone()).collect::<Vec<_>>()
    };
    let targets = offered(&context, Stage::Preparation, "targets");
    assert_eq!(targets, ["class_reflection", "positive_reinforcement", "restitution"]);
    assert!(offered(&context, Stage::Observation, "ratings").is_empty());
    let mut preparation = Document::default();
    preparation.choose("targets", "restitution", true);
    context.set(Stage::Preparation, preparation);
    assert_eq!(offered(&context, Stage::Preparation, "efforts"), ["restitution"]);
    assert_eq!(offered(&context, Stage::Observation, "ratings"), ["restitution"]);
}

#[test]
fn an_unsigned_form_asks_for_everything_that_is_not_optional() {
    let pack = Pack::read(ID_2025, Position::Teacher).unwrap();
    let asked = |form: &[Section]| {
        let problems = check(&pack, &Context::default(), form, &Document::default());
        let names: BTreeSet<String> = problems.iter().map(|p| p.path.field().to_string()).collect();
        names.into_iter().collect::<Vec<_>>()
    };
    let planning = pack.stage(Stage::Planning);
    let required = [
        "accountability",
        "behaviours",
        "competency",
        "competency_area",
        "indicator",
        "ptk_kind",
        "reason",
        "school_level",
    ];
    assert_eq!(asked(&planning.document), required);
    assert!(asked(&planning.reply).is_empty());
    assert_eq!(asked(&pack.stage(Stage::Effort).document), ["log"]);
    assert_eq!(asked(&pack.stage(Stage::Reflection).reply), ["awareness", "response"]);
    let assessment = pack.stage(Stage::Assessment);
    let required = ["feedback", "work_behaviour", "work_behaviour_note", "work_result", "work_result_note"];
    assert_eq!(asked(&assessment.document), required);
    assert!(asked(&assessment.reply).is_empty());
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Visits each pair of texts: each object that has an English member.
fn each_words(value: &Value, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::Object(members) if members.contains_key("en") => {
            let text = |language: &str| members.get(language).and_then(Value::as_str).unwrap_or_default();
            visit(text("id"), text("en"));
        }
        Value::Object(members) => members.values().for_each(|member| each_words(member, visit)),
        Value::Array(items) => items.iter().for_each(|item| each_words(item, visit)),
        _ => {}
    }
}

/// Reads each pack as it is for each kind of employee.
fn shipped() -> Vec<Pack> {
    let both = |text| Position::ALL.map(|position| Pack::read(text, position).unwrap());
    PACKS.into_iter().flat_map(|(_, text, ..)| both(text)).collect()
}

fn forms(rules: &StageRules) -> [&Vec<Section>; 2] {
    [&rules.document, &rules.reply]
}

fn with_entries_below(list: &[Item]) -> Vec<&Item> {
    list.iter().flat_map(|item| [item].into_iter().chain(with_entries_below(&item.items))).collect()
}

fn everything(pack: &Pack) -> Vec<&Item> {
    pack.lists.values().flat_map(|list| with_entries_below(list)).collect()
}

fn is_code_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

fn assert_names_differ<'a>(fields: impl Iterator<Item = &'a Field>) {
    let mut known = BTreeSet::new();
    for field in fields {
        assert!(is_code_name(&field.name), "{}", field.name);
        assert!(known.insert(&field.name), "{} is asked twice", field.name);
    }
}

/// Answers every question that a form asks, choosing all that may be chosen, and puts what was
/// answered so far into the context, as the app does while a person writes.
fn filled(pack: &Pack, context: &mut Context, stage: Stage, form: &[Section], nth: usize) -> Document {
    let mut document = Document::default();
    for field in form.iter().flat_map(|section| &section.fields) {
        if !is_asked(field, context) {
            continue;
        }
        let offered = items(pack, context, field);
        let ids = || offered.iter().map(|item| item.id.clone());
        let row = || -> Row {
            let columns = field.fields.iter();
            columns.map(|column| (column.name.clone(), text_for(pack, context, column, 0))).collect()
        };
        let answer = match field.kind {
            Kind::Choices => Answer::Many(ids().collect()),
            Kind::Rows => Answer::Rows(vec![row(); field.max.unwrap_or(1)]),
            Kind::Each => {
                let of_item = |id: String| row().into_iter().chain([(ITEM.to_string(), id)]).collect();
                Answer::Rows(ids().map(of_item).collect())
            }
            _ => Answer::Text(text_for(pack, context, field, nth)),
        };
        assert!(
            !matches!(&answer, Answer::Many(none) if none.is_empty()),
            "{} offers nothing to choose",
            field.name
        );
        document.put(&field.name, answer);
        context.set(stage, document.clone());
    }
    document
}

fn text_for(pack: &Pack, context: &Context, field: &Field, nth: usize) -> String {
    match field.kind {
        Kind::Choice => {
            let offered = items(pack, context, field);
            offered.get(nth % offered.len().max(1)).map_or(String::new(), |item| item.id.clone())
        }
        Kind::Date => pack.from.clone(),
        Kind::Time => "09:30".to_string(),
        Kind::Number => field.min.unwrap_or(1).to_string(),
        Kind::Evidence => "https://contoh.sch.id/foto kelas".to_string(),
        _ => "Murid mulai bertanya sendiri.".to_string(),
    }
}

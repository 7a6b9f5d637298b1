//! What is no pack: members that are not known, a text in one language, lists and grades that are not
//! there.

use super::{ID_2025, MATRIX, json_of};
use paraf::domain::stage::{Position, Stage};
use paraf::rules::pack::{Pack, PackFault};
use serde_json::{Value, json};

#[test]
fn a_pack_with_a_member_that_is_not_known_is_refused() {
    for place in [
        "",
        "/title",
        "/stages/0",
        "/stages/0/document/0",
        "/stages/0/document/0/fields/0",
        "/stages/0/document/0/fields/0/label",
        "/lists/indicators/0",
        "/lists/indicators/0/items/0",
    ] {
        let fault =
            fault_after(|pack| pack.pointer_mut(place)?.as_object_mut()?.insert("more".into(), json!("")));
        assert_eq!(fault, Some(PackFault::Shape), "{place}");
    }
}

#[test]
fn a_pack_without_one_english_text_is_refused() {
    for place in ["/title", "/stages/3/purpose", "/stages/0/document/0/title", "/lists/grades/0/name"] {
        let fault = fault_after(|pack| pack.pointer_mut(place)?.as_object_mut()?.remove("en"));
        assert_eq!(fault, Some(PackFault::Shape), "{place}");
    }
}

#[test]
fn a_pack_without_a_stage_or_with_stages_out_of_order_is_refused() {
    for index in 0..Stage::ALL.len() {
        let fault = fault_after(|pack| Some(pack.pointer_mut("/stages")?.as_array_mut()?.remove(index)));
        assert_eq!(fault, Some(PackFault::Stages), "{index}");
    }
    let fault = fault_after(|pack| {
        pack.pointer_mut("/stages")?.as_array_mut()?.swap(2, 3);
        Some(Value::Null)
    });
    assert_eq!(fault, Some(PackFault::Stages));
}

#[test]
fn a_pack_whose_question_asks_for_a_list_that_is_not_there_is_refused() {
    let gone = |list: &str| fault_after(|pack| pack.pointer_mut("/lists")?.as_object_mut()?.remove(list));
    assert_eq!(gone("indicators"), Some(PackFault::Field("indicator".into())));
    assert_eq!(gone("school_levels"), Some(PackFault::Field("school_level".into())));
    assert_eq!(gone("levels"), Some(PackFault::Field("level".into())));
    assert_eq!(gone("awareness"), Some(PackFault::Field("awareness".into())));
}

#[test]
fn a_pack_whose_matrix_lacks_doubles_or_misnames_a_cell_is_refused() {
    for cell in 0..MATRIX.len() {
        let fault = fault_after(|pack| Some(pack.pointer_mut("/matrix")?.as_array_mut()?.remove(cell)));
        assert_eq!(fault, Some(PackFault::Matrix), "{cell}");
    }
    let doubled = fault_after(|pack| {
        let matrix = pack.pointer_mut("/matrix")?.as_array_mut()?;
        matrix.push(json!(["above", "above", "good"]));
        Some(Value::Null)
    });
    assert_eq!(doubled, Some(PackFault::Matrix));
    let misnamed =
        fault_after(|pack| Some(std::mem::replace(pack.pointer_mut("/matrix/4/2")?, json!("fair"))));
    assert_eq!(misnamed, Some(PackFault::Matrix));
}

#[test]
fn a_pack_under_which_nothing_can_be_signed_is_refused() {
    let question = "/stages/0/document/0/fields/0";
    let fault = |member: &str, value: Value| {
        fault_after(|pack| pack.pointer_mut(question)?.as_object_mut()?.insert(member.into(), value))
    };
    for name in ["", "1st", "a-b", "a.b", "ext", "item", "note", "remarks", &"a".repeat(41)] {
        assert_eq!(fault("name", json!(name)), Some(PackFault::Field(name.into())), "{name}");
    }
    let limits = fault_after(|pack| {
        let field = pack.pointer_mut(question)?.as_object_mut()?;
        field.insert("min".into(), json!(3));
        field.insert("max".into(), json!(2))
    });
    assert!(matches!(limits, Some(PackFault::Field(_))));
    // In the browser, numbers of 32 bits count; one that is larger must not become a small one.
    assert_eq!(fault("max", json!(4_294_967_297_u64)), Some(PackFault::Shape));
    let set = |place: &str, value: &str| {
        fault_after(|pack| Some(std::mem::replace(pack.pointer_mut(place)?, json!(value))))
    };
    assert_eq!(set("/to", "2024-12-31"), Some(PackFault::Dates));
    assert_eq!(set("/stages/2/until", "2025-13-01"), Some(PackFault::Dates));
    assert_eq!(set("/period", &"2".repeat(41)), Some(PackFault::Shape));
    assert_eq!(set("/id", &"2".repeat(61)), Some(PackFault::Shape));
}

#[test]
fn a_pack_with_a_line_in_a_line_or_two_columns_of_one_name_is_refused() {
    let fault = |change: &dyn Fn(&mut Vec<Value>)| {
        fault_after(|pack| {
            let sections = pack.pointer_mut("/stages/0/document")?.as_array_mut()?.iter_mut();
            let mut fields = sections.filter_map(|section| section["fields"].as_array_mut()).flatten();
            change(fields.find(|field| field["kind"] == "each")?["fields"].as_array_mut()?);
            Some(Value::Null)
        })
    };
    let column = |kind: &str, list: &str| json!({"name": "x", "kind": kind, "list": list, "label": {"id": "x", "en": "x"}});
    for (kind, list) in [("each", "levels"), ("rows", ""), ("choices", "levels")] {
        let nested = fault(&|columns| columns[0] = column(kind, list));
        assert_eq!(nested, Some(PackFault::Field("x".into())), "{kind}");
    }
    let doubled = fault(&|columns| columns.push(columns[0].clone()));
    assert!(matches!(doubled, Some(PackFault::Field(_))));
}

#[test]
fn a_pack_with_an_item_twice_or_with_a_text_that_deceives_is_refused() {
    let doubled = fault_after(|pack| {
        let list = pack.pointer_mut("/lists/indicators")?.as_array_mut()?;
        list.push(list[0].clone());
        Some(Value::Null)
    });
    assert_eq!(doubled, Some(PackFault::Shape));
    for text in ["Nilai \u{202E}kiab", "Guru\u{200B}", "a\u{7}"] {
        let fault = fault_after(|pack| Some(std::mem::replace(pack.pointer_mut("/title/id")?, json!(text))));
        assert_eq!(fault, Some(PackFault::Shape), "{text:?}");
    }
}

/// Edits the shipped pack and gives the reason for which it is then refused. An edit that finds
/// nothing to change is no reason.
fn fault_after(edit: impl FnOnce(&mut Value) -> Option<Value>) -> Option<PackFault> {
    let mut pack = json_of(ID_2025);
    let before = pack.clone();
    edit(&mut pack);
    assert_ne!(pack, before, "the edit changed nothing");
    Pack::read(&pack.to_string(), Position::Teacher).err()
}

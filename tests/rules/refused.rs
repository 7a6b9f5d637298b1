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

/// Edits the shipped pack and gives the reason for which it is then refused. An edit that finds
/// nothing to change is no reason.
fn fault_after(edit: impl FnOnce(&mut Value) -> Option<Value>) -> Option<PackFault> {
    let mut pack = json_of(ID_2025);
    let before = pack.clone();
    edit(&mut pack);
    assert_ne!(pack, before, "the edit changed nothing");
    Pack::read(&pack.to_string(), Position::Teacher).err()
}

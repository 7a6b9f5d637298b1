//! Text that is pasted from a word processor, from the input to the signed record.

use super::people::People;
use super::script::stage_of;
use paraf::app::route::Route;
use paraf::domain::stage::Stage;
use paraf::seal::record::Record;

/// Every mark that ends a line or parts words where text comes from, between two words each.
const PASTED: &str =
    "satu\u{b}dua\u{c}tiga\rempat\r\nlima\u{85}enam\u{2028}tujuh\u{2029}delapan\u{7}sembilan";

fn newest_text(people: &People) -> String {
    let dossier = people.dossier("guru").unwrap();
    dossier.counted().map(Record::text).last().unwrap().to_string()
}

#[test]
fn what_was_apart_in_a_word_processor_is_signed_apart() {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.write("guru", Stage::Planning).unwrap();
    people.type_in("guru", "reason", PASTED).unwrap();
    people.sign("guru", Stage::Planning).unwrap();
    let lines = r"satu\ndua\ntiga\nempat\nlima\nenam\ntujuh\ndelapan sembilan";
    assert!(newest_text(&people).contains(lines), "{}", newest_text(&people));
    people.hand_over("guru", "ks").unwrap();
    // A note has lines too, and goes the same way.
    people.send_back("ks", Stage::Planning, PASTED).unwrap();
    people.hand_over("ks", "guru").unwrap();
    assert!(newest_text(&people).contains(lines), "{}", newest_text(&people));
}

#[test]
fn in_a_single_line_every_line_end_is_a_space() {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.agree_on("guru", "ks", stage_of("planning").unwrap()).unwrap();
    people.write("guru", Stage::Preparation).unwrap();
    people.type_in("guru", "class", "5B\u{b}siang\u{2028}hari").unwrap();
    people.sign("guru", Stage::Preparation).unwrap();
    assert!(newest_text(&people).contains("5B siang hari"), "{}", newest_text(&people));
}

#[test]
fn a_name_that_is_pasted_in_two_lines_stays_two_words() {
    let mut people = People::nobody();
    people.set_up("guru", true, false).unwrap();
    people.open("guru", Route::Details).unwrap();
    people.type_in("guru", "name", "Sri\u{b}Wahyuni\u{2028}S.Pd.").unwrap();
    let stored =
        |people: &People| people.tab("guru").unwrap().storage.borrow().entry("new").unwrap_or_default();
    people.open("guru", Route::Home).unwrap();
    assert!(stored(&people).contains("Sri Wahyuni S.Pd."), "{}", stored(&people));
}

//! Files that somebody changed or took a part of on their way.

use super::people::{People, passphrase};
use paraf::app::route::Route;
use paraf::domain::stage::Stage;
use paraf::seal::canonical::Hash;
use paraf::seal::key::{Seed, SigningKey};
use paraf::seal::record::{Content, Record};

#[test]
fn a_stranger_who_adds_to_a_file_on_its_way_cannot_fill_the_dossier() {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.write("guru", Stage::Planning).unwrap();
    people.sign("guru", Stage::Planning).unwrap();
    people.hand_over("guru", "ks").unwrap();
    people.send_back("ks", Stage::Planning, "Perbaiki.").unwrap();
    people.send_file("ks").unwrap();
    let (name, text) = people.tab("ks").unwrap().files.last().unwrap().clone();
    let dossier = people.dossier("ks").unwrap();
    let (id, stranger) = (dossier.id(), SigningKey::from_seed(&Seed::from_bytes([9; 32])));
    let sign = |number: u64| {
        let content = Content::Reopen { note: "Titipan.".into() };
        let at = format!("2025-01-06T{:02}:{:02}:{:02}Z", number / 3600, number / 60 % 60, number % 60);
        Record::sign(&content, Some(id), &[(id, 0)], &stranger, &at).unwrap().text().to_string()
    };
    let more: Vec<String> = (0..1997).map(sign).collect();
    let file = text.replacen("\"records\": [\n", &["\"records\": [\n", &more.join(",\n"), ",\n"].concat(), 1);
    people.take_in("guru", &name, file.as_bytes()).unwrap();
    assert_eq!(people.dossier("guru").unwrap().counted().count(), 3);
    people.write("guru", Stage::Planning).unwrap();
    people.sign("guru", Stage::Planning).unwrap();
    people.hand_over("guru", "ks").unwrap();
    people.agree("ks", Stage::Planning).unwrap();
    people.hand_over("ks", "guru").unwrap();
    assert_eq!(people.dossier("guru").unwrap().counted().count(), 5, "the answer of the superior is refused");
}

#[test]
fn a_part_of_a_backup_is_not_called_the_whole() {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.open("guru", Route::Keep).unwrap();
    let label = people.texts("guru").unwrap().keep.save_all;
    people.press("guru", label).unwrap();
    let (name, text) = people.tab("guru").unwrap().files.last().unwrap().clone();
    // A person with very many contacts gets the entries in the first file and the dossiers in others.
    let (entries, _) = text.split_once("],\"dossiers\":[").unwrap();
    let first = [entries, "],\"dossiers\":[]}}"].concat();
    let first = first.replacen("\"archive\":{", "\"archive\":{\"part\":1,\"of\":2,", 1);
    people.arrive("guru").unwrap();
    people.with("guru", |tab, clock| tab.take_in(&name, first.as_bytes(), clock)).unwrap();
    people.type_in("guru", "passphrase", &passphrase("guru")).unwrap();
    let label = people.texts("guru").unwrap().setup.restore_button;
    people.press("guru", label).unwrap();
    let never = people.texts("guru").unwrap().keep.never;
    assert_eq!(people.screen("guru").unwrap().frame.kept.unwrap().label, never);
}

#[test]
fn a_promise_that_was_put_into_a_backup_is_never_signed() {
    let mut people = People::nobody();
    people.set_up("guru", true, false).unwrap();
    let files = people.tab("guru").unwrap().files.clone();
    let (name, text) = files.iter().find(|(name, _)| name.contains("kunci")).unwrap();
    let at = text.find("\"nextKey\":\"sha256:").unwrap() + 11;
    let theirs = Hash::of_bytes(b"the key of a thief").to_string();
    let forged = [&text[..at], &theirs, &text[at + theirs.len()..]].concat();
    people.arrive("guru").unwrap();
    people.with("guru", |tab, clock| tab.take_in(name, forged.as_bytes(), clock)).unwrap();
    people.type_in("guru", "passphrase", &passphrase("guru")).unwrap();
    let label = people.texts("guru").unwrap().setup.restore_button;
    people.press("guru", label).unwrap();
    if people.invite("guru", true, &[]).is_ok() {
        let signed = &people.tab("guru").unwrap().files.last().unwrap().1;
        assert!(!signed.contains(&theirs), "the owner signed a card that promises the key of a thief");
    }
}

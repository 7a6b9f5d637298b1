//! Files that somebody changed or took a part of on their way.

use super::people::{People, passphrase};
use paraf::app::route::Route;
use paraf::domain::stage::Stage;
use paraf::seal::canonical::Hash;
use paraf::seal::key::{Seed, SigningKey};
use paraf::seal::record::{Content, Record};

/// Restores a person in a new browser, out of a file.
fn restore(people: &mut People, name: &str, file: &str) {
    people.arrive("guru").unwrap();
    people.with("guru", |tab, clock| tab.take_in(name, file.as_bytes(), clock)).unwrap();
    people.type_in("guru", "passphrase", &passphrase("guru")).unwrap();
    let label = people.texts("guru").unwrap().setup.restore_button;
    people.press("guru", label).unwrap();
}

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
        Record::sign(&content, Some(id), &[(id, 0)], &stranger, at.as_str()).unwrap().text().to_string()
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
    people.open("guru", Route::Backup).unwrap();
    let label = people.texts("guru").unwrap().keep.save_all;
    people.press("guru", label).unwrap();
    let (name, text) = people.tab("guru").unwrap().files.last().unwrap().clone();
    // A person with very many contacts gets the entries in the first file and the dossiers in others.
    let (entries, _) = text.split_once("],\"dossiers\":[").unwrap();
    let first = [entries, "],\"dossiers\":[]}}"].concat();
    let first = first.replacen("\"archive\":{", "\"archive\":{\"part\":1,\"of\":2,", 1);
    restore(&mut people, &name, &first);
    let never = people.texts("guru").unwrap().keep.never;
    assert_eq!(people.screen("guru").unwrap().frame.kept.unwrap().label, never);
}

#[test]
fn a_promise_that_was_put_into_a_backup_is_never_signed() {
    let mut people = People::nobody();
    people.set_up("guru", true, false).unwrap();
    let files = people.tab("guru").unwrap().files.clone();
    let (name, text) = files.iter().find(|(name, _)| name.contains("cadangan")).unwrap();
    let at = text.find("\"nextKey\":\"sha256:").unwrap() + 11;
    let theirs = Hash::of_bytes(b"the key of a thief").to_string();
    let forged = [&text[..at], &theirs, &text[at + theirs.len()..]].concat();
    restore(&mut people, name, &forged);
    if people.invite("guru", true, &[]).is_ok() {
        let signed = &people.tab("guru").unwrap().files.last().unwrap().1;
        assert!(!signed.contains(&theirs), "the owner signed a card that promises the key of a thief");
    }
}

#[test]
fn no_archive_brings_what_could_not_be_sent_on() {
    use paraf::json::{object, text};
    use paraf::seal::bundle::{FileFault, Parcel};
    use paraf::seal::canonical::written;
    use paraf::seal::proof;
    use paraf::seal::record::RecordFault;
    use paraf::seal::strict::ParseFault;
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    let seed = super::shell::stored_seed(&people.tab("ks").unwrap().storage.borrow(), &passphrase("ks"));
    let key = SigningKey::from_seed(&seed.unwrap());
    let id = people.dossier("ks").unwrap().id();
    // Of a newer app, and as deep as an archive may hold it: one more than a bundle may.
    let mut body = object([("isi", 1.into())]);
    for _ in 0..29 {
        body = object([("baru", body)]);
    }
    let record = object([
        ("format", 2.into()),
        ("type", text("Revision")),
        ("dossier", text(&id.to_string())),
        ("seq", 1.into()),
        ("parents", paraf::json::texts(&[id.to_string()])),
        ("by", text(key.did().as_str())),
        ("body", body),
    ]);
    let record = written(&proof::sign(record, &key, "2025-02-01T00:00:00Z"));
    let file = [
        "{\"app\":\"paraf\",\"format\":1,\"archive\":{\"entries\":[],\"dossiers\":[{\"dossier\":\"",
        &id.to_string(),
        "\",\"records\":[",
        &record,
        "]}]}}",
    ]
    .concat();
    let fault = FileFault::Record(0, RecordFault::Parse(ParseFault::TooDeep));
    assert_eq!(Parcel::read(file.as_bytes()), Err(fault));
}

#[test]
fn a_new_key_is_told_also_when_an_archive_brings_it() {
    use super::people::Way;
    use paraf::app::case::Case;
    use paraf::seal::archive;
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.send_file("ks").unwrap();
    people.set_up_with("guru.2", true, false, Some("guru")).unwrap();
    people.receive("guru.2", "ks", None, &Way::Whole).unwrap();
    let id = people.dossier("guru.2").unwrap().id();
    people.open("guru.2", Route::Case(id, Case::Key)).unwrap();
    people.press_id("guru.2", "act").unwrap();
    people.give_passphrase("guru.2", &passphrase("guru")).unwrap();
    let file = archive::write(&[], &[people.dossier("guru.2").unwrap()]).remove(0);
    people.take_in("ks", "arsip.json", file.as_bytes()).unwrap();
    let app = &people.tab("ks").unwrap().app;
    let texts = people.texts("ks").unwrap();
    let told = &paraf::screens::parts::arrivals::arrivals(app, texts)[0];
    assert!(told.what.contains("mengganti kuncinya"), "told: {} {}", told.what, told.next);
}

#[test]
fn one_of_several_files_of_a_stopped_page_is_not_called_the_whole() {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    // A large storage is saved in several files; each has the person, and this one nothing else.
    people.storage("guru", |storage| storage.entries.retain(|name, _| name.ends_with("/me"))).unwrap();
    people.save_cells("guru").unwrap();
    let (name, text) = people.tab("guru").unwrap().files.last().unwrap().clone();
    restore(&mut people, &name, &text);
    let never = people.texts("guru").unwrap().keep.never;
    assert_eq!(people.screen("guru").unwrap().frame.kept.unwrap().label, never);
}

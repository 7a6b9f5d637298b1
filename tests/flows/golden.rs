//! What this version stores, kept for the versions to come.

use super::people::People;
use paraf::domain::stage::Stage;
use std::fmt::Write as _;

/// Writes down what an employee and their superior have stored, when it is asked for: one cell a line.
/// A fixture of a released version is never written anew.
#[test]
fn what_two_people_store_can_be_written_down() {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.agree_on("guru", "ks", Stage::Planning).unwrap();
    people.write("guru", Stage::Preparation).unwrap();
    for (who, name) in [("guru", "v2-employee"), ("ks", "v2-superior")] {
        let entries = people.tab(who).unwrap().storage.borrow().entries.clone();
        let mut lines = String::new();
        for (name, text) in &entries {
            let _ = writeln!(lines, "{name}\t{}", text.replace('\\', "\\\\").replace('\n', "\\n"));
        }
        assert!(entries.len() >= 6, "{who} has {} entries", entries.len());
        if std::env::var_os("WRITE_STORE").is_some() {
            let path = format!("{}/tests/data/store/{name}.txt", env!("CARGO_MANIFEST_DIR"));
            std::fs::write(path, lines).unwrap();
        }
    }
}

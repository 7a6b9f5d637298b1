//! The conversion of a grade into credit.

use super::{ID_2025, PACKS};
use paraf::domain::document::{Document, Path};
use paraf::domain::stage::Position;
use paraf::rules::credit::credit;
use paraf::rules::pack::Pack;

fn assessment(ratings: [&str; 2], level: &str, months: &str) -> Document {
    let mut document = Document::default();
    let questions = ["work_result", "work_behaviour", "credit_level", "credit_months"];
    for (question, answer) in questions.iter().zip([ratings[0], ratings[1], level, months]) {
        document.set_text(&Path::Field((*question).into()), answer);
    }
    document
}

#[test]
fn credit_is_per_cent_of_the_coefficient_for_the_months_served() {
    let pack = Pack::read(ID_2025, Position::Teacher).unwrap();
    let levels: Vec<&str> = pack.list("career_levels").iter().map(|item| item.id.as_str()).collect();
    // Ratings, level, months, result in hundredths. The first line is the published example.
    let cases = [
        (["meets", "meets"], 0, "2", 208),
        (["meets", "meets"], 0, "12", 1250),
        (["above", "above"], 0, "12", 1875),
        (["below", "meets"], 1, "12", 1875),
        (["meets", "below"], 2, "6", 938),
        (["below", "below"], 3, "12", 1250),
        (["above", "above"], 3, "12", 7500),
    ];
    for (ratings, level, months, wanted) in cases {
        let document = assessment(ratings, levels[level], months);
        let found = credit(&pack, &document).map(|credit| credit.points);
        assert_eq!(found, Some(wanted), "{ratings:?} {} {months}", levels[level]);
    }
}

#[test]
fn without_a_rating_a_level_or_possible_months_nothing_is_converted() {
    let pack = Pack::read(ID_2025, Position::Teacher).unwrap();
    let level = pack.list("career_levels")[0].id.clone();
    let no = |ratings, level: &str, months| {
        assert_eq!(credit(&pack, &assessment(ratings, level, months)), None, "{ratings:?} {level} {months}");
    };
    no(["meets", ""], &level, "12");
    no(["meets", "meets"], "", "12");
    no(["meets", "meets"], "no_such_level", "12");
    for months in ["", "0", "13", "-1", "1.5", "setahun", "99999999999999999999999"] {
        no(["meets", "meets"], &level, months);
    }
}

#[test]
fn every_period_can_convert_for_both_kinds_of_employee() {
    for (id, text, ..) in PACKS {
        for position in Position::ALL {
            let pack = Pack::read(text, position).unwrap();
            for level in pack.list("career_levels") {
                let document = assessment(["above", "above"], &level.id, "6");
                assert!(
                    credit(&pack, &document).is_some_and(|credit| credit.points > 0),
                    "{id} {}",
                    level.id
                );
            }
        }
    }
}

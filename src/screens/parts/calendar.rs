//! The months of a dossier's period, with the stages that were agreed in each, or are advised in it.

use crate::app::App;
use crate::app::duties::deadline::deadline;
use crate::app::library::summary::Deadline;
use crate::app::moment::Moment;
use crate::domain::date::date;
use crate::domain::stage::Stage;
use crate::lang::{Texts, fill};
use crate::screens::block::{Block, Month, MonthIs, Months, Sign};
use crate::screens::parts::stage_sign::sign;
use crate::seal::dossier::Dossier;
use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;

/// Gives the calendar of a dossier; none while the text of its rules is not here, which say when the period is.
pub fn months(app: &App, t: &'static Texts, dossier: &Dossier) -> Option<Block> {
    let genesis = dossier.genesis()?;
    let pack = app.library.rule_packs.of(genesis)?;
    let (from, to) = (number(date(&pack.from)?), number(date(&pack.to)?));
    let today = number(app.library.now.local().0);
    // What was agreed outside of the period stands in the month in which it was advised.
    let month_of = |stage: Stage| {
        let agreed = dossier.stage(stage).agreed.and_then(|agreed| dossier.record(&agreed.cosign));
        let agreed = agreed.map(|record| number(Moment::of(record).local().0));
        let advised = || match deadline(&app.library, dossier, stage)? {
            Deadline::Planned((day, _)) | Deadline::Rules { last: day, .. } => Some(number(day)),
        };
        agreed.filter(|month| (from..=to).contains(month)).or_else(advised)
    };
    let stages: Vec<(Option<i32>, Sign)> = Stage::ALL
        .into_iter()
        .map(|stage| {
            let said = sign(t, stage, dossier.stage(stage).state);
            (month_of(stage), Sign { words: [t.stage_name(stage), ": ", &said.words].concat(), ..said })
        })
        .collect();
    let month = |month: i32| Month {
        name: t
            .facts
            .months
            .split(' ')
            .nth((month % 12) as usize)
            .unwrap_or_default()
            .chars()
            .take(3)
            .collect(),
        signs: stages.iter().filter(|(at, _)| *at == Some(month)).map(|(_, sign)| sign.clone()).collect(),
        is: match month.cmp(&today) {
            Ordering::Less => MonthIs::Past,
            Ordering::Equal => MonthIs::Current,
            Ordering::Greater => MonthIs::Coming,
        },
    };
    Some(Block::Months(Months {
        heading: fill(t.dossier.glance, &[&genesis.period]),
        months: (from..=to).take(12).map(month).collect(),
        note: t.dossier.glance_note,
    }))
}

/// Numbers the months of all years.
fn number(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

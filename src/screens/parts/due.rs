//! By when a stage should be done: what the two agreed on, what the rules say, and what is only our advice.
use crate::app::App;
use crate::app::duties::documents::document_of;
use crate::app::duties::schedule;
use crate::app::moment::Moment;
use crate::domain::date::date;
use crate::domain::stage::{Stage, Turn};
use crate::lang::{Texts, fill};
use crate::seal::dossier::Dossier;

/// By when a stage should be done, in words.
pub struct Due {
    /// For the card that says what to do now.
    pub card: String,
    /// For the line of the stage in the thread.
    pub row: String,
    /// Whether that day has passed and counts.
    pub is_late: bool,
}

/// Gives the day by which a stage should be done: of an observation that is still to come the one on which the two
/// agreed last, else the one that the rules recommend; none in a dossier that ended. What is our own advice makes nobody late, and whoever begins
/// after the days for planning hears once that they have passed.
pub fn due(app: &App, t: &Texts, dossier: &Dossier, stage: Stage) -> Option<Due> {
    if dossier.closed().is_some() {
        return None;
    }
    let facts = dossier.stage(stage);
    let today = app.library.now.local().0;
    let plan = dossier.stage(Stage::Preparation).agreed.map(|agreed| agreed.revision);
    let plan = plan.filter(|_| stage == Stage::Observation && facts.heads.is_empty());
    if let Some(planned) = plan.and_then(|plan| schedule::planned(document_of(dossier, &plan)?)) {
        let (day, (hour, minute)) = planned;
        let words = fill(t.frame.day_at_time, &[&app.lang.day(day), &app.lang.time(hour, minute)]);
        let is_late = day < today;
        let card = fill(if is_late { t.turn.planned_late } else { t.turn.planned }, &[&words]);
        return Some(Due { card, row: fill(t.dossier.planned, &[&words]), is_late });
    }
    let pack = app.library.rule_packs.of(dossier.genesis()?)?;
    let rules = pack.stage(stage);
    let last = date(&rules.until)?;
    let last_word = app.lang.day(last);
    let row = if rules.is_until_ours() { t.dossier.ours } else { t.dossier.until };
    let begun = dossier.record(&dossier.id()).map(|first| Moment::of(first).local().0);
    let begins_late = begun > date(&pack.stage(Stage::Planning).until);
    if begins_late && last < today {
        let card =
            if stage == Stage::Planning { fill(t.turn.begun_late, &[&last_word]) } else { String::new() };
        // The thread tells the day without a colour, as it does of every day.
        return Some(Due { card, row: fill(row, &[&last_word]), is_late: false });
    }
    let is_late = last < today && !rules.is_until_ours();
    let is_answered_next = facts.state.turn(stage) == Turn::Of(stage.writer().other());
    let (card, day) = match date(&rules.answer_from) {
        _ if is_late => (t.turn.late, last_word),
        Some(from) if is_answered_next || from <= today => {
            let days = fill(t.rules.days, &[&app.lang.day(from), &last_word]);
            return Some(Due {
                card: fill(t.turn.answer, &[&days]),
                row: fill(t.dossier.until, &[&days]),
                is_late,
            });
        }
        Some(from) => (t.turn.by_when, from.pred_opt().map_or(last_word, |day| app.lang.day(day))),
        None if rules.is_until_ours() => (t.turn.ours, last_word),
        None => (t.turn.by_when, last_word),
    };
    Some(Due { card: fill(card, &[&day]), row: fill(row, &[&day]), is_late })
}

//! By when a stage should be done: what the two agreed on, what the rules say, and what is only our advice.
use crate::app::App;
use crate::app::library::summary::Deadline;
use crate::domain::stage::Stage;
use crate::lang::{Texts, fill};

/// By when a stage should be done, in words.
pub struct Due {
    /// For the card that says what to do now.
    pub card: String,
    /// For the line of the stage in the thread.
    pub row: String,
    /// Whether that day has passed and counts.
    pub is_late: bool,
}

/// Says by when a stage should be done. What is our own advice makes nobody late, and whoever begins after the days for
/// planning hears once that they have passed.
pub fn due(app: &App, t: &Texts, stage: Stage, deadline: Deadline) -> Due {
    let today = app.library.now.local().0;
    let (last, answer_from, is_ours, begins_late, is_answered_next) = match deadline {
        Deadline::Planned((day, (hour, minute))) => {
            let words = fill(t.frame.day_at_time, &[&app.lang.day(day), &app.lang.time(hour, minute)]);
            let is_late = day < today;
            let card = fill(if is_late { t.turn.planned_late } else { t.turn.planned }, &[&words]);
            return Due { card, row: fill(t.dossier.planned, &[&words]), is_late };
        }
        Deadline::Rules { last, answer_from, is_ours, begins_late, is_answered_next } => {
            (last, answer_from, is_ours, begins_late, is_answered_next)
        }
    };
    let last_word = app.lang.day(last);
    let row = if is_ours { t.dossier.ours } else { t.dossier.until };
    if begins_late && last < today {
        let card =
            if stage == Stage::Planning { fill(t.turn.begun_late, &[&last_word]) } else { String::new() };
        // The thread tells the day without a colour, as it does of every day.
        return Due { card, row: fill(row, &[&last_word]), is_late: false };
    }
    let is_late = last < today && !is_ours;
    let (card, day) = match answer_from {
        _ if is_late => (t.turn.late, last_word),
        Some(from) if is_answered_next || from <= today => {
            let days = fill(t.rules.days, &[&app.lang.day(from), &last_word]);
            let card = fill(t.turn.answer, &[&days]);
            return Due { card, row: fill(t.dossier.until, &[&days]), is_late };
        }
        Some(from) => (t.turn.by_when, from.pred_opt().map_or(last_word, |day| app.lang.day(day))),
        None if is_ours => (t.turn.ours, last_word),
        None => (t.turn.by_when, last_word),
    };
    Due { card: fill(card, &[&day]), row: fill(row, &[&day]), is_late }
}

//! Days, times and the words of a rule pack, as they are read.
use crate::app::App;
use crate::app::moment::Moment;
use crate::domain::stage::Stage;
use crate::lang::{Lang, Texts, fill, own, source_name};
use crate::rules::pack::{Confidence, Item, Words};
use crate::screens::block::list::Term;
use crate::seal::record::Record;

/// Writes a local time of the day.
pub(crate) fn time(app: &App, moment: Moment) -> String {
    let (_, hour, minute) = moment.local();
    app.lang.time(hour, minute)
}

/// Writes a local day and time.
pub(crate) fn day_and_time(app: &App, moment: Moment) -> String {
    let (day, hour, minute) = moment.local();
    fill(app.lang.texts().frame.day_at_time, &[&app.lang.day(day), &app.lang.time(hour, minute)])
}

/// Writes the day that a letter claims.
pub(crate) fn day(app: &App, stamp: &str) -> String {
    app.library.now.read(stamp).map_or(stamp.to_string(), |moment| app.lang.day(moment.local().0))
}

/// Writes when a record says it was signed: in the zone in which it was, so that it reads the same for both
/// sides, and with the name of that zone.
pub(crate) fn signed(app: &App, record: &Record) -> String {
    signed_at(app, Moment::of(record))
}

/// Writes the moment of a signature, which carries its zone.
pub(crate) fn signed_at(app: &App, moment: Moment) -> String {
    [&day_and_time(app, moment), "\u{a0}", &zone_name(app.lang, moment.offset)].concat()
}

/// Names a zone: those of Indonesia by their names, others by their offset.
fn zone_name(lang: Lang, offset: i32) -> String {
    match offset {
        420 => own("WIB"),
        480 => own("WITA"),
        540 => own("WIT"),
        0 => own("UTC"),
        _ => {
            let (sign, minutes) = (if offset < 0 { "−" } else { "+" }, offset.unsigned_abs());
            ["UTC", sign, &lang.time(minutes / 60, minutes % 60)].concat()
        }
    }
}

/// Writes a time that this device noted.
pub(crate) fn stamp(app: &App, stamp: &str) -> String {
    app.library.now.read(stamp).map_or(stamp.to_string(), |moment| day_and_time(app, moment))
}

/// Picks the text of a pack in the language of the app.
pub fn say(lang: Lang, words: &Words) -> &str {
    match lang {
        Lang::Id => &words.id,
        Lang::En => &words.en,
    }
}

/// Gives an item as a word that opens its meaning, examples and source.
pub fn term(app: &App, t: &Texts, item: &Item) -> Term {
    let mut meaning: Vec<String> =
        item.meaning.iter().map(|words| say(app.lang, words).to_string()).collect();
    meaning.extend(examples(app, t, item));
    meaning.push(source(app, t, &item.source, item.confidence));
    Term { word: say(app.lang, &item.name).to_string(), meaning }
}

/// Says in words where something is from, and how well it is known.
pub fn source(app: &App, t: &Texts, named: &str, confidence: Confidence) -> String {
    fill(t.form.source, &[&source_name(app.lang, named), t.confidence(confidence)])
}

/// Gives the examples of an item, to do and to avoid.
pub fn examples(app: &App, t: &Texts, item: &Item) -> Vec<String> {
    let list =
        |words: &[Words]| words.iter().map(|words| say(app.lang, words)).collect::<Vec<_>>().join("; ");
    let both = [(t.form.examples_do, &item.good), (t.form.examples_avoid, &item.avoid)];
    let told = both.into_iter().filter(|(_, words)| !words.is_empty());
    told.map(|(text, words)| fill(text, &[&list(words)])).collect()
}

/// Names a stage with its period, or the period alone.
pub fn stage_and_period(t: &Texts, stage: Option<Stage>, period: &str) -> String {
    stage.map_or(period.to_string(), |stage| [t.stage_name(stage), " ", period].concat())
}

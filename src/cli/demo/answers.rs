//! Answers a form as a person would, whatever the form asks: each input by its kind, and words by its
//! name. So a changed rule pack still gives documents that pass its checks.

use super::order::Length;
use super::people::Actor;
use super::random::Random;
use super::texts::{self, Topic};
use chrono::{Days, NaiveDate};
use paraf::domain::document::{Answer, Document, ITEM, Path, Row};
use paraf::domain::evidence::Fingerprint;
use paraf::domain::stage::Stage;
use paraf::rules::check::ROWS_MAX;
use paraf::rules::form::{Context, find, is_asked, is_optional, items};
use paraf::rules::pack::{Field, Item, Kind, Pack, Section};

/// What is answered, and where and when.
pub struct Setting<'a> {
    /// The rules.
    pub pack: &'a Pack,
    /// The teacher whose dossier it is.
    pub teacher: &'a Actor,
    /// The colleague who observes for the superior.
    pub observer: Option<&'a Actor>,
    /// How much is answered.
    pub length: Length,
    /// The stage.
    pub stage: Stage,
    /// Whether the other side answers, about a version that stands in the context.
    pub is_reply: bool,
    /// The questions.
    pub form: &'a [Section],
    /// The documents so far.
    pub context: Context,
    /// The day of writing.
    pub today: NaiveDate,
    /// The day on which the time that the document looks back on began.
    pub since: NaiveDate,
}

/// Answers all questions that are asked; of those that may be left empty, usually most.
pub fn fill(setting: &mut Setting, random: &mut Random) -> Document {
    let mut document = Document::default();
    // What was chosen last: a note about a rating has to fit the rating.
    let mut tone = None;
    for field in setting.form.iter().flat_map(|section| &section.fields) {
        let is_left_out = is_optional(field, &setting.context) && is_skipped(setting, 30, random);
        if is_left_out || !is_asked(field, &setting.context) || is_half(setting, field, &document) {
            continue;
        }
        let answer = match field.kind {
            Kind::Choices => Answer::Many(choose_several(setting, field, random)),
            Kind::Each => Answer::Rows(each(setting, field, random)),
            Kind::Rows => Answer::Rows(rows(setting, field, random)),
            kind => {
                let is_usual = setting.length == Length::Usual;
                let is_short = matches!(kind, Kind::Date | Kind::Time) || kind == Kind::Line && is_usual;
                let known = is_short.then(|| said_before(setting, &field.name)).flatten();
                let new = || text(setting, field, None, tone.as_deref(), setting.today, random);
                Answer::Text(known.unwrap_or_else(new))
            }
        };
        if let (Kind::Choice, Answer::Text(chosen)) = (field.kind, &answer) {
            tone = Some(chosen.clone());
        }
        document.put(&field.name, answer);
        if !setting.is_reply {
            setting.context.set(setting.stage, document.clone());
        }
    }
    document
}

/// Says whether what may be left empty is.
fn is_skipped(setting: &Setting, percent: usize, random: &mut Random) -> bool {
    match setting.length {
        Length::Usual => random.chance(percent),
        Length::Shortest => true,
        Length::Longest => false,
    }
}

/// Gives how many of at least and at most so many.
fn count(setting: &Setting, least: usize, most: usize, random: &mut Random) -> usize {
    match setting.length {
        Length::Usual => random.between(least, most.max(least)),
        Length::Shortest => least,
        Length::Longest => most.max(least),
    }
}

/// Says whether a question goes with another one that was left empty: months of no level.
fn is_half(setting: &Setting, field: &Field, document: &Document) -> bool {
    let credit = setting.pack.credit.as_ref();
    credit.is_some_and(|(level, months)| field.name == *months && document.field(level).is_empty())
}

/// Writes one of the texts of a document anew.
pub fn improve(setting: &Setting, mut document: Document, random: &mut Random) -> Document {
    let inputs = texts_of(setting.form, &document);
    if let Some((path, field)) = inputs.get(random.below(inputs.len())) {
        let changed = texts::changed(document.text(path), field, random);
        document.set_text(path, &changed);
    }
    document
}

/// Lists the longer texts of a document that are not empty, with their questions.
pub fn texts_of<'a>(form: &'a [Section], document: &Document) -> Vec<(Path, &'a Field)> {
    let mut inputs: Vec<(Path, &Field)> = Vec::new();
    for field in form.iter().flat_map(|section| &section.fields) {
        let columns = field.fields.iter().filter(|column| column.kind == Kind::Text);
        match field.kind {
            Kind::Text => inputs.push((Path::Field(field.name.clone()), field)),
            Kind::Each | Kind::Rows => inputs.extend(columns.flat_map(|column| {
                let lines = document.rows(&field.name).iter().enumerate();
                lines.map(move |(line, row)| match row.get(ITEM) {
                    Some(item) => {
                        (Path::OfItem(field.name.clone(), item.clone(), column.name.clone()), column)
                    }
                    None => (Path::OfRow(field.name.clone(), line, column.name.clone()), column),
                })
            })),
            _ => {}
        }
    }
    inputs.retain(|(path, _)| !document.text(path).is_empty());
    inputs
}

fn choose_several(setting: &Setting, field: &Field, random: &mut Random) -> Vec<String> {
    let mut offered: Vec<String> = offered(setting, field).iter().map(|item| item.id.clone()).collect();
    let least = field.min.unwrap_or(usize::from(!field.optional)).max(1).min(offered.len());
    let most = field.max.unwrap_or(offered.len()).min(offered.len());
    let wanted = count(setting, least, most, random);
    while offered.len() > wanted {
        offered.remove(random.below(offered.len()));
    }
    offered
}

fn each(setting: &Setting, field: &Field, random: &mut Random) -> Vec<Row> {
    let row_of = |item: &&Item| {
        let mut row = columns(setting, field, Some(item), setting.today, random);
        // A line about an item that says nothing is not written.
        (!row.is_empty()).then(|| {
            row.insert(ITEM.to_string(), item.id.clone());
            row
        })
    };
    offered(setting, field).iter().filter_map(row_of).collect()
}

fn rows(setting: &Setting, field: &Field, random: &mut Random) -> Vec<Row> {
    let least = field.min.unwrap_or(0).max(1);
    let most = match setting.length {
        Length::Longest => field.max.unwrap_or(ROWS_MAX),
        Length::Usual | Length::Shortest => field.max.unwrap_or(4).min(least + 3),
    };
    let count = count(setting, least, most, random);
    let days = u64::try_from((setting.today - setting.since).num_days()).unwrap_or_default();
    let day_of = |line: usize| setting.since + Days::new(days * (line as u64 + 1) / (count as u64 + 1));
    (0..count).map(|line| columns(setting, field, None, day_of(line), random)).collect()
}

fn columns(
    setting: &Setting,
    field: &Field,
    item: Option<&Item>,
    day: NaiveDate,
    random: &mut Random,
) -> Row {
    let mut row = Row::new();
    let mut tone = None;
    for column in &field.fields {
        let is_left_out = is_optional(column, &setting.context) && is_skipped(setting, 40, random);
        if is_left_out || !is_asked(column, &setting.context) {
            continue;
        }
        let text = text(setting, column, item, tone.as_deref(), day, random);
        if column.kind == Kind::Choice {
            tone = Some(text.clone());
        }
        row.insert(column.name.clone(), text);
    }
    row
}

fn text(
    setting: &Setting,
    field: &Field,
    item: Option<&Item>,
    tone: Option<&str>,
    day: NaiveDate,
    random: &mut Random,
) -> String {
    match field.kind {
        Kind::Choice => choose(setting, field, random),
        Kind::Date => {
            // The preparation arranges a day that is still to come.
            let ahead = if setting.stage == Stage::Preparation { 7 + random.long_below(9) } else { 0 };
            (day + Days::new(ahead)).to_string()
        }
        Kind::Number => {
            let (least, most) = (field.min.unwrap_or(1), field.max.unwrap_or(999));
            let most = if setting.length == Length::Longest { most } else { most.min(least + 24) };
            count(setting, least, most, random).to_string()
        }
        Kind::Evidence if setting.length == Length::Usual => evidence(setting, random),
        Kind::Line if field.name == "observer_name" => {
            setting.observer.map_or(setting.teacher, |observer| observer).card.person.name().to_string()
        }
        Kind::Time => random.pick(&["07:00", "07:40", "08:20", "09:15", "10:00", "10:40"]).to_string(),
        _ => match setting.length {
            Length::Usual => texts::compose(field, &topic(setting, item, tone, random), random),
            Length::Shortest => texts::shortest(texts::limits(field).0, random),
            Length::Longest => texts::longest(texts::limits(field).1, field.kind == Kind::Text, random),
        },
    }
}

/// Makes up what shows that something was done: a link to a place that cannot exist, the fingerprint of
/// a file that nobody has, or where a paper lies.
fn evidence(setting: &Setting, random: &mut Random) -> String {
    let number = random.between(1, 40).to_string();
    match random.below(5) {
        0 | 1 => {
            let kind = random.pick(&["foto", "catatan", "lembar-kerja", "daftar-hadir"]);
            ["https://berkas.contoh.invalid/", kind, "/", &number].concat()
        }
        2 | 3 => {
            let kind = random.pick(&["modul ajar", "jurnal refleksi", "lembar kerja", "sertifikat"]);
            let [class, _] = setting.teacher.classes;
            let ending = random.pick(&[".pdf", ".jpg", ".docx"]);
            let name = [kind, " ", class, " ", &number, ending].concat();
            let size = random.between(20_000, 900_000) as u64;
            Fingerprint { hash: &made_up_hash(random), size, name: &name }.write()
        }
        _ => ["Map kerja nomor ", &number, " di ruang guru"].concat(),
    }
}

/// Makes 43 characters of base64url as 32 bytes give them; the last one holds four bits only.
fn made_up_hash(random: &mut Random) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let places = (0..43).map(|place| if place < 42 { random.below(64) } else { random.below(16) * 4 });
    places.map(|place| char::from(LETTERS[place])).collect()
}

/// The class, day and subject that an earlier stage named stay the same.
fn said_before(setting: &Setting, name: &str) -> Option<String> {
    let earlier = Stage::ALL.into_iter().rev().filter(|stage| *stage < setting.stage);
    earlier
        .filter_map(|stage| setting.context.get(stage))
        .map(|document| document.field(name).to_string())
        .find(|text| !text.is_empty())
}

fn choose(setting: &Setting, field: &Field, random: &mut Random) -> String {
    // Most people do what was agreed; the lists name the levels in these orders.
    let weights: &[usize] = match field.list.as_str() {
        "expectations" => &[25, 67, 8],
        "levels" => &[10, 45, 45],
        "awareness" => &[6, 30, 39, 25],
        // It is a lower secondary school, and most teach one subject.
        "school_levels" => &[0, 0, 100, 0, 0, 0],
        "ptk_kinds" => &[88, 0, 6, 0, 3, 3, 0, 0, 0, 0, 0],
        "ranks" => match setting.teacher.card.person.nip() {
            None => &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100],
            // The fifth group of a contract's number is no month.
            Some(nip) if nip.get(12..14) == Some("21") => &[0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0],
            Some(_) => &[20, 20, 20, 20, 15, 5, 0, 0, 0, 0, 0, 0],
        },
        "observers" if setting.observer.is_some() => &[0, 100],
        "observers" => &[100, 0],
        _ => &[],
    };
    let offered = offered(setting, field);
    let by_length = offered.iter().max_by_key(|item| match setting.length {
        Length::Shortest => usize::MAX - item.name.id.len(),
        Length::Usual | Length::Longest => item.name.id.len(),
    });
    if let Some(item) = by_length.filter(|_| setting.length != Length::Usual) {
        return item.id.clone();
    }
    let mut drawn = random.below(100);
    let mut chosen = random.below(offered.len());
    if weights.len() == offered.len() {
        for (index, weight) in weights.iter().enumerate() {
            if drawn < *weight {
                chosen = index;
                break;
            }
            drawn -= weight;
        }
    }
    offered.get(chosen).map(|item| item.id.clone()).unwrap_or_default()
}

fn offered<'a>(setting: &Setting<'a>, field: &Field) -> Vec<&'a Item> {
    items(setting.pack, &setting.context, field)
}

/// Finds what the text is about: the item of the line, else one of the targets, else the indicator.
fn topic(setting: &Setting, item: Option<&Item>, tone: Option<&str>, random: &mut Random) -> Topic {
    let chosen =
        |stage: Stage| setting.context.get(stage).map(|document| document.field("indicator").to_string());
    let indicator = chosen(Stage::Planning).and_then(|id| find(setting.pack.list("indicators"), &id));
    let targets: &[Item] = indicator.map_or(&[], |indicator| &indicator.items);
    let about = item.or_else(|| targets.get(random.below(targets.len())));
    let good: Vec<&str> = about.iter().flat_map(|item| &item.good).map(|words| words.id.as_str()).collect();
    let target = name_of(about);
    let action = match random.pick(&good) {
        "" => ["menerapkan ", &target.to_lowercase()].concat(),
        action => action.to_string(),
    };
    let [first, second] = setting.teacher.classes;
    Topic {
        indicator: name_of(indicator).to_lowercase(),
        target: target.to_lowercase(),
        action,
        class: if random.chance(65) { first } else { second },
        subject: setting.teacher.subject,
        tone: tone.unwrap_or_default().to_string(),
        stage: setting.stage,
        is_reply: setting.is_reply,
    }
}

fn name_of(item: Option<&Item>) -> &str {
    item.map_or("praktik mengajar", |item| item.name.id.as_str())
}

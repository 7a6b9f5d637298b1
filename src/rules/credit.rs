//! The conversion of a grade into credit (angka kredit): per cent of the yearly coefficient of the
//! career level, for the months that were served (PermenPANRB 1/2023, PerBKN 3/2023).

use super::pack::{Item, Pack};
use crate::domain::document::Document;
use crate::domain::stage::Stage;

/// The months of a year.
const YEAR: u64 = 12;

/// A conversion with all that it is made from, so that it can be shown and done again by hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Credit<'a> {
    /// The career level.
    pub level: &'a Item,
    /// Per cent that the grade gives, in hundredths.
    pub percent: u64,
    /// The yearly coefficient, in hundredths.
    pub coefficient: u64,
    /// The months.
    pub months: u64,
    /// The result, in hundredths, rounded down or up to the nearest one.
    pub points: u64,
}

/// Converts an assessment. `None` when the pack has no conversion, or the ratings, the level or the
/// months are missing.
pub fn credit<'a>(pack: &'a Pack, assessment: &Document) -> Option<Credit<'a>> {
    let (level, months) = pack.credit.as_ref()?;
    let grade = pack.final_grade(assessment)?;
    let field = pack.stage(Stage::Assessment).document.iter();
    let field = field.flat_map(|section| &section.fields).find(|field| field.name == *level)?;
    let level = pack.list_of(field).iter().find(|item| item.id == assessment.field(level))?;
    let months = assessment.field(months).trim().parse().ok().filter(|months| (1..=YEAR).contains(months))?;
    let (percent, coefficient) = (grade.value?, level.value?);
    // Hundredths of a per cent times hundredths times months; 10,000 takes the per cent out.
    let points = (percent * coefficient * months + YEAR * 10_000 / 2) / (YEAR * 10_000);
    Some(Credit { level, percent, coefficient, months, points })
}

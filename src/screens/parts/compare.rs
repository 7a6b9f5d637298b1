//! Sheets of earlier stages beside a form.

use crate::app::App;
use crate::app::duties::documents;
use crate::app::duties::forms::{self, Desk};
use crate::app::key::Slot;
use crate::app::moment::Moment;
use crate::domain::stage::Stage;
use crate::lang::{Texts, own};
use crate::screens::block::sheet::SheetSection;
use crate::screens::block::{Block, End, Part};
use crate::screens::parts::advice;
use crate::screens::parts::paper::Paper;
use crate::screens::parts::sheet::sheet;
use crate::seal::dossier::Dossier;

/// Puts the beginning, the middle and the end of the year side by side, once there is an end: the
/// observation is the beginning, and only compared, never a score.
pub fn compare(app: &App, t: &'static Texts, dossier: &Dossier, stage: Stage) -> Option<Block> {
    let desk = forms::desk(&app.library, dossier.id(), stage, Slot::Reply)?;
    let mut parts: Vec<Part> = Vec::new();
    for earlier in Stage::ALL {
        let Some(name) = part_of_year(t, earlier) else {
            continue;
        };
        let content = (own(t.stage_name(earlier)), sections_of(app, t, &desk, earlier)?);
        match parts.last_mut().filter(|part| part.name == name) {
            Some(part) => part.stages.push(content),
            None => parts.push(Part { name, stages: vec![content] }),
        }
    }
    (stage >= Stage::Reflection).then_some(Block::Compare(parts))
}

/// Gives what is looked back on once all is agreed: the observation as the beginning, the reflection as the end.
pub fn ends(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<End> {
    let Some(desk) = forms::desk(&app.library, dossier.id(), Stage::Assessment, Slot::Reply) else {
        return Vec::new();
    };
    let end = |stage: Stage| {
        let agreed = dossier.stage(stage).agreed.and_then(|agreed| dossier.record(&agreed.cosign));
        let day = agreed.map(|record| app.lang.day(Moment::of(record).local().0));
        let about = [own(t.stage_name(stage))].into_iter().chain(day).collect::<Vec<_>>().join(" · ");
        Some(End { name: part_of_year(t, stage)?, about, sections: sections_of(app, t, &desk, stage)? })
    };
    let ends: Option<Vec<End>> = [Stage::Observation, Stage::Reflection].into_iter().map(end).collect();
    ends.unwrap_or_default()
}

/// Gives how the year was rated.
pub fn rated(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<(String, String)> {
    let rated = forms::desk(&app.library, dossier.id(), Stage::Assessment, Slot::Reply).and_then(|desk| {
        let version = documents::version_of(dossier, Stage::Assessment)?;
        Some(advice::grades(app, t, desk.pack, documents::document_of(dossier, &version)?))
    });
    rated.into_iter().flatten().map(|entry| (entry.label, entry.lines.join(" "))).collect()
}

/// Names the part of the year that a stage belongs to when its end is compared with its beginning.
fn part_of_year(t: &Texts, stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Preparation | Stage::Observation => Some(t.aid.beginning),
        Stage::Discussion | Stage::Effort => Some(t.aid.middle),
        Stage::Reflection => Some(t.aid.end),
        Stage::Planning | Stage::Assessment => None,
    }
}

/// Gives the content of an earlier stage, to stand beside questions, with its name.
pub fn earlier_sheet(
    app: &App,
    t: &'static Texts,
    desk: &Desk,
    stage: Stage,
) -> Option<(String, Vec<SheetSection>)> {
    let sections = sections_of(app, t, desk, stage)?;
    let name = t.stage_name(stage);
    let part = part_of_year(t, stage).filter(|_| desk.stage >= Stage::Reflection);
    Some((part.map_or_else(|| own(name), |part| [part, " · ", name].concat()), sections))
}

fn sections_of(app: &App, t: &'static Texts, desk: &Desk, stage: Stage) -> Option<Vec<SheetSection>> {
    let version = documents::version_of(desk.dossier, stage)?;
    let paper = Paper {
        dossier: desk.dossier,
        genesis: desk.dossier.genesis()?,
        pack: desk.pack,
        stage,
        document: documents::document_of(desk.dossier, &version)?,
        context: &desk.context,
        version: Some(version),
    };
    Some(sheet(app, t, &paper, false).sections)
}

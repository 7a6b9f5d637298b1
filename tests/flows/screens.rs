//! What can be done on a screen: its inputs, its buttons, and a valid answer to each input.

use paraf::app::message::Message;
use paraf::domain::document::Path;
use paraf::lang::Lang;
use paraf::screens::Screen;
use paraf::screens::block::form::{Input, InputKind, Section};
use paraf::screens::block::sheet::SheetEntry;
use paraf::screens::block::{Block, Button, Does};

/// Gives all inputs of a page, those of groups as well.
pub fn inputs(screen: &Screen) -> Vec<Input> {
    fn all(inputs: &[Input], list: &mut Vec<Input>) {
        for input in inputs {
            list.push(input.clone());
            if let InputKind::Groups(groups, _) = &input.kind {
                groups.iter().for_each(|group| all(&group.inputs, list));
            }
        }
    }
    let mut list = Vec::new();
    for block in &screen.blocks {
        if let Block::Form(sections) = block {
            sections.iter().for_each(|section: &Section| all(&section.inputs, &mut list));
        }
    }
    list
}

/// Lists the buttons in the rows of buttons among blocks.
fn buttons_of(blocks: &[Block]) -> Vec<Button> {
    let rows = blocks.iter().filter_map(|block| match block {
        Block::Buttons(buttons) => Some(buttons.clone()),
        _ => None,
    });
    rows.flatten().collect()
}

/// Gives all buttons that can be pressed; before an open question nothing else can.
pub fn buttons(screen: &Screen) -> Vec<Button> {
    if let Some(dialog) = &screen.dialog {
        return dialog.buttons.clone();
    }
    let mut list = screen.actions.clone();
    let mut checks = Vec::new();
    for block in &screen.blocks {
        match block {
            Block::Now(now) => list.extend(now.buttons.clone()),
            Block::Year(year) => list.extend(year.card.buttons.clone()),
            Block::Buttons(buttons) => list.extend(buttons.clone()),
            Block::Notice(notice) => list.extend(notice.button.clone()),
            Block::Arrivals(arrivals) => list.extend(arrivals.iter().filter_map(|one| one.button.clone())),
            Block::Folded { blocks, .. } => list.extend(buttons_of(blocks)),
            Block::Sheet(sheet) => {
                list.extend(sheet.sections.iter().filter_map(|one| one.edit.clone()));
                sheet.sections.iter().for_each(|one| add_checks(&one.entries, &mut checks));
            }
            _ => {}
        }
    }
    list.extend(checks);
    for input in inputs(screen) {
        list.extend(input.buttons);
        list.extend(input.remark.and_then(|remark| remark.button));
        list.extend(input.starters.into_iter().flat_map(|(_, list)| list).map(|starter| starter.button));
        if let InputKind::Groups(groups, add) = input.kind {
            list.extend(groups.into_iter().filter_map(|group| group.remove).chain(add));
        }
    }
    list.extend(screen.frame.who.iter().map(|(_, switch)| switch.clone()));
    list.extend(screen.frame.notices.iter().filter_map(|notice| notice.button.clone()));
    list.push(screen.frame.language.clone());
    list
}

/// Gives the buttons beside evidence on a sheet.
fn add_checks(entries: &[SheetEntry], list: &mut Vec<Button>) {
    for entry in entries {
        list.extend(entry.check.clone());
        add_checks(&entry.below, list);
    }
}

/// Gives a valid answer to an input that has to be answered and is not.
pub fn answer(input: &Input) -> Option<Message> {
    if input.optional || !input.value.is_empty() || input.path == Path::Field("note".into()) {
        return None;
    }
    let typed = |words: String| Some(Message::Typed(input.path.clone(), words));
    match &input.kind {
        InputKind::Line if input.numeric => typed("5".into()),
        InputKind::Line => typed(format!("Contoh {}", input.label)),
        InputKind::Text(_) => typed(format!("Contoh jawaban untuk: {}.", input.label)),
        InputKind::Date(from, _) => typed(from.replace("-01-01", "-03-14")),
        InputKind::Time => typed("08:00".into()),
        InputKind::Choice(options) | InputKind::Pick(options, _) => typed(options.first()?.id.clone()),
        InputKind::Choices(options) if options.iter().any(|option| option.chosen) => None,
        InputKind::Choices(options) => Some(chose(input.path.field(), &options.first()?.id, true)),
        InputKind::Groups(groups, Some(add)) if groups.is_empty() => match &add.does {
            Does::Press(press) => Some(Message::Press(press.clone())),
            Does::Open(_) => None,
        },
        InputKind::Groups(..) | InputKind::Passphrase(_) | InputKind::Fingerprint(_) => None,
    }
}

/// Gives the other language.
pub fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Id => Lang::En,
        Lang::En => Lang::Id,
    }
}

/// Chooses or drops an item.
pub fn chose(field: &str, id: &str, chosen: bool) -> Message {
    Message::Chose { field: field.into(), id: id.into(), chosen }
}

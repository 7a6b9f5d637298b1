//! The sheet of paper: the same markup on the check page, the stage page and in print.

use super::button::button;
use super::list::facts;
use super::notice::notice;
use super::sign::sign;
use crate::app::view::block::Part;
use crate::app::view::block::sheet::{BoxState, Sheet, SheetEntry, SheetSection, SignBox};
use crate::browser::address::open_if_wide;
use crate::ui::node::{Node, el};
use crate::ui::shell::Shell;

/// Draws a sheet with its signature strip.
pub fn sheet(shell: Shell, sheet: &Sheet) -> Node {
    let header = el("header")
        .child(el("h2").text(&sheet.title))
        .child(el("p").class("version").text(&sheet.subtitle))
        .child(facts("parties", &sheet.parties));
    let strip = el("footer")
        .class("strip")
        .child(el("div").class("strip-sign").child(sign(&sheet.strip.sign)))
        .child(sign_box(&sheet.strip.employee, "employee"))
        .child(sign_box(&sheet.strip.superior, "superior"));
    el("article")
        .class("sheet")
        .child(header)
        .children(sheet.sections.iter().map(|one| section(shell, one)).collect())
        .child(strip)
}

fn section(shell: Shell, section: &SheetSection) -> Node {
    let topic = el("div")
        .class("topic")
        .child(el("h3").text(&section.title))
        .maybe(section.edit.as_ref().map(|one| button(shell, one)));
    el("section").child(topic).child(checked_entries(Some(shell), &section.entries))
}

/// Draws questions and answers without anything to press.
pub fn entries(list: &[SheetEntry]) -> Node {
    checked_entries(None, list)
}

fn checked_entries(shell: Option<Shell>, list: &[SheetEntry]) -> Node {
    let one = |entry: &SheetEntry| {
        let below = (!entry.below.is_empty()).then(|| checked_entries(shell, &entry.below));
        let lines = entry.lines.iter().map(|line| el("p").text(line)).collect();
        let mut answer = el("dd").children(lines).maybe(below);
        if let (Some(shell), Some(check)) = (shell, &entry.check) {
            let checked = entry.checked.as_ref();
            let checked = checked.map(|one| notice(shell, one).with("role", "status"));
            answer = answer.child(button(shell, check)).maybe(checked);
        }
        el("div").child(el("dt").text(&entry.label)).child(answer)
    };
    el("dl").children(list.iter().map(one).collect())
}

/// Draws parts of the year beside each other; on a phone each opens when it is wanted.
pub fn compare(parts: &[Part]) -> Node {
    let mut columns = el("div").class("beside compare");
    for part in parts {
        let name = el("summary").text(part.name);
        let mut column = el("details").class("term").on_drawn(open_if_wide).child(name);
        for (stage, sections) in &part.stages {
            column = column.child(el("h3").text(stage));
            column = sections.iter().fold(column, |column, section| column.child(entries(&section.entries)));
        }
        columns = columns.child(column);
    }
    columns
}

fn sign_box(one: &SignBox, side: &str) -> Node {
    let state = match one.state {
        BoxState::Empty => "empty",
        BoxState::Signed => "filled",
        BoxState::Returned => "returned",
        BoxState::Lifted => "lifted",
        BoxState::Automatic | BoxState::Paper => "on-behalf",
    };
    el("section")
        .class(&["box ", side, " ", state].concat())
        .child(el("h3").text(&one.party))
        .children(one.lines.iter().map(|line| el("p").text(line)).collect())
}

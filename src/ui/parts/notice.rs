//! Remarks, the summary of problems, and what became of files.

use super::button::button;
use crate::app::view::block::Notice;
use crate::app::view::block::form::Summary;
use crate::app::view::block::list::Arrival;
use crate::ui::node::{Node, el};
use crate::ui::page::tone;
use crate::ui::shell::Shell;

/// Draws a remark.
pub fn notice(shell: Shell, notice: &Notice) -> Node {
    el("div")
        .class(&["notice ", tone(notice.tone)].concat())
        .child(el("p").text(&notice.text))
        .maybe(notice.link.as_ref().map(|link| el("a").with("href", &link.href).text(&link.label)))
        .maybe(notice.button.as_ref().map(|one| button(shell, one)))
}

/// Draws the summary of problems; it takes the focus when it appears.
pub fn summary(shell: Shell, summary: &Summary) -> Node {
    let mut list = el("ul");
    for (text, press) in &summary.problems {
        let item = match press.clone() {
            Some(press) => el("button")
                .with("type", "button")
                .class("link")
                .on("click", move |_| shell.press(press.clone())),
            None => el("span"),
        };
        list = list.child(el("li").child(item.text(text)));
    }
    el("div")
        .class("notice bad summary")
        .with("id", "summary")
        .with("tabindex", "-1")
        .with("role", "alert")
        .child(el("h2").text(&summary.heading))
        .child(list)
        .child(el("p").text(&summary.comfort))
}

/// Draws what became of files.
pub fn arrivals(shell: Shell, arrivals: &[Arrival]) -> Node {
    let mut list = el("ul").class("arrivals").with("id", "arrivals").with("tabindex", "-1");
    for arrival in arrivals {
        let link = arrival
            .link
            .as_ref()
            .map(|link| el("a").class("button quiet").with("href", &link.href).text(&link.label));
        let item = el("li")
            .class(&["arrival ", tone(arrival.tone)].concat())
            .child(el("span").class("file").text(&arrival.file))
            .child(el("strong").text(&arrival.what))
            .child(el("p").text(&arrival.next))
            .maybe(link)
            .maybe(arrival.button.as_ref().map(|one| button(shell, one)));
        list = list.child(item);
    }
    list
}

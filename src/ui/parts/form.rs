//! Forms: sections of inputs, each with its label, hint and problem.

use super::button::button;
use super::list::terms;
use crate::app::message::Message;
use crate::app::view::block::form::{Group, Input, InputKind, Opt, Section};
use crate::browser::address::{is_checked, value_of};
use crate::domain::document::TEXT_MAX;
use crate::ui::node::{Node, el};
use crate::ui::shell::Shell;

/// Draws a form; on a phone only the current section is seen.
pub fn form(shell: Shell, sections: &[Section]) -> Node {
    let mut form = el("div").class("form");
    for section in sections {
        let class = if section.current { "section current" } else { "section" };
        let part = el("section")
            .class(class)
            .maybe(some("p", "step", &section.step))
            .maybe(some("h2", "", &section.title))
            .maybe(some("p", "hint", &section.hint))
            .children(section.inputs.iter().map(|one| input(shell, one)).collect());
        form = form.child(part);
    }
    form
}

/// Draws an element with a text, unless the text is empty.
fn some(tag: &'static str, class: &str, text: &str) -> Option<Node> {
    (!text.is_empty()).then(|| el(tag).with_some("class", class).text(text))
}

/// Draws one input.
pub fn input(shell: Shell, input: &Input) -> Node {
    let id = input.path.id();
    let (hint_id, problem_id) = ([&id, ".hint"].concat(), [&id, ".problem"].concat());
    let hint = some("p", "hint", &input.hint).map(|node| node.with("id", &hint_id));
    let problem = some("p", "problem", &input.problem).map(|node| node.with("id", &problem_id));
    let described = match (hint.is_some(), problem.is_some()) {
        (false, false) => String::new(),
        (true, false) => hint_id,
        (false, true) => problem_id,
        (true, true) => [&hint_id, " ", &problem_id].concat(),
    };
    let class = if problem.is_some() { "field wrong" } else { "field" };
    let invalid = if problem.is_some() { "true" } else { "" };
    let optional = (input.optional && !input.optional_word.is_empty())
        .then(|| el("span").class("optional").text(&[" (", input.optional_word, ")"].concat()));
    let label = el("span").text(&input.label);
    let inside = match &input.kind {
        InputKind::Choice(options) => options.iter().map(|one| option(shell, input, one, "radio")).collect(),
        InputKind::Choices(options) => {
            options.iter().map(|one| option(shell, input, one, "checkbox")).collect()
        }
        InputKind::Groups(groups, add) => {
            let groups = groups.iter().map(|one| group(shell, one)).collect();
            let mut inside = vec![el("div").class("groups").children(groups)];
            inside.extend(add.as_ref().map(|one| button(shell, one)));
            inside
        }
        kind => {
            let control = control(shell, input, kind, &id);
            let control =
                control.with_some("aria-describedby", &described).with_some("aria-invalid", invalid);
            let limits = match kind {
                InputKind::Text(limits) => some("span", "limits", limits),
                _ => None,
            };
            return el("div")
                .class(class)
                .child(el("label").with("for", &id).child(label).maybe(optional))
                .maybe(hint)
                .maybe(problem)
                .child(control)
                .maybe(limits);
        }
    };
    el("fieldset")
        .class(class)
        .with("id", &id)
        .with_some("aria-describedby", &described)
        .child(el("legend").child(label).maybe(optional))
        .maybe(hint)
        .maybe(problem)
        .children(inside)
}

fn control(shell: Shell, input: &Input, kind: &InputKind, id: &str) -> Node {
    let node = match kind {
        InputKind::Text(_) => el("textarea").with("rows", "5"),
        InputKind::Passphrase => el("input").with("type", "password"),
        InputKind::Date(from, to) => el("input").with("type", "date").with("min", from).with("max", to),
        InputKind::Time => el("input").with("type", "time"),
        InputKind::Pick(options) => {
            let none = el("option").with("value", "");
            options.iter().fold(el("select").child(none), |select, one| {
                let selected = if one.chosen { "selected" } else { "" };
                let option = el("option").with("value", &one.id).with_some("selected", selected);
                select.child(option.text(&one.label))
            })
        }
        _ => el("input").with("type", "text"),
    };
    let path = input.path.clone();
    node.with("id", id)
        .with("autocomplete", input.autocomplete)
        .with("maxlength", &TEXT_MAX.to_string())
        .with_some("inputmode", if input.numeric { "numeric" } else { "" })
        .value(&input.value)
        .on("input", move |event| shell.send(Message::Typed(path.clone(), value_of(&event))))
}

fn option(shell: Shell, input: &Input, option: &Opt, what: &'static str) -> Node {
    let name = input.path.id();
    let id = [&name, "=", &option.id].concat();
    let detail_id = [&id, ".detail"].concat();
    let (path, chosen) = (input.path.clone(), option.id.clone());
    let choose = move |event: web_sys::Event| {
        shell.send(if what == "radio" {
            Message::Typed(path.clone(), chosen.clone())
        } else {
            Message::Chose { field: path.field().into(), id: chosen.clone(), chosen: is_checked(&event) }
        });
    };
    let about = if option.detail.is_empty() { "" } else { &detail_id };
    let control = el("input")
        .with("type", what)
        .with("id", &id)
        .with("name", &name)
        .with_some("aria-describedby", about)
        .checked(option.chosen)
        .on("change", choose);
    el("div")
        .class("option")
        .child(control)
        .child(el("label").with("for", &id).text(&option.label))
        .maybe(some("span", "detail", &option.detail).map(|node| node.with("id", &detail_id)))
}

fn group(shell: Shell, group: &Group) -> Node {
    el("fieldset")
        .class("group")
        .child(el("legend").text(&group.heading))
        .children(terms(&group.terms))
        .children(group.inputs.iter().map(|one| input(shell, one)).collect())
        .maybe(group.remove.as_ref().map(|one| button(shell, one)))
}

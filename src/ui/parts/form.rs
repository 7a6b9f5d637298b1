//! Forms: sections of inputs, each with its label, hint and problem.

use super::button::button;
use super::list::terms;
use super::notice::notice;
use super::sheet::entries;
use crate::app::message::Message;
use crate::app::view::block::form::{Beside, Group, Input, InputKind, Opt, Section, Starter};
use crate::browser::address::{is_checked, open_if_wide, value_of};
use crate::domain::document::TEXT_MAX;
use crate::ui::node::{Node, el};
use crate::ui::shell::Shell;

/// Draws a form; on a phone only the current section is seen.
pub fn form(shell: Shell, sections: &[Section]) -> Node {
    let mut form = el("div").class("form");
    for section in sections {
        let class = if section.current { "section current" } else { "section" };
        let mut inputs: Vec<Node> = section.inputs.iter().map(|one| input(shell, one)).collect();
        if let Some(one) = &section.beside {
            let fields = el("div").class("fields").children(inputs);
            inputs = vec![el("div").class("columns").child(beside(one)).child(fields)];
        }
        let mut title = some("h2", "", &section.title);
        if section.current && !section.step.is_empty() {
            title = title.map(|title| title.with("id", "step").with("tabindex", "-1"));
        }
        let part = if section.folded {
            el("details").class(class).child(el("summary").maybe(title))
        } else {
            el("section").class(class).maybe(some("p", "step", &section.step)).maybe(title)
        };
        let part = part.maybe(some("p", "hint", &section.hint)).children(inputs);
        form = form.child(part);
    }
    form
}

/// Draws what stands beside the inputs: open where there is room for it, else closed.
fn beside(beside: &Beside) -> Node {
    let heading = (!beside.prompts.is_empty()).then(|| el("h3").text(beside.heading));
    let prompts = terms(&beside.prompts).into_iter().map(|one| one.on_drawn(open_if_wide));
    let mut aside = el("aside").class("beside").maybe(heading).children(prompts.collect());
    for (name, sections) in &beside.sheets {
        let mut sheet = el("details").class("term").on_drawn(open_if_wide).child(el("summary").text(name));
        for section in sections {
            sheet = sheet.child(el("h3").text(&section.title)).child(entries(&section.entries));
        }
        aside = aside.child(sheet);
    }
    aside
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
    let caution_id = [&id, ".caution"].concat();
    let caution = some("p", "caution", &input.caution).map(|node| node.with("id", &caution_id));
    let parts = [(&hint, hint_id), (&problem, problem_id), (&caution, caution_id)];
    let mut described = String::new();
    for (_, id) in parts.iter().filter(|(node, _)| node.is_some()) {
        if !described.is_empty() {
            described.push(' ');
        }
        described.push_str(id);
    }
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
        InputKind::Fingerprint(words) => vec![el("p").class("fingerprint").text(words)],
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
                .maybe(caution)
                .child(control)
                .maybe(limits)
                .children(help(shell, input));
        }
    };
    el("fieldset")
        .class(class)
        .with("id", &id)
        .with_some("aria-describedby", &described)
        .child(el("legend").child(label).maybe(optional))
        .maybe(hint)
        .maybe(problem)
        .maybe(caution)
        .children(inside)
        .children(help(shell, input))
}

/// Draws what helps to answer: meanings, buttons, a remark, and earlier texts.
fn help(shell: Shell, input: &Input) -> Vec<Node> {
    let mut nodes = Vec::new();
    if !input.buttons.is_empty() {
        let buttons = input.buttons.iter().map(|one| button(shell, one)).collect();
        nodes.push(el("div").class("aids").children(buttons));
    }
    nodes.extend(input.remark.as_ref().map(|one| notice(shell, one).with("role", "status")));
    nodes.extend(terms(&input.terms));
    if let Some((heading, starters)) = &input.starters {
        let starters = starters.iter().map(|one| starter(shell, one)).collect();
        let list = el("ul").class("starters").children(starters);
        nodes.push(el("details").class("term starting").child(el("summary").text(heading)).child(list));
    }
    nodes
}

fn starter(shell: Shell, starter: &Starter) -> Node {
    el("li")
        .child(el("span").class("about").text(&starter.from))
        .child(el("p").text(&starter.text))
        .child(button(shell, &starter.button))
}

fn control(shell: Shell, input: &Input, kind: &InputKind, id: &str) -> Node {
    let node = match kind {
        InputKind::Text(_) => el("textarea").with("rows", "5"),
        InputKind::Passphrase(is_shown) => el("input")
            .with("type", if *is_shown { "text" } else { "password" })
            .with("autocapitalize", "none")
            .with("spellcheck", "false"),
        InputKind::Date(from, to) => el("input").with("type", "date").with("min", from).with("max", to),
        InputKind::Time => el("input").with("type", "time"),
        InputKind::Pick(options, word) => {
            let none = el("option").with("value", "").text(word);
            options.iter().fold(el("select").child(none), |select, one| {
                let selected = if one.chosen { "selected" } else { "" };
                let option = el("option").with("value", &one.id).with_some("selected", selected);
                select.child(option.text(&one.label))
            })
        }
        _ => el("input").with("type", "text"),
    };
    let (path, takes) = (input.path.clone(), kind.takes());
    node.with("id", id)
        .with("autocomplete", input.autocomplete)
        .with("maxlength", &TEXT_MAX.to_string())
        .with_some("inputmode", if input.numeric { "numeric" } else { "" })
        .value(&input.value)
        .on("input", move |event| shell.send(Message::Typed(path.clone(), takes(&value_of(&event)))))
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
    // The only question of a group needs no name of its own to be seen.
    let is_single = group.inputs.len() == 1 && group.remove.is_none();
    el("fieldset")
        .class(if is_single { "group single" } else { "group" })
        .child(el("legend").text(&group.heading))
        .children(terms(&group.terms))
        .children(group.inputs.iter().map(|one| input(shell, one)).collect())
        .maybe(group.remove.as_ref().map(|one| button(shell, one)))
}

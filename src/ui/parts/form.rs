//! Forms: sections of inputs, each with its label, hint and problem.

use super::button::button;
use super::list::terms;
use crate::app::message::Message;
use crate::app::view::block::{Group, Input, InputKind, Opt, Section};
use crate::domain::document::Path;
use crate::ui::shell::Shell;
use leptos::prelude::*;

/// Draws a form; on a phone only the current section is seen.
pub fn form(shell: Shell, sections: Vec<Section>) -> AnyView {
    let one = |section: Section| {
        let class = if section.current { "section current" } else { "section" };
        let title = (!section.title.is_empty()).then(|| view! { <h2>{section.title}</h2> });
        let step = (!section.step.is_empty()).then(|| view! { <p class="step">{section.step}</p> });
        let hint = (!section.hint.is_empty()).then(|| view! { <p class="hint">{section.hint}</p> });
        let inputs = section.inputs.into_iter().map(|one| input(shell, one)).collect_view();
        view! { <section class=class>{step}{title}{hint}{inputs}</section> }.into_any()
    };
    let sections = sections.into_iter().map(one).collect_view();
    view! { <div class="form">{sections}</div> }.into_any()
}

/// Draws one input.
pub fn input(shell: Shell, input: Input) -> AnyView {
    let id = input.path.id();
    let (hint_id, problem_id) = ([&id, ".hint"].concat(), [&id, ".problem"].concat());
    let has_problem = !input.problem.is_empty();
    let described = match (input.hint.is_empty(), has_problem) {
        (true, false) => None,
        (false, false) => Some(hint_id.clone()),
        (true, true) => Some(problem_id.clone()),
        (false, true) => Some([&hint_id, " ", &problem_id].concat()),
    };
    let optional = (input.optional && !input.optional_word.is_empty())
        .then(|| view! { <span class="optional">{[" (", input.optional_word, ")"].concat()}</span> });
    let hint = (!input.hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{input.hint.clone()}</p> });
    let problem = has_problem.then(|| view! { <p class="problem" id=problem_id>{input.problem.clone()}</p> });
    let class = if has_problem { "field wrong" } else { "field" };
    let invalid = has_problem.then_some("true");
    let label = input.label.clone();
    let control = match input.kind.clone() {
        InputKind::Choice(options) => {
            return group_of_options(shell, input, options, described, class, "radio");
        }
        InputKind::Choices(options) => {
            return group_of_options(shell, input, options, described, class, "checkbox");
        }
        InputKind::Groups(groups, add) => {
            let groups = groups.into_iter().map(|one| group(shell, one)).collect_view();
            let add = add.map(|one| button(shell, one));
            return view! {
                <fieldset class=class id=id>
                    <legend>{label}{optional}</legend>
                    {hint}
                    {problem}
                    <div class="groups">{groups}</div>
                    {add}
                </fieldset>
            }
            .into_any();
        }
        InputKind::Text(limits) => text_area(shell, &input, id.clone(), described, invalid, limits),
        kind => {
            let (what, min, max) = match kind {
                InputKind::Passphrase => ("password", None, None),
                InputKind::Date(from, to) => ("date", Some(from), Some(to)),
                InputKind::Time => ("time", None, None),
                _ => ("text", None, None),
            };
            let mode = input.numeric.then_some("numeric");
            let path = input.path.clone();
            view! {
                <input
                    type=what
                    id=id.clone()
                    min=min
                    max=max
                    inputmode=mode
                    autocomplete=input.autocomplete
                    aria-describedby=described
                    aria-invalid=invalid
                    prop:value=input.value.clone()
                    on:input=move |event| typed(shell, &path, event_target_value(&event))
                />
            }
            .into_any()
        }
    };
    view! {
        <div class=class>
            <label for=id>{label}{optional}</label>
            {hint}
            {problem}
            {control}
        </div>
    }
    .into_any()
}

fn typed(shell: Shell, path: &Path, text: String) {
    shell.send(Message::Typed(path.clone(), text));
}

fn text_area(
    shell: Shell,
    input: &Input,
    id: String,
    described: Option<String>,
    invalid: Option<&'static str>,
    limits: String,
) -> AnyView {
    let path = input.path.clone();
    view! {
        <textarea
            id=id
            rows="5"
            aria-describedby=described
            aria-invalid=invalid
            prop:value=input.value.clone()
            on:input=move |event| typed(shell, &path, event_target_value(&event))
        ></textarea>
        <span class="limits">{limits}</span>
    }
    .into_any()
}

fn group_of_options(
    shell: Shell,
    input: Input,
    options: Vec<Opt>,
    described: Option<String>,
    class: &'static str,
    what: &'static str,
) -> AnyView {
    let id = input.path.id();
    let (hint_id, problem_id) = ([&id, ".hint"].concat(), [&id, ".problem"].concat());
    let path = input.path;
    let name = id.clone();
    let one = move |option: Opt| {
        let option_id = [&name, "=", &option.id].concat();
        let path = path.clone();
        let chosen = move |event: web_sys::Event| {
            let message = if what == "radio" {
                Message::Typed(path.clone(), option.id.clone())
            } else {
                Message::Chose { field: path.field().into(), id: option.id.clone(), chosen: event_target_checked(&event) }
            };
            shell.send(message);
        };
        let detail_id = [&option_id, ".detail"].concat();
        let about = (!option.detail.is_empty()).then(|| detail_id.clone());
        let detail = (!option.detail.is_empty())
            .then(|| view! { <span class="detail" id=detail_id>{option.detail}</span> });
        view! {
            <div class="option">
                <input
                    type=what
                    id=option_id.clone()
                    name=name.clone()
                    aria-describedby=about
                    prop:checked=option.chosen
                    on:change=chosen
                />
                <label for=option_id>{option.label}</label>
                {detail}
            </div>
        }
    };
    let options = options.into_iter().map(one).collect_view();
    let optional = (input.optional && !input.optional_word.is_empty())
        .then(|| view! { <span class="optional">{[" (", input.optional_word, ")"].concat()}</span> });
    let hint = (!input.hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{input.hint}</p> });
    let problem =
        (!input.problem.is_empty()).then(|| view! { <p class="problem" id=problem_id>{input.problem}</p> });
    view! {
        <fieldset class=class id=id aria-describedby=described>
            <legend>{input.label}{optional}</legend>
            {hint}
            {problem}
            {options}
        </fieldset>
    }
    .into_any()
}

fn group(shell: Shell, group: Group) -> AnyView {
    let inputs = group.inputs.into_iter().map(|one| input(shell, one)).collect_view();
    let remove = group.remove.map(|one| button(shell, one));
    view! {
        <fieldset class="group">
            <legend>{group.heading}</legend>
            {terms(group.terms)}
            {inputs}
            {remove}
        </fieldset>
    }
    .into_any()
}

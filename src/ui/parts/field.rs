//! Questions, each with its label, hint and problem.

use super::button::{Button, Buttons};
use super::list::Terms;
use super::notice::Notice;
use super::typed::Typed;
use crate::app::message::Message;
use crate::app::view::block::form::{self, Group, InputKind, Opt, Starter};
use crate::browser::address::{is_checked, value_of};
use crate::domain::document::TEXT_MAX;
use crate::ui::each::{Each, Key};
use crate::ui::page::some;
use crate::ui::shell::Shell;
use leptos::prelude::*;
use web_sys::Event;

/// Questions, each of which keeps its element by the place of its answer.
#[component]
pub fn Fields(inputs: Memo<Vec<form::Input>>) -> impl IntoView {
    let keys = Signal::derive(move || {
        let key = |input: &form::Input| Key::named(input.path.id());
        inputs.with(|inputs| inputs.iter().map(key).collect::<Vec<_>>())
    });
    let draw = move |key: Key| {
        let find =
            move || inputs.with(|inputs| inputs.iter().find(|input| input.path.id() == key.name).cloned());
        follow(find).map(|input| view! { <Field input/> }).into_any()
    };
    view! { <Each keys draw/> }
}

/// Follows a question through the screens. When it is no longer asked, it stays what it was until its element is gone.
pub fn follow(find: impl Fn() -> Option<form::Input> + Send + Sync + 'static) -> Option<Memo<form::Input>> {
    let first = untrack(&find)?;
    Some(Memo::new(move |last: Option<&form::Input>| {
        find().unwrap_or_else(|| last.unwrap_or(&first).clone())
    }))
}

/// One question. `AnyView`, because questions hold groups of questions.
#[component]
pub fn Field(input: Memo<form::Input>) -> AnyView {
    if input.with_untracked(|input| matches!(input.kind, InputKind::Groups(..))) {
        view! { <Groups input/> }.into_any()
    } else {
        view! { {move || view! { <Simple asked=input.get() input/> }.into_any()} }.into_any()
    }
}

/// A question without questions in it: `asked` as it is now, and `input` to follow.
#[component]
fn Simple(asked: form::Input, input: Memo<form::Input>) -> impl IntoView {
    let (id, class, described) = (asked.path.id(), class(&asked), described(&asked));
    let choices = |what, options: &[Opt]| {
        let one = |option: &Opt| view! { <Choice input option=option.clone() what/> };
        options.iter().map(one).collect_view().into_any()
    };
    let inside = match &asked.kind {
        InputKind::Choice(options) => choices("radio", options),
        InputKind::Choices(options) => choices("checkbox", options),
        InputKind::Fingerprint(words) => view! { <p class="fingerprint">{words.clone()}</p> }.into_any(),
        kind => {
            let limits = match kind {
                InputKind::Text(limits) => some(limits.clone()),
                _ => None,
            };
            return view! {
                <div class=class>
                    <label for=id><Label asked=asked.clone()/></label>
                    <Notes asked=asked.clone()/>
                    <Control asked=asked.clone() input/>
                    {limits.map(|limits| view! { <span class="limits">{limits}</span> })}
                    <Help asked/>
                </div>
            }
            .into_any();
        }
    };
    view! {
        <fieldset class=class id=id aria-describedby=described>
            <legend><Label asked=asked.clone()/></legend>
            <Notes asked=asked.clone()/>
            {inside}
            <Help asked/>
        </fieldset>
    }
    .into_any()
}

fn class(asked: &form::Input) -> &'static str {
    if asked.problem.is_empty() { "field" } else { "field wrong" }
}

/// Lists what is said about a question: the id of the element, its class and the words.
fn notes(asked: &form::Input) -> impl Iterator<Item = (String, &'static str, &String)> {
    let all = [("hint", &asked.hint), ("problem", &asked.problem), ("caution", &asked.caution)];
    let id = asked.path.id();
    let said = all.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(move |(class, text)| ([&id, ".", class].concat(), class, text))
}

/// Gives the ids of the elements that describe an answer.
fn described(asked: &form::Input) -> Option<String> {
    some(notes(asked).map(|(id, ..)| id).collect::<Vec<_>>().join(" "))
}

#[component]
fn Label(asked: form::Input) -> impl IntoView {
    let optional = (asked.optional && !asked.optional_word.is_empty())
        .then(|| view! { <span class="optional">{[" (", asked.optional_word, ")"].concat()}</span> });
    view! { <span>{asked.label}</span>{optional} }
}

#[component]
fn Notes(asked: form::Input) -> impl IntoView {
    let one = |(id, class, text): (String, &'static str, &String)| {
        view! { <p class=class id=id>{text.clone()}</p> }
    };
    notes(&asked).map(one).collect_view()
}

/// What helps to answer: meanings, buttons, a remark, and earlier texts.
#[component]
fn Help(asked: form::Input) -> impl IntoView {
    let starter = |starter: Starter| {
        view! {
            <li>
                <span class="about">{starter.from}</span>
                <p>{starter.text}</p>
                <Button button=starter.button/>
            </li>
        }
    };
    let starters = asked.starters.map(|(heading, starters)| {
        view! {
            <details class="term starting">
                <summary>{heading}</summary>
                <ul class="starters">{starters.into_iter().map(starter).collect_view()}</ul>
            </details>
        }
    });
    view! {
        {(!asked.buttons.is_empty()).then(|| view! { <Buttons class="aids" buttons=asked.buttons/> })}
        {asked.remark.map(|notice| view! { <Notice notice is_status=true/> })}
        <Terms terms=asked.terms/>
        {starters}
    }
}

/// The element that is typed into.
#[component]
fn Control(asked: form::Input, input: Memo<form::Input>) -> impl IntoView {
    let shell = Shell::of_page();
    // The person has typed since the page was drawn, so that it is looked at with each screen.
    let value = move || {
        shell.screen.track();
        Typed::from(input.with(|input| input.value.clone()))
    };
    let (path, takes) = (asked.path.clone(), asked.kind.takes());
    let typed = move |event: Event| shell.send(Message::Typed(path.clone(), takes(&value_of(&event))));
    let (id, described) = (asked.path.id(), described(&asked));
    let invalid = (!asked.problem.is_empty()).then_some("true");
    let (fill, most) = (asked.autocomplete, TEXT_MAX.to_string());
    let mode = asked.numeric.then_some("numeric");
    let is_secret = matches!(asked.kind, InputKind::Passphrase(_));
    let (kind, from, to) = match asked.kind {
        InputKind::Text(_) => {
            return view! {
                <textarea
                    rows="5"
                    id=id
                    autocomplete=fill
                    maxlength=most
                    inputmode=mode
                    aria-describedby=described
                    aria-invalid=invalid
                    prop:value=value
                    on:input=typed
                ></textarea>
            }
            .into_any();
        }
        InputKind::Pick(options, word) => {
            let option = |option: Opt| {
                let is_chosen = is_chosen(input, option.id.clone());
                view! { <option value=option.id prop:selected=is_chosen>{option.label}</option> }
            };
            return view! {
                <select
                    id=id
                    autocomplete=fill
                    aria-describedby=described
                    aria-invalid=invalid
                    on:input=typed
                >
                    <option value="">{word}</option>
                    {options.into_iter().map(option).collect_view()}
                </select>
            }
            .into_any();
        }
        InputKind::Passphrase(is_shown) => (if is_shown { "text" } else { "password" }, None, None),
        InputKind::Date(from, to) => ("date", Some(from), Some(to)),
        InputKind::Time => ("time", None, None),
        _ => ("text", None, None),
    };
    view! {
        <input
            type=kind
            id=id
            min=from
            max=to
            autocomplete=fill
            autocapitalize=is_secret.then_some("none")
            spellcheck=is_secret.then_some("false")
            maxlength=most
            inputmode=mode
            aria-describedby=described
            aria-invalid=invalid
            prop:value=value
            on:input=typed
        />
    }
    .into_any()
}

/// Follows whether an option is chosen.
fn is_chosen(input: Memo<form::Input>, id: String) -> impl Fn() -> Typed {
    let screen = Shell::of_page().screen;
    move || {
        screen.track();
        Typed::from(input.with(|input| match &input.kind {
            InputKind::Choice(options) | InputKind::Choices(options) | InputKind::Pick(options, _) => {
                options.iter().any(|option| option.chosen && option.id == id)
            }
            _ => false,
        }))
    }
}

/// One item to choose.
#[component]
fn Choice(input: Memo<form::Input>, option: Opt, what: &'static str) -> impl IntoView {
    let shell = Shell::of_page();
    let path = input.with_untracked(|input| input.path.clone());
    let name = path.id();
    let id = [&name, "=", &option.id].concat();
    let detail = some(option.detail).map(|detail| ([&id, ".detail"].concat(), detail));
    let described = detail.as_ref().map(|(id, _)| id.clone());
    let is_chosen = is_chosen(input, option.id.clone());
    let chosen = option.id;
    let choose = move |event: Event| {
        shell.send(if what == "radio" {
            Message::Typed(path.clone(), chosen.clone())
        } else {
            Message::Chose { field: path.field().into(), id: chosen.clone(), chosen: is_checked(&event) }
        });
    };
    view! {
        <div class="option">
            <input
                type=what
                id=id.clone()
                name=name
                aria-describedby=described
                prop:checked=is_chosen
                on:change=choose
            />
            <label for=id>{option.label}</label>
            {detail.map(|(id, detail)| view! { <span class="detail" id=id>{detail}</span> })}
        </div>
    }
}

/// The same questions for each item, or for each line of a log.
#[component]
fn Groups(input: Memo<form::Input>) -> impl IntoView {
    let part = move |draw: fn(form::Input) -> AnyView| draw(input.get());
    let groups = Memo::new(move |_| match input.get().kind {
        InputKind::Groups(groups, _) => groups,
        _ => Vec::new(),
    });
    let keys = Signal::derive(move || (0..groups.with(Vec::len)).map(Key::at).collect::<Vec<_>>());
    let draw = move |key: Key| view! { <OneGroup groups at=key.number/> }.into_any();
    view! {
        <fieldset
            class=move || input.with(class)
            id=input.with_untracked(|input| input.path.id())
            aria-describedby=move || input.with(described)
        >
            {move || part(|asked| {
                view! { <legend><Label asked=asked.clone()/></legend><Notes asked/> }.into_any()
            })}
            <div class="groups"><Each keys draw/></div>
            {move || part(|asked| match asked.kind {
                InputKind::Groups(_, add) => add.map(|button| view! { <Button button/> }).into_any(),
                _ => ().into_any(),
            })}
            {move || part(|asked| view! { <Help asked/> }.into_any())}
        </fieldset>
    }
}

/// One item, or one line of a log, with its questions.
#[component]
fn OneGroup(groups: Memo<Vec<Group>>, at: usize) -> impl IntoView {
    let part = move |draw: fn(&Group) -> AnyView| {
        groups.with(|groups| groups.get(at).map_or_else(|| ().into_any(), draw))
    };
    let inputs = Memo::new(move |_| {
        groups.with(|groups| groups.get(at).map(|group| group.inputs.clone()).unwrap_or_default())
    });
    // The only question of a group needs no name of its own to be seen.
    let is_single = |group: &Group| group.inputs.len() == 1 && group.remove.is_none();
    let class = move || {
        let is_single = groups.with(|groups| groups.get(at).is_some_and(is_single));
        if is_single { "group single" } else { "group" }
    };
    view! {
        <fieldset class=class>
            {move || part(|group| {
                view! { <legend>{group.heading.clone()}</legend><Terms terms=group.terms.clone()/> }.into_any()
            })}
            <Fields inputs/>
            {move || part(|group| {
                group.remove.clone().map(|button| view! { <Button button/> }).into_any()
            })}
        </fieldset>
    }
}

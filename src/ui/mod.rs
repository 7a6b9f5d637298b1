//! Draws screens with Leptos. A component decides nothing: it reads a view model and sends a message.
//!
//! The app is a reducer: a message goes in, and when the page has to change the whole screen is made anew as plain data.
//! So there is one signal, the [`crate::screens::Screen`], cut into memos for the parts that must keep their elements; all
//! other parts take what they show by value. `shell` is the loop: it hands messages to the app and carries out effects.
//! [`page`] draws a screen, `parts` has one file for each kind of block.
//!
//! Three things differ from the book, each to keep the element that somebody types in, or to save code: lists are drawn
//! by `each`, one `<For>` with keys for all of them; a closure in a view gives [`leptos::prelude::AnyView`]
//! (`{move || part(label)}`), since each other type would bring code of its own; and an input compares its value with
//! each new screen, because the app may have changed or refused what was typed.

mod blocks;
mod each;
pub mod page;
mod parts;
mod shell;
mod words;

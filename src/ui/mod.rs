//! Draws screens. A component decides nothing: it reads a view model and sends a message.
//!
//! `shell` joins the app to the browser, [`page`] draws a screen, `blocks` and `each` draw what comes in rows so that
//! elements stay, and `parts` has one file for each kind of block.

mod blocks;
mod each;
pub mod page;
mod parts;
mod shell;
mod words;

//! Draws screens. A component decides nothing: it reads a view model and sends a message.
//!
//! [`shell`] joins the app to the browser, [`page`] draws a screen, [`node`] is what it draws with,
//! and `parts` has one file for each kind of block.

pub mod node;
pub mod page;
pub mod parts;
pub mod shell;

//! A way to another page.

use crate::app::route::Route;

/// A link within the app.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The words.
    pub label: String,
}

impl Link {
    /// Makes a link to a page.
    pub fn to(route: &Route, label: &str) -> Link {
        Link { href: route.to_hash(), label: label.to_string() }
    }
}

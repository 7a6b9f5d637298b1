//! Who the person is: the first visit, their key and its passphrase, their details, and the lock of the page.

pub mod details;
pub mod keys;
pub mod lock;
pub mod setup;
pub mod sitting;

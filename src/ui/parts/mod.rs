//! One file for each kind of block.

pub mod button;
pub mod desk;
pub mod dialog;
pub mod field;
pub mod form;
pub mod list;
pub mod months;
pub mod notice;
pub mod now;
pub mod phones;
pub mod receive;
pub mod sheet;
pub mod sign;
pub mod thread;
pub mod typed;
pub mod year;

//! The native command `paraf`.

fn main() {}

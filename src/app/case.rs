//! What is not the plain way through the stages.

/// A special case with a page of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Case {
    /// Another superior takes over.
    Handover,
    /// The dossier ends early.
    Close,
    /// A closed dossier goes on.
    Reopen,
    /// A colleague observes.
    Delegate,
    /// Items are marked as recommended.
    Recommend,
    /// Whoever was asked to observe recommends both ratings.
    Advise,
    /// A lost key is replaced: the own one by its code, or the other side's by one's word.
    Key,
    /// The same people begin the next period.
    Next,
}

impl Case {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Case; 8] = [
        Case::Key,
        Case::Advise,
        Case::Recommend,
        Case::Delegate,
        Case::Handover,
        Case::Close,
        Case::Reopen,
        Case::Next,
    ];

    /// Gives the name used in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Case::Handover => "handover",
            Case::Close => "close",
            Case::Reopen => "reopen",
            Case::Delegate => "delegate",
            Case::Recommend => "recommend",
            Case::Advise => "advise",
            Case::Key => "key",
            Case::Next => "next",
        }
    }

    /// Reads the name used in addresses.
    pub fn from_code(code: &str) -> Option<Case> {
        Case::ALL.into_iter().find(|case| case.code() == code)
    }
}

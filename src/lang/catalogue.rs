//! The form in which texts are written: one table a place, both languages side by side.

/// Makes a struct of texts with one table for each language.
macro_rules! catalogue {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $id:literal / $en:literal;)* }) => {
        $(#[$doc])*
        pub struct $name {
            $(#[doc = $en] pub $field: &'static str,)*
        }

        impl $name {
            pub(super) const ID: $name = $name { $($field: $id,)* };
            pub(super) const EN: $name = $name { $($field: $en,)* };

            #[cfg(test)]
            fn all() -> Vec<(&'static str, &'static str, &'static str)> {
                vec![$((stringify!($field), $id, $en),)*]
            }
        }
    };
}

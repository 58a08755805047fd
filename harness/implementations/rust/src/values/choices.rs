//! Texts of which there are only a few.

/// Declares an enumeration by the texts that its variants are stored as. Serde's own representation would
/// accept a map in the place of the text.
macro_rules! choices {
    ($(#[$attribute:meta])* $name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String")]
        pub enum $name {
            $(#[serde(rename = $text)] $variant,)+
        }

        impl TryFrom<String> for $name {
            type Error = $crate::Invalid;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                match text.as_str() {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::Invalid::new(format_args!("{text:?} is none of {:?}", [$($text),+]))),
                }
            }
        }
    };
}

choices! {
    /// What to do while the table cannot be reached.
    OnUnavailable { Allow = "allow", Block = "block" }
}

choices! {
    /// How long the window of a usage snapshot is.
    UsageWindow { Hourly = "hourly", Daily = "daily", Monthly = "monthly" }
}

choices! {
    /// What somebody did.
    AuditAction {
        EntityCreated = "entity_created",
        EntityDeleted = "entity_deleted",
        LimitsSet = "limits_set",
        LimitsDeleted = "limits_deleted",
    }
}

choices! {
    /// A namespace that can be found by its name is active; otherwise its name would be free.
    RegisteredStatus { Active = "active" }
}

choices! {
    /// Whether a namespace still lives.
    NamespaceStatus { Active = "active", Deleted = "deleted", Purging = "purging" }
}

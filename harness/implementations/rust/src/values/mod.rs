//! Values that are checked when they are made, whether by code, from a key or from an item.

mod choices;
mod identifiers;
mod integers;
mod shapes;
mod texts;
mod timestamps;

pub use choices::{AuditAction, NamespaceStatus, OnUnavailable, RegisteredStatus, UsageWindow};
pub use identifiers::{
    AuditedId, ConfigResource, CustomLimitName, EntityId, EventId, LimitName, NamespaceId, NamespaceName, Principal,
    Resource,
};
pub use integers::{
    Bounded, ConfigVersion, Count, EpochMilliseconds, EpochSeconds, Positive, RetentionDays, ShardCount, ShardId,
    parse_integer,
};
pub use texts::{AppliedHash, Text};
pub use timestamps::{IsoSeconds, Rfc3339};

/// Declares a string type whose every value has passed a check.
macro_rules! checked_text {
    ($(#[$attribute:meta])* $name:ident, $what:literal, $is_valid:expr) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl TryFrom<String> for $name {
            type Error = $crate::Invalid;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                let is_valid: fn(&str) -> bool = $is_valid;
                if is_valid(&text) {
                    Ok(Self(text))
                } else {
                    Err($crate::Invalid::new(format_args!("{text:?} is not {}", $what)))
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Invalid;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::try_from(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}
use checked_text;

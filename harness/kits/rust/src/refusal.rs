use std::fmt::Display;

use serde::Serialize;

/// Why an operation was refused. Only the class is judged; the message is for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What kind of refusal it is.
    pub class: Class,
    /// What a person needs to understand it.
    pub message: String,
}

/// The kinds of refusal that the protocol knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Class {
    /// A record to be written breaks the schema.
    InvalidRecord,
    /// A key does not match the patterns of its index.
    InvalidKey,
    /// An item is not one of its record type.
    InvalidItem,
    /// There is no item with that key.
    NotFound,
    /// Anything unexpected; never a pass.
    Internal,
    /// The implementation does not do this.
    Unsupported,
}

impl Refusal {
    /// A refusal of any class.
    pub fn new(class: Class, message: impl Display) -> Self {
        Self { class, message: message.to_string() }
    }

    /// A record to be written breaks the schema.
    pub fn invalid_record(message: impl Display) -> Self {
        Self::new(Class::InvalidRecord, message)
    }

    /// A key does not match the patterns of its index.
    pub fn invalid_key(message: impl Display) -> Self {
        Self::new(Class::InvalidKey, message)
    }

    /// An item is not one of its record type.
    pub fn invalid_item(message: impl Display) -> Self {
        Self::new(Class::InvalidItem, message)
    }

    /// There is no item with that key.
    pub fn not_found(message: impl Display) -> Self {
        Self::new(Class::NotFound, message)
    }

    /// Anything unexpected.
    pub fn internal(message: impl Display) -> Self {
        Self::new(Class::Internal, message)
    }

    /// The implementation does not do this.
    pub fn unsupported(message: impl Display) -> Self {
        Self::new(Class::Unsupported, message)
    }
}

/// Lets `?` turn every error that a handler did not expect into an `internal` refusal. This is why [`Refusal`]
/// is no [`std::error::Error`] itself.
impl<E: std::error::Error> From<E> for Refusal {
    fn from(error: E) -> Self {
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(source) = cause {
            message = format!("{message}: {source}");
            cause = source.source();
        }
        Self::internal(message)
    }
}

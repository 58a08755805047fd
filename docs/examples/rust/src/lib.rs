//! Three record types of a rate limiter's table, for the AWS SDK for Rust.

mod entity_meta;
mod registries;
mod values;

use std::collections::{BTreeMap, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
pub use entity_meta::EntityMeta;
pub use registries::{EntityConfigRegistry, ResourceRegistry};
use serde_json::Value as Json;
pub use values::{Item, Refused};

/// The key attributes of each index that a record is in.
pub type Keys = BTreeMap<&'static str, Item>;

/// What every record type can do.
pub trait TableRecord: Sized + PartialEq + std::fmt::Debug {
    /// The name of the record type in the schema.
    const NAME: &str;

    fn from_record(record: &Json) -> Result<Self, Refused>;

    fn from_item(item: &Item) -> Result<Self, Refused>;

    fn keys(&self) -> Keys;

    fn attributes(&self) -> Item;

    fn item(&self) -> Item {
        self.keys().into_values().flatten().chain(self.attributes()).collect()
    }
}

fn key(partition: (&str, String), sort: (&str, String)) -> Item {
    HashMap::from([partition, sort].map(|(name, text)| (name.to_owned(), AttributeValue::S(text))))
}

use serde::{Deserialize, Serialize};

use super::Key;
use crate::Invalid;

/// The partition of what concerns the whole table. It belongs to the namespace `_`, and has no parts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TablePartition {}

impl TablePartition {
    const NAMESPACE: &str = "_";
    const TEXT: &str = "_/SYSTEM#";

    pub fn key(sort: impl Into<String>) -> Key {
        Key::new(Self::TEXT, sort)
    }

    /// The sort key of a key in this partition.
    pub fn sort_key(key: &Key) -> Result<&str, Invalid> {
        match key.texts()? {
            (Self::TEXT, sort) => Ok(sort),
            (partition, _) => {
                Err(Invalid::new(format_args!("the partition key is {partition:?} instead of {:?}", Self::TEXT)))
            }
        }
    }

    /// The key by which everything in the namespace of the table is found.
    pub fn purge_key() -> Key {
        Key::new(Self::NAMESPACE, Self::TEXT)
    }

    /// That key is the same for every record, and says nothing more.
    pub fn parse_purge_key(key: &Key) -> Result<Self, Invalid> {
        if *key == Self::purge_key() { Ok(Self {}) } else { Err(Invalid::new("the key is not that of the table")) }
    }
}

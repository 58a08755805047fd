use aws_sdk_dynamodb::types::AttributeValue;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_dynamo::aws_sdk_dynamodb_1::{from_item, to_item};

use crate::keys::{Index, Key};
use crate::{Invalid, Item};

/// A record that is stored as one item of the table.
///
/// Serde describes the attributes that have a fixed name. Parts of the primary key that are no attribute are
/// fields all the same, but are not serialized. The "open" methods are for attributes that serde cannot describe.
pub trait TableRecord: Serialize + DeserializeOwned {
    /// What the primary key is made of.
    type Key: Serialize + DeserializeOwned;

    /// Parts of the primary key that are not attributes as well.
    const KEY_ONLY: &'static [&'static str] = &["namespace_id"];

    fn key(&self) -> Self::Key;

    fn primary_key(key: &Self::Key) -> Key;

    fn parse_primary_key(key: &Key) -> Result<Self::Key, Invalid>;

    /// The keys of the indexes that the record is in.
    fn index_keys(&self) -> Vec<(Index, Key)>;

    /// Whether an attribute is one of those that serde cannot describe.
    fn is_open(_attribute: &str) -> bool {
        false
    }

    /// Reads the attributes that serde cannot describe.
    fn read_open(&mut self, _attributes: Item) -> Result<(), Invalid> {
        Ok(())
    }

    /// Writes the attributes that serde cannot describe.
    fn write_open(&self, _item: &mut Item) {}

    /// Checks types that serde does not tell apart: it takes a set for a list, and a list for a set.
    fn check_types(_item: &Item) -> Result<(), Invalid> {
        Ok(())
    }

    /// Checks what no single field can check for itself.
    fn check(&self) -> Result<(), Invalid> {
        Ok(())
    }

    fn to_item(&self) -> Result<Item, Invalid> {
        self.check()?;
        let mut item: Item = to_item(self).map_err(Invalid::new)?;
        self.write_open(&mut item);
        let primary = (Index::Primary, Self::primary_key(&self.key()));
        for (index, key) in self.index_keys().into_iter().chain([primary]) {
            for (name, text) in key.into_attributes(index) {
                item.insert(name.to_owned(), AttributeValue::S(text));
            }
        }
        Ok(item)
    }

    fn from_item(mut item: Item) -> Result<Self, Invalid> {
        let stored_key = Key::take_from(&mut item, Index::Primary)?;
        let key = Self::parse_primary_key(&stored_key)?;
        Self::check_types(&item)?;
        let open = item.extract_if(|name, _| Self::is_open(name)).collect();
        let mut parts: Item = to_item(key).map_err(Invalid::new)?;
        for &name in Self::KEY_ONLY {
            item.extend(parts.remove_entry(name));
        }
        let mut record: Self = from_item(item).map_err(Invalid::new)?;
        if Self::primary_key(&record.key()) != stored_key {
            return Err(Invalid::new("an attribute differs from the primary key"));
        }
        record.read_open(open)?;
        record.check()?;
        Ok(record)
    }
}

/// For optional attributes that are left out when they have no value, and never NULL.
pub(super) fn not_null<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

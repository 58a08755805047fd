use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::Refusal;

/// A JSON object: a record, an item, the attributes of a key or the components of one.
pub type Object = Map<String, Value>;

/// The answer to `key.build`: the key attributes of every index that is written, by the index's name.
pub type Keys = BTreeMap<String, Object>;

/// What an implementation answers. Every operation that is not overridden is answered `unsupported`.
///
/// Key and item operations are called one after the other. Store operations are called from several
/// threads at once, so that their waiting overlaps; they may block.
pub trait Adapter: Send + Sync + 'static {
    /// `key.build`: the keys that the implementation would write for a record.
    ///
    /// # Errors
    /// `invalid-record` when the record breaks the schema.
    fn key_build(&self, record_type: &str, record: Object) -> Result<Keys, Refusal> {
        unsupported("key.build", record_type, record)
    }

    /// `key.parse`: the components that the implementation reads from the key attributes of one index.
    ///
    /// # Errors
    /// `invalid-key` when the key does not match the index's patterns.
    fn key_parse(&self, record_type: &str, index: &str, key: Object) -> Result<Object, Refusal> {
        unsupported(&format!("key.parse of {index}"), record_type, key)
    }

    /// `item.encode`: exactly the item that the implementation would put, as DynamoDB JSON.
    ///
    /// # Errors
    /// `invalid-record` when the record breaks the schema.
    fn item_encode(&self, record_type: &str, record: Object) -> Result<Object, Refusal> {
        unsupported("item.encode", record_type, record)
    }

    /// `item.decode`: the record that the implementation reads from an item in DynamoDB JSON.
    ///
    /// # Errors
    /// `invalid-item` when the item is not one of the record type.
    fn item_decode(&self, record_type: &str, item: Object) -> Result<Object, Refusal> {
        unsupported("item.decode", record_type, item)
    }

    /// `item.put`: stores the record, replacing any item with its key. Called from several threads at once.
    ///
    /// # Errors
    /// `invalid-record` when the record breaks the schema; nothing is written then.
    fn item_put(&self, record_type: &str, record: Object) -> Result<(), Refusal> {
        unsupported("item.put", record_type, record)
    }

    /// `item.get`: reads the record whose primary key has these components. Called from several threads at once.
    ///
    /// # Errors
    /// `not-found` when there is none, `invalid-item` when what is stored is not one of the record type.
    fn item_get(&self, record_type: &str, components: Object) -> Result<Object, Refusal> {
        unsupported("item.get", record_type, components)
    }
}

fn unsupported<T>(operation: &str, record_type: &str, _input: Object) -> Result<T, Refusal> {
    Err(Refusal::unsupported(format!("{operation} for {record_type} is not implemented")))
}

//! The operations that need no store.

use itemproof_adapter::serde_json::{Value, json};
use itemproof_adapter::{Keys, Object, Refusal};
use rate_limits::Invalid;
use rate_limits::keys::{Index, Key};

use crate::dynamodb_json::{item_from_json, item_to_json};
use crate::recorded::{Recorded, from_record, to_record};

pub fn build_keys<R: Recorded>(record: Object) -> Result<Keys, Refusal> {
    let record: R = from_record(record).map_err(Refusal::invalid_record)?;
    let primary = (Index::Primary, R::primary_key(&record.key()));
    let keys = record.index_keys().into_iter().chain([primary]);
    Ok(keys.map(|(index, key)| (index_name(index).to_owned(), key_to_json(index, key))).collect())
}

pub fn parse_key<R: Recorded>(index: &str, key: Object) -> Result<Object, Refusal> {
    let index = Index::ALL.into_iter().find(|&known| index_name(known) == index);
    let index = index.ok_or_else(|| Refusal::invalid_key("there is no such index"))?;
    key_from_json(index, key).and_then(|key| R::parse_key(index, &key)).map_err(Refusal::invalid_key)
}

pub fn encode<R: Recorded>(record: Object) -> Result<Object, Refusal> {
    let record: R = from_record(record).map_err(Refusal::invalid_record)?;
    let item = record.to_item().map_err(Refusal::invalid_record)?;
    item_to_json(&item).map_err(Refusal::invalid_record)
}

pub fn decode<R: Recorded>(item: Object) -> Result<Object, Refusal> {
    let record = item_from_json(item).and_then(R::from_item).map_err(Refusal::invalid_item)?;
    to_record(&record).map_err(Refusal::invalid_item)
}

fn index_name(index: Index) -> &'static str {
    match index {
        Index::Primary => "primary",
        Index::Gsi1 => "gsi1",
        Index::Gsi2 => "gsi2",
        Index::Gsi3 => "gsi3",
        Index::Gsi4 => "gsi4",
    }
}

fn key_to_json(index: Index, key: Key) -> Object {
    key.into_attributes(index).map(|(name, text)| (name.to_owned(), json!({ "S": text }))).collect()
}

/// Reads a key that must consist of the attributes of one index, and of nothing else.
fn key_from_json(index: Index, mut attributes: Object) -> Result<Key, Invalid> {
    let mut take = |name: &str| match attributes.remove(name) {
        None => Ok(None),
        Some(Value::Object(typed)) if typed.len() == 1 => match typed.into_iter().next() {
            Some((tag, Value::String(text))) if tag == "S" => Ok(Some(text)),
            _ => Err(Invalid::new("is not of type S").at(name)),
        },
        Some(_) => Err(Invalid::new("is not of type S").at(name)),
    };
    let partition = take(index.partition_attribute())?;
    let sort = take(index.sort_attribute())?;
    if let Some(other) = attributes.keys().next() {
        return Err(Invalid::new("is not part of this key").at(other));
    }
    let partition = partition.ok_or_else(|| Invalid::new("is missing").at(index.partition_attribute()))?;
    Ok(Key { partition, sort })
}

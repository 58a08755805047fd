pub mod meaning;
pub mod read;

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue::{self, Bool, M, N, Null, S, Ss};
use rate_limits_example::Item;
use serde_json::Value as Json;

/// An item from DynamoDB JSON; the SDK reads it from its own connection only.
pub fn item(json: &Json) -> Item {
    json.as_object().expect("an item").iter().map(|(name, value)| (name.clone(), attribute(value))).collect()
}

/// The keys of a record, by the name of the index.
pub fn keys(json: &Json) -> BTreeMap<&str, Item> {
    json.as_object().expect("keys").iter().map(|(index, key)| (index.as_str(), item(key))).collect()
}

fn attribute(json: &Json) -> AttributeValue {
    let (kind, content) = json.as_object().and_then(|value| value.iter().next()).expect("a type and a value");
    match (kind.as_str(), content) {
        ("S", Json::String(text)) => S(text.clone()),
        ("N", Json::String(text)) => N(text.clone()),
        ("BOOL", Json::Bool(value)) => Bool(*value),
        ("NULL", _) => Null(true),
        ("SS", Json::Array(members)) => Ss(members.iter().flat_map(Json::as_str).map(str::to_owned).collect()),
        ("M", _) => M(item(content)),
        _ => panic!("no attribute of these record types is {json}"),
    }
}

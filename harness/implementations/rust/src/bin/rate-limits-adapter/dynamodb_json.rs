//! DynamoDB JSON, which the SDK for Rust does not offer.

use std::collections::HashSet;

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use aws_smithy_types::base64;
use itemproof_adapter::Object;
use itemproof_adapter::serde_json::{Value, json};
use rate_limits::{Invalid, Item};

use crate::numbers::normal_form;

pub fn item_from_json(attributes: Object) -> Result<Item, Invalid> {
    let from_json = |(name, value): (String, Value)| match value_from_json(value) {
        Ok(value) => Ok((name, value)),
        Err(invalid) => Err(invalid.at(&name)),
    };
    attributes.into_iter().map(from_json).collect()
}

pub fn item_to_json(item: &Item) -> Result<Object, Invalid> {
    item.iter().map(|(name, value)| Ok((name.clone(), value_to_json(value)?))).collect()
}

fn value_from_json(value: Value) -> Result<AttributeValue, Invalid> {
    let Value::Object(tagged) = value else {
        return Err(Invalid::new("is not an object with one type"));
    };
    let mut members = tagged.into_iter();
    let (Some((tag, value)), None) = (members.next(), members.next()) else {
        return Err(Invalid::new("does not have exactly one type"));
    };
    match (tag.as_str(), value) {
        ("S", Value::String(text)) => Ok(AttributeValue::S(text)),
        ("N", Value::String(text)) => normal_form(&text).map(AttributeValue::N),
        ("B", Value::String(text)) => blob(&text).map(AttributeValue::B),
        ("BOOL", Value::Bool(value)) => Ok(AttributeValue::Bool(value)),
        ("NULL", Value::Bool(true)) => Ok(AttributeValue::Null(true)),
        ("M", Value::Object(members)) => item_from_json(members).map(AttributeValue::M),
        ("L", Value::Array(values)) => {
            values.into_iter().map(value_from_json).collect::<Result<_, _>>().map(AttributeValue::L)
        }
        ("SS", Value::Array(members)) => set(members, |text| Ok(text.to_owned())).map(AttributeValue::Ss),
        ("NS", Value::Array(members)) => set(members, normal_form).map(AttributeValue::Ns),
        ("BS", Value::Array(members)) => {
            let blobs = set(members, |text| blob(text).map(Blob::into_inner))?;
            Ok(AttributeValue::Bs(blobs.into_iter().map(Blob::new).collect()))
        }
        (tag, value) => Err(Invalid::new(format_args!("{value} is no value of a type {tag}"))),
    }
}

/// Reads a set, which has members, and each of them once.
fn set<T: Clone + Eq + std::hash::Hash>(
    members: Vec<Value>,
    read: impl Fn(&str) -> Result<T, Invalid>,
) -> Result<Vec<T>, Invalid> {
    let read = |member: &Value| match member {
        Value::String(text) => read(text),
        other => Err(Invalid::new(format_args!("{other} is no member of a set"))),
    };
    let values = members.iter().map(read).collect::<Result<Vec<T>, _>>()?;
    let distinct: HashSet<&T> = values.iter().collect();
    match distinct.len() {
        0 => Err(Invalid::new("is an empty set")),
        count if count < values.len() => Err(Invalid::new("has a member twice")),
        _ => Ok(values),
    }
}

fn blob(text: &str) -> Result<Blob, Invalid> {
    let bytes = base64::decode(text).map_err(|error| Invalid::new(format_args!("{text:?}: {error}")))?;
    if base64::encode(&bytes) == text {
        Ok(Blob::new(bytes))
    } else {
        Err(Invalid::new(format_args!("{text:?} is not padded base64")))
    }
}

fn value_to_json(value: &AttributeValue) -> Result<Value, Invalid> {
    Ok(match value {
        AttributeValue::S(text) => json!({ "S": text }),
        AttributeValue::N(number) => json!({ "N": normal_form(number)? }),
        AttributeValue::B(blob) => json!({ "B": base64::encode(blob) }),
        AttributeValue::Bool(value) => json!({ "BOOL": value }),
        AttributeValue::Null(value) => json!({ "NULL": value }),
        AttributeValue::M(members) => json!({ "M": item_to_json(members)? }),
        AttributeValue::L(values) => {
            json!({ "L": values.iter().map(value_to_json).collect::<Result<Vec<_>, _>>()? })
        }
        AttributeValue::Ss(members) => json!({ "SS": members }),
        AttributeValue::Ns(members) => {
            json!({ "NS": members.iter().map(|number| normal_form(number)).collect::<Result<Vec<_>, _>>()? })
        }
        AttributeValue::Bs(members) => json!({ "BS": members.iter().map(base64::encode).collect::<Vec<_>>() }),
        unknown => return Err(Invalid::new(format_args!("{unknown:?} is of an unknown type"))),
    })
}

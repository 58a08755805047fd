//! The members of a record, or the attributes of an item, each taken once and checked.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::str::FromStr;

use aws_sdk_dynamodb::types::AttributeValue;
use aws_smithy_types::date_time::{DateTime, Format};
use regex_lite::Regex;
use serde_json::Value as Json;

/// What the client puts and gets.
pub type Item = HashMap<String, AttributeValue>;

/// What the table may not hold: a record is wrong, or an item.
#[derive(Debug, PartialEq)]
pub struct Refused {
    pub error_class: &'static str,
    pub reason: String,
}

// In this crate "$" is the end of the text; a line feed is not let through.
pub const NAMESPACE: &str = r"^(?:[A-Za-z0-9_][A-Za-z0-9_\-]{10}|default|_)$";
pub const ENTITY: &str = r"^[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*$";
pub const RESOURCE: &str = r"^[a-zA-Z][a-zA-Z0-9_.\-/:]*$";
pub const ANY: &str = r"(?s)^.+$";
const INTEGER: &str = "^(?:0|-?[1-9][0-9]*)$";

#[derive(Debug, Clone)]
pub enum Value {
    Null,
    Text(String),
    Number(String),
    Boolean(bool),
    List(Vec<Value>),
    Set(BTreeSet<String>),
    Map(BTreeMap<String, Value>),
    Other,
}

pub struct Values {
    error_class: &'static str,
    pub rest: BTreeMap<String, Value>,
}

impl Values {
    pub fn of_record(record: &Json) -> Result<Self, Refused> {
        let values = Values { error_class: "invalid-record", rest: BTreeMap::new() };
        match of_json(record) {
            Value::Map(rest) => Ok(Values { rest, ..values }),
            other => values.refuse(format!("no record: {other:?}")),
        }
    }

    pub fn of_item(item: &Item) -> Self {
        Values { error_class: "invalid-item", rest: of_attributes(item) }
    }

    pub fn refuse<T>(&self, reason: impl Into<String>) -> Result<T, Refused> {
        Err(Refused { error_class: self.error_class, reason: reason.into() })
    }

    pub fn require(&self, condition: bool, reason: &str) -> Result<(), Refused> {
        if condition { Ok(()) } else { self.refuse(reason) }
    }

    pub fn text(&mut self, name: &str, pattern: &str) -> Result<String, Refused> {
        let value = self.rest.remove(name);
        self.matching(name, value.as_ref(), pattern, 256)
    }

    /// Lengths are counted in code points; `len` counts bytes.
    pub fn matching(
        &self,
        name: &str,
        value: Option<&Value>,
        pattern: &str,
        longest: usize,
    ) -> Result<String, Refused> {
        match value {
            Some(Value::Text(text)) if matches(pattern, text) && text.chars().count() <= longest => Ok(text.clone()),
            _ => self.refuse(format!("{name}: {value:?}")),
        }
    }

    pub fn boolean(&mut self, name: &str) -> Result<bool, Refused> {
        match self.rest.remove(name) {
            None => Ok(false),
            Some(Value::Boolean(value)) => Ok(value),
            other => self.refuse(format!("{name}: {other:?}")),
        }
    }

    pub fn map(&mut self, name: &str) -> Result<BTreeMap<String, Value>, Refused> {
        match self.rest.remove(name) {
            None => Ok(BTreeMap::new()),
            Some(Value::Map(members)) => Ok(members),
            other => self.refuse(format!("{name}: {other:?}")),
        }
    }

    pub fn timestamp(&mut self, name: &str) -> Result<String, Refused> {
        let text = self.text(name, r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")?;
        let same = DateTime::from_str(&text, Format::DateTime).and_then(|instant| Ok(instant.fmt(Format::DateTime)));
        match same {
            Ok(Ok(same)) if same == text && !text.starts_with("0000") => Ok(text),
            _ => self.refuse(format!("{name}: {text}")),
        }
    }

    /// `parse` alone takes "+1" and "007".
    pub fn int64(&self, name: &str, text: &str) -> Result<i64, Refused> {
        match i64::from_str(text) {
            Ok(number) if matches(INTEGER, text) => Ok(number),
            _ => self.refuse(format!("{name}: {text}")),
        }
    }

    /// What stands before and after the literal in the partition key of an item: a namespace, and the rest.
    pub fn key(&mut self, literal: &str, sort: &str) -> Result<(String, String), Refused> {
        let partition = self.matching("PK", self.rest.get("PK"), ANY, 2048)?;
        let found = self.text("SK", ANY)?;
        match partition.split_once(literal) {
            Some((namespace, rest)) if found == sort && matches(NAMESPACE, namespace) => {
                Ok((namespace.to_owned(), rest.to_owned()))
            }
            _ => self.refuse("another key"),
        }
    }

    pub fn nothing_else(&self) -> Result<(), Refused> {
        self.require(self.rest.is_empty(), &format!("unknown: {:?}", self.rest.keys()))
    }
}

pub fn matches(pattern: &str, text: &str) -> bool {
    Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(text))
}

fn of_json(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Boolean(*value),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(values) => Value::List(values.iter().map(of_json).collect()),
        Json::Object(members) => {
            Value::Map(members.iter().map(|(name, value)| (name.clone(), of_json(value))).collect())
        }
        // Numbers of records are texts, because not every JSON library keeps all their digits.
        Json::Number(_) => Value::Other,
    }
}

fn of_attributes(item: &Item) -> BTreeMap<String, Value> {
    item.iter().map(|(name, value)| (name.clone(), of_attribute(value))).collect()
}

fn of_attribute(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::S(text) => Value::Text(text.clone()),
        AttributeValue::N(number) => Value::Number(number.clone()),
        AttributeValue::Bool(value) => Value::Boolean(*value),
        AttributeValue::Null(_) => Value::Null,
        AttributeValue::Ss(members) => Value::Set(members.iter().cloned().collect()),
        AttributeValue::M(members) => Value::Map(of_attributes(members)),
        _ => Value::Other,
    }
}

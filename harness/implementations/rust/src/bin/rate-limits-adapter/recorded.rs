use itemproof_adapter::Object;
use itemproof_adapter::serde_json::{self, Value};
use rate_limits::Invalid;
use rate_limits::keys::{Index, Key};
use rate_limits::records::TableRecord;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::record_deserializer::RecordDeserializer;

/// A record of the library in the form that the protocol gives to records.
///
/// Both forms have the same members, except that integers are text in the protocol, and that families
/// are objects under the name of the family.
pub trait Recorded: TableRecord {
    /// The components of a key, which is one of an index that the record type is in.
    fn parse_key(index: Index, key: &Key) -> Result<Object, Invalid>;

    /// Fills in what somebody who makes a record may leave out, although the library must have it.
    fn fill_in(_record: &mut Object) {}

    /// Whether a member is one that serde cannot describe.
    fn is_open_member(_member: &str) -> bool {
        false
    }

    /// Reads the members that serde cannot describe.
    fn read_members(&mut self, _members: Object) -> Result<(), Invalid> {
        Ok(())
    }

    /// Writes the members that serde cannot describe.
    fn write_members(&self, _record: &mut Object) -> Result<(), Invalid> {
        Ok(())
    }
}

pub fn from_record<R: Recorded>(mut record: Object) -> Result<R, Invalid> {
    R::fill_in(&mut record);
    let (open, fixed): (Object, Object) = record.into_iter().partition(|(member, _)| R::is_open_member(member));
    let mut record: R = from_members(fixed)?;
    record.read_members(open)?;
    record.check()?;
    Ok(record)
}

pub fn to_record<R: Recorded>(record: &R) -> Result<Object, Invalid> {
    let mut members = to_members(record)?;
    members.extend(to_members(&record.key())?);
    record.write_members(&mut members)?;
    Ok(members)
}

/// Reads a value whose integers are text.
pub fn from_members<T: DeserializeOwned>(members: Object) -> Result<T, Invalid> {
    T::deserialize(RecordDeserializer::new(members)).map_err(Invalid::new)
}

/// Writes a value with its integers as text.
pub fn to_members(value: &impl Serialize) -> Result<Object, Invalid> {
    match serde_json::to_value(value) {
        Ok(Value::Object(members)) => {
            Ok(members.into_iter().map(|(name, value)| (name, numbers_to_text(value))).collect())
        }
        Ok(_) => Err(Invalid::new("a record is not an object")),
        Err(error) => Err(Invalid::new(error)),
    }
}

fn numbers_to_text(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::String(number.to_string()),
        Value::Array(values) => values.into_iter().map(numbers_to_text).collect(),
        Value::Object(members) => {
            Value::Object(members.into_iter().map(|(name, value)| (name, numbers_to_text(value))).collect())
        }
        other => other,
    }
}

use itemproof_adapter::Object;
use itemproof_adapter::serde_json::{Value, map};
use rate_limits::values::parse_integer;
use serde::de::value::{Error, SeqDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

/// Deserializes records: like JSON, but integers are text, and nothing may be unknown.
pub struct RecordDeserializer {
    value: Value,
}

impl RecordDeserializer {
    pub fn new(record: Object) -> Self {
        Self { value: Value::Object(record) }
    }
}

impl<'de> Deserializer<'de> for RecordDeserializer {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(number) => Err(Error::custom(format_args!("{number} is not written as text"))),
            Value::String(text) => visitor.visit_string(text),
            Value::Array(values) => {
                visitor.visit_seq(SeqDeserializer::new(values.into_iter().map(|value| Self { value })))
            }
            Value::Object(members) => visitor.visit_map(Members { rest: members.into_iter(), current: None }),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::String(text) => visitor.visit_i64(parse_integer(&text).map_err(Error::custom)?),
            other => Err(Error::custom(format_args!("{other} is not an integer as text"))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    /// Serde calls this for members that a struct does not have.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("there is no such member"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct map struct enum identifier
    }
}

impl IntoDeserializer<'_, Error> for RecordDeserializer {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

struct Members {
    rest: map::IntoIter,
    current: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Members {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        self.current = self.rest.next();
        let name = self.current.as_ref().map(|(name, _)| StringDeserializer::new(name.clone()));
        name.map(|name| seed.deserialize(name)).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let (name, value) = self.current.take().ok_or_else(|| Error::custom("a value without a name"))?;
        let found = seed.deserialize(RecordDeserializer { value });
        found.map_err(|error| Error::custom(format_args!("{name}: {error}")))
    }
}

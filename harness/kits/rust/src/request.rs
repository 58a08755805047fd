use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;

use crate::{Object, Refusal};

/// One line of the conversation. Which members there are depends on `op`.
#[derive(Deserialize)]
pub(crate) struct Request<'a> {
    pub(crate) id: Value,
    #[serde(borrow)]
    pub(crate) op: Cow<'a, str>,
    #[serde(borrow, default)]
    record_type: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    index: Option<Cow<'a, str>>,
    record: Option<Object>,
    key: Option<Object>,
    item: Option<Object>,
    components: Option<Object>,
}

impl<'a> Request<'a> {
    pub(crate) fn parse(line: &'a [u8]) -> Result<Self, Malformed> {
        serde_json::from_slice(line).map_err(|error| Malformed { id: find_id(line), message: error.to_string() })
    }

    pub(crate) fn record_type(&self) -> Result<String, Refusal> {
        self.record_type.clone().map(Cow::into_owned).ok_or_else(|| missing("record_type"))
    }

    pub(crate) fn index(&self) -> Result<String, Refusal> {
        self.index.clone().map(Cow::into_owned).ok_or_else(|| missing("index"))
    }

    pub(crate) fn record(&mut self) -> Result<Object, Refusal> {
        self.record.take().ok_or_else(|| missing("record"))
    }

    pub(crate) fn key(&mut self) -> Result<Object, Refusal> {
        self.key.take().ok_or_else(|| missing("key"))
    }

    pub(crate) fn item(&mut self) -> Result<Object, Refusal> {
        self.item.take().ok_or_else(|| missing("item"))
    }

    pub(crate) fn components(&mut self) -> Result<Object, Refusal> {
        self.components.take().ok_or_else(|| missing("components"))
    }
}

/// A line that is no request.
pub(crate) struct Malformed {
    /// Its id, if it has one that can be found.
    pub(crate) id: Option<Value>,
    pub(crate) message: String,
}

fn missing(member: &str) -> Refusal {
    Refusal::internal(format!("malformed request: {member} is missing"))
}

/// The id of a line that is no request: that of the JSON object it may be, or the number right at its start.
fn find_id(line: &[u8]) -> Option<Value> {
    if let Ok(Value::Object(mut object)) = serde_json::from_slice(line) {
        return object.remove("id");
    }
    let rest = line.trim_ascii_start().strip_prefix(b"{")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"id\"")?.trim_ascii_start();
    let rest = rest.strip_prefix(b":")?.trim_ascii_start();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    serde_json::from_slice(&rest[..digits]).ok()
}

#[cfg(test)]
mod tests {
    use super::find_id;

    #[test]
    fn finds_the_id_of_a_broken_line() {
        let ids = |line: &str| find_id(line.as_bytes()).map(|id| id.to_string());
        assert_eq!(ids(r#"{"op":5,"id":"x"}"#).as_deref(), Some("\"x\""));
        assert_eq!(ids(r#" { "id" : 17, "op": "#).as_deref(), Some("17"));
        assert_eq!(ids(r#"{"record":{"id":17}"#), None);
        assert_eq!(ids(r#"{"id":"#), None);
        assert_eq!(ids("[]"), None);
    }
}

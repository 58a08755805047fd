use std::collections::BTreeMap;

use serde::Serialize;

/// What an implementation says of itself in its answer to `hello`.
#[derive(Clone, Debug, Serialize)]
pub struct Description {
    implementation: String,
    language: &'static str,
    version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    runtime: Option<String>,
    capabilities: BTreeMap<Operation, Support>,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema_digest: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    generated: BTreeMap<String, Vec<String>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    not_read: BTreeMap<String, Vec<String>>,
}

/// The operations that an implementation can support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Operation {
    /// `key.build`
    #[serde(rename = "key.build")]
    KeyBuild,
    /// `key.parse`
    #[serde(rename = "key.parse")]
    KeyParse,
    /// `item.encode`
    #[serde(rename = "item.encode")]
    ItemEncode,
    /// `item.decode`
    #[serde(rename = "item.decode")]
    ItemDecode,
    /// `item.put`
    #[serde(rename = "item.put")]
    ItemPut,
    /// `item.get`
    #[serde(rename = "item.get")]
    ItemGet,
}

impl Operation {
    /// Every operation.
    pub const ALL: [Self; 6] =
        [Self::KeyBuild, Self::KeyParse, Self::ItemEncode, Self::ItemDecode, Self::ItemPut, Self::ItemGet];
}

#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum Support {
    EveryRecordType(bool),
    RecordTypes(Vec<String>),
}

impl Description {
    /// Names the implementation and its version. It supports nothing yet.
    pub fn new(implementation: impl Into<String>, version: impl Into<String>) -> Self {
        Self {
            implementation: implementation.into(),
            language: "rust",
            version: version.into(),
            runtime: None,
            capabilities: BTreeMap::new(),
            window: None,
            schema_digest: None,
            generated: BTreeMap::new(),
            not_read: BTreeMap::new(),
        }
    }

    /// Supports an operation for every record type.
    pub fn supports(mut self, operation: Operation) -> Self {
        self.capabilities.insert(operation, Support::EveryRecordType(true));
        self
    }

    /// Supports every operation for every record type.
    pub fn supports_everything(self) -> Self {
        Operation::ALL.into_iter().fold(self, Self::supports)
    }

    /// Supports an operation for these record types only.
    pub fn supports_for(mut self, operation: Operation, record_types: &[&str]) -> Self {
        self.capabilities.insert(operation, Support::RecordTypes(owned(record_types)));
        self
    }

    /// Names the compiler or runtime, for the report.
    pub fn runtime(mut self, runtime: impl Into<String>) -> Self {
        self.runtime = Some(runtime.into());
        self
    }

    /// How many requests may be unanswered at a time: 1 to 1024, 64 if this is not called.
    pub fn window(mut self, window: u16) -> Self {
        self.window = Some(window.clamp(1, 1024));
        self
    }

    /// The digest of the schema that the implementation was made from; a run with another one is refused.
    pub fn schema_digest(mut self, digest: impl Into<String>) -> Self {
        self.schema_digest = Some(digest.into());
        self
    }

    /// Attributes whose value the implementation chooses itself when it writes.
    pub fn generates(mut self, record_type: &str, attributes: &[&str]) -> Self {
        self.generated.insert(record_type.to_owned(), owned(attributes));
        self
    }

    /// Attributes that the implementation's reader does not return.
    pub fn does_not_read(mut self, record_type: &str, attributes: &[&str]) -> Self {
        self.not_read.insert(record_type.to_owned(), owned(attributes));
        self
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

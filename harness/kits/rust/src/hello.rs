use std::collections::BTreeMap;

use serde::Deserialize;

/// What Itemproof says first: which schema the run is about, which store to use, what time it is.
#[derive(Clone, Debug, Deserialize)]
pub struct Hello {
    pub(crate) protocol: u32,
    /// The schema of the run.
    pub schema: SchemaIdentity,
    /// The store to use; `None` when the run touches no store.
    pub store: Option<Store>,
    /// The instant to use instead of the clock, as in `2024-01-02T03:04:05Z`.
    pub now: String,
}

/// Which schema a run is about.
#[derive(Clone, Debug, Deserialize)]
pub struct SchemaIdentity {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The digest of its text.
    pub digest: String,
}

/// Where the tables of a run are.
#[derive(Clone, Debug, Deserialize)]
pub struct Store {
    /// The URL of a DynamoDB endpoint.
    pub endpoint: String,
    /// The region to sign requests for.
    pub region: String,
    /// The access key to sign requests with.
    pub access_key_id: String,
    /// The secret that belongs to it.
    pub secret_access_key: String,
    /// From the schema's name of a table to the name to use.
    pub tables: BTreeMap<String, String>,
}

impl Store {
    /// The name to use for a table of the schema, or the schema's name if the run has no other.
    pub fn table<'a>(&'a self, schema_name: &'a str) -> &'a str {
        self.tables.get(schema_name).map_or(schema_name, String::as_str)
    }
}

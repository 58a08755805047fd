use std::sync::OnceLock;

use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::{Client, Config};
use itemproof_adapter::{Object, Refusal, Store};
use rate_limits::table::{Table, TableError};
use tokio::runtime::{Builder, Runtime};

use crate::recorded::{Recorded, from_members, from_record, to_record};

const TABLE: &str = "rate_limits";

/// The table of a run. It is connected to when it is first needed, since many runs have no store.
pub struct ConnectedTable {
    store: Option<Store>,
    connection: OnceLock<(Runtime, Table)>,
}

impl ConnectedTable {
    pub fn new(store: Option<Store>) -> Self {
        Self { store, connection: OnceLock::new() }
    }

    pub fn put<R: Recorded>(&self, record: Object) -> Result<(), Refusal> {
        let record: R = from_record(record).map_err(Refusal::invalid_record)?;
        let (runtime, table) = self.connection()?;
        runtime.block_on(table.put(&record)).map_err(|error| match error {
            TableError::Invalid(invalid) => Refusal::invalid_record(invalid),
            error @ TableError::Store(_) => error.into(),
        })
    }

    pub fn get<R: Recorded>(&self, components: Object) -> Result<Object, Refusal> {
        let key: R::Key = from_members(components).map_err(Refusal::invalid_key)?;
        let (runtime, table) = self.connection()?;
        let found: Option<R> = runtime.block_on(table.get(&key)).map_err(|error| match error {
            TableError::Invalid(invalid) => Refusal::invalid_item(invalid),
            error @ TableError::Store(_) => error.into(),
        })?;
        let record = found.ok_or_else(|| Refusal::not_found("there is no item with this key"))?;
        to_record(&record).map_err(Refusal::invalid_item)
    }

    fn connection(&self) -> Result<&(Runtime, Table), Refusal> {
        let store = self.store.as_ref().ok_or_else(|| Refusal::internal("the run has no store"))?;
        Ok(self.connection.get_or_init(|| {
            let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
            let runtime = runtime.expect("a runtime needs a thread only");
            (runtime, Table::new(client(store), store.table(TABLE)))
        }))
    }
}

fn client(store: &Store) -> Client {
    let credentials = Credentials::new(&store.access_key_id, &store.secret_access_key, None, None, "itemproof");
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(&store.endpoint)
        .region(Region::new(store.region.clone()))
        .credentials_provider(credentials);
    Client::from_conf(config.build())
}

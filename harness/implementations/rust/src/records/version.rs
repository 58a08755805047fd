use serde::{Deserialize, Serialize};

use super::TableRecord;
use crate::Invalid;
use crate::keys::{Index, Key, TablePartition};
use crate::values::{IsoSeconds, Text};

const SORT_KEY: &str = "#VERSION";

/// Which schema the table holds, and which clients may use it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Version {
    pub schema_version: Text<64>,
    #[serde(default)]
    pub lambda_version: Option<Text<64>>,
    #[serde(default = "any_client")]
    pub client_min_version: Text<64>,
    pub updated_at: IsoSeconds,
    #[serde(default)]
    pub updated_by: Option<Text<256>>,
}

impl TableRecord for Version {
    type Key = TablePartition;

    const KEY_ONLY: &'static [&'static str] = &[];

    fn key(&self) -> TablePartition {
        TablePartition {}
    }

    fn primary_key(_: &TablePartition) -> Key {
        TablePartition::key(SORT_KEY)
    }

    fn parse_primary_key(key: &Key) -> Result<TablePartition, Invalid> {
        match TablePartition::sort_key(key)? {
            SORT_KEY => Ok(TablePartition {}),
            sort => Err(Invalid::new(format_args!("the sort key is {sort:?} instead of {SORT_KEY:?}"))),
        }
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        vec![(Index::Gsi4, TablePartition::purge_key())]
    }
}

fn any_client() -> Text<64> {
    Text::try_from("0.0.0".to_owned()).expect("a version of the usual form is a text")
}

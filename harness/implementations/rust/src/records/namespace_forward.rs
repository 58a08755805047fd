use serde::{Deserialize, Serialize};

use super::TableRecord;
use crate::Invalid;
use crate::keys::{Index, Key, KeyReader, TablePartition};
use crate::values::{IsoSeconds, NamespaceId, NamespaceName, RegisteredStatus};

/// From a namespace's name to its id.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NamespaceForward {
    pub namespace_id: NamespaceId,
    pub namespace_name: NamespaceName,
    #[serde(default = "active")]
    pub status: RegisteredStatus,
    pub created_at: IsoSeconds,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NamespaceForwardKey {
    pub namespace_name: NamespaceName,
}

impl TableRecord for NamespaceForward {
    type Key = NamespaceForwardKey;

    const KEY_ONLY: &'static [&'static str] = &[];

    fn key(&self) -> NamespaceForwardKey {
        NamespaceForwardKey { namespace_name: self.namespace_name.clone() }
    }

    fn primary_key(key: &NamespaceForwardKey) -> Key {
        TablePartition::key(format!("#NAMESPACE#{}", key.namespace_name))
    }

    fn parse_primary_key(key: &Key) -> Result<NamespaceForwardKey, Invalid> {
        let mut sort = KeyReader::new(TablePartition::sort_key(key)?);
        sort.skip("#NAMESPACE#")?;
        Ok(NamespaceForwardKey { namespace_name: sort.last_value()? })
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        vec![(Index::Gsi4, TablePartition::purge_key())]
    }
}

fn active() -> RegisteredStatus {
    RegisteredStatus::Active
}

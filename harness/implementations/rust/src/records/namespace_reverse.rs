use serde::{Deserialize, Serialize};

use super::TableRecord;
use super::table_record::not_null;
use crate::Invalid;
use crate::keys::{Index, Key, KeyReader, TablePartition};
use crate::values::{IsoSeconds, NamespaceId, NamespaceName, NamespaceStatus};

/// From a namespace's id to its name, and whether it still lives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NamespaceReverse {
    pub namespace_id: NamespaceId,
    pub namespace_name: NamespaceName,
    #[serde(default = "active")]
    pub status: NamespaceStatus,
    pub created_at: IsoSeconds,
    /// Written when the namespace is deleted, kept while it is purged, removed when it is recovered.
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<IsoSeconds>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NamespaceReverseKey {
    pub namespace_id: NamespaceId,
}

impl TableRecord for NamespaceReverse {
    type Key = NamespaceReverseKey;

    const KEY_ONLY: &'static [&'static str] = &[];

    fn key(&self) -> NamespaceReverseKey {
        NamespaceReverseKey { namespace_id: self.namespace_id.clone() }
    }

    fn primary_key(key: &NamespaceReverseKey) -> Key {
        TablePartition::key(format!("#NSID#{}", key.namespace_id))
    }

    fn parse_primary_key(key: &Key) -> Result<NamespaceReverseKey, Invalid> {
        let mut sort = KeyReader::new(TablePartition::sort_key(key)?);
        sort.skip("#NSID#")?;
        Ok(NamespaceReverseKey { namespace_id: sort.last_value()? })
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        vec![(Index::Gsi4, TablePartition::purge_key())]
    }

    fn check(&self) -> Result<(), Invalid> {
        match (self.status, &self.deleted_at) {
            (NamespaceStatus::Active, Some(_)) => {
                Err(Invalid::new("an active namespace was not deleted").at("deleted_at"))
            }
            (NamespaceStatus::Deleted | NamespaceStatus::Purging, None) => {
                Err(Invalid::new("is missing").at("deleted_at"))
            }
            _ => Ok(()),
        }
    }
}

fn active() -> NamespaceStatus {
    NamespaceStatus::Active
}

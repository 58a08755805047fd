use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Deserialize, Serialize};

use super::TableRecord;
use crate::keys::{Index, Key, Partition, SystemPartition};
use crate::values::{AppliedHash, ConfigResource, NamespaceId, Resource, Rfc3339};
use crate::{Invalid, Item};

const SORT_KEY: &str = "#PROVISIONER";

/// What the provisioner manages in a namespace, as of its last run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProvisionerState {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    #[serde(default)]
    pub managed_system: bool,
    #[serde(default)]
    pub managed_resources: Vec<Resource>,
    /// From an entity to the resources it has limits on.
    #[serde(default)]
    pub managed_entities: BTreeMap<String, Vec<ConfigResource>>,
    pub last_applied: Rfc3339,
    pub applied_hash: AppliedHash,
}

impl ProvisionerState {
    pub fn parse_purge_key(key: &Key) -> Result<SystemPartition, Invalid> {
        Ok(SystemPartition { namespace_id: key.only_partition()?.parse()? })
    }
}

impl TableRecord for ProvisionerState {
    type Key = SystemPartition;

    fn key(&self) -> SystemPartition {
        SystemPartition { namespace_id: self.namespace_id.clone() }
    }

    fn primary_key(key: &SystemPartition) -> Key {
        Key::new(key.text(), SORT_KEY)
    }

    fn parse_primary_key(key: &Key) -> Result<SystemPartition, Invalid> {
        SystemPartition::parse(key.partition_under(SORT_KEY)?)
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        // Without a sort key the item is not in the index at all. Stored items look like this.
        vec![(Index::Gsi4, Key::without_sort(self.namespace_id.to_string()))]
    }

    fn check_types(item: &Item) -> Result<(), Invalid> {
        let is_list = |value: &AttributeValue| value.is_l();
        let lists = match item.get("managed_entities") {
            Some(AttributeValue::M(entities)) => entities.values().all(is_list),
            _ => true,
        };
        if lists && item.get("managed_resources").is_none_or(is_list) {
            Ok(())
        } else {
            Err(Invalid::new("managed resources are not of type L"))
        }
    }
}

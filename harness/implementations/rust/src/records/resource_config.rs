use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ConfigLimit, TableRecord};
use crate::keys::{Index, Key, Partition, ResourcePartition};
use crate::values::{ConfigVersion, CustomLimitName, NamespaceId, Resource};
use crate::{Invalid, Item};

const SORT_KEY: &str = "#CONFIG";

/// Limits on one resource for every entity without its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ResourceConfig {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    pub resource: Resource,
    #[serde(default = "ConfigVersion::lowest")]
    pub config_version: ConfigVersion,
    #[serde(skip)]
    pub limits: BTreeMap<CustomLimitName, ConfigLimit>,
}

impl TableRecord for ResourceConfig {
    type Key = ResourcePartition;

    fn key(&self) -> ResourcePartition {
        ResourcePartition { namespace_id: self.namespace_id.clone(), resource: self.resource.clone() }
    }

    fn primary_key(key: &ResourcePartition) -> Key {
        Key::new(key.text(), SORT_KEY)
    }

    fn parse_primary_key(key: &Key) -> Result<ResourcePartition, Invalid> {
        ResourcePartition::parse(key.partition_under(SORT_KEY)?)
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        vec![(Index::Gsi4, self.key().purge_key())]
    }

    fn is_open(attribute: &str) -> bool {
        ConfigLimit::FAMILIES.member::<CustomLimitName>(attribute).is_some()
    }

    fn read_open(&mut self, attributes: Item) -> Result<(), Invalid> {
        self.limits = ConfigLimit::FAMILIES.read(attributes)?;
        Ok(())
    }

    fn write_open(&self, item: &mut Item) {
        ConfigLimit::FAMILIES.write(&self.limits, item);
    }
}

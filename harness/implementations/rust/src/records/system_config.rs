use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::table_record::not_null;
use super::{ConfigLimit, TableRecord};
use crate::keys::{Index, Key, Partition, SystemPartition};
use crate::values::{ConfigVersion, CustomLimitName, NamespaceId, OnUnavailable, RetentionDays};
use crate::{Invalid, Item};

const SORT_KEY: &str = "#CONFIG";

/// Limits and settings of a whole namespace.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SystemConfig {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    #[serde(default = "ConfigVersion::lowest")]
    pub config_version: ConfigVersion,
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub on_unavailable: Option<OnUnavailable>,
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub audit_retention_days: Option<RetentionDays>,
    #[serde(skip)]
    pub limits: BTreeMap<CustomLimitName, ConfigLimit>,
}

impl TableRecord for SystemConfig {
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

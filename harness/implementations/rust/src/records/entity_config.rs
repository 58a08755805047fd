use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ConfigLimit, TableRecord};
use crate::keys::{EntityPartition, Index, Key, KeyReader, Partition};
use crate::values::{ConfigResource, ConfigVersion, CustomLimitName, EntityId, NamespaceId};
use crate::{Invalid, Item};

/// Limits that one entity has on one resource.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EntityConfig {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    pub entity_id: EntityId,
    pub resource: ConfigResource,
    #[serde(default = "ConfigVersion::lowest")]
    pub config_version: ConfigVersion,
    #[serde(skip)]
    pub limits: BTreeMap<CustomLimitName, ConfigLimit>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EntityConfigKey {
    pub namespace_id: NamespaceId,
    pub entity_id: EntityId,
    pub resource: ConfigResource,
}

impl EntityConfigKey {
    fn partition(&self) -> EntityPartition {
        EntityPartition { namespace_id: self.namespace_id.clone(), entity_id: self.entity_id.clone() }
    }

    pub fn parse_under_resource(key: &Key) -> Result<Self, Invalid> {
        let (partition, entity_id) = key.texts()?;
        let mut partition = KeyReader::new(partition);
        Ok(Self {
            namespace_id: partition.value_before("/ENTITY_CONFIG#")?,
            resource: partition.last_value()?,
            entity_id: entity_id.parse()?,
        })
    }
}

impl TableRecord for EntityConfig {
    type Key = EntityConfigKey;

    fn key(&self) -> EntityConfigKey {
        EntityConfigKey {
            namespace_id: self.namespace_id.clone(),
            entity_id: self.entity_id.clone(),
            resource: self.resource.clone(),
        }
    }

    fn primary_key(key: &EntityConfigKey) -> Key {
        Key::new(key.partition().text(), format!("#CONFIG#{}", key.resource))
    }

    fn parse_primary_key(key: &Key) -> Result<EntityConfigKey, Invalid> {
        let (partition, sort) = key.texts()?;
        let EntityPartition { namespace_id, entity_id } = EntityPartition::parse(partition)?;
        let mut sort = KeyReader::new(sort);
        sort.skip("#CONFIG#")?;
        Ok(EntityConfigKey { namespace_id, entity_id, resource: sort.last_value()? })
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        let Self { namespace_id, entity_id, resource, .. } = self;
        let of_resource = Key::new(format!("{namespace_id}/ENTITY_CONFIG#{resource}"), entity_id.to_string());
        vec![(Index::Gsi3, of_resource), (Index::Gsi4, self.key().partition().purge_key())]
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

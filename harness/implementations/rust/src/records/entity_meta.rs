use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::TableRecord;
use crate::Invalid;
use crate::keys::{EntityPartition, Index, Key, KeyReader, Partition};
use crate::values::{EntityId, IsoSeconds, NamespaceId, Text};

const SORT_KEY: &str = "#META";

/// An entity, and its place under a parent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EntityMeta {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    pub entity_id: EntityId,
    /// What people call the entity; its id when nobody named it.
    pub name: Text<256>,
    /// NULL for an entity without a parent.
    #[serde(default)]
    pub parent_id: Option<EntityId>,
    /// Whether to consume from the parent too.
    #[serde(default)]
    pub cascade: bool,
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
    pub created_at: IsoSeconds,
}

/// The place of an entity among the children of its parent.
#[derive(Clone, Debug, Serialize)]
pub struct ChildKey {
    pub namespace_id: NamespaceId,
    pub parent_id: EntityId,
    pub entity_id: EntityId,
}

impl ChildKey {
    fn index_key(&self) -> Key {
        let Self { namespace_id, parent_id, entity_id } = self;
        Key::new(format!("{namespace_id}/PARENT#{parent_id}"), format!("CHILD#{entity_id}"))
    }

    pub fn parse(key: &Key) -> Result<Self, Invalid> {
        let (partition, sort) = key.texts()?;
        let (mut partition, mut sort) = (KeyReader::new(partition), KeyReader::new(sort));
        sort.skip("CHILD#")?;
        Ok(Self {
            namespace_id: partition.value_before("/PARENT#")?,
            parent_id: partition.last_value()?,
            entity_id: sort.last_value()?,
        })
    }
}

impl TableRecord for EntityMeta {
    type Key = EntityPartition;

    fn key(&self) -> EntityPartition {
        EntityPartition { namespace_id: self.namespace_id.clone(), entity_id: self.entity_id.clone() }
    }

    fn primary_key(key: &EntityPartition) -> Key {
        Key::new(key.text(), SORT_KEY)
    }

    fn parse_primary_key(key: &Key) -> Result<EntityPartition, Invalid> {
        EntityPartition::parse(key.partition_under(SORT_KEY)?)
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        let EntityPartition { namespace_id, entity_id } = self.key();
        let mut keys = vec![(Index::Gsi4, self.key().purge_key())];
        if let Some(parent_id) = self.parent_id.clone() {
            keys.push((Index::Gsi1, ChildKey { namespace_id, parent_id, entity_id }.index_key()));
        }
        keys
    }
}

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::TableRecord;
use crate::keys::{EntityPartition, Index, Key, KeyReader, Partition};
use crate::values::{Count, CustomLimitName, EntityId, EpochSeconds, IsoSeconds, NamespaceId, Resource, UsageWindow};
use crate::{Families, Invalid, Item};

/// Attributes that cannot be the counter of a limit, because they are something else.
const FIXED_ATTRIBUTES: [&str; 6] = ["entity_id", "resource", "window", "window_start", "total_events", "ttl"];

/// What an entity used of a resource in one window.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UsageSnapshot {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    pub entity_id: EntityId,
    pub resource: Resource,
    pub window: UsageWindow,
    /// First second of the window.
    pub window_start: IsoSeconds,
    pub total_events: Count,
    pub ttl: EpochSeconds,
    /// Tokens by limit. An attribute's name is the limit.
    #[serde(skip)]
    pub tokens: BTreeMap<CustomLimitName, i64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UsageSnapshotKey {
    pub namespace_id: NamespaceId,
    pub entity_id: EntityId,
    pub resource: Resource,
    pub window_start: IsoSeconds,
}

impl UsageSnapshotKey {
    fn partition(&self) -> EntityPartition {
        EntityPartition { namespace_id: self.namespace_id.clone(), entity_id: self.entity_id.clone() }
    }

    pub fn parse_under_resource(key: &Key) -> Result<Self, Invalid> {
        let (partition, sort) = key.texts()?;
        let (mut partition, mut sort) = (KeyReader::new(partition), KeyReader::new(sort));
        sort.skip("USAGE#")?;
        Ok(Self {
            namespace_id: partition.value_before("/RESOURCE#")?,
            resource: partition.last_value()?,
            window_start: sort.value_before("#")?,
            entity_id: sort.last_value()?,
        })
    }
}

impl UsageSnapshot {
    pub const TOKENS: Families<1> = Families { prefix: "", variable: "custom_limit", suffixes: [""] };

    fn is_taken(attribute: &str) -> bool {
        FIXED_ATTRIBUTES.contains(&attribute) || Index::is_key_attribute(attribute)
    }
}

impl TableRecord for UsageSnapshot {
    type Key = UsageSnapshotKey;

    fn key(&self) -> UsageSnapshotKey {
        UsageSnapshotKey {
            namespace_id: self.namespace_id.clone(),
            entity_id: self.entity_id.clone(),
            resource: self.resource.clone(),
            window_start: self.window_start.clone(),
        }
    }

    fn primary_key(key: &UsageSnapshotKey) -> Key {
        Key::new(key.partition().text(), format!("#USAGE#{}#{}", key.resource, key.window_start))
    }

    fn parse_primary_key(key: &Key) -> Result<UsageSnapshotKey, Invalid> {
        let (partition, sort) = key.texts()?;
        let EntityPartition { namespace_id, entity_id } = EntityPartition::parse(partition)?;
        let mut sort = KeyReader::new(sort);
        sort.skip("#USAGE#")?;
        let resource = sort.value_before("#")?;
        Ok(UsageSnapshotKey { namespace_id, entity_id, resource, window_start: sort.last_value()? })
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        let Self { namespace_id, entity_id, resource, window_start, .. } = self;
        let partition = format!("{namespace_id}/RESOURCE#{resource}");
        let of_resource = Key::new(partition, format!("USAGE#{window_start}#{entity_id}"));
        vec![(Index::Gsi2, of_resource), (Index::Gsi4, self.key().partition().purge_key())]
    }

    fn is_open(attribute: &str) -> bool {
        !Self::is_taken(attribute) && Self::TOKENS.member::<CustomLimitName>(attribute).is_some()
    }

    fn read_open(&mut self, attributes: Item) -> Result<(), Invalid> {
        self.tokens = Self::TOKENS.read(attributes)?;
        Ok(())
    }

    fn write_open(&self, item: &mut Item) {
        Self::TOKENS.write(&self.tokens, item);
    }

    fn check(&self) -> Result<(), Invalid> {
        match self.tokens.keys().map(ToString::to_string).find(|name| Self::is_taken(name)) {
            None => Ok(()),
            Some(name) => Err(Invalid::new("is the name of another attribute").at(&name)),
        }
    }
}

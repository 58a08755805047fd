//! Partitions of the table, most of which hold items of several record types.

use serde::{Deserialize, Serialize};

use super::{Key, KeyReader};
use crate::Invalid;
use crate::values::{AuditedId, EntityId, NamespaceId, Resource};

/// A partition that belongs to a namespace.
pub trait Partition: Sized {
    fn namespace_id(&self) -> &NamespaceId;

    /// The partition key.
    fn text(&self) -> String;

    fn parse(text: &str) -> Result<Self, Invalid>;

    /// The key by which everything in a namespace is found when it is purged.
    fn purge_key(&self) -> Key {
        Key::new(self.namespace_id().to_string(), self.text())
    }

    fn parse_purge_key(key: &Key) -> Result<Self, Invalid> {
        let (namespace_id, text) = key.texts()?;
        let partition = Self::parse(text)?;
        if partition.namespace_id().to_string() == namespace_id {
            Ok(partition)
        } else {
            Err(Invalid::new(format_args!("{text:?} is not in the namespace {namespace_id:?}")))
        }
    }
}

/// What belongs to an entity, except its buckets and its audit trail.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EntityPartition {
    pub namespace_id: NamespaceId,
    pub entity_id: EntityId,
}

impl Partition for EntityPartition {
    fn namespace_id(&self) -> &NamespaceId {
        &self.namespace_id
    }

    fn text(&self) -> String {
        format!("{}/ENTITY#{}", self.namespace_id, self.entity_id)
    }

    fn parse(text: &str) -> Result<Self, Invalid> {
        let mut reader = KeyReader::new(text);
        Ok(Self { namespace_id: reader.value_before("/ENTITY#")?, entity_id: reader.last_value()? })
    }
}

/// What belongs to a resource.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ResourcePartition {
    pub namespace_id: NamespaceId,
    pub resource: Resource,
}

impl Partition for ResourcePartition {
    fn namespace_id(&self) -> &NamespaceId {
        &self.namespace_id
    }

    fn text(&self) -> String {
        format!("{}/RESOURCE#{}", self.namespace_id, self.resource)
    }

    fn parse(text: &str) -> Result<Self, Invalid> {
        let mut reader = KeyReader::new(text);
        Ok(Self { namespace_id: reader.value_before("/RESOURCE#")?, resource: reader.last_value()? })
    }
}

/// The audit trail of an entity, of a resource or of the system.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditPartition {
    pub namespace_id: NamespaceId,
    pub entity_id: AuditedId,
}

impl Partition for AuditPartition {
    fn namespace_id(&self) -> &NamespaceId {
        &self.namespace_id
    }

    fn text(&self) -> String {
        format!("{}/AUDIT#{}", self.namespace_id, self.entity_id)
    }

    fn parse(text: &str) -> Result<Self, Invalid> {
        let mut reader = KeyReader::new(text);
        Ok(Self { namespace_id: reader.value_before("/AUDIT#")?, entity_id: reader.last_value()? })
    }
}

/// What concerns a whole namespace.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SystemPartition {
    pub namespace_id: NamespaceId,
}

impl Partition for SystemPartition {
    fn namespace_id(&self) -> &NamespaceId {
        &self.namespace_id
    }

    fn text(&self) -> String {
        format!("{}/SYSTEM#", self.namespace_id)
    }

    fn parse(text: &str) -> Result<Self, Invalid> {
        let namespace_id = text.strip_suffix("/SYSTEM#");
        let namespace_id =
            namespace_id.ok_or_else(|| Invalid::new(format_args!("{text:?} is no SYSTEM# partition")))?;
        Ok(Self { namespace_id: namespace_id.parse()? })
    }
}

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Deserialize, Serialize};

use super::TableRecord;
use crate::keys::{AuditPartition, Index, Key, KeyReader, Partition};
use crate::values::{AuditAction, AuditedId, ConfigResource, EpochSeconds, EventId, IsoSeconds, NamespaceId, Principal};
use crate::{Invalid, Item};

const DETAILS: &str = "details";

/// Who changed what, kept for a while.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditEvent {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    pub entity_id: AuditedId,
    pub event_id: EventId,
    pub timestamp: IsoSeconds,
    pub action: AuditAction,
    #[serde(default)]
    pub principal: Option<Principal>,
    #[serde(default)]
    pub resource: Option<ConfigResource>,
    /// Free-form; its shape depends on the action.
    #[serde(skip)]
    pub details: Item,
    pub ttl: EpochSeconds,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditEventKey {
    pub namespace_id: NamespaceId,
    pub entity_id: AuditedId,
    pub event_id: EventId,
}

impl AuditEventKey {
    fn partition(&self) -> AuditPartition {
        AuditPartition { namespace_id: self.namespace_id.clone(), entity_id: self.entity_id.clone() }
    }
}

impl TableRecord for AuditEvent {
    type Key = AuditEventKey;

    fn key(&self) -> AuditEventKey {
        AuditEventKey {
            namespace_id: self.namespace_id.clone(),
            entity_id: self.entity_id.clone(),
            event_id: self.event_id.clone(),
        }
    }

    fn primary_key(key: &AuditEventKey) -> Key {
        Key::new(key.partition().text(), format!("#AUDIT#{}", key.event_id))
    }

    fn parse_primary_key(key: &Key) -> Result<AuditEventKey, Invalid> {
        let (partition, sort) = key.texts()?;
        let AuditPartition { namespace_id, entity_id } = AuditPartition::parse(partition)?;
        let mut sort = KeyReader::new(sort);
        sort.skip("#AUDIT#")?;
        Ok(AuditEventKey { namespace_id, entity_id, event_id: sort.last_value()? })
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        vec![(Index::Gsi4, self.key().partition().purge_key())]
    }

    fn is_open(attribute: &str) -> bool {
        attribute == DETAILS
    }

    fn read_open(&mut self, mut attributes: Item) -> Result<(), Invalid> {
        self.details = match attributes.remove(DETAILS) {
            None => Item::new(),
            Some(AttributeValue::M(details)) => details,
            Some(_) => return Err(Invalid::new("is not of type M").at(DETAILS)),
        };
        Ok(())
    }

    fn write_open(&self, item: &mut Item) {
        item.insert(DETAILS.to_owned(), AttributeValue::M(self.details.clone()));
    }
}

//! What is special about each record type.

use itemproof_adapter::Object;
use itemproof_adapter::serde_json::{Value, json};
use rate_limits::Invalid;
use rate_limits::keys::{
    AuditPartition, EntityPartition, Index, Key, Partition, ResourcePartition, SystemPartition, TablePartition,
};
use rate_limits::records::{
    AuditEvent, Bucket, BucketKey, ChildKey, ConfigLimit, EntityConfig, EntityConfigKey, EntityConfigRegistry,
    EntityMeta, NamespaceForward, NamespaceReverse, ProvisionerState, ResourceConfig, ResourceRegistry, SystemConfig,
    TableRecord, UsageSnapshot, UsageSnapshotKey, Version,
};

use crate::dynamodb_json::{item_from_json, item_to_json};
use crate::record_families;
use crate::recorded::{Recorded, to_members};

/// Reads the key of each index with the function that belongs to it.
macro_rules! parse_key {
    ($($index:ident => $parse:path),+ $(,)?) => {
        fn parse_key(index: Index, key: &Key) -> Result<Object, Invalid> {
            match index {
                Index::Primary => to_members(&Self::parse_primary_key(key)?),
                $(Index::$index => to_members(&$parse(key)?),)+

                _ => Err(Invalid::new("the record type is not in this index")),
            }
        }
    };
}

/// Reads and writes the families of a record type in one of its fields.
macro_rules! families {
    ($families:expr => $field:ident) => {
        fn is_open_member(member: &str) -> bool {
            record_families::column(&$families, member).is_some()
        }

        fn read_members(&mut self, members: Object) -> Result<(), Invalid> {
            self.$field = record_families::read(&$families, members)?;
            Ok(())
        }

        fn write_members(&self, record: &mut Object) -> Result<(), Invalid> {
            record_families::write(&$families, &self.$field, record);
            Ok(())
        }
    };
}

impl Recorded for EntityMeta {
    parse_key! { Gsi1 => ChildKey::parse, Gsi4 => EntityPartition::parse_purge_key }

    /// An entity that nobody named is called by its id.
    fn fill_in(record: &mut Object) {
        let is_named = record.get("name").is_some_and(|name| name != "");
        if let (false, Some(entity_id)) = (is_named, record.get("entity_id").cloned()) {
            record.insert("name".to_owned(), entity_id);
        }
    }
}

impl Recorded for Bucket {
    parse_key! {
        Gsi2 => BucketKey::parse_under_resource,
        Gsi3 => BucketKey::parse_under_entity,
        Gsi4 => BucketKey::parse_purge_key,
    }
    families! { Self::LIMITS => limits }
}

impl Recorded for EntityConfig {
    parse_key! { Gsi3 => EntityConfigKey::parse_under_resource, Gsi4 => EntityPartition::parse_purge_key }
    families! { ConfigLimit::FAMILIES => limits }
}

impl Recorded for ResourceConfig {
    parse_key! { Gsi4 => ResourcePartition::parse_purge_key }
    families! { ConfigLimit::FAMILIES => limits }
}

impl Recorded for SystemConfig {
    parse_key! { Gsi4 => SystemPartition::parse_purge_key }
    families! { ConfigLimit::FAMILIES => limits }
}

impl Recorded for ResourceRegistry {
    parse_key! { Gsi4 => SystemPartition::parse_purge_key }

    /// An empty set is no attribute, but it is a member of the record.
    fn write_members(&self, record: &mut Object) -> Result<(), Invalid> {
        record.entry("resources").or_insert_with(|| json!([]));
        Ok(())
    }
}

impl Recorded for EntityConfigRegistry {
    parse_key! { Gsi4 => SystemPartition::parse_purge_key }
    families! { Self::ENTITIES => entities }
}

impl Recorded for UsageSnapshot {
    parse_key! { Gsi2 => UsageSnapshotKey::parse_under_resource, Gsi4 => EntityPartition::parse_purge_key }
    families! { Self::TOKENS => tokens }
}

impl Recorded for AuditEvent {
    parse_key! { Gsi4 => AuditPartition::parse_purge_key }

    fn is_open_member(member: &str) -> bool {
        member == "details"
    }

    fn read_members(&mut self, mut members: Object) -> Result<(), Invalid> {
        match members.remove("details") {
            None => Ok(()),
            Some(Value::Object(details)) => {
                self.details = item_from_json(details).map_err(|invalid| invalid.at("details"))?;
                Ok(())
            }
            Some(_) => Err(Invalid::new("is not an object").at("details")),
        }
    }

    fn write_members(&self, record: &mut Object) -> Result<(), Invalid> {
        record.insert("details".to_owned(), item_to_json(&self.details)?.into());
        Ok(())
    }
}

impl Recorded for Version {
    parse_key! { Gsi4 => TablePartition::parse_purge_key }
}

impl Recorded for NamespaceForward {
    parse_key! { Gsi4 => TablePartition::parse_purge_key }
}

impl Recorded for NamespaceReverse {
    parse_key! { Gsi4 => TablePartition::parse_purge_key }
}

impl Recorded for ProvisionerState {
    parse_key! { Gsi4 => ProvisionerState::parse_purge_key }
}

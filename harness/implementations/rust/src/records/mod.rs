//! One struct for each record type, and how it becomes an item and back.

mod audit_event;
mod bucket;
mod configs;
mod entity_config;
mod entity_meta;
mod namespace_forward;
mod namespace_reverse;
mod provisioner_state;
mod registries;
mod resource_config;
mod system_config;
mod table_record;
mod usage_snapshot;
mod version;

pub use audit_event::{AuditEvent, AuditEventKey};
pub use bucket::{Bucket, BucketKey, BucketLimit};
pub use configs::ConfigLimit;
pub use entity_config::{EntityConfig, EntityConfigKey};
pub use entity_meta::{ChildKey, EntityMeta};
pub use namespace_forward::{NamespaceForward, NamespaceForwardKey};
pub use namespace_reverse::{NamespaceReverse, NamespaceReverseKey};
pub use provisioner_state::ProvisionerState;
pub use registries::{EntityConfigRegistry, ResourceRegistry};
pub use resource_config::ResourceConfig;
pub use system_config::SystemConfig;
pub use table_record::TableRecord;
pub use usage_snapshot::{UsageSnapshot, UsageSnapshotKey};
pub use version::Version;

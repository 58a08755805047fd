use itemproof_adapter::{Adapter, Keys, Object, Refusal, Store};
use rate_limits::records::{
    AuditEvent, Bucket, EntityConfig, EntityConfigRegistry, EntityMeta, NamespaceForward, NamespaceReverse,
    ProvisionerState, ResourceConfig, ResourceRegistry, SystemConfig, UsageSnapshot, Version,
};

use crate::operations;
use crate::store::ConnectedTable;

/// Answers requests with what the library does.
pub struct RateLimitsAdapter {
    table: ConnectedTable,
}

impl RateLimitsAdapter {
    pub fn new(store: Option<Store>) -> Self {
        Self { table: ConnectedTable::new(store) }
    }
}

/// Evaluates an expression with the type that a record type's name stands for.
macro_rules! with_record_type {
    ($name:expr, $Record:ident => $result:expr) => {
        with_record_type!($name, $Record => $result;
            "entity_meta" = EntityMeta,
            "bucket" = Bucket,
            "entity_config" = EntityConfig,
            "resource_config" = ResourceConfig,
            "system_config" = SystemConfig,
            "resource_registry" = ResourceRegistry,
            "entity_config_registry" = EntityConfigRegistry,
            "usage_snapshot" = UsageSnapshot,
            "audit_event" = AuditEvent,
            "version" = Version,
            "namespace_forward" = NamespaceForward,
            "namespace_reverse" = NamespaceReverse,
            "provisioner_state" = ProvisionerState,
        )
    };
    ($name:expr, $Record:ident => $result:expr; $($text:literal = $Type:ty,)+) => {
        match $name {
            $($text => {
                type $Record = $Type;
                $result
            })+
            unknown => Err(Refusal::unsupported(format!("there is no record type {unknown}"))),
        }
    };
}

impl Adapter for RateLimitsAdapter {
    fn key_build(&self, record_type: &str, record: Object) -> Result<Keys, Refusal> {
        with_record_type!(record_type, Record => operations::build_keys::<Record>(record))
    }

    fn key_parse(&self, record_type: &str, index: &str, key: Object) -> Result<Object, Refusal> {
        with_record_type!(record_type, Record => operations::parse_key::<Record>(index, key))
    }

    fn item_encode(&self, record_type: &str, record: Object) -> Result<Object, Refusal> {
        with_record_type!(record_type, Record => operations::encode::<Record>(record))
    }

    fn item_decode(&self, record_type: &str, item: Object) -> Result<Object, Refusal> {
        with_record_type!(record_type, Record => operations::decode::<Record>(item))
    }

    fn item_put(&self, record_type: &str, record: Object) -> Result<(), Refusal> {
        with_record_type!(record_type, Record => self.table.put::<Record>(record))
    }

    fn item_get(&self, record_type: &str, components: Object) -> Result<Object, Refusal> {
        with_record_type!(record_type, Record => self.table.get::<Record>(components))
    }
}

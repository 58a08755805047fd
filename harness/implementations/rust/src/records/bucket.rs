use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::TableRecord;
use super::table_record::not_null;
use crate::keys::{Index, Key, KeyReader};
use crate::values::{EntityId, EpochMilliseconds, EpochSeconds, LimitName, NamespaceId, Resource, ShardCount, ShardId};
use crate::{Families, Invalid, Item, Row};

const SORT_KEY: &str = "#STATE";

/// The live state of one shard of an entity's limits on one resource.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Bucket {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    pub entity_id: EntityId,
    pub resource: Resource,
    #[serde(skip_serializing)]
    pub shard_id: ShardId,
    /// When the bucket was last refilled; also the optimistic lock.
    pub rf: EpochMilliseconds,
    #[serde(default)]
    pub cascade: bool,
    /// Left out for an entity without a parent, where an entity's own record has NULL.
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<EntityId>,
    #[serde(default = "ShardCount::lowest")]
    pub shard_count: ShardCount,
    /// Left out while the entity has limits of its own; such a bucket must not expire.
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub ttl: Option<EpochSeconds>,
    #[serde(skip)]
    pub limits: BTreeMap<LimitName, BucketLimit>,
}

/// The state of one limit. Amounts are in thousandths of a token.
#[derive(Clone, Copy, Debug)]
pub struct BucketLimit {
    /// Tokens left; an adjustment may make them negative.
    pub tokens: i64,
    pub capacity: i64,
    pub refill_amount: i64,
    /// In milliseconds.
    pub refill_period: i64,
    /// A net counter.
    pub total_consumed: i64,
}

impl Row<5> for BucketLimit {
    fn from_columns(
        [tokens, capacity, refill_amount, refill_period, total_consumed]: [i64; 5],
    ) -> Result<Self, Invalid> {
        Ok(Self { tokens, capacity, refill_amount, refill_period, total_consumed })
    }

    fn columns(&self) -> [i64; 5] {
        [self.tokens, self.capacity, self.refill_amount, self.refill_period, self.total_consumed]
    }
}

/// Which bucket it is. The key of every index has the same parts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BucketKey {
    pub namespace_id: NamespaceId,
    pub entity_id: EntityId,
    pub resource: Resource,
    pub shard_id: ShardId,
}

impl BucketKey {
    fn index_keys(&self) -> Vec<(Index, Key)> {
        let Self { namespace_id, entity_id, resource, shard_id } = self;
        let of_resource =
            Key::new(format!("{namespace_id}/RESOURCE#{resource}"), format!("BUCKET#{entity_id}#{shard_id}"));
        let of_entity = Key::new(format!("{namespace_id}/ENTITY#{entity_id}"), format!("BUCKET#{resource}#{shard_id}"));
        // Unlike that of all other record types, this one has no namespace in its sort key.
        let purge = Key::new(namespace_id.to_string(), format!("BUCKET#{entity_id}#{resource}#{shard_id}"));
        vec![(Index::Gsi2, of_resource), (Index::Gsi3, of_entity), (Index::Gsi4, purge)]
    }

    pub fn parse_under_resource(key: &Key) -> Result<Self, Invalid> {
        let (partition, sort) = key.texts()?;
        let (mut partition, mut sort) = (KeyReader::new(partition), KeyReader::new(sort));
        sort.skip("BUCKET#")?;
        Ok(Self {
            namespace_id: partition.value_before("/RESOURCE#")?,
            resource: partition.last_value()?,
            entity_id: sort.value_before("#")?,
            shard_id: sort.last_value()?,
        })
    }

    pub fn parse_under_entity(key: &Key) -> Result<Self, Invalid> {
        let (partition, sort) = key.texts()?;
        let (mut partition, mut sort) = (KeyReader::new(partition), KeyReader::new(sort));
        sort.skip("BUCKET#")?;
        Ok(Self {
            namespace_id: partition.value_before("/ENTITY#")?,
            entity_id: partition.last_value()?,
            resource: sort.value_before("#")?,
            shard_id: sort.last_value()?,
        })
    }

    pub fn parse_purge_key(key: &Key) -> Result<Self, Invalid> {
        let (namespace_id, sort) = key.texts()?;
        let mut sort = KeyReader::new(sort);
        sort.skip("BUCKET#")?;
        Self::parse_rest(namespace_id.parse()?, sort)
    }

    fn parse_rest(namespace_id: NamespaceId, mut rest: KeyReader<'_>) -> Result<Self, Invalid> {
        let (entity_id, resource) = (rest.value_before("#")?, rest.value_before("#")?);
        Ok(Self { namespace_id, entity_id, resource, shard_id: rest.last_value()? })
    }
}

impl Bucket {
    pub const LIMITS: Families<5> =
        Families { prefix: "b_", variable: "limit", suffixes: ["_tk", "_cp", "_ra", "_rp", "_tc"] };
}

impl TableRecord for Bucket {
    type Key = BucketKey;

    const KEY_ONLY: &'static [&'static str] = &["namespace_id", "shard_id"];

    fn key(&self) -> BucketKey {
        BucketKey {
            namespace_id: self.namespace_id.clone(),
            entity_id: self.entity_id.clone(),
            resource: self.resource.clone(),
            shard_id: self.shard_id,
        }
    }

    fn primary_key(BucketKey { namespace_id, entity_id, resource, shard_id }: &BucketKey) -> Key {
        Key::new(format!("{namespace_id}/BUCKET#{entity_id}#{resource}#{shard_id}"), SORT_KEY)
    }

    fn parse_primary_key(key: &Key) -> Result<BucketKey, Invalid> {
        let mut partition = KeyReader::new(key.partition_under(SORT_KEY)?);
        BucketKey::parse_rest(partition.value_before("/BUCKET#")?, partition)
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        self.key().index_keys()
    }

    fn is_open(attribute: &str) -> bool {
        Self::LIMITS.member::<LimitName>(attribute).is_some()
    }

    fn read_open(&mut self, attributes: Item) -> Result<(), Invalid> {
        self.limits = Self::LIMITS.read(attributes)?;
        Ok(())
    }

    fn write_open(&self, item: &mut Item) {
        Self::LIMITS.write(&self.limits, item);
    }

    fn check(&self) -> Result<(), Invalid> {
        // The limiter pays for its own writes out of this limit, so every bucket has it.
        if self.limits.keys().any(|name| name.to_string() == "wcu") {
            Ok(())
        } else {
            Err(Invalid::new("the limit wcu is missing"))
        }
    }
}

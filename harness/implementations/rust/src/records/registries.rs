//! Two records that say what else there is in a namespace.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::TableRecord;
use crate::keys::{Index, Key, Partition, SystemPartition};
use crate::values::{ConfigResource, NamespaceId, Resource};
use crate::{Families, Invalid, Item};

const RESOURCES_SORT_KEY: &str = "#RESOURCES";
const ENTITY_CONFIGS_SORT_KEY: &str = "#ENTITY_CONFIG_RESOURCES";

/// Which resources have limits of their own.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ResourceRegistry {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    /// DynamoDB has no empty set, so the attribute disappears with its last member.
    #[serde(
        default,
        deserialize_with = "each_once",
        serialize_with = "serde_dynamo::string_set::serialize",
        skip_serializing_if = "BTreeSet::is_empty"
    )]
    pub resources: BTreeSet<Resource>,
}

/// For each resource, how many entities have a configuration of their own. An attribute's name is the resource.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EntityConfigRegistry {
    #[serde(skip_serializing)]
    pub namespace_id: NamespaceId,
    #[serde(skip)]
    pub entities: BTreeMap<ConfigResource, i64>,
}

impl EntityConfigRegistry {
    pub const ENTITIES: Families<1> = Families { prefix: "", variable: "config_resource", suffixes: [""] };
}

impl TableRecord for ResourceRegistry {
    type Key = SystemPartition;

    fn key(&self) -> SystemPartition {
        SystemPartition { namespace_id: self.namespace_id.clone() }
    }

    fn primary_key(key: &SystemPartition) -> Key {
        Key::new(key.text(), RESOURCES_SORT_KEY)
    }

    fn parse_primary_key(key: &Key) -> Result<SystemPartition, Invalid> {
        SystemPartition::parse(key.partition_under(RESOURCES_SORT_KEY)?)
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        vec![(Index::Gsi4, self.key().purge_key())]
    }

    fn check_types(item: &Item) -> Result<(), Invalid> {
        match item.get("resources") {
            None | Some(AttributeValue::Ss(_)) => Ok(()),
            Some(_) => Err(Invalid::new("is not of type SS").at("resources")),
        }
    }
}

impl TableRecord for EntityConfigRegistry {
    type Key = SystemPartition;

    fn key(&self) -> SystemPartition {
        SystemPartition { namespace_id: self.namespace_id.clone() }
    }

    fn primary_key(key: &SystemPartition) -> Key {
        Key::new(key.text(), ENTITY_CONFIGS_SORT_KEY)
    }

    fn parse_primary_key(key: &Key) -> Result<SystemPartition, Invalid> {
        SystemPartition::parse(key.partition_under(ENTITY_CONFIGS_SORT_KEY)?)
    }

    fn index_keys(&self) -> Vec<(Index, Key)> {
        vec![(Index::Gsi4, self.key().purge_key())]
    }

    fn is_open(attribute: &str) -> bool {
        !Index::is_key_attribute(attribute) && Self::ENTITIES.member::<ConfigResource>(attribute).is_some()
    }

    fn read_open(&mut self, attributes: Item) -> Result<(), Invalid> {
        self.entities = Self::ENTITIES.read(attributes)?;
        Ok(())
    }

    fn write_open(&self, item: &mut Item) {
        Self::ENTITIES.write(&self.entities, item);
    }

    fn check(&self) -> Result<(), Invalid> {
        match self.entities.keys().map(ToString::to_string).find(|name| Index::is_key_attribute(name)) {
            None => Ok(()),
            Some(name) => Err(Invalid::new("is the name of a key attribute").at(&name)),
        }
    }
}

fn each_once<'de, T, D>(deserializer: D) -> Result<BTreeSet<T>, D::Error>
where
    T: Deserialize<'de> + Ord,
    D: Deserializer<'de>,
{
    let members = Vec::<T>::deserialize(deserializer)?;
    let count = members.len();
    let set = BTreeSet::from_iter(members);
    if set.len() == count { Ok(set) } else { Err(de::Error::custom("a set has a member twice")) }
}

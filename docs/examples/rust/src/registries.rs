use std::collections::{BTreeMap, BTreeSet, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::Value as Json;

use crate::values::{Item, NAMESPACE, RESOURCE, Refused, Value, Values, matches};
use crate::{Keys, TableRecord, key};

/// Which resources have limits. DynamoDB has no empty set, so the attribute goes with its last member.
#[derive(Debug, PartialEq)]
pub struct ResourceRegistry {
    pub namespace_id: String,
    pub resources: BTreeSet<String>,
}

impl TableRecord for ResourceRegistry {
    const NAME: &str = "resource_registry";

    fn from_record(record: &Json) -> Result<Self, Refused> {
        let mut values = Values::of_record(record)?;
        let namespace_id = values.text("namespace_id", NAMESPACE)?;
        let mut resources = BTreeSet::new();
        match values.rest.remove("resources") {
            None => {}
            Some(Value::List(members)) => {
                for member in &members {
                    resources.insert(values.matching("resources", Some(member), RESOURCE, 64)?);
                }
                values.require(resources.len() == members.len(), "resources: one of them twice")?;
            }
            other => return values.refuse(format!("resources: {other:?}")),
        }
        values.nothing_else()?;
        Ok(ResourceRegistry { namespace_id, resources })
    }

    fn from_item(item: &Item) -> Result<Self, Refused> {
        let mut values = Values::of_item(item);
        let (namespace_id, rest) = values.key("/SYSTEM#", "#RESOURCES")?;
        values.require(rest.is_empty(), "more in the key")?;
        let resources = match values.rest.remove("resources") {
            None => BTreeSet::new(),
            Some(Value::Set(members)) => members,
            other => return values.refuse(format!("resources: {other:?}")),
        };
        let all_fit = resources.iter().all(|each| matches(RESOURCE, each) && each.len() <= 64);
        values.require(all_fit, "resources: no resource")?;
        Ok(ResourceRegistry { namespace_id, resources })
    }

    fn keys(&self) -> Keys {
        registry_keys(&self.namespace_id, "#RESOURCES")
    }

    fn attributes(&self) -> Item {
        if self.resources.is_empty() {
            return Item::new();
        }
        let members = self.resources.iter().cloned().collect();
        HashMap::from([("resources".to_owned(), AttributeValue::Ss(members))])
    }
}

/// How many entities have limits of their own on a resource. The name of the attribute is the resource.
#[derive(Debug, PartialEq)]
pub struct EntityConfigRegistry {
    pub namespace_id: String,
    pub counts: BTreeMap<String, i64>,
}

impl TableRecord for EntityConfigRegistry {
    const NAME: &str = "entity_config_registry";

    fn from_record(record: &Json) -> Result<Self, Refused> {
        let mut values = Values::of_record(record)?;
        let namespace_id = values.text("namespace_id", NAMESPACE)?;
        let mut counts = BTreeMap::new();
        for (name, value) in values.map("{config_resource}")? {
            match value {
                Value::Text(text) if is_counter(&name) => counts.insert(name.clone(), values.int64(&name, &text)?),
                other => return values.refuse(format!("{name}: {other:?}")),
            };
        }
        values.nothing_else()?;
        Ok(EntityConfigRegistry { namespace_id, counts })
    }

    fn from_item(item: &Item) -> Result<Self, Refused> {
        let mut values = Values::of_item(item);
        let (namespace_id, rest) = values.key("/SYSTEM#", "#ENTITY_CONFIG_RESOURCES")?;
        values.require(rest.is_empty(), "more in the key")?;
        let mut counts = BTreeMap::new();
        for (name, value) in values.rest.iter().filter(|(name, _)| is_counter(name)) {
            match value {
                Value::Number(text) => counts.insert(name.clone(), values.int64(name, text)?),
                other => return values.refuse(format!("{name}: {other:?}")),
            };
        }
        Ok(EntityConfigRegistry { namespace_id, counts })
    }

    fn keys(&self) -> Keys {
        registry_keys(&self.namespace_id, "#ENTITY_CONFIG_RESOURCES")
    }

    fn attributes(&self) -> Item {
        self.counts.iter().map(|(name, count)| (name.clone(), AttributeValue::N(count.to_string()))).collect()
    }
}

fn is_counter(name: &str) -> bool {
    let is_resource = name == "_default_" || matches(RESOURCE, name);
    is_resource && name.len() <= 64 && !matches("^(?:(?:GSI[1-4])?[PS]K|LSI[1-5]SK)$", name)
}

fn registry_keys(namespace_id: &str, sort: &str) -> Keys {
    let partition = format!("{namespace_id}/SYSTEM#");
    Keys::from([
        ("primary", key(("PK", partition.clone()), ("SK", sort.to_owned()))),
        ("gsi4", key(("GSI4PK", namespace_id.to_owned()), ("GSI4SK", partition))),
    ])
}

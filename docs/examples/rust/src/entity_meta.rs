use std::collections::{BTreeMap, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::Value as Json;

use crate::values::{ANY, ENTITY, Item, NAMESPACE, Refused, Value, Values};
use crate::{Keys, TableRecord, key};

/// An entity, and its place under a parent.
#[derive(Debug, PartialEq)]
pub struct EntityMeta {
    pub namespace_id: String,
    pub entity_id: String,
    pub name: String,
    /// NULL in the table when there is none.
    pub parent_id: Option<String>,
    pub cascade: bool,
    pub metadata: BTreeMap<String, String>,
    pub created_at: String,
}

impl EntityMeta {
    fn read(values: &mut Values, namespace_id: String) -> Result<Self, Refused> {
        let parent_id = match values.rest.remove("parent_id") {
            None | Some(Value::Null) => None,
            parent => Some(values.matching("parent_id", parent.as_ref(), ENTITY, 256)?),
        };
        let mut metadata = BTreeMap::new();
        for (name, value) in values.map("metadata")? {
            match value {
                Value::Text(text) => metadata.insert(name, text),
                other => return values.refuse(format!("metadata {name}: {other:?}")),
            };
        }
        Ok(EntityMeta {
            namespace_id,
            entity_id: values.text("entity_id", ENTITY)?,
            name: values.text("name", ANY)?,
            parent_id,
            cascade: values.boolean("cascade")?,
            metadata,
            created_at: values.timestamp("created_at")?,
        })
    }
}

impl TableRecord for EntityMeta {
    const NAME: &str = "entity_meta";

    fn from_record(record: &Json) -> Result<Self, Refused> {
        let mut values = Values::of_record(record)?;
        let namespace_id = values.text("namespace_id", NAMESPACE)?;
        // Who has no name is called by its id.
        let name = values.rest.get("name");
        if name.is_none() || matches!(name, Some(Value::Text(text)) if text.is_empty()) {
            values.rest.insert("name".to_owned(), values.rest.get("entity_id").cloned().unwrap_or(Value::Null));
        }
        let entity = EntityMeta::read(&mut values, namespace_id)?;
        values.nothing_else()?;
        Ok(entity)
    }

    fn from_item(item: &Item) -> Result<Self, Refused> {
        let mut values = Values::of_item(item);
        let (namespace_id, entity_id) = values.key("/ENTITY#", "#META")?;
        let entity = EntityMeta::read(&mut values, namespace_id)?;
        values.require(entity.entity_id == entity_id, "entity_id is another one than in the key")?;
        Ok(entity)
    }

    fn keys(&self) -> Keys {
        let EntityMeta { namespace_id, entity_id, .. } = self;
        let entity = format!("{namespace_id}/ENTITY#{entity_id}");
        let mut keys = Keys::from([
            ("primary", key(("PK", entity.clone()), ("SK", "#META".to_owned()))),
            ("gsi4", key(("GSI4PK", namespace_id.clone()), ("GSI4SK", entity))),
        ]);
        if let Some(parent_id) = &self.parent_id {
            let parent = format!("{namespace_id}/PARENT#{parent_id}");
            keys.insert("gsi1", key(("GSI1PK", parent), ("GSI1SK", format!("CHILD#{entity_id}"))));
        }
        keys
    }

    fn attributes(&self) -> Item {
        let text = |text: &String| AttributeValue::S(text.clone());
        let metadata = self.metadata.iter().map(|(name, value)| (name.clone(), text(value))).collect();
        HashMap::from([
            ("entity_id".to_owned(), text(&self.entity_id)),
            ("name".to_owned(), text(&self.name)),
            ("parent_id".to_owned(), self.parent_id.as_ref().map_or(AttributeValue::Null(true), text)),
            ("cascade".to_owned(), AttributeValue::Bool(self.cascade)),
            ("metadata".to_owned(), AttributeValue::M(metadata)),
            ("created_at".to_owned(), text(&self.created_at)),
        ])
    }
}

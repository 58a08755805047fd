use aws_sdk_dynamodb::types::AttributeValue;

use super::Index;
use crate::{Invalid, Item};

/// The two texts of a key. One record type has an index key without the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub partition: String,
    pub sort: Option<String>,
}

impl Key {
    pub fn new(partition: impl Into<String>, sort: impl Into<String>) -> Self {
        Self { partition: partition.into(), sort: Some(sort.into()) }
    }

    pub fn without_sort(partition: impl Into<String>) -> Self {
        Self { partition: partition.into(), sort: None }
    }

    /// Takes the key of an index out of an item.
    pub fn take_from(item: &mut Item, index: Index) -> Result<Self, Invalid> {
        let mut take = |name: &str| match item.remove(name) {
            Some(AttributeValue::S(text)) => Ok(text),
            Some(_) => Err(Invalid::new("is not of type S").at(name)),
            None => Err(Invalid::new("is missing").at(name)),
        };
        Ok(Self::new(take(index.partition_attribute())?, take(index.sort_attribute())?))
    }

    /// The key as attributes of an item.
    pub fn into_attributes(self, index: Index) -> impl Iterator<Item = (&'static str, String)> {
        let sort = self.sort.map(|text| (index.sort_attribute(), text));
        std::iter::once((index.partition_attribute(), self.partition)).chain(sort)
    }

    /// Both texts of a key that has both.
    pub fn texts(&self) -> Result<(&str, &str), Invalid> {
        let sort = self.sort.as_deref().ok_or_else(|| Invalid::new("the sort key is missing"))?;
        Ok((&self.partition, sort))
    }

    /// The partition key of a key whose sort key never changes.
    pub fn partition_under(&self, fixed_sort: &str) -> Result<&str, Invalid> {
        match self.texts()? {
            (partition, sort) if sort == fixed_sort => Ok(partition),
            (_, sort) => Err(Invalid::new(format_args!("the sort key is {sort:?} instead of {fixed_sort:?}"))),
        }
    }

    /// The partition key of a key that has no sort key.
    pub fn only_partition(&self) -> Result<&str, Invalid> {
        match self.sort {
            None => Ok(&self.partition),
            Some(_) => Err(Invalid::new("there is a sort key")),
        }
    }
}

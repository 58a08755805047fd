//! The table in a store.

use std::fmt;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;

use crate::keys::Index;
use crate::records::TableRecord;
use crate::{Invalid, Item};

/// Why a record could not be put or read.
#[derive(Debug)]
pub enum TableError {
    /// The record, or what is stored, is not valid.
    Invalid(Invalid),
    /// The store did not do it.
    Store(Box<aws_sdk_dynamodb::Error>),
}

impl fmt::Display for TableError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => invalid.fmt(formatter),
            Self::Store(_) => formatter.write_str("the store refused"),
        }
    }
}

impl std::error::Error for TableError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Invalid(_) => None,
            Self::Store(error) => Some(error),
        }
    }
}

impl From<Invalid> for TableError {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<aws_sdk_dynamodb::Error> for TableError {
    fn from(error: aws_sdk_dynamodb::Error) -> Self {
        Self::Store(Box::new(error))
    }
}

/// The rate limiter's table.
#[derive(Clone, Debug)]
pub struct Table {
    client: Client,
    name: String,
}

impl Table {
    pub fn new(client: Client, name: impl Into<String>) -> Self {
        Self { client, name: name.into() }
    }

    /// Stores a record, replacing any with its key.
    pub async fn put<R: TableRecord>(&self, record: &R) -> Result<(), TableError> {
        let request = self.client.put_item().table_name(&self.name).set_item(Some(record.to_item()?));
        request.send().await.map_err(aws_sdk_dynamodb::Error::from)?;
        Ok(())
    }

    /// Reads a record as it is now.
    pub async fn get<R: TableRecord>(&self, key: &R::Key) -> Result<Option<R>, TableError> {
        let attributes = R::primary_key(key).into_attributes(Index::Primary);
        let key: Item = attributes.map(|(name, text)| (name.to_owned(), AttributeValue::S(text))).collect();
        let request = self.client.get_item().table_name(&self.name).set_key(Some(key)).consistent_read(true);
        let found = request.send().await.map_err(aws_sdk_dynamodb::Error::from)?;
        Ok(found.item.map(R::from_item).transpose()?)
    }
}

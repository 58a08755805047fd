//! The records of the rate limiter's table: token buckets, their configuration and their audit trail.
//!
//! A record type is a struct in [`records`]; [`records::TableRecord`] says how it becomes an item and back.
//! Its values are types of [`values`] that cannot hold anything invalid, its keys are built and read by
//! [`keys`], and [`table::Table`] puts and gets it.

mod families;
mod invalid;
pub mod keys;
pub mod records;
pub mod table;
pub mod values;

pub use families::{Families, Row};
pub use invalid::Invalid;

/// An item as the SDK has it.
pub type Item = std::collections::HashMap<String, aws_sdk_dynamodb::types::AttributeValue>;

//! Keys of the table and of its indexes.

mod index;
mod key;
mod partitions;
mod reader;
mod table_partition;

pub use index::Index;
pub use key::Key;
pub use partitions::{AuditPartition, EntityPartition, Partition, ResourcePartition, SystemPartition};
pub use reader::KeyReader;
pub use table_partition::TablePartition;

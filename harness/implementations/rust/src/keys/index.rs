/// The table itself and the indexes that are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Index {
    Primary,
    Gsi1,
    Gsi2,
    Gsi3,
    Gsi4,
}

/// Local indexes exist so that they need not be added to a full table; nothing writes their keys yet.
const RESERVED: [&str; 5] = ["LSI1SK", "LSI2SK", "LSI3SK", "LSI4SK", "LSI5SK"];

impl Index {
    pub const ALL: [Self; 5] = [Self::Primary, Self::Gsi1, Self::Gsi2, Self::Gsi3, Self::Gsi4];

    pub fn partition_attribute(self) -> &'static str {
        match self {
            Self::Primary => "PK",
            Self::Gsi1 => "GSI1PK",
            Self::Gsi2 => "GSI2PK",
            Self::Gsi3 => "GSI3PK",
            Self::Gsi4 => "GSI4PK",
        }
    }

    pub fn sort_attribute(self) -> &'static str {
        match self {
            Self::Primary => "SK",
            Self::Gsi1 => "GSI1SK",
            Self::Gsi2 => "GSI2SK",
            Self::Gsi3 => "GSI3SK",
            Self::Gsi4 => "GSI4SK",
        }
    }

    /// Whether an attribute is part of a key of the table, of an index or of a reserved index.
    pub fn is_key_attribute(name: &str) -> bool {
        RESERVED.contains(&name)
            || Self::ALL.iter().any(|index| [index.partition_attribute(), index.sort_attribute()].contains(&name))
    }
}

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use aws_sdk_dynamodb::types::AttributeValue;

use crate::values::parse_integer;
use crate::{Invalid, Item};

/// Attributes that store a map of numbers flat: one attribute for each name and column, called
/// prefix + name + suffix of the column. Counters in them can be changed without reading the item.
pub struct Families<const COLUMNS: usize> {
    pub prefix: &'static str,
    /// What the names are, as the schema calls it.
    pub variable: &'static str,
    pub suffixes: [&'static str; COLUMNS],
}

/// What the columns of one name hold together.
pub trait Row<const COLUMNS: usize> {
    fn from_columns(columns: [i64; COLUMNS]) -> Result<Self, Invalid>
    where
        Self: Sized;
    fn columns(&self) -> [i64; COLUMNS];
}

impl Row<1> for i64 {
    fn from_columns([value]: [i64; 1]) -> Result<Self, Invalid> {
        Ok(value)
    }

    fn columns(&self) -> [i64; 1] {
        [*self]
    }
}

impl<const COLUMNS: usize> Families<COLUMNS> {
    /// The name and the column that an attribute is of, if it is of these families.
    pub fn member<Name: FromStr>(&self, attribute: &str) -> Option<(Name, usize)> {
        let rest = attribute.strip_prefix(self.prefix)?;
        self.suffixes.iter().enumerate().find_map(|(column, suffix)| {
            let name = rest.strip_suffix(suffix)?.parse().ok()?;
            Some((name, column))
        })
    }

    /// Reads attributes, all of which are members.
    pub fn read<Name: FromStr + Ord + Display, R: Row<COLUMNS>>(
        &self,
        members: Item,
    ) -> Result<BTreeMap<Name, R>, Invalid> {
        let mut cells = Vec::with_capacity(members.len());
        for (attribute, value) in members {
            let Some((name, column)) = self.member(&attribute) else { continue };
            let AttributeValue::N(number) = value else {
                return Err(Invalid::new("is not of type N").at(&attribute));
            };
            cells.push((name, column, parse_integer(&number).map_err(|invalid| invalid.at(&attribute))?));
        }
        self.gather(cells)
    }

    /// Makes rows of cells. Every name must have all columns.
    pub fn gather<Name: Ord + Display, R: Row<COLUMNS>>(
        &self,
        cells: Vec<(Name, usize, i64)>,
    ) -> Result<BTreeMap<Name, R>, Invalid> {
        let mut rows = BTreeMap::<Name, [Option<i64>; COLUMNS]>::new();
        for (name, column, value) in cells {
            rows.entry(name).or_insert([None; COLUMNS])[column] = Some(value);
        }
        let complete = |(name, row): (Name, [Option<i64>; COLUMNS])| {
            if let Some(column) = row.iter().position(Option::is_none) {
                let missing = format!("{}{name}{}", self.prefix, self.suffixes[column]);
                return Err(Invalid::new("is missing").at(&missing));
            }
            let row =
                R::from_columns(row.map(Option::unwrap_or_default)).map_err(|invalid| invalid.at(&name.to_string()))?;
            Ok((name, row))
        };
        rows.into_iter().map(complete).collect()
    }

    /// Writes rows as attributes.
    pub fn write<Name: Display, R: Row<COLUMNS>>(&self, rows: &BTreeMap<Name, R>, item: &mut Item) {
        for (name, row) in rows {
            for (suffix, value) in self.suffixes.iter().zip(row.columns()) {
                item.insert(format!("{}{name}{suffix}", self.prefix), AttributeValue::N(value.to_string()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::LimitName;

    const FAMILIES: Families<2> = Families { prefix: "b_", variable: "limit", suffixes: ["_tk", "_cp"] };

    fn member(attribute: &str) -> Option<(String, usize)> {
        FAMILIES.member::<LimitName>(attribute).map(|(name, column)| (name.to_string(), column))
    }

    #[test]
    fn names_are_between_prefix_and_suffix() {
        assert_eq!(member("b_rpm_tk"), Some(("rpm".to_owned(), 0)));
        assert_eq!(member("b_a_tk_cp"), Some(("a_tk".to_owned(), 1)));
        assert_eq!(member("b_tk"), None);
        assert_eq!(member("b__tk"), None);
        assert_eq!(member("b_9_tk"), None);
    }
}

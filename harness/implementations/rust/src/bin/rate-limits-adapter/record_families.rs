//! Families of attributes, which are objects in a record.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use itemproof_adapter::Object;
use itemproof_adapter::serde_json::Value;
use rate_limits::values::parse_integer;
use rate_limits::{Families, Invalid, Row};

/// Which of the families a member such as `b_{limit}_tk` is.
pub fn column<const COLUMNS: usize>(families: &Families<COLUMNS>, member: &str) -> Option<usize> {
    let rest = member.strip_prefix(families.prefix)?.strip_prefix('{')?;
    let suffix = rest.strip_prefix(families.variable)?.strip_prefix('}')?;
    families.suffixes.iter().position(|known| *known == suffix)
}

/// Reads members, all of which are families.
pub fn read<Name, R, const COLUMNS: usize>(
    families: &Families<COLUMNS>,
    members: Object,
) -> Result<BTreeMap<Name, R>, Invalid>
where
    Name: FromStr<Err = Invalid> + Ord + Display,
    R: Row<COLUMNS>,
{
    let mut cells = Vec::new();
    for (member, values) in members {
        let Some(column) = column(families, &member) else { continue };
        let Value::Object(values) = values else {
            return Err(Invalid::new("is not an object").at(&member));
        };
        for (name, value) in values {
            let number = match &value {
                Value::String(text) => parse_integer(text),
                other => Err(Invalid::new(format_args!("{other} is not an integer as text"))),
            };
            let number = number.map_err(|invalid| invalid.at(&name).at(&member))?;
            cells.push((name.parse().map_err(|invalid: Invalid| invalid.at(&member))?, column, number));
        }
    }
    families.gather(cells)
}

/// Writes rows as one object for each family. Without rows there is none.
pub fn write<Name, R, const COLUMNS: usize>(families: &Families<COLUMNS>, rows: &BTreeMap<Name, R>, record: &mut Object)
where
    Name: Display,
    R: Row<COLUMNS>,
{
    if rows.is_empty() {
        return;
    }
    for (column, suffix) in families.suffixes.iter().enumerate() {
        let values: Object =
            rows.iter().map(|(name, row)| (name.to_string(), row.columns()[column].to_string().into())).collect();
        record.insert(format!("{}{{{}}}{suffix}", families.prefix, families.variable), values.into());
    }
}

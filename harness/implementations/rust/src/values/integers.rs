use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Invalid;

/// Which of the shards of a bucket, from 0.
pub type ShardId = Bounded<0, 2_147_483_647>;
/// How many shards a bucket has.
pub type ShardCount = Bounded<1, 2_147_483_647>;
/// A count, or a duration that cannot be negative.
pub type Count = Bounded<0, { i64::MAX }>;
/// A configured amount or duration: a limit of nothing is no limit.
pub type Positive = Bounded<1, { i64::MAX }>;
/// The layout of a configuration; there has been one only.
pub type ConfigVersion = Bounded<1, 1>;
/// For how many days an audit event is kept.
pub type RetentionDays = Bounded<1, 36_500>;
/// Seconds since 1970, up to the end of the year 9999.
pub type EpochSeconds = Bounded<0, 253_402_300_799>;
/// Milliseconds since 1970, up to the end of the year 9999.
pub type EpochMilliseconds = Bounded<0, 253_402_300_799_999>;

/// An integer between two bounds, which are possible values themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64")]
pub struct Bounded<const LOWEST: i64, const HIGHEST: i64>(i64);

impl<const LOWEST: i64, const HIGHEST: i64> Bounded<LOWEST, HIGHEST> {
    /// The lowest possible value, for attributes that have it as their default.
    pub fn lowest() -> Self {
        Self(LOWEST)
    }
}

impl<const LOWEST: i64, const HIGHEST: i64> TryFrom<i64> for Bounded<LOWEST, HIGHEST> {
    type Error = Invalid;

    fn try_from(value: i64) -> Result<Self, Invalid> {
        if (LOWEST..=HIGHEST).contains(&value) {
            Ok(Self(value))
        } else {
            Err(Invalid::new(format_args!("{value} is not between {LOWEST} and {HIGHEST}")))
        }
    }
}

impl<const LOWEST: i64, const HIGHEST: i64> From<Bounded<LOWEST, HIGHEST>> for i64 {
    fn from(value: Bounded<LOWEST, HIGHEST>) -> Self {
        value.0
    }
}

impl<const LOWEST: i64, const HIGHEST: i64> FromStr for Bounded<LOWEST, HIGHEST> {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        parse_integer(text)?.try_into()
    }
}

impl<const LOWEST: i64, const HIGHEST: i64> fmt::Display for Bounded<LOWEST, HIGHEST> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Reads an integer from the one text that stands for it: no plus sign, no needless zero.
pub fn parse_integer(text: &str) -> Result<i64, Invalid> {
    match text.parse::<i64>() {
        Ok(value) if value.to_string() == text => Ok(value),
        _ => Err(Invalid::new(format_args!("{text:?} is not a 64-bit integer in its usual form"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_text_stands_for_an_integer() {
        assert_eq!(parse_integer("-9223372036854775808"), Ok(i64::MIN));
        for text in ["", "01", "+1", "-0", "1.0", "1e3", " 1", "9223372036854775808", "١"] {
            assert!(parse_integer(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn bounds_are_possible_values() {
        assert!("2147483647".parse::<ShardId>().is_ok());
        assert!("2147483648".parse::<ShardId>().is_err());
        assert!("0".parse::<ShardCount>().is_err());
        assert!(EpochSeconds::try_from(253_402_300_800).is_err());
    }
}

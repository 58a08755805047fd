use crate::values::Positive;
use crate::{Families, Invalid, Row};

/// What somebody configured for one limit, in tokens and seconds; a bucket has thousandths of both.
#[derive(Clone, Copy, Debug)]
pub struct ConfigLimit {
    pub capacity: Positive,
    pub refill_amount: Positive,
    pub refill_period: Positive,
}

impl ConfigLimit {
    pub const FAMILIES: Families<3> =
        Families { prefix: "l_", variable: "custom_limit", suffixes: ["_cp", "_ra", "_rp"] };
}

impl Row<3> for ConfigLimit {
    fn from_columns([capacity, refill_amount, refill_period]: [i64; 3]) -> Result<Self, Invalid> {
        Ok(Self {
            capacity: capacity.try_into()?,
            refill_amount: refill_amount.try_into()?,
            refill_period: refill_period.try_into()?,
        })
    }

    fn columns(&self) -> [i64; 3] {
        [self.capacity.into(), self.refill_amount.into(), self.refill_period.into()]
    }
}

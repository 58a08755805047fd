use std::str::FromStr;

use aws_sdk_dynamodb::types::AttributeValue::{self, L, M, N, Ns, Ss};
use bigdecimal::BigDecimal;
use rate_limits_example::Item;

/// What DynamoDB takes for the same becomes equal: numbers by value, sets in one order.
pub fn meaning(item: Item) -> Item {
    item.into_iter().map(|(name, value)| (name, of_value(value))).collect()
}

fn of_value(value: AttributeValue) -> AttributeValue {
    match value {
        N(text) => N(number(&text)),
        Ns(members) => Ns(sorted(members.iter().map(|text| number(text)).collect())),
        Ss(members) => Ss(sorted(members)),
        L(values) => L(values.into_iter().map(of_value).collect()),
        M(members) => M(meaning(members)),
        other => other,
    }
}

fn number(text: &str) -> String {
    BigDecimal::from_str(text).expect("a number").normalized().to_string()
}

fn sorted(mut members: Vec<String>) -> Vec<String> {
    members.sort();
    members
}

/// Keys of one partition as DynamoDB returns them: text by its bytes in UTF-8, which is how Rust compares it.
pub fn in_order(keys: impl Iterator<Item = Item>) -> Vec<Item> {
    let mut keys: Vec<_> = keys.collect();
    let sort_key =
        |key: &Item| key.iter().find(|(name, _)| name.ends_with("SK")).and_then(|key| key.1.as_s().ok().cloned());
    keys.sort_by_key(sort_key);
    keys
}

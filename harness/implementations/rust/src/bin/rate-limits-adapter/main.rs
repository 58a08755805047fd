//! Lets the `rate_limits` library take part in an Itemproof run.

mod dynamodb_json;
mod numbers;
mod operations;
mod rate_limits_adapter;
mod record_deserializer;
mod record_families;
mod record_types;
mod recorded;
mod store;

use itemproof_adapter::{Description, serve};
use rate_limits_adapter::RateLimitsAdapter;

fn main() -> std::io::Result<()> {
    serve(|hello| {
        let description = Description::new("rate-limits-rust", env!("CARGO_PKG_VERSION")).supports_everything();
        Ok((description, RateLimitsAdapter::new(hello.store)))
    })
}

#![doc = include_str!("../README.md")]

mod adapter;
mod description;
mod hello;
mod lines;
mod output;
mod refusal;
mod request;
mod serve;
mod workers;

pub use adapter::{Adapter, Keys, Object};
pub use description::{Description, Operation};
pub use hello::{Hello, SchemaIdentity, Store};
pub use refusal::{Class, Refusal};
pub use serve::{serve, serve_on};

/// The JSON library of the kit, so that an adapter can do without a dependency of its own.
pub use serde_json;

//! Answers every operation with what it was given. Good for measuring the kit, and nothing else.

use itemproof_adapter::{Adapter, Description, Keys, Object, Refusal, serve};

struct Echo;

impl Adapter for Echo {
    fn key_build(&self, _: &str, record: Object) -> Result<Keys, Refusal> {
        Ok(Keys::from([("primary".to_owned(), record)]))
    }

    fn key_parse(&self, _: &str, _: &str, key: Object) -> Result<Object, Refusal> {
        Ok(key)
    }

    fn item_encode(&self, _: &str, record: Object) -> Result<Object, Refusal> {
        Ok(record)
    }

    fn item_decode(&self, _: &str, item: Object) -> Result<Object, Refusal> {
        Ok(item)
    }

    fn item_put(&self, _: &str, _: Object) -> Result<(), Refusal> {
        Ok(())
    }

    fn item_get(&self, _: &str, components: Object) -> Result<Object, Refusal> {
        Ok(components)
    }
}

fn main() -> std::io::Result<()> {
    serve(|_hello| Ok((Description::new("echo", "1.0.0").supports_everything().window(1024), Echo)))
}

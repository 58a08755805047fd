mod support;

use rate_limits_example::{EntityConfigRegistry, EntityMeta, ResourceRegistry, TableRecord};
use serde_json::Value as Json;
use support::{item, keys, meaning::meaning};

#[test]
fn every_record_type_keeps_the_contract() {
    check::<EntityMeta>();
    check::<ResourceRegistry>();
    check::<EntityConfigRegistry>();
}

fn check<T: TableRecord>() {
    for vector in vectors::<T>("items") {
        let record = T::from_record(&vector["record"]).expect(&vector["id"].to_string());
        assert_eq!(record.keys(), keys(&vector["keys"]), "{}", vector["id"]);
        assert_eq!(meaning(record.item()), meaning(item(&vector["item"])), "{}", vector["id"]);
    }
    for vector in vectors::<T>("items").into_iter().chain(vectors::<T>("reads")) {
        let expected = T::from_record(vector.get("read").unwrap_or(&vector["record"]));
        assert_eq!(T::from_item(&item(&vector["item"])), expected, "{}", vector["id"]);
    }
    for vector in vectors::<T>("refusals").into_iter().filter(|vector| vector["op"] != "key.parse") {
        let read = vector.get("item").map(|json| T::from_item(&item(json)));
        let refused = read.unwrap_or_else(|| T::from_record(&vector["record"])).err();
        assert_eq!(refused.map(|refused| refused.error_class), vector["error"]["class"].as_str(), "{}", vector["id"]);
    }
}

fn vectors<T: TableRecord>(kind: &str) -> Vec<Json> {
    let path = format!("../../../vectors/rate-limits/{}/{kind}.json", T::NAME);
    let mut file: Json = serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON");
    file["vectors"].as_array_mut().expect("vectors").drain(..).collect()
}

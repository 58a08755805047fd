mod support;

use rate_limits_example::{EntityConfigRegistry, EntityMeta, ResourceRegistry, TableRecord};
use support::{item, keys, meaning, read::vectors};

#[test]
fn every_record_type_keeps_the_contract() {
    check::<EntityMeta>();
    check::<ResourceRegistry>();
    check::<EntityConfigRegistry>();
}

fn check<T: TableRecord>() {
    for vector in vectors::<T>(&["items", "keys"]) {
        let record = T::from_record(&vector["record"]).expect(&vector["id"].to_string());
        assert_eq!(record.keys(), keys(&vector["keys"]), "{}", vector["id"]);
    }
    for vector in vectors::<T>(&["order"]) {
        let (index, entries) = (vector["index"].as_str().unwrap(), vector["entries"].as_array().unwrap());
        let expected: Vec<_> = entries.iter().map(|entry| item(&entry["key"])).collect();
        let records = entries.iter().map(|entry| T::from_record(&entry["record"]).expect(&entry.to_string()));
        let built: Vec<_> = records.map(|record| record.keys()[index].clone()).collect();
        assert_eq!(built, expected, "{}", vector["id"]);
        assert_eq!(meaning::in_order(built.into_iter().rev()), expected, "{}", vector["id"]);
    }
    for vector in vectors::<T>(&["items"]) {
        let record = T::from_record(&vector["record"]).expect(&vector["id"].to_string());
        assert_eq!(meaning::meaning(record.item()), meaning::meaning(item(&vector["item"])), "{}", vector["id"]);
    }
    for vector in vectors::<T>(&["items", "reads"]) {
        let expected = T::from_record(vector.get("read").unwrap_or(&vector["record"]));
        assert_eq!(T::from_item(&item(&vector["item"])), expected, "{}", vector["id"]);
    }
    for vector in vectors::<T>(&["refusals"]).into_iter().filter(|vector| vector["op"] != "key.parse") {
        let read = vector.get("item").map(|json| T::from_item(&item(json)));
        let refused = read.unwrap_or_else(|| T::from_record(&vector["record"])).err();
        assert_eq!(refused.map(|refused| refused.error_class), vector["error"]["class"].as_str(), "{}", vector["id"]);
    }
}

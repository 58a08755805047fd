//! The adapter as a program, without a store.

use std::io::Write;
use std::process::{Command, Stdio};

use itemproof_adapter::serde_json::{self, Value, json};

/// Sends requests and returns the answers to them, in their order.
fn ask(requests: &[Value]) -> Vec<Value> {
    let hello = json!({
        "op": "hello", "protocol": 1, "schema": {"name": "rate-limits", "version": "0.10.0", "digest": "sha256:0"},
        "store": null, "now": "2024-01-02T03:04:05Z",
    });
    let mut lines = String::new();
    for (id, request) in [&hello].into_iter().chain(requests).enumerate() {
        let mut request = request.clone();
        request["id"] = id.into();
        lines.push_str(&format!("{request}\n"));
    }
    let mut adapter = Command::new(env!("CARGO_BIN_EXE_rate-limits-adapter"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    adapter.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = adapter.wait_with_output().unwrap();
    assert!(output.status.success());
    let answers = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<Value>();
    answers.map(Result::unwrap).skip(1).collect()
}

fn encode(record_type: &str, record: &Value) -> Value {
    json!({"op": "item.encode", "record_type": record_type, "record": record})
}

fn decode(record_type: &str, item: &Value) -> Value {
    json!({"op": "item.decode", "record_type": record_type, "item": item})
}

/// A copy with some members replaced, or removed where the change is null.
fn changed(object: &Value, changes: Value) -> Value {
    let mut copy = object.clone();
    for (name, value) in changes.as_object().unwrap() {
        if value.is_null() {
            copy.as_object_mut().unwrap().remove(name);
        } else {
            copy[name] = value.clone();
        }
    }
    copy
}

fn assert_all_refused(requests: &[Value], class: &str) {
    for (request, answer) in requests.iter().zip(ask(requests)) {
        assert_eq!(answer["error"]["class"], class, "{request} -> {answer}");
    }
}

fn bucket() -> Value {
    json!({
        "namespace_id": "default", "entity_id": "user-1", "resource": "openai/gpt-4", "shard_id": "7",
        "rf": "1700000000000", "cascade": false, "shard_count": "8",
        "b_{limit}_tk": {"wcu": "-9223372036854775808"}, "b_{limit}_cp": {"wcu": "9223372036854775807"},
        "b_{limit}_ra": {"wcu": "0"}, "b_{limit}_rp": {"wcu": "1"}, "b_{limit}_tc": {"wcu": "-1"},
    })
}

fn bucket_item() -> Value {
    ask(&[encode("bucket", &bucket())])[0]["ok"]["item"].clone()
}

#[test]
fn an_item_becomes_the_record_it_came_from() {
    let item = bucket_item();
    assert_eq!(item["PK"], json!({"S": "default/BUCKET#user-1#openai/gpt-4#7"}));
    assert_eq!(item["b_wcu_tk"], json!({"N": "-9223372036854775808"}));
    assert_eq!(item.get("shard_id"), None);
    let newer = changed(&item, json!({"added_later": {"N": "1e100"}, "GSI3SK": {"BOOL": true}, "b__tk": {"S": "x"}}));
    assert_eq!(ask(&[decode("bucket", &newer)])[0]["ok"]["record"], bucket());
}

#[test]
fn broken_buckets_are_refused() {
    let changes = [
        json!({"b_{limit}_tk": {"wcu": "1", "rpm": "1"}}),
        json!({"b_{limit}_tk": null}),
        json!({"b_{limit}_tk": {"wcu": "01"}}),
        json!({"b_{limit}_tk": {"wcu": "9223372036854775808"}}),
        json!({"shard_id": "2147483648"}),
        json!({"shard_id": 7}),
        json!({"entity_id": "a#b"}),
        json!({"entity_id": "user-1\n"}),
        json!({"unknown": "1"}),
    ];
    let requests = changes.map(|change| encode("bucket", &changed(&bucket(), change)));
    assert_all_refused(&requests, "invalid-record");
}

#[test]
fn broken_items_are_refused() {
    let changes = [
        json!({"PK": {"S": "default/BUCKET#user-1#openai/gpt-4#07"}}),
        json!({"SK": {"S": "#META"}}),
        json!({"entity_id": {"S": "user-2"}}),
        json!({"parent_id": {"NULL": true}}),
        json!({"rf": {"N": "1.5"}}),
        json!({"rf": null}),
        json!({"b_rpm_tk": {"N": "1"}}),
        json!({"b_wcu_tk": {"S": "1"}}),
        json!({"cascade": {"S": "true"}}),
    ];
    let item = bucket_item();
    assert_all_refused(&changes.map(|change| decode("bucket", &changed(&item, change))), "invalid-item");
}

#[test]
fn a_limit_may_be_called_like_a_part_of_the_key_but_not_like_an_attribute() {
    let usage = json!({
        "namespace_id": "default", "entity_id": "e", "resource": "r", "window": "daily", "total_events": "1",
        "window_start": "2024-02-29T00:00:00Z", "ttl": "0", "{custom_limit}": {"namespace_id": "5"},
    });
    let item = ask(&[encode("usage_snapshot", &usage)])[0]["ok"]["item"].clone();
    assert_eq!(item["namespace_id"], json!({"N": "5"}));
    assert_eq!(ask(&[decode("usage_snapshot", &item)])[0]["ok"]["record"], usage);
    let taken = ["ttl", "PK", "GSI1SK", "LSI5SK", "wcu"];
    let requests = taken.map(|name| encode("usage_snapshot", &changed(&usage, json!({"{custom_limit}": {name: "1"}}))));
    assert_all_refused(&requests, "invalid-record");
}

#[test]
fn sets_and_lists_are_not_the_same() {
    let registry = json!({"PK": {"S": "_/SYSTEM#"}, "SK": {"S": "#RESOURCES"}});
    assert_eq!(ask(&[decode("resource_registry", &registry)])[0]["ok"]["record"]["resources"], json!([]));
    let state = json!({
        "PK": {"S": "_/SYSTEM#"}, "SK": {"S": "#PROVISIONER"}, "last_applied": {"S": "2024-01-02T03:04:05.1-00:30"},
        "applied_hash": {"S": format!("sha256:{}", "0a".repeat(32))},
    });
    assert_eq!(ask(&[decode("provisioner_state", &state)])[0]["ok"]["record"]["managed_entities"], json!({}));
    assert_all_refused(
        &[
            decode("resource_registry", &changed(&registry, json!({"resources": {"L": [{"S": "a"}]}}))),
            decode("provisioner_state", &changed(&state, json!({"managed_resources": {"SS": ["a"]}}))),
            decode("provisioner_state", &changed(&state, json!({"managed_entities": {"M": {"e": {"SS": ["a"]}}}}))),
        ],
        "invalid-item",
    );
}

#[test]
fn keys_of_every_index_can_be_read() {
    let build = json!({"op": "key.build", "record_type": "bucket", "record": bucket()});
    let keys = ask(&[build])[0]["ok"]["keys"].clone();
    assert_eq!(keys["gsi4"]["GSI4SK"], json!({"S": "BUCKET#user-1#openai/gpt-4#7"}));
    let components =
        json!({"namespace_id": "default", "entity_id": "user-1", "resource": "openai/gpt-4", "shard_id": "7"});
    for (index, key) in keys.as_object().unwrap() {
        let parse = |key: Value| json!({"op": "key.parse", "record_type": "bucket", "index": index, "key": key});
        assert_eq!(ask(&[parse(key.clone())])[0]["ok"]["components"], components, "{index}");
        assert_all_refused(&[parse(changed(key, json!({"ttl": {"N": "1"}}))), parse(json!({}))], "invalid-key");
    }
}

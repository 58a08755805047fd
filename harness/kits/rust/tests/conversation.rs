//! Whole conversations, as Itemproof would have them.

use std::io::{self, Write};
use std::sync::{Arc, Barrier, Mutex};

use itemproof_adapter::serde_json::{self, Value, json};
use itemproof_adapter::{Adapter, Description, Object, Operation, Refusal, serve_on};

const HELLO: &str = r#"{"id":1,"op":"hello","protocol":1,"schema":{"name":"s","version":"1","digest":"sha256:0"},"store":null,"now":"2024-01-02T03:04:05Z"}"#;

/// Encodes by returning the record, and stores once a second request wants to store as well.
struct Example {
    both_are_storing: Barrier,
}

impl Adapter for Example {
    fn item_encode(&self, record_type: &str, record: Object) -> Result<Object, Refusal> {
        match record_type {
            "panics" => panic!("this record type panics"),
            "fails" => Err("no number".parse::<u8>().unwrap_err().into()),
            "refuses" => Err(Refusal::invalid_record("not today")),
            _ => Ok(record),
        }
    }

    fn item_put(&self, _: &str, _: Object) -> Result<(), Refusal> {
        self.both_are_storing.wait();
        Ok(())
    }
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Has a conversation and returns the answers, ordered by their ids.
fn converse(lines: &[&str]) -> Vec<Value> {
    let written = Written::default();
    let input = lines.join("\n");
    serve_on(input.as_bytes(), written.clone(), |hello| {
        assert_eq!(hello.schema.name, "s");
        let description = Description::new("example", "1").supports(Operation::ItemEncode).window(8);
        Ok((description, Example { both_are_storing: Barrier::new(2) }))
    })
    .unwrap();
    let written = written.0.lock().unwrap();
    let mut answers: Vec<Value> =
        serde_json::Deserializer::from_slice(&written).into_iter().collect::<Result<_, _>>().unwrap();
    answers.sort_by_key(|answer| answer["id"].as_u64());
    answers
}

fn class(answer: &Value) -> &str {
    answer["error"]["class"].as_str().unwrap_or("no error")
}

#[test]
fn introduces_itself_and_says_goodbye() {
    let after_bye = r#"{"id":3,"op":"item.encode","record_type":"x","record":{}}"#;
    let answers = converse(&[HELLO, r#"{"id":2,"op":"bye"}"#, after_bye]);
    let description = json!({
        "implementation": "example", "language": "rust", "version": "1",
        "capabilities": {"item.encode": true}, "window": 8,
    });
    assert_eq!(answers, [json!({"id": 1, "ok": description}), json!({"id": 2, "ok": {}})]);
}

#[test]
fn declares_some_record_types_only() {
    let description = Description::new("example", "1")
        .supports(Operation::KeyBuild)
        .supports_for(Operation::KeyParse, &["note/primary"])
        .supports_for(Operation::ItemGet, &["note", "user"]);
    let declared = serde_json::to_value(description).unwrap();
    assert_eq!(
        declared["capabilities"],
        json!({"key.build": true, "key.parse": ["note/primary"], "item.get": ["note", "user"]})
    );
}

#[test]
fn answers_with_results_refusals_and_gaps() {
    let answers = converse(&[
        HELLO,
        r#"{"id":2,"op":"item.encode","record_type":"x","record":{"a":"\u00e4"}}"#,
        r#"{"id":3,"op":"item.encode","record_type":"refuses","record":{}}"#,
        r#"{"id":4,"op":"item.encode","record_type":"panics","record":{}}"#,
        r#"{"id":5,"op":"item.encode","record_type":"fails","record":{}}"#,
        r#"{"id":6,"op":"key.parse","record_type":"x","index":"primary","key":{}}"#,
        r#"{"id":7,"op":"item.get","record_type":"x","components":{}}"#,
        r#"{"id":8,"op":"table.drop"}"#,
    ]);
    assert_eq!(answers[1], json!({"id": 2, "ok": {"item": {"a": "ä"}}}));
    assert_eq!(answers[2], json!({"id": 3, "error": {"class": "invalid-record", "message": "not today"}}));
    let panic = json!({"class": "internal", "message": "panic: this record type panics"});
    assert_eq!(answers[3], json!({"id": 4, "error": panic}));
    assert_eq!(class(&answers[4]), "internal");
    assert!(answers[5..].iter().all(|answer| answer["unsupported"].is_string()), "{answers:?}");
    assert_eq!(answers.len(), 8);
}

#[test]
fn survives_malformed_lines() {
    let answers = converse(&[
        HELLO,
        "no JSON",
        "",
        r#"{"op":"item.encode"}"#,
        r#"{"id":2,"op":"item.enc"#,
        r#"{"id":3,"op":"item.encode","record_type":"x","record":[]}"#,
        r#"{"id":4,"op":"item.encode","record_type":"x"}"#,
        r#"{"id":5,"op":"item.put","record":{}}"#,
        r#"{"id":6,"op":"item.encode","record_type":"x","record":{}}"#,
    ]);
    assert_eq!(answers.iter().map(class).collect::<Vec<_>>()[1..5], ["internal"; 4]);
    assert_eq!(answers[5], json!({"id": 6, "ok": {"item": {}}}));
}

#[test]
fn insists_on_one_hello_in_its_protocol() {
    let early = r#"{"id":0,"op":"item.encode","record_type":"x","record":{}}"#;
    let again = HELLO.replace("\"id\":1", "\"id\":2");
    assert_eq!(
        converse(&[early, HELLO, &again]).iter().map(class).collect::<Vec<_>>(),
        ["internal", "no error", "internal"]
    );
    let newer = HELLO.replace("\"protocol\":1", "\"protocol\":2");
    assert_eq!(class(&converse(&[&newer])[0]), "internal");
}

#[test]
fn lets_store_operations_overlap() {
    let put = r#"{"id":2,"op":"item.put","record_type":"x","record":{}}"#;
    let other = put.replace("\"id\":2", "\"id\":3");
    let answers = converse(&[HELLO, put, &other, r#"{"id":4,"op":"bye"}"#]);
    assert_eq!(answers[1..], [2, 3, 4].map(|id| json!({"id": id, "ok": {}})));
}

use rate_limits_example::TableRecord;
use serde_json::Value as Json;

/// The vectors of some kinds; not every record type has every kind.
pub fn vectors<T: TableRecord>(kinds: &[&str]) -> Vec<Json> {
    let paths = kinds.iter().map(|kind| format!("{}/{kind}.json", T::NAME));
    let files = read("manifest.json")["files"].take();
    paths.filter(|path| files.get(path).is_some()).flat_map(|path| into_vectors(read(&path))).collect()
}

fn into_vectors(mut file: Json) -> Vec<Json> {
    file["vectors"].as_array_mut().expect("vectors").drain(..).collect()
}

fn read(path: &str) -> Json {
    let text = std::fs::read_to_string(format!("../../../vectors/rate-limits/{path}")).expect(path);
    serde_json::from_str(&text).expect(path)
}

import pytest
from meaning import meaning, sort_key
from rate_limits import Refused
from read import each


@each("items", "keys")
def test_keys(of, vector):
    assert of.from_record(vector["record"]).keys() == vector["keys"]


@each("order")
def test_order(of, vector):
    built = [of.from_record(entry["record"]).keys()[vector["index"]] for entry in vector["entries"]]
    assert built == [entry["key"] for entry in vector["entries"]]
    assert sorted(reversed(built), key=sort_key) == built


@each("items")
def test_writes(of, vector):
    assert meaning({"M": of.from_record(vector["record"]).to_item()}) == meaning({"M": vector["item"]})


@each("items", "reads")
def test_reads(of, vector):
    assert of.from_item(vector["item"]) == of.from_record(vector.get("read", vector["record"]))


@each("refusals")
def test_refuses(of, vector):
    with pytest.raises(Refused) as refused:
        of.from_item(vector["item"]) if "item" in vector else of.from_record(vector["record"])
    assert refused.value.error_class == vector["error"]["class"]

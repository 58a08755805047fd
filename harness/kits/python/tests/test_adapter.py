"""Drives adapters as Itemproof does: as processes, over their standard streams."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import unittest
from pathlib import Path
from typing import Any

KIT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(KIT))

from itemproof_adapter import Adapter  # noqa: E402

ADAPTER = """
import os, time
from itemproof_adapter import Adapter, Refusal, Unsupported
adapter = Adapter(implementation="test", version="1", threads=int(os.environ.get("THREADS", "4")))
@adapter.on_hello
def hello(store, now, schema):
    print("greeted", store and store.tables, now, schema["name"])
@adapter.on("item.encode")
def encode(record_type, record):
    if record_type == "refused": raise Refusal("invalid-record", "no")
    if record_type == "unsupported": raise Unsupported("cannot")
    if record_type == "exit": raise SystemExit(3)
    if record_type == "nan": return float("nan")
    print("printed")
    os.system("echo child printed")
    return record
@adapter.on("key.parse")
def parse(record_type, index, key):
    return {"index": index}
@adapter.on("item.put")
def put(record_type, record):
    time.sleep(0.2)
adapter.run()
"""

STORE = {"endpoint": "e", "region": "r", "access_key_id": "a", "secret_access_key": "s", "tables": {"t": "u"}}


def converse(lines: list[Any], source: str = ADAPTER, **environment: str) -> tuple[dict[int, Any], str]:
    text = b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    done = subprocess.run(
        [sys.executable, "-c", source],
        input=text,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(KIT), **environment},
        timeout=30,
    )
    assert done.returncode == 0, done.stderr.decode()
    answers = [json.loads(line) for line in done.stdout.split(b"\n")[:-1]]
    return {answer.pop("id"): answer for answer in answers}, done.stderr.decode()


def encode_request(request_id: int, record_type: str, record: Any) -> dict[str, Any]:
    return {"id": request_id, "op": "item.encode", "record_type": record_type, "record": record}


class AdapterTest(unittest.TestCase):
    def test_hello_tells_what_is_registered(self) -> None:
        hello = {"id": 1, "op": "hello", "protocol": 1, "schema": {"name": "orders"}, "store": STORE, "now": "n"}
        answers, errors = converse([hello, {"id": 2, "op": "bye"}])
        self.assertEqual(answers[1]["ok"]["capabilities"], {"item.encode": True, "key.parse": True, "item.put": True})
        self.assertEqual(answers[1]["ok"]["language"], "python")
        self.assertNotIn("window", answers[1]["ok"])
        self.assertEqual(answers[2], {"ok": {}})
        self.assertIn("greeted {'t': 'u'} n orders", errors)

    def test_hello_tells_what_is_declared(self) -> None:
        declared = 'capabilities={"key.build": True, "key.parse": ["note/primary"], "item.get": ("note", "user")}'
        source = f"from itemproof_adapter import Adapter\nAdapter(implementation='i', version='1', {declared}).run()\n"
        hello = {"id": 1, "op": "hello", "protocol": 1, "schema": {"name": "orders"}, "store": None, "now": "n"}
        answers, _ = converse([hello], source)
        expected = {"key.build": True, "key.parse": ["note/primary"], "item.get": ["note", "user"]}
        self.assertEqual(answers[1]["ok"]["capabilities"], expected)

    def test_a_mistake_in_what_is_declared_is_told_at_once(self) -> None:
        for wrong in ({"item.gets": True}, {"item.get": "note"}, {"item.get": False}, {"item.get": [1]}):
            with self.assertRaises(ValueError):
                Adapter(implementation="i", version="1", capabilities=wrong)

    def test_another_protocol_is_an_error(self) -> None:
        answers, _ = converse([{"id": 1, "op": "hello", "protocol": 2}])
        self.assertEqual(answers[1]["error"]["class"], "internal")

    def test_results_refusals_and_failures(self) -> None:
        answers, errors = converse(
            [
                encode_request(1, "fine", {"é": "\u2028"}),
                encode_request(2, "refused", {}),
                encode_request(3, "unsupported", {}),
                encode_request(4, "exit", {}),
                encode_request(5, "nan", {}),
                {"id": 6, "op": "key.parse", "record_type": "fine", "index": "gsi1", "key": {}},
                {"id": 7, "op": "item.get", "record_type": "fine", "components": {}},
                encode_request(8, "fine", {"lone": "\ud800"}),
            ]
        )
        self.assertEqual(answers[1], {"ok": {"item": {"é": "\u2028"}}})
        self.assertEqual(answers[2], {"error": {"class": "invalid-record", "message": "no"}})
        self.assertEqual(answers[3], {"unsupported": "cannot"})
        self.assertEqual(answers[4]["error"], {"class": "internal", "message": "SystemExit: 3"})
        self.assertEqual(answers[5]["error"]["class"], "internal")
        self.assertEqual(answers[6], {"ok": {"components": {"index": "gsi1"}}})
        self.assertEqual(answers[7], {"unsupported": "the adapter has no item.get"})
        self.assertEqual(answers[8], {"ok": {"item": {"lone": "\ud800"}}})
        self.assertIn("printed", errors)
        self.assertIn("child printed", errors)

    def test_malformed_requests_are_answered_when_they_have_an_id(self) -> None:
        hostile = [
            b"", b"\r", b"[]", b"null", b"{", b"\xff", b'{"op":"hello"}', b'{"id":true,"op":"bye"}', b'{"id":"7"}',
            b'{"id":1,"op":NaN}', b'{"id":2,"op"', b'{"id":3,"op":"item.put","record_type":' + b"[" * 100_000,
            b'{"id":4}', b'{"id":5,"op":["x"]}', b'{"id":6,"op":"item.delete"}',
            b'{"id":7,"op":"item.encode","record_type":1,"record":{}}',
            b'{"id":8,"op":"item.encode","record_type":"fine","record":[]}',
            b'{"id":9,"op":"item.put","record_type":"fine"}',
        ]  # fmt: skip
        answers, _ = converse(hostile)
        self.assertEqual(sorted(answers), list(range(1, 10)))
        for answer in answers.values():
            self.assertEqual(answer["error"]["class"], "internal")

    def test_store_operations_run_beside_each_other(self) -> None:
        puts = [{"id": n, "op": "item.put", "record_type": "fine", "record": {}} for n in range(1, 9)]
        for threads, at_most in (("8", 1.2), ("0", 30.0)):
            started = time.monotonic()
            answers, _ = converse([*puts, {"id": 9, "op": "bye"}, encode_request(10, "fine", {})], THREADS=threads)
            self.assertLess(time.monotonic() - started, at_most)
            self.assertEqual(answers, {n: {"ok": {}} for n in range(1, 10)})

    def test_a_long_line_and_one_without_its_end(self) -> None:
        long_record = {"text": "x" * 1_000_000}
        answers, _ = converse([encode_request(1, "fine", long_record)])
        self.assertEqual(answers[1], {"ok": {"item": long_record}})

    def test_the_adapter_of_the_readme(self) -> None:
        source = re.search(r"```python\n(.*?)```", (KIT / "README.md").read_text("utf-8"), re.S)[1]  # type: ignore[index]
        answers, _ = converse(
            [encode_request(1, "order", {"order_id": "7"}), encode_request(2, "order", {})],
            source.replace("__file__", "'adapter.py'"),
        )
        item = {"PK": {"S": "ORDER#7"}, "SK": {"S": "#META"}, "order_id": {"S": "7"}}
        self.assertEqual(answers[1], {"ok": {"item": item}})
        self.assertEqual(answers[2]["error"]["class"], "invalid-record")


if __name__ == "__main__":
    unittest.main()

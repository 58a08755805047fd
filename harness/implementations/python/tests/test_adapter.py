"""The operations of the adapter, without the protocol around them."""

from __future__ import annotations

import sys
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import adapter  # noqa: E402
from examples import RECORDS, expected_keys  # noqa: E402
from itemproof_adapter import Refusal  # noqa: E402
from refusals import MISSING, REFUSED_ITEMS, REFUSED_RECORDS, changed  # noqa: E402


class AdapterTest(unittest.TestCase):
    def refused(self, refusal_class: str, call: Callable[..., Any], *arguments: Any) -> None:
        with self.subTest(refusal_class=refusal_class, arguments=arguments):
            with self.assertRaises(Refusal) as caught:
                call(*arguments)
            self.assertEqual(caught.exception.refusal_class, refusal_class)

    def test_every_record_type(self) -> None:
        for record_type, record in RECORDS.items():
            with self.subTest(record_type):
                keys = expected_keys(record_type)
                self.assertEqual(adapter.key_build(record_type, record), keys)
                item = adapter.item_encode(record_type, record)
                for key in keys.values():
                    self.assertEqual(item, {**item, **key})
                self.assertEqual(adapter.item_decode(record_type, item), record)
                for index, key in keys.items():
                    for name, text in adapter.key_parse(record_type, index, key).items():
                        self.assertEqual(text, record[name])

    def test_what_is_written(self) -> None:
        item = adapter.item_encode("bucket", RECORDS["bucket"])
        self.assertEqual(item["b_wcu_tk"], {"N": "-9223372036854775808"})
        self.assertEqual(item["b_x_tk_tk"], {"N": "9007199254740993"})
        self.assertNotIn("shard_id", item)
        sparse = {"namespace_id": "default", "entity_id": "u", "name": "", "created_at": "2024-01-02T03:04:05Z"}
        item = adapter.item_encode("entity_meta", sparse)
        self.assertEqual([item["name"], item["parent_id"], item["cascade"], item["metadata"]],
                         [{"S": "u"}, {"NULL": True}, {"BOOL": False}, {"M": {}}])  # fmt: skip
        self.assertNotIn("GSI1PK", item)
        self.assertEqual(adapter.item_encode("resource_registry", {"namespace_id": "_", "resources": []}).keys(),
                         {"PK", "SK", "GSI4PK", "GSI4SK"})  # fmt: skip
        event = changed(RECORDS["audit_event"], details={"n": {"N": "-1.50E+3"}, "z": {"NS": ["-0", "1e-130"]}})
        details = adapter.item_encode("audit_event", event)["details"]["M"]
        self.assertEqual(details["n"], {"N": "-1500"})
        self.assertEqual(set(details["z"]["NS"]), {"0", "0." + "0" * 129 + "1"})

    def test_defaults_when_reading(self) -> None:
        item = adapter.item_encode("entity_meta", RECORDS["entity_meta"])
        for name in ("parent_id", "cascade", "metadata"):
            del item[name]
        record = adapter.item_decode("entity_meta", item)
        self.assertEqual([record["parent_id"], record["cascade"], record["metadata"]], [None, False, {}])
        item = adapter.item_encode("resource_registry", {"namespace_id": "_"})
        self.assertEqual(adapter.item_decode("resource_registry", item), {"namespace_id": "_", "resources": []})

    def test_unknown_attributes_and_other_indexes_are_ignored(self) -> None:
        unknown = {"l_wcu_cp": {"S": "x"}, "l_1x_cp": {"N": "1"}, "new": {"B": "AA=="}, "GSI1PK": {"N": "1"}}
        item = {**adapter.item_encode("entity_config", RECORDS["entity_config"]), **unknown, "GSI4SK": {"S": "other"}}
        self.assertEqual(adapter.item_decode("entity_config", item), RECORDS["entity_config"])
        registry = {**adapter.item_encode("entity_config_registry", RECORDS["entity_config_registry"]),
                    "LSI1SK": {"N": "1"}, "1x": {"S": "no resource"}}  # fmt: skip
        self.assertEqual(adapter.item_decode("entity_config_registry", registry), RECORDS["entity_config_registry"])

    def test_records_that_are_refused(self) -> None:
        for record_type, changes in REFUSED_RECORDS.items():
            for change in changes:
                record = changed(RECORDS[record_type], **change)
                self.refused("invalid-record", adapter.key_build, record_type, record)
                self.refused("invalid-record", adapter.item_encode, record_type, record)

    def test_items_that_are_refused(self) -> None:
        for record_type, changes in REFUSED_ITEMS.items():
            item = adapter.item_encode(record_type, RECORDS[record_type])
            for change in changes:
                self.refused("invalid-item", adapter.item_decode, record_type, changed(item, **change))

    def test_keys_that_are_refused(self) -> None:
        good = expected_keys("bucket")["gsi4"]
        for change in ({"GSI4SK": MISSING}, {"PK": {"S": "x"}}, {"GSI4PK": {"N": "1"}}, {"GSI4PK": {"S": "__"}},
                       {"GSI4SK": {"S": "BUCKET#u#gpt-4#01"}}, {"GSI4SK": {"S": "BUCKET#u#gpt-4#1#2"}}):  # fmt: skip
            self.refused("invalid-key", adapter.key_parse, "bucket", "gsi4", changed(good, **change))
        twice = {"GSI4PK": {"S": "default"}, "GSI4SK": {"S": "_/ENTITY#user-1"}}
        self.refused("invalid-key", adapter.key_parse, "entity_meta", "gsi4", twice)
        self.refused("invalid-key", adapter.key_parse, "bucket", "gsi1", good)


if __name__ == "__main__":
    unittest.main()

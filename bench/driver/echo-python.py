"""An adapter that answers every item with itself, on the kit that adapters in Python use."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "harness" / "kits" / "python"))

from itemproof_adapter import Adapter  # noqa: E402

adapter = Adapter(implementation="echo", version="1", window=int(sys.argv[1]), threads=0)


@adapter.on("item.decode")
def item_decode(record_type: str, item: dict) -> dict:
    return item


adapter.run()

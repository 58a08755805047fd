from decimal import Decimal

MEANING = {"N": Decimal, "SS": sorted, "BS": sorted, "NS": lambda numbers: sorted(map(Decimal, numbers))}
MEANING |= {"L": lambda values: [*map(meaning, values)], "M": lambda values: {k: meaning(values[k]) for k in values}}


def meaning(value):
    """What DynamoDB takes for the same becomes equal: numbers by value, sets in one order."""
    ((kind, content),) = value.items()
    return kind, MEANING.get(kind, lambda same: same)(content)


def sort_key(key):
    """What DynamoDB sorts text by: its bytes. (It sorts N by value, as Decimal does, and B by unsigned bytes.)"""
    ((text,),) = (value.values() for name, value in key.items() if name.endswith("SK"))
    return text.encode()

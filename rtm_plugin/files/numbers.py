"""Numbers as people write them, in files, fields and settings: the one place where text becomes a number."""

from __future__ import annotations

import math
import re

_THOUSANDS_ONLY = re.compile(r"[+-]?\d{1,3}(,\d{3})+$")


def number_in(text: str) -> float | None:
    """The finite number that a text is, with a decimal point; None where it is none.

    Python's own float() takes 1_0 for 10, which nobody means who writes it into a table.
    """
    try:
        number = math.nan if "_" in text else float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def decimal_mark(texts: list[str]) -> str:
    """The decimal mark of a column of numbers: '.' or ','.

    A comma is taken for the thousands' separator only where every number with a comma looks like 530,123.
    """
    with_comma = [text.strip() for text in texts if "," in text]
    both = [text for text in with_comma if "." in text]
    if both:
        return "," if both[0].rindex(",") > both[0].rindex(".") else "."
    if with_comma and not all(_THOUSANDS_ONLY.match(text) for text in with_comma):
        return ","
    return "."


def read_number(text: str, mark: str = ".") -> float | None:
    """A number of a column with this decimal mark; spaces, apostrophes and the other mark separate thousands."""
    number = number_in(text)
    if number is None:
        text = "".join(text.split()).replace("'", "")
        text = text.replace(".", "").replace(",", ".") if mark == "," and "," in text else text.replace(",", "")
        number = number_in(text)
    return number

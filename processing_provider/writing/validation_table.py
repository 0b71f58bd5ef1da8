"""The figures of a validation as a table."""

from .fields import REAL, TEXT, TRUTH, make_fields
from .outputs import tidy_number

FIELDS = make_fields(
    [
        ("surface", TEXT),
        ("minus", TEXT),
        ("measure", TEXT),
        ("level", TEXT),
        ("area_percent", REAL),
        ("value", REAL),
        ("low", REAL),
        ("high", REAL),
        ("beyond_chance", TRUTH),
    ]
)


def figure_rows(found):
    """Rows of :data:`FIELDS`: every figure, then every difference."""
    return [
        (
            one.surface,
            one.minus or None,
            one.measure,
            one.level or None,
            tidy_number(100 * one.share),
            tidy_number(one.value),
            tidy_number(one.low),
            tidy_number(one.high),
            one.beyond_chance if one.minus else None,
        )
        for one in (*found.figures, *found.differences)
    ]

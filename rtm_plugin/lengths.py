"""Lengths that people give: each is checked by one rule, and said in one way."""

from __future__ import annotations

from .errors import SettingsError
from .rounding import plain_number
from .translation import tr

LONGEST = 1e8  # map units; in metres or feet that is about the way around the Earth


def check_length(what: str, length: float, remedy: str = "") -> float:
    """The length, in map units. Raises :class:`SettingsError` where it is none, or none on Earth.

    ``what`` names it, ``remedy`` says what else to do than "use a number above 0".
    """
    if 0 < length < LONGEST:
        return length
    if length >= LONGEST:
        raise SettingsError(
            tr("A {what} of {length} map units does not fit on the Earth: check the number and its units.").format(
                what=what, length=plain_number(length)
            )
        )
    raise SettingsError(
        tr("A {what} of {length} is not a length: {remedy}.").format(
            what=what, length=plain_number(length), remedy=remedy or tr("use a number above 0")
        )
    )

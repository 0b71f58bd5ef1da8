"""Lengths that people give: each is checked by one rule, and said in one way."""

from __future__ import annotations

from .errors import SettingsError
from .rounding import plain_number
from .translation import tr

LONGEST = 1e8  # map units; in metres or feet that is about the way around the Earth
SHORTEST = 1e-6  # map units: nobody measures less, and floats run out of room for its square
FARTHEST = 10 * LONGEST  # from the origin of a projection; no false easting puts a place of the Earth beyond it


def check_length(what: str, length: float, remedy: str = "") -> float:
    """The length, in map units. Raises :class:`SettingsError` where it is none, or none on Earth.

    ``what`` names it, ``remedy`` says what else to do than "use a number above 0".
    """
    if SHORTEST <= length < LONGEST:
        return length
    if 0 < length < SHORTEST:
        raise SettingsError(
            tr("A {what} of {length} map units is too short to be measured: check the number and its units.").format(
                what=what, length=plain_number(length)
            )
        )
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


def check_block(block: float, cell: float) -> None:
    """Raise :class:`SettingsError` where a block is smaller than a cell."""
    if block < cell:
        raise SettingsError(
            tr(
                "The block length of {block} is smaller than the cell size of {cell}: use cells of {half}, half the "
                "block length, or longer blocks."
            ).format(block=plain_number(block), cell=plain_number(cell), half=plain_number(block / 2))
        )

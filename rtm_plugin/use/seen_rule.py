"""From how many fitted cells on something counts as seen: what is asked, apart from what is computed with scipy."""

from __future__ import annotations

from ..errors import SettingsError
from ..translation import tr

FEWEST_CELLS = 10


def check_fewest(fewest: int) -> None:
    """Raise :class:`SettingsError` for a number of cells that everything has."""
    if fewest < 1:
        raise SettingsError(
            tr(
                "A combination cannot count as seen from {fewest} cells on; use a number from 1, usually {usual}."
            ).format(fewest=fewest, usual=FEWEST_CELLS)
        )

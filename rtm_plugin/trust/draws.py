"""How far incidents may be moved, and how often: what is asked, apart from what is computed, which needs scipy."""

from __future__ import annotations

from ..errors import SettingsError
from ..lengths import LONGEST
from ..rounding import plain_number
from ..translation import tr

USUAL_DRAWS = 20
MOST_DRAWS = 1000


def check_draws(width: float, n_draws: int) -> None:
    """Raise :class:`SettingsError` for a width that is no length, or a number of draws that nobody can do."""
    if not 0 <= width <= LONGEST:
        raise SettingsError(
            tr("Incidents cannot be moved by up to {width} map units; use 0 for not at all, or a length.").format(
                width=plain_number(width)
            )
        )
    if not 1 <= n_draws <= MOST_DRAWS:
        raise SettingsError(
            tr("{number} draws of moved incidents cannot be made; use 1 to {most}, usually {usual}.").format(
                number=n_draws, most=MOST_DRAWS, usual=USUAL_DRAWS
            )
        )

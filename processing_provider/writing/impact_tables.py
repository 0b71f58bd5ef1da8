"""What became of treated places, as tables: every figure, and every place."""

import math
from dataclasses import dataclass
from typing import Optional

import numpy as np
from qgis.core import QgsWkbTypes

from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.impact import Counted, Impact
from ...rtm_plugin.use.impact_words import is_near_told, is_told
from ..fields import INTEGER, REAL, TEXT, make_fields
from ..reading.trial_arms import Arms
from ..reading.trial_places import is_treated
from .tables import Table
from .trial_styles import CONTROL, TREATMENT, paint_trial

IMPACT_FIELDS = make_fields(
    [
        ("scope", TEXT),
        ("measure", TEXT),
        ("value", REAL),
        ("low", REAL),
        ("high", REAL),
        ("std_error", REAL),
        ("p_value", REAL),
    ]
)
JUDGED_FIELDS = make_fields(
    [
        ("place", INTEGER),
        ("rank", INTEGER),
        ("label", TEXT),
        ("arm", TEXT),
        ("block", INTEGER),
        ("before", INTEGER),
        ("after", INTEGER),
        ("ratio", REAL),
        ("ratio_low", REAL),
        ("ratio_high", REAL),
        ("p_value", REAL),
        ("near_before", INTEGER),
        ("near_after", INTEGER),
    ]
)


def impact_table(found, least=0):
    """The figures of an :class:`Impact`; without what would give away counts below ``least``."""
    places, near, both = tr("places"), tr("surroundings"), tr("both")
    rows = []
    for scope, difference, wide, drawn in (
        (places, found.difference, found.wide, found.drawn),
        (near, found.near, found.near_wide, found.near_drawn),
        (both, found.total, found.total_wide, found.total_drawn),
    ):
        if difference is not None:
            numbers = (difference.value, difference.low, difference.high, difference.std_error)
            rows.append((scope, "difference", *map(tidy_number, numbers), None))
        if wide is not None:
            numbers = (wide.value, wide.low, wide.high, wide.std_error)
            rows.append((scope, "difference_overdispersed", *map(tidy_number, numbers), None))
        if drawn is not None:
            numbers, p_value = found.by_lots(drawn), tidy_number(drawn.p_value)
            rows.append(
                (scope, "difference_by_lots", *map(finite, (numbers.value, numbers.low, numbers.high)), None, p_value)
            )
            limits = (drawn.effect, *drawn.limits)
            rows.append((scope, "effect_per_unit", *map(finite, limits), None, None))
    for measure, ratio in (
        ("change_of_treatment", found.treated_change),
        ("change_of_control", found.control_change),
        ("rate_ratio_after", found.after_ratio),
        ("change_against_control", found.change),
    ):
        if ratio is not None:
            numbers = (ratio.value, ratio.low, ratio.high)
            rows.append((places, measure, *map(finite, numbers), None, finite(ratio.p_value)))
    told = {near: is_near_told(found, least), places: is_told(found, least)}
    told[both] = told[near] and told[places]
    rows = [row if told[row[0]] else _untold(row) for row in rows]
    return Table(IMPACT_FIELDS, [*rows, *_undated_rows(found, least)])


def _undated_rows(found, least):
    """How many incidents without a date lie in places, or around them, by arm, and whether all can be judged for it."""
    names = ("undated_treatment", "undated_control")
    rows = []
    scopes = ((tr("places"), found.undated), (tr("surroundings"), found.near_undated))
    for (scope, undated), is_spoilt in zip(scopes, found.is_spoilt):
        if undated is not None and undated.n:
            sums = undated.sums if undated.is_told(least) else [math.nan] * len(undated.sums)
            measures = (*(names if len(sums) == 2 else ("undated",)), "can_be_judged")
            numbers = (*map(finite, map(float, sums)), float(not is_spoilt))
            rows += [(scope, measure, n, None, None, None, None) for measure, n in zip(measures, numbers)]
    if rows and found.total is not None:
        rows.append((tr("both"), "can_be_judged", float(not found.is_spoilt[2]), None, None, None, None))
    return rows


def _untold(row):
    """A row of figures that would give counts away: of it only the p-value by the lots is told."""
    scope, measure, *_, p_value = row
    return (scope, measure, None, None, None, None, p_value if measure == "difference_by_lots" else None)


def finite(value):
    """A number for a table; None where it is endless, or none."""
    return tidy_number(value) if math.isfinite(value) else None


def impact_numbers(found, least=0):
    """The declared numbers of an :class:`Impact`; without what would give away counts below ``least``."""
    drawn = found.drawn
    return {
        "PLAN": found.plan,
        "EVIDENCE": 0 if found.is_spoilt[0] else found.verdict,
        "CAN_BE_JUDGED": int(not found.is_spoilt[0]),
        "P_VALUE": None if drawn is None else tidy_number(drawn.p_value),
        "N_DRAWS_POSSIBLE": None if drawn is None or not drawn.exact else drawn.possible,
        "N_TREATED": found.n_treated,
        "N_CONTROL": found.n_control,
        **(_differences(found) if is_told(found, least) else {}),
        **(_differences_near(found, least) if is_near_told(found, least) else {}),
    }


def _differences_near(found, least):
    """Those of them in which the surroundings are."""
    near, total = (None if one is None else tidy_number(one.value) for one in (found.near, found.total))
    return {"NEAR_DIFFERENCE": near, **({"TOTAL_DIFFERENCE": total} if is_told(found, least) else {})}


def _differences(found):
    """Those of them from which counts can be found."""
    return {
        "DIFFERENCE": tidy_number(found.difference.value),
        "DIFFERENCE_LOW": tidy_number(found.difference.low),
        "DIFFERENCE_HIGH": tidy_number(found.difference.high),
        "QUOTED_LOW": None if found.is_spoilt[0] else finite(found.quoted.low),
        "QUOTED_HIGH": None if found.is_spoilt[0] else finite(found.quoted.high),
        "OVERDISPERSION": None if found.overdispersion is None else tidy_number(found.overdispersion),
        "RATIO": finite(found.change.value),
        "RATIO_LOW": finite(found.change.low),
        "RATIO_HIGH": finite(found.change.high),
    }


@dataclass(frozen=True)
class JudgedPlaces:
    """The places of an impact with what was counted in them.

    Attributes
    ----------
    arms : Arms
    found : Impact
    before, after : (n,) int64
        In a crossover incidents of untreated and of treated days.
    near : Counted or None
        The surroundings.
    periods : list of (what, which)
    notes : list of str
        What else has to be said, in sentences.
    """

    arms: Arms
    found: Impact
    before: np.ndarray
    after: np.ndarray
    near: Optional[Counted]
    periods: list
    notes: list

    def _ratios(self):
        return self.found.per_place or [None] * len(self.arms.places)

    def _arm_names(self):
        """As the look of the layer knows them, whatever the places call them."""
        known = {True: TREATMENT, False: CONTROL}
        return [known.get(is_treated(name), name) for name in self.arms.names]

    def table(self, crs):
        """The layer."""
        near = [(None, None)] * len(self.arms.places)
        if self.near is not None:
            near = list(zip(self.near.before.tolist(), self.near.all_after.tolist()))
        rows = []
        for at, (place, arm, ratio) in enumerate(zip(self.arms.places, self._arm_names(), self._ratios())):
            number, rank, block = self.arms.numbers[at], place.get("rank"), self.arms.blocks[at]
            numbers = () if ratio is None else (ratio.value, ratio.low, ratio.high, ratio.p_value)
            rows.append(
                (
                    number,
                    rank if isinstance(rank, int) else number,
                    self.arms.labels[at],
                    arm,
                    block if isinstance(block, int) else None,
                    int(self.before[at]),
                    int(self.after[at]),
                    *(map(finite, numbers) if numbers else (None,) * 4),
                    *near[at],
                )
            )
        shapes = [place.geometry for place in self.arms.places]
        return Table(JUDGED_FIELDS, rows, shapes.__getitem__, crs, QgsWkbTypes.Type.MultiPolygon, paint_trial)

    def for_page(self):
        """The same for the page."""
        from ...rtm_plugin.report.impact import JudgedPlace

        columns = (self.arms.numbers, self.arms.labels, self._arm_names(), self.before.tolist(), self.after.tolist())
        return [JudgedPlace(*one) for one in zip(*columns, self._ratios())]

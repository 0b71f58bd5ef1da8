"""Trials and what became of them, as tables."""

import datetime

import numpy as np
from qgis.core import QgsWkbTypes

from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.trial import CROSSOVER, FATES, PARALLEL, VISIT_MINUTES
from ..fields import INTEGER, REAL, TEXT, make_fields
from .tables import Table
from .trial_styles import BY_DAY, CONTROL, TREATMENT, WAVE, paint_trial

TRIAL_FIELDS = make_fields(
    [
        ("place", INTEGER),
        ("rank", INTEGER),
        ("label", TEXT),
        ("arm", TEXT),
        ("block", INTEGER),
        ("wave", INTEGER),
        ("starts", TEXT),
        ("ends", TEXT),
        ("months", REAL),
        ("fate", TEXT),
        ("observed", INTEGER),
        ("base_from", TEXT),  # a Shapefile's names have 10 characters at most
        ("base_to", TEXT),
        ("level", REAL),
        ("min_count", INTEGER),
        ("smallest", INTEGER),
        ("risk", REAL),
        ("area_ha", REAL),
    ]
)
BALANCE_FIELDS = make_fields(
    [("measure", TEXT), ("arm", TEXT), ("places", INTEGER), ("mean", REAL), ("sd", REAL), ("difference", REAL)]
)
CALENDAR_FIELDS = make_fields(
    [("place", INTEGER), ("label", TEXT), ("date", TEXT), ("treated", INTEGER), ("minutes", INTEGER)]
)


def fate_words(fate):
    """What became of a place that was given, for people."""
    words = (
        *(tr("taken"), tr("too small"), tr("too large"), tr("too few incidents"), tr("too near another")),
        *(tr("beyond the number wanted"), tr("without a partner")),
    )
    return words[FATES.index(fate)]


def arm_name(plan, arm):
    """What stands in the field ``arm``."""
    if plan == CROSSOVER:
        return BY_DAY
    if plan == PARALLEL:
        return TREATMENT if arm else CONTROL
    return WAVE.format(n=arm + 1)


def trial_table(rows, geometries, crs):
    """The layer of a trial, from rows of :data:`TRIAL_FIELDS`."""
    return Table(TRIAL_FIELDS, rows, geometries.__getitem__, crs, QgsWkbTypes.Type.MultiPolygon, paint_trial)


def balance_rows(balance, plan, arms):
    """One row per measure and arm."""
    sizes = np.bincount(arms)
    rows = []
    for one in balance:
        difference = tidy_number(one.difference)
        for arm, (mean, sd) in enumerate(zip(one.means, one.sds)):
            numbers = (tidy_number(mean), tidy_number(sd), difference)
            rows.append((one.name, arm_name(plan, arm), int(sizes[arm]), *numbers))
    return rows


def calendar_rows(design, places, first):
    """One row per place and day; ``places`` are (number, label), ``first`` the first day."""
    n_days = len(design.arms) // len(places)
    treated = design.is_treated[:, 0].reshape(len(places), n_days)
    dates = [(first + datetime.timedelta(days=day)).isoformat() for day in range(n_days)]
    return [
        (number, label, date, int(is_treated), VISIT_MINUTES if is_treated else 0)
        for (number, label), days in zip(places, treated.tolist())
        for date, is_treated in zip(dates, days)
    ]


def calendar_seal(rows):
    """What a calendar's seal is made of, beside the places: place, day, treated; in this order."""
    return sorted((int(place), date, int(treated)) for place, date, treated in rows)

"""Trials and what became of them, as tables."""

import datetime

import numpy as np
from qgis.core import QgsWkbTypes

from ...rtm_plugin.names import listed
from ...rtm_plugin.rounding import plain_number, tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.trial import CROSSOVER, FATES, PARALLEL, TOO_FEW, TOO_LARGE, TOO_SMALL, VISIT_MINUTES
from ..fields import INTEGER, REAL, TEXT, make_fields
from ..parameters import trial_rules
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


def fate_by_limit(fate, recipe):
    """The same with the limit that decided it, from the values of the parameters."""
    limits = {
        TOO_FEW: tr("fewer than {n}").format(n=recipe[trial_rules.MIN_COUNT]),
        TOO_SMALL: tr("below {area} ha").format(area=plain_number(recipe[trial_rules.MIN_AREA])),
        TOO_LARGE: tr("above {area} ha").format(area=plain_number(recipe[trial_rules.MAX_AREA])),
    }
    return f"{fate_words(fate)} ({limits[fate]})" if fate in limits else fate_words(fate)


def eligible_words(recipe, buffer, priority):
    """(what, which) of the rules by which places are taken, from the values of the parameters.

    ``buffer`` has its unit and is '' where there is none; ``priority`` is the field that decides who comes first, ''
    where it is the number of incidents.
    """
    smallest, largest = (plain_number(recipe[key]) for key in (trial_rules.MIN_AREA, trial_rules.MAX_AREA))
    area = [
        *([tr("at least {area} ha").format(area=smallest)] if recipe[trial_rules.MIN_AREA] else []),
        *([tr("at most {area} ha").format(area=largest)] if recipe[trial_rules.MAX_AREA] else []),
    ]
    count, most = recipe[trial_rules.MIN_COUNT], recipe[trial_rules.N_PLACES]
    return (
        (tr("Incidents before"), tr("at least {n}").format(n=count) if count else tr("any number")),
        (tr("Size"), listed(area) if area else tr("any")),
        (tr("Distance to any other that is taken"), tr("at least {n}").format(n=buffer) if buffer else tr("any")),
        (
            tr("Who comes first"),
            tr("the lowest value of field ‘{field}’").format(field=priority)
            if priority
            else tr("the most incidents before"),
        ),
        (tr("Number of places"), tr("at most {n}").format(n=most) if most else tr("all that are eligible")),
    )


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

"""A field of dates splits the incidents: the model is made from the earlier ones and judged by the later."""

import datetime
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.space.shapes import contains
from ...rtm_plugin.trust.periods import HALF, read_days, split_day
from ..base import tr
from ..writing.outputs import tidy, tidy_number
from ..writing.validation_table import FIELDS, figure_rows
from . import inputs
from .geometry import GeometryCollector
from .layers import check_has_crs, read_incidents, request_in, warn_of_skipped

PERIOD_FIELD, PERIOD_SPLIT, VALIDATION = "PERIOD_FIELD", "PERIOD_SPLIT", "VALIDATION"
TERRAIN, JOINED = "the risk terrain", "terrain and history"
_EVERY = 1000
_NUMBERS = {
    "N_INCIDENTS_LATER": "Number of later incidents that the model is judged by",
    "HIT_RATE_10": "Hit rate of the risk terrain at 10% of the area",
    "HIT_RATE_10_WITH_HISTORY": "Hit rate of terrain and history at 10% of the area",
    "HIT_RATE_10_BASELINE": "Hit rate of the best baseline at 10% of the area",
}
_TEXTS = {
    "SPLIT_DATE": "First day of the later period",
    "VERDICT": "Who won, the risk terrain or the best baseline",
    "VERDICT_WITH_HISTORY": "Who won, terrain and history or the best baseline",
}
NOT_JUDGED = {**dict.fromkeys(_NUMBERS), **dict.fromkeys(_TEXTS, "")}


@dataclass(frozen=True)
class Periods:
    """Incidents (m, 2) to fit; those of the later period and its first day, None where nothing is split."""

    earlier: np.ndarray
    later: np.ndarray = None
    day: datetime.date = None
    field: str = ""

    @property
    def recipe(self):
        """What the model remembers of the split."""
        return {"period_field": self.field, "later_from": self.day.isoformat()} if self.day else {}


def parameters_of(model):
    """The parameters that split a model's incidents, empty where they were not split."""
    if "later_from" not in model.inputs:
        return {}
    return {PERIOD_FIELD: model.inputs["period_field"], PERIOD_SPLIT: model.inputs["later_from"]}


def add_periods(algorithm, incidents):
    """Declare the field of dates, where to split, and what comes of it."""
    algorithm.add(
        QgsProcessingParameterField(
            PERIOD_FIELD,
            tr("Date field"),
            None,
            incidents,
            QgsProcessingParameterField.DataType.Any,
            False,
            True,
        ),
        tr(
            "Field of the incidents with their dates, or months such as 2022-07. With it the model is made "
            "from the earlier incidents only, and judged by the later ones. Empty: all incidents, no "
            "validation."
        ),
    )
    algorithm.add(
        QgsProcessingParameterString(PERIOD_SPLIT, tr("Split at"), HALF, False, True),
        tr(
            "First day of the later period (2022-07-01, or 2022-07), or the share of the incidents that are "
            "to be the earlier ones (50%, or 0.5)."
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterFeatureSink(
            VALIDATION, tr("Validation"), QgsProcessing.SourceType.TypeVector, None, True, False
        ),
        tr(
            "With a date field: one row per figure, beside kernel density and counts of the earlier "
            "incidents and chance, with 95% intervals."
        ),
    )
    algorithm.add_numbers({key: tr(label) for key, label in _NUMBERS.items()})
    algorithm.add_texts({key: tr(label) for key, label in _TEXTS.items()})


def read_periods(algorithm, parameters, key, study_area, context, progress):
    """The incidents of a source, split where a field of dates is given.

    Raises
    ------
    RtmError
        There is no incident, no such field, no date in it, or nothing on one side of the split.
    """
    source, name = inputs.source_of(algorithm, parameters, key, context)
    field = algorithm.parameterAsString(parameters, PERIOD_FIELD, context).strip()
    if not field:
        return Periods(read_incidents(source, name, study_area, context, progress))
    check_has_crs("Incidents", name, source.sourceCrs())
    points, values = _dated_points(source, name, field, study_area.crs, context, progress)
    try:
        days = read_days(values, f"field '{field}'")
        dated = [day for day in days if day is not None]
        day = split_day(dated, algorithm.parameterAsString(parameters, PERIOD_SPLIT, context))
    except RtmError as error:
        raise IncidentError(f"Incidents '{name}', date field '{field}': {error}") from error
    if len(dated) < len(days):
        progress.warn(f"{len(days) - len(dated)} incidents of '{name}' have no date in '{field}' and are left out.")
    earlier = np.array([one is not None and one < day for one in days])
    later = np.array([one is not None and one >= day for one in days])
    later &= contains(study_area.shapes, points)
    progress.info(
        f"The model is made from the {int(earlier.sum())} incidents before {day.isoformat()} and judged by "
        f"the {int(later.sum())} from then on."
    )
    return Periods(points[earlier], points[later], day, field)


def _dated_points(source, name, field, crs, context, progress):
    """Points (m, 2) of a source and the raw dates (m) of their features."""
    index = source.fields().lookupField(field)
    if index < 0:
        raise IncidentError(
            f"Incidents '{name}' have no field '{field}': choose one of {', '.join(source.fields().names())}."
        )
    collectors, unusable = {}, GeometryCollector("point")
    features = source.getFeatures(
        request_in(crs, context, [index]), QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    )
    total = max(source.featureCount(), 1)
    for number, feature in enumerate(features):
        if number % _EVERY == 0:
            progress(number / total)
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            unusable.add(geometry)
            continue
        value = _plain_date(feature.attribute(index))
        if value not in collectors:
            collectors[value] = GeometryCollector("point")
        collectors[value].add(geometry)
    for collector in (unusable, *collectors.values()):
        warn_of_skipped("Incidents", name, collector, progress)
    found = [(value, collector.shapes().vertices) for value, collector in collectors.items()]
    values = [value for value, points in found for _ in range(len(points))]
    if not values:
        raise IncidentError(f"Incidents '{name}' has no usable point: choose a point layer that holds the incidents.")
    return np.concatenate([points for _, points in found]), values


def _plain_date(value):
    """A field's value as a date, a text or None."""
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return datetime.date(value.year(), value.month(), value.day()) if value.isValid() else None
    return value if isinstance(value, str) else None


def judge(terrain, periods, seed, progress):
    """The validation of a fitted terrain by its later incidents; None where nothing was split."""
    from ...rtm_plugin.trust import validation
    from ...rtm_plugin.use.history import join

    if periods.later is None:
        return None
    grid = terrain.grid
    joined = join(grid, terrain.expected, terrain.counts)
    with progress.stage(tr("Validation"), 0.0, 1.0) as step:
        surfaces = [  # tidy as in the raster: what rounding alone tells apart is a tie
            validation.Surface(TERRAIN, tidy(terrain.rrs)),
            validation.Surface(JOINED, tidy(joined.expected)),
            *validation.baselines(grid, periods.earlier, progress=step.part(0.0, 0.2)),
        ]
        found = validation.validate(grid, grid.count(periods.later), surfaces, seed=seed, progress=step.part(0.2, 1.0))
    for name in (TERRAIN, JOINED):
        progress.info(f"{validation.verdict(found, name)} {validation.scoreboard(found, name)}".strip())
    return found


def numbers(found, periods):
    """The declared numbers and texts."""
    from ...rtm_plugin.trust import validation

    if found is None:
        return NOT_JUDGED
    level = validation.headline(found)

    def hit(name):
        return tidy_number(found.figure(name, "hit rate", level).value)

    return {
        "N_INCIDENTS_LATER": found.n_incidents,
        "HIT_RATE_10": hit(TERRAIN),
        "HIT_RATE_10_WITH_HISTORY": hit(JOINED),
        "HIT_RATE_10_BASELINE": hit(validation.best_baseline(found, level)),
        "SPLIT_DATE": periods.day.isoformat(),
        "VERDICT": validation.verdict(found, TERRAIN),
        "VERDICT_WITH_HISTORY": validation.verdict(found, JOINED),
    }


def table(found):
    """Fields and rows of the validation's table."""
    return FIELDS, figure_rows(found)


def sections(found, model):
    """What the report says about it: a tuple of Section, empty where nothing was split."""
    if found is None:
        return ()
    from ...rtm_plugin.report.validation import section

    return (section(found, model.inputs["later_from"]),)

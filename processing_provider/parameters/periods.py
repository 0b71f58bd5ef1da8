"""A field of dates splits the incidents: the model is made from the earlier ones and judged by the later."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust.periods import HALF
from ..writing.model_results import FIELDS, figure_rows
from ..writing.outputs import tidy, tidy_number

PERIOD_FIELD, PERIOD_SPLIT, VALIDATION = "PERIOD_FIELD", "PERIOD_SPLIT", "VALIDATION"
TERRAIN, JOINED = "the risk terrain", "terrain and history"
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

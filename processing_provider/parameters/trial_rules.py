"""Of which places a trial is made, by which rules, and what it is to tell."""

import datetime

from ...rtm_plugin.translation import tr
from ...rtm_plugin.use import trial
from ...rtm_plugin.use.trial import CROSSOVER, PARALLEL, STEPPED, TrialRules
from ..reading.trial_baseline import DAYS_IN_MONTH
from . import trials
from .values import is_set

PLACES, INCIDENTS, DATE_FIELD = "PLACES", "INCIDENTS", "DATE_FIELD"
DATE_FROM, DATE_TO, BASELINE_MONTHS = "DATE_FROM", "DATE_TO", "BASELINE_MONTHS"
COUNT_FIELD, RISK_FIELD, PRIORITY_FIELD = "COUNT_FIELD", "RISK_FIELD", "PRIORITY_FIELD"
MIN_COUNT, MIN_AREA, MAX_AREA, BUFFER, N_PLACES = "MIN_COUNT", "MIN_AREA", "MAX_AREA", "BUFFER", "N_PLACES"
PLAN, GROUPING, BLOCK_SIZE, WAVES, DAYS_PER_WEEK = "PLAN", "GROUPING", "BLOCK_SIZE", "WAVES", "DAYS_PER_WEEK"
START, MONTHS, EFFECT = "START", "MONTHS", "EFFECT"
DISPERSION, SIMULATIONS = "DISPERSION", "SIMULATIONS"


def add_places(algorithm):
    """Declare the places, and what is known of them before."""
    algorithm.add_source(
        PLACES,
        tr("Places"),
        tr("Priority places, or any polygons, in a projected CRS."),
        "polygon",
    )
    algorithm.add_source(
        INCIDENTS,
        tr("Incidents before"),
        tr("Points of the incidents before the trial. Empty: counts are read from a field of the places."),
        "point",
        optional=True,
    )
    algorithm.add_field(
        DATE_FIELD,
        tr("Date field"),
        tr(
            "Field of the incidents with their dates: with it the dispersion is that of a place from one time to "
            "the next, as it ought to be. Empty: that between places, which is too high."
        ),
        INCIDENTS,
    )
    algorithm.add_text(
        DATE_FROM, tr("From"), tr("First day or month to count (2023-01-01, or 2023-01). Empty: the first."),
        advanced=True,
    )  # fmt: skip
    algorithm.add_text(
        DATE_TO,
        tr("To"),
        tr("Last day or month to count. Empty: the last before the trial begins."),
        advanced=True,
    )
    algorithm.add_number(
        BASELINE_MONTHS,
        tr("Months before"),
        tr("How many months the incidents before are of, where there is no date field."),
        12.0,
        limits=(0.1, 1200.0),
    )
    algorithm.add_field(
        COUNT_FIELD,
        tr("Field of the counts"),
        tr("Incidents of each place, where no incidents are given. Empty: observed."),
        PLACES,
        advanced=True,
    )
    algorithm.add_field(
        RISK_FIELD,
        tr("Field of the risk"),
        tr("Places of a block are alike in it, too. Empty: rrs_mean, where there is such a field."),
        PLACES,
        advanced=True,
    )
    algorithm.add_field(
        PRIORITY_FIELD,
        tr("Field of the priority"),
        tr("The lower, the sooner a place is taken. Empty: rank, or else the number of incidents."),
        PLACES,
        advanced=True,
    )


def add_rules(algorithm):
    """Declare which places are taken, and how lots are drawn."""
    algorithm.add_choice(
        PLAN,
        tr("Design"),
        tr(
            "parallel: half of the places are treated. stepped: all are, in waves. crossover: all are, on days "
            "drawn by lot."
        ),
        {
            PARALLEL: tr("Treatment and control places"),
            STEPPED: tr("Waves, one after the other"),
            CROSSOVER: tr("By day, as a calendar says"),
        },
    )
    algorithm.add_choice(
        GROUPING,
        tr("Lots are drawn"),
        tr(
            "pairs: within pairs of alike places (in waves: groups of as many as there are waves). blocks: within "
            "larger blocks. complete: among all places. A crossover needs none."
        ),
        {
            trial.PAIRS: tr("Within pairs"),
            trial.BLOCKS: tr("Within blocks"),
            trial.COMPLETE: tr("Among all places"),
        },
    )
    algorithm.add_number(
        BLOCK_SIZE,
        tr("Places in a block"),
        tr("For blocks; made a multiple of the number of arms."),
        TrialRules.block_size,
        whole=True,
        limits=(2, 1000),
        advanced=True,
    )
    algorithm.add_number(
        WAVES,
        tr("Waves"),
        tr("For a stepped trial. Where it lasts whole months, they begin after whole months."),
        TrialRules.waves,
        whole=True,
        limits=(2, 24),
        advanced=True,
    )
    algorithm.add_number(
        DAYS_PER_WEEK,
        tr("Treated days in a week"),
        tr("For a crossover."),
        TrialRules.days_per_week,
        whole=True,
        limits=(1, 6),
        advanced=True,
    )
    algorithm.add_number(
        MIN_COUNT,
        tr("Fewest incidents"),
        tr(
            "Places with fewer incidents before are left out: in them nothing can be seen. A protocol that tells no "
            "small counts needs 0, or at least half of the smallest count to print."
        ),
        5,
        whole=True,
        limits=(0, 1_000_000),
    )
    algorithm.add_number(
        MIN_AREA, tr("Smallest area (ha)"), tr("Smaller places are left out."), 0.0, limits=(0.0, 1e9),
        advanced=True,
    )  # fmt: skip
    algorithm.add_number(
        MAX_AREA,
        tr("Largest area (ha)"),
        tr("Larger places are left out. 0: none is."),
        0.0,
        limits=(0.0, 1e9),
        advanced=True,
    )
    algorithm.add_distance(
        BUFFER,
        tr("Buffer"),
        tr(
            "Smallest distance between two places of the trial, in map units, so that what is done in one does not "
            "reach the other. Empty: 200 metres."
        ),
        PLACES,
    )
    algorithm.add_number(
        N_PLACES, tr("Most places"), tr("0: as many as there are."), 0, whole=True, limits=(0, 100_000)
    )
    trials.add_seed(
        algorithm, tr("Start of the random numbers by which lots are drawn; it is recorded. Choose it once.")
    )


def add_power(algorithm):
    """Declare how long a trial lasts, and for what its power is found."""
    algorithm.add_text(
        START,
        tr("First day"),
        tr("Of the trial, such as 2025-03-01. A crossover needs it; waves begin from it on."),
    )
    algorithm.add_number(MONTHS, tr("Months"), tr("How long the trial lasts."), 6.0, limits=(0.25, 240.0))
    algorithm.add_number(
        EFFECT,
        tr("Effect (percent)"),
        tr("How many of the incidents treatment may take away, for the power."),
        20.0,
        limits=(0.1, 99.0),
    )
    trials.add_level(algorithm)
    algorithm.add_number(
        DISPERSION,
        tr("Dispersion"),
        tr("The a of the counts' variance, mean + a × mean². Empty: as it was before; 0 is Poisson."),
        None,
        optional=True,
        limits=(0.0, 1000.0),
        advanced=True,
    )
    algorithm.add_number(
        SIMULATIONS,
        tr("Simulated trials"),
        tr("For the power: a thousand tell it to about 3 percent points."),
        1000,
        whole=True,
        limits=(10, 100_000),
        advanced=True,
    )


def rules_of(algorithm, parameters, context, hectare):
    """The rules of a run; ``hectare`` is in square map units. Raises :class:`SettingsError`."""
    months = trials.number_of(algorithm, parameters, MONTHS, context)
    return TrialRules(
        algorithm.parameterAsEnumString(parameters, PLAN, context),
        algorithm.parameterAsEnumString(parameters, GROUPING, context),
        algorithm.parameterAsInt(parameters, BLOCK_SIZE, context),
        algorithm.parameterAsInt(parameters, WAVES, context),
        max(round(months * DAYS_IN_MONTH / trial.DAYS_IN_WEEK), 1),
        algorithm.parameterAsInt(parameters, DAYS_PER_WEEK, context),
        trials.number_of(algorithm, parameters, MIN_AREA, context) * hectare,
        trials.number_of(algorithm, parameters, MAX_AREA, context) * hectare,
        algorithm.parameterAsInt(parameters, MIN_COUNT, context),
        algorithm.parameterAsInt(parameters, N_PLACES, context),
    ).validate()


def duration_of(algorithm, parameters, context):
    """How long the trial lasts, whole weeks and all, as a timedelta."""
    return datetime.timedelta(days=trials.number_of(algorithm, parameters, MONTHS, context) * DAYS_IN_MONTH + 7)


def recipe_of(algorithm, parameters, context, places, incidents, buffer):
    """The parameters that decide the result, layers by their names; ``incidents`` is None where none are given."""
    recipe = {PLACES: places, INCIDENTS: incidents, BUFFER: buffer}
    for key in (DATE_FIELD, DATE_FROM, DATE_TO, COUNT_FIELD, RISK_FIELD, PRIORITY_FIELD, START):
        recipe[key] = algorithm.parameterAsString(parameters, key, context).strip()
    for key in (PLAN, GROUPING):
        recipe[key] = algorithm.parameterAsEnumString(parameters, key, context)
    for key in (BASELINE_MONTHS, MIN_AREA, MAX_AREA, MONTHS, EFFECT, trials.LEVEL):
        recipe[key] = trials.number_of(algorithm, parameters, key, context)
    for key in (BLOCK_SIZE, WAVES, DAYS_PER_WEEK, MIN_COUNT, N_PLACES, SIMULATIONS, trials.SEED, trials.SMALLEST_COUNT):
        recipe[key] = algorithm.parameterAsInt(parameters, key, context)
    if is_set(parameters, DISPERSION):
        recipe[DISPERSION] = trials.number_of(algorithm, parameters, DISPERSION, context)
    return recipe

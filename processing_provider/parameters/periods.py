"""Which incidents: a filter, and a field of dates that limits them and splits them into earlier and later ones."""

from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust.periods import HALF

VALIDATION = "VALIDATION"


def add_incident_choice(algorithm, incidents):
    """Declare which of the incidents are meant."""
    algorithm.add_expression(
        "INCIDENT_FILTER",
        tr("Incident filter"),
        tr("Only incidents for which this expression is true, such as \"offence\" = 'robbery'. Empty: all."),
        incidents,
        advanced=True,
    )
    algorithm.add_field(
        "PERIOD_FIELD",
        tr("Date field"),
        tr(
            "Field of the incidents with their dates, or months such as 2022-07. With it the model is made "
            "from the earlier incidents only, and judged by the later ones. Empty: all incidents, no "
            "validation."
        ),
        incidents,
    )
    for key, label, help_text in (
        ("DATE_FROM", tr("From"), tr("First day or month to use (2022-01-01, or 2022-01), by the date field.")),
        ("DATE_TO", tr("To"), tr("Last day or month to use, included.")),
    ):
        algorithm.add_text(key, label, help_text, advanced=True)


def add_periods(algorithm, incidents):
    """Declare which incidents are meant, where to split them, and what comes of it."""
    add_incident_choice(algorithm, incidents)
    algorithm.add_text(
        "PERIOD_SPLIT",
        tr("Split at"),
        tr(
            "First day of the later period (2022-07-01, or 2022-07), or the share of the incidents that are "
            "to be the earlier ones (50%, or 0.5). none: no split, all incidents make the model."
        ),
        HALF,
        advanced=True,
    )
    algorithm.add_table(
        VALIDATION,
        tr("Validation"),
        tr(
            "With a date field: one row per figure, beside kernel density and counts of the earlier "
            "incidents and chance, with 95% intervals."
        ),
        skipped=True,
    )
    algorithm.add_numbers(
        {
            "N_INCIDENTS_LATER": tr("Number of later incidents that the model is judged by"),
            "HIT_RATE_10": tr("Hit rate of the risk terrain at 10% of the area"),
            "HIT_RATE_10_WITH_HISTORY": tr("Hit rate of terrain and history at 10% of the area"),
            "HIT_RATE_10_BASELINE": tr("Hit rate of the best baseline at 10% of the area"),
        }
    )
    algorithm.add_texts(
        {
            "SPLIT_DATE": tr("First day of the later period"),
            "VERDICT": tr("Who won, the risk terrain or the best baseline"),
            "VERDICT_WITH_HISTORY": tr("Who won, terrain and history or the best baseline"),
        }
    )

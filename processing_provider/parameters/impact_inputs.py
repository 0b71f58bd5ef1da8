"""Which places are judged, and by which incidents."""

from ...rtm_plugin.translation import tr

PLACES, CONTROL, ARM_FIELD, BLOCK_FIELD, CALENDAR = "PLACES", "CONTROL", "ARM_FIELD", "BLOCK_FIELD", "CALENDAR"
INCIDENTS, EARLIER_INCIDENTS, DATE_FIELD = "INCIDENTS", "EARLIER_INCIDENTS", "DATE_FIELD"
BEFORE_FROM, BEFORE_TO, AFTER_FROM, AFTER_TO = "BEFORE_FROM", "BEFORE_TO", "AFTER_FROM", "AFTER_TO"
BEFORE_LENGTH, AFTER_LENGTH = "BEFORE_LENGTH", "AFTER_LENGTH"


def add_places(algorithm):
    """Declare the places, and how it is told who was treated."""
    algorithm.add_source(
        PLACES,
        tr("Places"),
        tr("The layer of a trial, or polygons of treated places, in a projected CRS."),
        "polygon",
    )
    algorithm.add_source(
        CONTROL,
        tr("Control places"),
        tr("Polygons of places that were left as they were, where all of the places were treated."),
        "polygon",
        optional=True,
    )
    algorithm.add_field(
        ARM_FIELD,
        tr("Field of the arm"),
        tr("Field of the places that says treatment or control; others are left out. Empty: arm."),
        PLACES,
        advanced=True,
    )
    algorithm.add_field(
        BLOCK_FIELD,
        tr("Field of the block"),
        tr(
            "Field of the places with the pair or block within which lots were drawn (the same value for all: "
            "among all). Empty: block. Where there is no such field, no lots were drawn."
        ),
        PLACES,
        advanced=True,
    )
    algorithm.add_source(
        CALENDAR,
        tr("Patrol calendar"),
        tr("Of a crossover: rows of place, date and treated (1 or 0)."),
        "table",
        optional=True,
    )


def add_incidents(algorithm):
    """Declare the incidents before and after, and when that was."""
    algorithm.add_source(
        INCIDENTS,
        tr("Incidents"),
        tr("Points of incidents after treatment began; with a date field they may hold those before, too."),
        "point",
    )
    algorithm.add_source(
        EARLIER_INCIDENTS,
        tr("Incidents before"),
        tr(
            "Points of incidents before treatment. Empty: they are among the incidents, by their dates. With a date "
            "field both layers are as one, and share no day."
        ),
        "point",
        optional=True,
    )
    algorithm.add_field(
        DATE_FIELD,
        tr("Date field"),
        tr(
            "Field of the incidents, both those before and after, with their dates, or months such as 2022-07, which "
            "last to their end and cannot be divided; a calendar needs days."
        ),
        INCIDENTS,
    )
    for key, label, help_text in (
        (
            BEFORE_FROM,
            tr("Before: from"),
            tr(
                "First day or month before. Empty: as the places' field base_from says, or the first of the dates, of "
                "both layers."
            ),
        ),
        (
            BEFORE_TO,
            tr("Before: to"),
            tr(
                "Last day or month before. Empty: as the places' field base_to says, or the day before treatment began."
            ),
        ),
        (
            AFTER_FROM,
            tr("After: from"),
            tr("First day or month of treatment. Empty: as the places' field starts says."),
        ),
        (
            AFTER_TO,
            tr("After: to"),
            tr("Last day or month of treatment. Empty: as the places' field ends says, or the last of the dates."),
        ),
    ):
        algorithm.add_text(key, label, help_text)
    for key, label in (
        (BEFORE_LENGTH, tr("Length of the time before")),
        (AFTER_LENGTH, tr("Length of the time after")),
    ):
        algorithm.add_number(
            key,
            label,
            tr("In any unit, the same for both, where there is no date field."),
            1.0,
            limits=(1e-6, 1e6),
            advanced=True,
        )

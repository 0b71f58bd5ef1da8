"""Study areas as a table."""

from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ..fields import INTEGER, REAL, TEXT, make_fields

AREA_FIELDS = make_fields(
    [
        ("rank", INTEGER),
        ("name", TEXT),
        ("incidents", INTEGER),
        ("incidents_percent", REAL),
        ("area_km2", REAL),
        ("area_percent", REAL),
        ("incidents_per_km2", REAL),
        ("concentration", REAL),
    ]
)


def area_row(number, candidate, n_points, whole, square_km):
    """Values of :data:`AREA_FIELDS`."""
    n_incidents = len(candidate.incidents)
    incidents_share, area_share = n_incidents / n_points, candidate.area / whole
    return (
        number,
        candidate.name or tr("Area {0}").format(number),
        n_incidents,
        tidy_number(100 * incidents_share),
        tidy_number(candidate.area / square_km),
        tidy_number(100 * area_share),
        tidy_number(n_incidents / (candidate.area / square_km)),
        tidy_number(incidents_share / area_share),
    )


def area_line(row):
    values = dict(zip(AREA_FIELDS.names(), row))
    return tr("{rank}. {name}: {incidents:,} incidents ({share}%) on {area} km² ({part}%)").format(
        rank=values["rank"],
        name=values["name"],
        incidents=values["incidents"],
        share=f"{values['incidents_percent']:.3g}",
        area=f"{values['area_km2']:.3g}",
        part=f"{values['area_percent']:.3g}",
    )

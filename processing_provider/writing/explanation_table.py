"""Why places have their score, as a table."""

from qgis.core import (
    QgsGeometry,
    QgsPointXY,
)

from ...rtm_plugin.rounding import tidy_number
from .. import units
from ..fields import INTEGER, REAL, TEXT, make_fields

TABLE_FIELDS = make_fields(
    [
        ("place", TEXT),
        ("cells", INTEGER),
        ("rrs", REAL),
        ("base", REAL),
        ("factor", TEXT),
        ("operationalisation", TEXT),
        ("influence", REAL),
        ("direction", TEXT),
        ("acts_percent", REAL),
        ("distance", REAL),
        ("density_per_ha", REAL),
        ("high_density_per_ha", REAL),
        ("rrv", REAL),
        ("multiplier", REAL),
        ("rrs_without", REAL),
        ("words", TEXT),
        ("features", TEXT),
    ]
)


EXPLAINED_FIELDS = make_fields(
    [
        ("place", TEXT),
        ("cells", INTEGER),
        ("rrs", REAL),
        ("factors", TEXT),
        ("explanation", TEXT),
        ("landscape", REAL),
        ("around", REAL),
        ("here", REAL),
    ]
)


def explanation_rows(place, parts, factors, grid, cells, crs):
    """Rows of :data:`TABLE_FIELDS` for one place."""
    from ...rtm_plugin.use.explanation_words import contribution_words

    unit, hectare = units.unit_of(crs), units.square_units_per_hectare(crs)
    centroids = QgsGeometry.fromMultiPointXY([QgsPointXY(x, y) for x, y in grid.centroids[cells].tolist()])
    rows = []
    for one in parts.contributions:
        variable = one.chosen.variable
        is_density = not variable.kind.is_length
        nearest = factors[variable.factor].nearest_names(centroids, variable.distance)
        rows.append(
            (
                place.name,
                parts.n_cells,
                tidy_number(parts.score),
                tidy_number(parts.base),
                variable.factor,
                variable.operationalisation,
                tidy_number(variable.distance),
                variable.direction,
                tidy_number(100 * one.share),
                None if is_density else tidy_number(one.measured),
                tidy_number(one.measured * hectare) if is_density else None,
                tidy_number(one.chosen.threshold * hectare) if is_density else None,
                tidy_number(one.chosen.rrv),
                tidy_number(one.multiplier),
                tidy_number(one.score_without),
                contribution_words(one, unit) if one.acts else None,
                ", ".join(nearest) or None,
            )
        )
    return rows

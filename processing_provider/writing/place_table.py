"""Priority places as a table, and in words."""

import numpy as np
from qgis.core import (
    QgsGeometry,
    QgsPointXY,
)

from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from .. import units
from ..fields import INTEGER, REAL, TEXT, make_fields

PLACE_FIELDS = make_fields(
    [
        ("rank", INTEGER),
        ("label", TEXT),
        ("cells", INTEGER),
        ("area_ha", REAL),
        ("rrs_mean", REAL),
        ("rrs_max", REAL),
        ("expected", REAL),
        ("expected_percent", REAL),
        ("observed", INTEGER),
        ("observed_percent", REAL),
        ("factors", TEXT),
        ("features", TEXT),
    ]
)


_LEADING = 2  # factors in a label


def place_row(place, terrain, counts, hectare):
    """Values of :data:`PLACE_FIELDS`."""
    words, names, label = _why(place, terrain)
    expected_percent = None if terrain.expected is None else 100 * place.expected / terrain.expected.sum()
    observed_percent = None if counts is None else 100 * place.observed / counts.sum()
    return (
        place.rank,
        label,
        len(place.cells),
        tidy_number(len(place.cells) * terrain.grid.cell_size**2 / hectare),
        tidy_number(place.score_mean),
        tidy_number(place.score_max),
        tidy_number(place.expected),
        tidy_number(expected_percent),
        place.observed,
        tidy_number(observed_percent),
        words,
        names,
    )


def _why(place, terrain):
    """Risk factors in words, names of the nearest features, and a label."""
    plain = tr("Place {0}").format(place.rank)
    if terrain.explanation is None:
        return None, None, plain
    from ...rtm_plugin.use.explanation_words import place_words

    unit = units.unit_of(terrain.crs)
    explained = terrain.explanation.of_place(place.cells)
    centroids = QgsGeometry.fromMultiPointXY(
        [QgsPointXY(x, y) for x, y in terrain.grid.centroids[place.cells].tolist()]
    )
    names, known_as = [], []
    for one in explained.acting:
        variable = one.chosen.variable
        nearest = terrain.factors[variable.factor].nearest_names(centroids, variable.distance)
        if nearest:
            names.append(f"{variable.factor}: {', '.join(nearest)}")
            known_as.append(f"{nearest[0]} ({variable.factor})")
    label = ", ".join(known_as[:_LEADING])
    if not label:
        label = " + ".join(one.chosen.variable.factor for one in explained.acting[:_LEADING])
    return place_words(explained, unit), "; ".join(names), label or plain


def place_line(row):
    values = dict(zip(PLACE_FIELDS.names(), row))
    words = f"; {values['factors']}" if values["factors"] else ""
    return (
        tr("{rank}. {label}; cells: {cells}, mean score: {score}").format(
            rank=values["rank"],
            label=values["label"],
            cells=values["cells"],
            score=f"{values['rrs_mean']:.3g}",
        )
        + words
    )


def place_totals(places, terrain, counts, hectare):
    cells = np.concatenate([np.empty(0, dtype=np.int64), *(place.cells for place in places)])
    totals = {
        "N_PLACES_FOUND": len(places),
        "N_CELLS": len(cells),
        "AREA_HA": tidy_number(len(cells) * terrain.grid.cell_size**2 / hectare),
        "AREA_PERCENT": tidy_number(100 * len(cells) / terrain.grid.n_cells),
    }
    if terrain.expected is not None:
        share = float(terrain.expected[cells].sum() / terrain.expected.sum())
        totals["EXPECTED_PERCENT"] = tidy_number(100 * share)
    if counts is None:
        return totals
    observed = int(counts[cells].sum())
    return {
        **totals,
        "OBSERVED": observed,
        "OBSERVED_PERCENT": tidy_number(float(100 * observed / counts.sum())),
    }

"""Priority places as a table, and in words."""

import numpy as np
from qgis.core import (
    QgsGeometry,
    QgsPointXY,
)

from ...rtm_plugin.names import told_apart
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
        ("landscape", REAL),
        ("around", REAL),
        ("here", REAL),
    ]
)


LEADING = 2  # factors in a label
MOST_REASONS = 5
_NEAR = 2.0  # sides of a place within which something is near enough to name it


def place_row(place, terrain, expected, counts, hectare, known_as=None):
    """Values of :data:`PLACE_FIELDS`; the last three split what terrain and history expect into its parts.

    ``expected`` (n_cells,) is what the places were cut from, or None; ``known_as`` a ModelFactor of named features.
    """
    words, names, label = why(place, terrain)
    if known_as is not None:
        centre = QgsPointXY(*terrain.grid.centroids[place.cells].mean(axis=0).tolist())
        side = terrain.grid.cell_size * len(place.cells) ** 0.5
        label = next(iter(known_as.nearest_names(QgsGeometry.fromPointXY(centre), _NEAR * side)), label)
    expected_percent = None if expected is None else 100 * place.expected / expected.sum()
    parts = parts_of(terrain, place.cells) if expected is terrain.joined else None
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
        *tidy_parts(parts),
    )


def parts_of(terrain, cells):
    """What landscape, cells around and recorded incidents add to what terrain and history expect; None: not known."""
    if terrain.parts is None:
        return None
    around, here = (float(part[cells].sum()) for part in terrain.parts)
    return float(terrain.joined[cells].sum()) - around - here, around, here


def tidy_parts(parts):
    """Values of the three fields of :func:`parts_of`; None where they are not known."""
    return tuple(map(tidy_number, parts)) if parts else (None, None, None)


def why(place, terrain):
    """Risk factors in words, names of the nearest features (both None where it is not known), and a label."""
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
            names.append(f"{variable.shown}: {', '.join(nearest)}")
            known_as.append(nearest[0])
    label = ", ".join(list(dict.fromkeys(known_as))[:LEADING])
    if not label:
        label = " + ".join(one.chosen.variable.shown for one in explained.acting[:LEADING])
        label = label and f"{label}, {_where(terrain.grid, place.cells)}"
    return place_words(explained, unit, MOST_REASONS), "; ".join(names), label or plain


def _where(grid, cells):
    """In which ninth of the grid's rectangle the middle of some cells is, in words."""
    x, y = grid.centroids[cells].mean(axis=0).tolist()
    column = int(3 * (x - grid.x_min) / (grid.cols * grid.cell_size))
    row = int(3 * (grid.y_max - y) / (grid.rows * grid.cell_size))
    words = (
        (tr("north-west"), tr("north"), tr("north-east")),
        (tr("west"), tr("centre"), tr("east")),
        (tr("south-west"), tr("south"), tr("south-east")),
    )
    return words[row][column]


def with_own_labels(rows):
    """Rows of :func:`place_row`, by rank, in which places that would be called alike are numbered."""
    at = PLACE_FIELDS.names().index("label")
    labels = told_apart([row[at] for row in rows])
    return [(*row[:at], label, *row[at + 1 :]) for row, label in zip(rows, labels)]


def place_line(row):
    values = dict(zip(PLACE_FIELDS.names(), row))
    words = f"; {values['factors']}" if values["factors"] else ""
    parts = ""
    if values["here"] is not None:
        parts = tr("; expected: {landscape} by the landscape, {around} by what happens around, {here} here").format(
            **{part: f"{values[part]:.3g}" for part in ("landscape", "around", "here")}
        )
    return (
        tr("{rank}. {label}; cells: {cells:,}, mean score: {score}").format(
            rank=values["rank"],
            label=values["label"],
            cells=values["cells"],
            score=f"{values['rrs_mean']:.3g}",
        )
        + words
        + parts
    )


def place_totals(places, terrain, expected, counts, hectare):
    cells = np.concatenate([np.empty(0, dtype=np.int64), *(place.cells for place in places)])
    totals = {
        "N_PLACES_FOUND": len(places),
        "N_CELLS": len(cells),
        "AREA_HA": tidy_number(len(cells) * terrain.grid.cell_size**2 / hectare),
        "AREA_PERCENT": tidy_number(100 * len(cells) / terrain.grid.n_cells),
    }
    if expected is not None:
        share = float(expected[cells].sum() / expected.sum())
        totals["EXPECTED_PERCENT"] = tidy_number(100 * share)
    if counts is None:
        return totals
    observed = int(counts[cells].sum())
    return {
        **totals,
        "OBSERVED": observed,
        "OBSERVED_PERCENT": tidy_number(float(100 * observed / counts.sum())),
    }

"""A fitted risk terrain as what the user asked for: raster, tables, polygons, model file, numbers."""

import json
from pathlib import Path

from qgis.core import QgsGeometry, QgsRectangle

from ...rtm_plugin.model.risk_classes import classify, n_highest_risk
from ...rtm_plugin.rounding import tidy, tidy_number
from ..fields import INTEGER, REAL, TEXT, TRUTH, make_fields
from ..packages import versions
from ..staging import MARK, write_text
from ..units import units_of

MODEL_FIELDS = make_fields(
    [
        ("factor", TEXT),
        ("operationalisation", TEXT),
        ("influence", REAL),
        ("direction", TEXT),
        ("coefficient", REAL),
        ("std_error", REAL),
        ("p_value", REAL),
        ("rrv", REAL),
        ("rrv_low", REAL),
        ("rrv_high", REAL),
        ("quoted_low", REAL),
        ("quoted_high", REAL),
        ("rrv_shrunk", REAL),
        ("rrv_unshared", REAL),
        ("rrv_beside", REAL),
        ("rrv_beside_low", REAL),
        ("rrv_beside_high", REAL),
        ("spatial_p", REAL),
        ("snap_fate", TEXT),
        ("snap_kept", REAL),
        ("snap_low", REAL),
        ("snap_high", REAL),
    ]
)
BESIDE = ("rrv_unshared", "rrv_beside", "rrv_beside_low", "rrv_beside_high")
CANDIDATE_FIELDS = make_fields(
    [
        ("variable", TEXT),
        ("factor", TEXT),
        ("operationalisation", TEXT),
        ("influence", REAL),
        ("cells", INTEGER),
        ("incidents", INTEGER),
        ("single_rrv", REAL),
        ("survived", TRUTH),
        ("selected", TRUTH),
        ("spatial_p", REAL),
    ]
)
CELL_FIELDS = [("count", INTEGER), ("expected", REAL), ("rrs", REAL), ("class", TEXT)]


def write_model(path, model):
    write_text(path, model.to_json() + "\n")


def run_path(model_file):
    """Where the record of a run lies beside its model: the model file itself is the same for the same input."""
    return Path(model_file).with_suffix(".run.json")


def run_record(seconds):
    """What differs between runs that give the same model, as text: seconds of each stage so far, and versions."""
    taken = {stage: round(one, 3) for stage, one in seconds.items()}
    return json.dumps({"made_by": MARK, "seconds": taken, "versions": dict(versions())}, indent=1) + "\n"


def model_rows(model):
    """Rows of :data:`MODEL_FIELDS`, by falling relative risk value.

    ``rrv_low`` and ``rrv_high`` go with ``std_error``, the model's own; the quoted limits are those of the report.
    ``rrv_shrunk`` allows for the selection, ``rrv_beside`` is the value beside a smooth surface of what neighbouring
    cells share, and ``rrv_unshared`` what it is to be compared with: the same weights without the surface;
    ``spatial_p`` is the p-value of the random shifts. All but the first are empty without the spatial test.
    ``snap_fate`` says whether a factor survives moved incidents (survives, weaker, lost), ``snap_kept`` is the share of
    the draws in which it was found again, ``snap_low`` and ``snap_high`` are its lowest and highest value there.
    """
    from ...rtm_plugin.model.risk_terrain_model import P_VALUE_DIGITS
    from ...rtm_plugin.trust.displacement import Displacement
    from ...rtm_plugin.trust.intervals import alike_rows, quoted_intervals  # needs scipy

    quoted, alike, test = quoted_intervals(model), alike_rows(model), model.spatial
    shifted = {} if test is None else test.p_values
    moved = Displacement.from_plain(model.inputs["displacement"]) if "displacement" in model.inputs else None
    snap = {one.factor: (moved, one) for one in moved.factors} if moved else {}
    return [
        (
            chosen.variable.factor,
            chosen.variable.operationalisation,
            tidy_number(chosen.variable.distance),
            chosen.variable.direction,
            *(
                tidy_number(value)
                for value in (
                    chosen.coefficient,
                    chosen.std_error,
                    float(f"{chosen.p_value:.{P_VALUE_DIGITS}g}"),
                    chosen.rrv,
                    *chosen.rrv_interval,
                    *quoted.limits[chosen.variable.name],
                    alike.get(chosen.variable.name, {}).get("rrv_shrunk"),
                    *(quoted.beside.get(chosen.variable.name, {}).get(key) for key in BESIDE),
                    shifted.get(chosen.variable.factor),
                )
            ),
            *_snap_cells(*snap.get(chosen.variable.factor, (None, None))),
        )
        for chosen in model.selected
    ]


def _snap_cells(moved, one):
    """Fate, share of the draws, lowest and highest value of one factor where incidents were moved."""
    if one is None:
        return None, None, None, None
    numbers = (one.selected / moved.n_draws, one.rrv_low, one.rrv_high)
    return (one.fate(moved.n_draws), *map(tidy_number, numbers))


def candidate_rows(model):
    """Rows of :data:`CANDIDATE_FIELDS`; ``spatial_p`` is that of the factor, where it was tested."""
    shifted = {} if model.spatial is None else model.spatial.p_values
    return [
        (
            record.variable.name,
            record.variable.factor,
            record.variable.operationalisation,
            tidy_number(record.variable.distance),
            record.cells,
            record.incidents,
            tidy_number(record.single_rrv),
            record.survived,
            record.selected,
            tidy_number(shifted.get(record.variable.factor)),
        )
        for record in model.candidates
    ]


def cell_rows(terrain, displaced=None):
    """Fields and rows of the cells: :data:`CELL_FIELDS` and a 0/1 column per selected variable.

    Where incidents were moved, ``snap_kept`` is the share of the draws in which a cell was among the riskiest 10%.
    """
    model = terrain.model
    names = [chosen.variable.name for chosen in model.selected]
    kept = [] if displaced is None else [tidy(displaced.kept).tolist()]
    fields = make_fields([*CELL_FIELDS, *((name, INTEGER) for name in names), *(("snap_kept", REAL) for _ in kept)])
    rows = zip(
        terrain.counts.tolist(),
        tidy(terrain.expected).tolist(),
        tidy(terrain.rrs).tolist(),
        classify(terrain.rrs, model.rrs_mean, model.rrs_sd).tolist(),
        *(flags.astype(int).tolist() for flags in terrain.flags),
        *kept,
    )
    return fields, list(rows)


def cell_polygon(grid):
    """A function from a model cell's number to its square."""
    half, centroids = grid.cell_size / 2, grid.centroids

    def square(number):
        x, y = centroids[number].tolist()
        return QgsGeometry.fromRect(QgsRectangle(x - half, y - half, x + half, y + half))

    return square


def numbers(model):
    """The numbers and texts about a model."""
    from ...rtm_plugin.report.words import warnings

    return {
        "N_CELLS": model.frame.n_cells,
        "N_CELLS_WITH_INCIDENTS": model.n_cells_with_incidents,
        "N_INCIDENTS": model.n_incidents,
        "N_INCIDENTS_OUTSIDE": model.n_incidents_outside + model.n_incidents_excluded,
        "N_CANDIDATES": len(model.candidates),
        "N_SURVIVORS": model.n_survivors,
        "N_SELECTED": len(model.selected),
        "FAMILY": model.family,
        "DISPERSION": tidy_number(model.dispersion),
        "LOG_LIKELIHOOD": tidy_number(model.log_likelihood),
        "BIC": tidy_number(model.bic),
        "BIC_POISSON": tidy_number(model.bic_of("poisson")),
        "BIC_NB1": tidy_number(model.bic_of("nb1")),
        "BIC_NB2": tidy_number(model.bic_of("nb2")),
        "RRS_MEAN": tidy_number(model.rrs_mean),
        "RRS_SD": tidy_number(model.rrs_sd),
        "RRS_MAX": tidy_number(model.rrs_max),
        "HIGHEST_RISK_THRESHOLD": tidy_number(model.highest_risk_threshold),
        "SEED_USED": model.settings.seed,
        "N_WARNINGS": len(warnings(model)),
    }


def displaced_numbers(displaced):
    """What moved incidents left, as numbers; none where none were moved."""
    if displaced is None:
        return {}
    stays = {f"SNAP_STAYS_{round(100 * one.level)}": tidy_number(100 * one.stays) for one in displaced.levels}
    return {"SNAP_N_LOST": len(displaced.lost), **stays}


def outcome(run):
    """What was found, in sentences for the log."""
    from ...rtm_plugin.report import words

    model = run.terrain.model
    said = words.outcome(
        model, n_highest_risk(run.terrain.rrs, model.rrs_mean, model.rrs_sd), units_of(run.study_area.crs)
    )
    return [*said, *model.inputs.get("verdicts", ())]

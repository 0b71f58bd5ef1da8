"""A fitted risk terrain as what the user asked for: raster, tables, polygons, model file, numbers."""

import json
from pathlib import Path

from qgis.core import QgsGeometry, QgsRectangle

from ...rtm_plugin.model.risk_classes import classify, n_highest_risk
from ...rtm_plugin.rounding import tidy, tidy_number
from ...rtm_plugin.trust import validation, validation_words
from ...rtm_plugin.trust.validation import MODEL
from ..fields import INTEGER, REAL, TEXT, TRUTH, make_fields
from ..files import MARK, write_text
from ..model_run import surface_names
from ..packages import versions
from ..units import units_of
from .tables import Table

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
    ]
)
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
    """
    from ...rtm_plugin.model.risk_terrain_model import P_VALUE_DIGITS
    from ...rtm_plugin.trust.intervals import quoted_intervals  # needs scipy

    quoted = quoted_intervals(model)
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
                )
            ),
        )
        for chosen in model.selected
    ]


def candidate_rows(model):
    """Rows of :data:`CANDIDATE_FIELDS`."""
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
        )
        for record in model.candidates
    ]


def cell_rows(terrain):
    """Fields and rows of the cells: :data:`CELL_FIELDS` and a 0/1 column per selected variable."""
    model = terrain.model
    names = [chosen.variable.name for chosen in model.selected]
    fields = make_fields([*CELL_FIELDS, *((name, INTEGER) for name in names)])
    rows = zip(
        terrain.counts.tolist(),
        tidy(terrain.expected).tolist(),
        tidy(terrain.rrs).tolist(),
        classify(terrain.rrs, model.rrs_mean, model.rrs_sd).tolist(),
        *(flags.astype(int).tolist() for flags in terrain.flags),
    )
    return fields, list(rows)


def cell_polygon(grid):
    """A function from a model cell's number to its square."""
    half = grid.cell_size / 2
    centroids = grid.centroids.tolist()

    def square(number):
        x, y = centroids[number]
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


def outcome(run):
    """What was found, in sentences for the log."""
    from ...rtm_plugin.report import words

    model = run.terrain.model
    said = words.outcome(
        model, n_highest_risk(run.terrain.rrs, model.rrs_mean, model.rrs_sd), units_of(run.study_area.crs)
    )
    return [*said, *model.inputs.get("verdicts", ())]


def judged_numbers(run):
    """The numbers and texts about how well later incidents were foretold; empty where nothing was split."""
    keys = ("N_INCIDENTS_LATER", "HIT_RATE_10", "HIT_RATE_10_WITH_HISTORY", "HIT_RATE_10_BASELINE")
    if run.judged is None:
        return {**dict.fromkeys(keys), **dict.fromkeys(("SPLIT_DATE", "VERDICT", "VERDICT_WITH_HISTORY"), "")}
    found, level = run.judged, validation.headline(run.judged)
    terrain, joined = surface_names()
    rates = [
        tidy_number(found.figure(name, "hit rate", level).value)
        for name in (terrain, joined, validation.best_baseline(found, level))
    ]
    return {
        **dict(zip(keys, [found.n_incidents, *rates])),
        "SPLIT_DATE": run.later_from.isoformat(),
        "VERDICT": validation_words.verdict(found, terrain),
        "VERDICT_WITH_HISTORY": validation_words.verdict(found, joined),
    }


FIGURE_FIELDS = make_fields(
    [
        ("surface", TEXT),
        ("minus", TEXT),
        ("measure", TEXT),
        ("level", TEXT),
        ("area_percent", REAL),
        ("value", REAL),
        ("low", REAL),
        ("high", REAL),
        ("beyond_chance", TRUTH),
    ]
)


def figure_table(found):
    """The figures of a validation: every figure, then every difference."""
    rows = [
        (
            one.surface,
            one.minus or None,
            one.measure,
            one.level or None,
            tidy_number(100 * one.share),
            tidy_number(one.value),
            tidy_number(one.low),
            tidy_number(one.high),
            one.beyond_chance if one.minus else None,
        )
        for one in (*found.figures, *found.differences)
    ]
    return Table(FIGURE_FIELDS, rows)


STANDARD_LEVELS = (1, 5, 10, 20)  # levels whose hit rate and PAI are outputs of their own


def validation_numbers(found):
    """The declared numbers and texts, about the first risk terrain."""
    name = found.names(MODEL)[0]
    levels = [level for level, _ in found.levels]

    def at(measure, level):
        return tidy_number(found.figure(name, measure, level).value) if level in levels else None

    level = validation.headline(found)
    rival = validation.best_baseline(found, level)
    apart = found.difference(name, rival, "hit rate", level)
    return {
        "N_CELLS": found.n_cells,
        "N_INCIDENTS": found.n_incidents,
        "N_INCIDENTS_OUTSIDE": found.n_left_out,
        **{f"HIT_RATE_{percent}": at("hit rate", f"{percent}%") for percent in STANDARD_LEVELS},
        **{f"PAI_{percent}": at("PAI", f"{percent}%") for percent in STANDARD_LEVELS},
        "HIT_RATE_HIGHEST_RISK": at("hit rate", validation.HIGHEST_RISK),
        "PAI_HIGHEST_RISK": at("PAI", validation.HIGHEST_RISK),
        "AUC": tidy_number(found.figure(name, validation.AUC).value),
        "BEST_BASELINE": rival,
        "BEST_BASELINE_HIT_RATE": tidy_number(found.figure(rival, "hit rate", level).value),
        "DIFFERENCE": tidy_number(apart.value),
        "DIFFERENCE_LOW": tidy_number(apart.low),
        "DIFFERENCE_HIGH": tidy_number(apart.high),
        "N_BLOCKS": found.n_blocks,
        "SEED_USED": found.seed,
        "VERDICT": validation_words.verdict(found),
        "SCOREBOARD": validation_words.scoreboard(found),
    }


def validation_command(recipe, found):
    """What to type to make the result again, without the paths."""
    words = ["qgis_process run rtm:validate --"]
    for key, value in {**recipe, "SEED": found.seed}.items():
        for item in value if isinstance(value, list) else [value]:
            if item not in (None, ""):
                words.append(f'{key}="{item}"')
    return " ".join(words)

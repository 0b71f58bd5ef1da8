"""How well later incidents were foretold: the table, the numbers, and the command that makes them again."""

from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.trust import validation, validation_words
from ...rtm_plugin.trust.validation import MEASURES, MODEL
from ..fields import REAL, TEXT, TRUTH, make_fields
from ..model_run import surface_names
from .tables import Table

HIT_RATE = MEASURES[0]


def judged_numbers(run):
    """The numbers and texts about how well later incidents were foretold; empty where nothing was split."""
    keys = ("N_INCIDENTS_LATER", "HIT_RATE_10", "HIT_RATE_10_WITH_HISTORY", "HIT_RATE_10_BASELINE")
    if run.judged is None:
        return {**dict.fromkeys(keys), **dict.fromkeys(("SPLIT_DATE", "VERDICT", "VERDICT_WITH_HISTORY"), "")}
    found, level = run.judged, validation.headline(run.judged)
    terrain, joined = surface_names()
    rates = [
        tidy_number(found.figure(name, HIT_RATE, level).value)
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


STANDARD_LEVELS = tuple(
    round(100 * level) for level in validation.LEVELS
)  # levels whose hit rate and PAI are outputs of their own


def validation_numbers(found):
    """The declared numbers and texts, about the first risk terrain."""
    name = found.names(MODEL)[0]
    levels = [level for level, _ in found.levels]

    def at(measure, level):
        return tidy_number(found.figure(name, measure, level).value) if level in levels else None

    level = validation.headline(found)
    rival = validation.best_baseline(found, level)
    apart = found.difference(name, rival, HIT_RATE, level)
    return {
        "N_CELLS": found.n_cells,
        "N_INCIDENTS": found.n_incidents,
        "N_INCIDENTS_OUTSIDE": found.n_left_out,
        **{f"HIT_RATE_{percent}": at(HIT_RATE, f"{percent}%") for percent in STANDARD_LEVELS},
        **{f"PAI_{percent}": at("PAI", f"{percent}%") for percent in STANDARD_LEVELS},
        "HIT_RATE_HIGHEST_RISK": at(HIT_RATE, validation.HIGHEST_RISK),
        "PAI_HIGHEST_RISK": at("PAI", validation.HIGHEST_RISK),
        "AUC": tidy_number(found.figure(name, validation.AUC).value),
        "BEST_BASELINE": validation_words.surface_words(rival),
        "BEST_BASELINE_HIT_RATE": tidy_number(found.figure(rival, HIT_RATE, level).value),
        "DIFFERENCE": tidy_number(apart.value),
        "DIFFERENCE_LOW": tidy_number(apart.low),
        "DIFFERENCE_HIGH": tidy_number(apart.high),
        "N_BLOCKS": found.n_blocks,
        "SEED_USED": found.seed,
        "VERDICT": validation_words.verdict(found),
        "SCOREBOARD": validation_words.scoreboard(found),
    }

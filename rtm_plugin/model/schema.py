"""What a saved model has to look like: one table of types and ranges, and what must agree with what.

Nothing is built from a file before it has passed; whatever uses a model can rely on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite, log, sqrt
from typing import Any

import numpy as np

from ..errors import ModelFileError, RtmError
from ..lengths import LONGEST
from ..rounding import plain_number
from ..selection.folds import FOLD_KINDS
from ..space.grid import CELL_RULES
from ..space.likeness import SHAPES
from ..translation import tr
from ..variables.factors import DIRECTIONS, INCREMENTS, MOST_BLOCKS, OPERATIONALISATIONS, FactorSpec, Variable
from ..variables.operationalisations import KINDS
from .settings import FAMILIES, FEWEST_SHIFTS, SPATIAL_TESTS

FORMAT = "risk-terrain-model"
FORMAT_VERSION = 1

_LARGEST = 1e300  # of a number without a limit of its own: its square may overflow, the number itself not
_STEEPEST = 100.0  # coefficient: e^100 times the incidents is beyond any data
_ABOVE = 5e-324  # the smallest number above 0
_CLOSE = 1e-6  # relative difference that rounding in the file can make
_MOST_SUMMED = 18  # coefficients of which every sum is made: 262,144 sums
_LONGEST_TEXT = 100_000


@dataclass(frozen=True)
class Number:
    """A finite number within limits."""

    low: float = -_LARGEST
    high: float = _LARGEST
    whole: bool = False

    def fits(self, value: Any) -> bool:
        kinds = (int,) if self.whole else (int, float)
        return isinstance(value, kinds) and not isinstance(value, bool) and self.low <= value <= self.high

    def words(self) -> str:
        what = tr("a whole number") if self.whole else tr("a number")
        low, high = plain_number(self.low), plain_number(self.high)
        if self.low == _ABOVE:
            what = tr("{what} above 0").format(what=what)
        elif self.low > -_LARGEST:
            what = tr("{what} from {low}").format(what=what, low=low)
        return tr("{what} to {high}").format(what=what, high=high) if self.high < _LARGEST else what


@dataclass(frozen=True)
class Text:
    """A text, one of some or of any wording."""

    choices: tuple[str, ...] = ()

    def fits(self, value: Any) -> bool:
        if not isinstance(value, str) or len(value) > _LONGEST_TEXT or "\0" in value:
            return False
        halves = any("\ud800" <= letter <= "\udfff" for letter in value)  # of characters: no file can hold them
        return not halves and (not self.choices or value in self.choices)

    def words(self) -> str:
        return tr("one of {choices}").format(choices=", ".join(self.choices)) if self.choices else tr("a text")


@dataclass(frozen=True)
class Truth:
    def fits(self, value: Any) -> bool:
        return isinstance(value, bool)

    def words(self) -> str:
        return tr("true or false")


@dataclass(frozen=True)
class Anything:
    """What is only passed on."""

    def fits(self, value: Any) -> bool:
        return True

    def words(self) -> str:
        return tr("anything")


@dataclass(frozen=True)
class Or:
    """The rule, or null."""

    rule: Any

    def words(self) -> str:
        return tr("{rule}, or null").format(rule=self.rule.words())


@dataclass(frozen=True)
class Items:
    """A list of such values."""

    of: Any
    least: int = 0

    def words(self) -> str:
        return tr("a list")


@dataclass(frozen=True)
class Named:
    """Such values by any names."""

    of: Any

    def words(self) -> str:
        return tr("values by name")


@dataclass(frozen=True)
class Record:
    """Values by name: all of ``needed``, any of ``optional``, others only where it is ``open``."""

    needed: dict[str, Any]
    optional: dict[str, Any] = field(default_factory=dict)
    open: bool = False

    def words(self) -> str:
        return tr("values by name")


_COUNT = Number(0, 2**53, whole=True)
_SHARE = Number(0, 1)
_POSITIVE = Number(_ABOVE)
_LENGTH = Number(_ABOVE, LONGEST)
_NAME = Text()

_VARIABLE = Record(
    {
        "factor": _NAME,
        "operationalisation": Text(tuple(KINDS)),
        "distance": _LENGTH,
        "direction": Text(DIRECTIONS),
    },
    {"label": _NAME},
)
_FINDING = Record(
    {
        "name": _NAME,
        "level": Text(("good", "note", "warning")),
        "verdict": _NAME,
        "advice": _NAME,
        "values": Record(
            {},
            {
                "family": Text(FAMILIES),
                "pearson_dispersion": Number(0),
                "poisson_dispersion": Number(0),
                "observed_share": _SHARE,
                "expected_share": _SHARE,
                "p_value": _SHARE,
                "morans_i": Number(),
                "expected": Number(),
                "n_cells": _COUNT,
                "islands": _COUNT,
                "range": Number(0),
                "range_open": Truth(),
                "correlogram": Items(Record({"to": _POSITIVE, "morans_i": Or(Number()), "p_value": Or(_SHARE)})),
                "at_end": Items(_NAME),
                "vif": Named(Number(0)),
                "overlap": Items(Record({"first": _NAME, "second": _NAME, "jaccard": _SHARE})),
                "fewer_than": _COUNT,
                "x": Number(),
                "y": Number(),
                "count": Number(0),
                "share": _SHARE,
                "n_incidents": _COUNT,
                "n_points": _COUNT,
                "stacked_share": _SHARE,
                "largest": _COUNT,
                "shape": Text(tuple(SHAPES)),
                "reach": _POSITIVE,
                "shared": Number(0),
                "own": Number(0),
                "power": Number(1, 2, whole=True),
                "variables": Items(
                    Record(
                        {"variable": _NAME},
                        {
                            "rrv": _POSITIVE,
                            "std_error": Number(0),
                            "alike_std_error": Number(0),
                            "alike_p_value": _SHARE,
                            "rrv_shrunk": Number(1),
                            "rrv_unshared": _POSITIVE,
                            "rrv_beside": _POSITIVE,
                            "rrv_beside_low": Number(0),
                            "rrv_beside_high": Number(0),
                            "rrv_low": Number(0),
                            "rrv_high": Number(0),
                            "rrv_without": Number(0),
                            "change_in_se": Number(),
                        },
                    )
                ),
            },
        ),
    }
)
_SHIFTED = Record({"factor": _NAME, "as_high": _COUNT})
_STABILITY = Record(
    {
        "n_resamples": Number(1, 2**31, whole=True),
        "block_size": _LENGTH,
        "factors": Items(
            Record(
                {
                    "factor": _NAME,
                    "selected": _COUNT,
                    "rrv": Or(_POSITIVE),
                    "rrv_bagged": _POSITIVE,
                    "rrv_low": Number(0),
                    "rrv_high": Number(0),
                },
                open=True,
            )
        ),
    },
    open=True,
)
_DISPLACEMENT = Record(
    {
        "width": _LENGTH,
        "n_draws": Number(1, 2**31, whole=True),
        "factors": Items(
            Record(
                {
                    "factor": _NAME,
                    "selected": _COUNT,
                    "rrv": _POSITIVE,
                    "rrv_low": Or(_POSITIVE),
                    "rrv_middle": Or(_POSITIVE),
                    "rrv_high": Or(_POSITIVE),
                }
            )
        ),
        "levels": Items(Record({"level": _SHARE, "stays": _SHARE, "low": _SHARE, "high": _SHARE, "sure": _SHARE})),
    }
)
ROLES = ("STUDY_AREA", "INCIDENTS", "EXCLUDE", "FACTORS", "DENOMINATOR", "ADJUSTMENTS")
_INPUTS = Record(
    {},
    {
        "layers": Items(
            Record(
                {
                    "role": Text(ROLES),
                    "name": _NAME,
                    "source": Or(_NAME),
                    "features": Or(_COUNT),
                    "dates": Or(_NAME),
                },
                {"personal_fields": Items(_NAME)},
                open=True,
            )
        ),
        "factor_field": Or(_NAME),
        "smallest_count": _COUNT,
        "incident_filter": _NAME,
        "period_field": _NAME,
        "later_from": _NAME,
        "date_from": _NAME,
        "date_to": _NAME,
        "study_area": _NAME,
        "crs": _NAME,
        "incidents": _NAME,
        "left_out": Items(_NAME),
        "verdicts": Items(_NAME),
        "plugin_version": _NAME,
        "fingerprints": Items(Record({"role": Text(ROLES), "name": _NAME, "sha256": _NAME})),
        "hashes": Named(Text()),  # of earlier versions: by factor, and by STUDY_AREA and INCIDENTS
        "diagnostics": Items(_FINDING),
        "stability": _STABILITY,
        "displacement": _DISPLACEMENT,
    },
    open=True,
)
MODEL = Record(
    {
        "settings": Record(
            {
                "block_length": _LENGTH,
                "cell_size": _LENGTH,
                "families": Items(Text(FAMILIES), 1),
                "folds": Number(2, 2**31, whole=True),
                "fold_kind": Text(tuple(FOLD_KINDS)),
                "cv_repeats": Number(1, 2**31, whole=True),
                "swaps": Truth(),
                "p_limit": Number(_ABOVE, 1),
                "seed": Number(0, 2**32 - 1, whole=True),
                "cell_rule": Text(tuple(CELL_RULES)),
            },
            {
                "spatial_test": Text(SPATIAL_TESTS),
                "shifts": Number(0, whole=True),
            },
        ),
        "frame": Record(
            {
                "x_min": Number(-1e9, 1e9),
                "y_max": Number(-1e9, 1e9),
                "cell_size": _LENGTH,
                "rows": Number(1, 10**8, whole=True),
                "columns": Number(1, 10**8, whole=True),
                "n_cells": Number(1, 10**10, whole=True),
            }
        ),
        "specs": Items(
            Record(
                {
                    "name": _NAME,
                    "operationalisation": Text(OPERATIONALISATIONS),
                    "max_blocks": Number(_ABOVE, MOST_BLOCKS),
                    "increment": Text(INCREMENTS),
                    "direction": Text(DIRECTIONS),
                },
                {"label": _NAME},
            ),
            1,
        ),
        "family": Text(FAMILIES),
        "intercept": Number(-500, 500),
        "intercept_se": Number(0),
        "selected": Items(
            Record(
                {
                    "variable": _VARIABLE,
                    "coefficient": Number(0, _STEEPEST),
                    "std_error": Number(0, 3 * _STEEPEST),
                    "p_value": _SHARE,
                    "threshold": Or(Number(0)),
                }
            )
        ),
        "dispersion": Or(_POSITIVE),
        "log_likelihood": Number(),
        "bic": Number(),
        "fits": Items(
            Record(
                {
                    "family": Text(FAMILIES),
                    "bic": Number(),
                    "log_likelihood": Number(),
                    "dispersion": Or(_POSITIVE),
                    "variables": Items(_NAME),
                    "n_fits": _COUNT,
                }
            ),
            1,
        ),
        "candidates": Items(
            Record(
                {
                    "variable": _VARIABLE,
                    "cells": _COUNT,
                    "incidents": _COUNT,
                    "single_rrv": Or(Number(0)),
                    "threshold": Or(Number(0)),
                    "survived": Truth(),
                    "selected": Truth(),
                }
            )
        ),
        "constant": Items(_NAME),
        "alpha": Or(Number(_ABOVE, 1)),
        "penalty": Or(Number(0)),
        "cv_deviance": Or(Number(0)),
        "n_cells_with_incidents": _COUNT,
        "n_incidents": _COUNT,
        "n_incidents_outside": _COUNT,
        "n_incidents_excluded": _COUNT,
        "lowest": _POSITIVE,
        "rrs_mean": Number(1),
        "rrs_sd": Number(0),
        "rrs_max": Number(1),
    },
    {
        "spatial": Or(
            Record(
                {
                    "n_shifts": Number(FEWEST_SHIFTS, whole=True),
                    "as_high": _COUNT,
                    "factors": Items(_SHIFTED),
                    "dropped": Items(_SHIFTED),
                }
            )
        ),
        "seen": Or(Record({"combinations": Items(Text()), "ranges": Items(Items(Number(0), 2))})),
        "warnings": Items(_NAME),
        "inputs": _INPUTS,
        "denominator": Or(_NAME),
        "adjustments": Items(
            Record(
                {
                    "name": _NAME,
                    "coefficient": Number(),
                    "std_error": Number(0),
                    "p_value": _SHARE,
                    "mean": Number(),
                }
            )
        ),
    },
)


def read_content(text: str) -> dict[str, Any]:
    """The values of a saved model, checked from end to end, without the marks of the format.

    Raises
    ------
    ModelFileError
        It is no JSON, no model, one of another version, or one that was changed; names the place and the remedy.
    """
    try:
        content = json.loads(text, parse_constant=_no_number, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise ModelFileError(
            tr("The model file is not JSON ({error}); choose a file saved by this plugin.").format(error=error)
        ) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ModelFileError(tr("The file is not a saved risk terrain model; choose a file saved by this plugin."))
    version = content.get("format_version")
    if version != FORMAT_VERSION or isinstance(version, bool):
        raise ModelFileError(
            tr(
                "The model file has format version {version}, this plugin reads {own}; fit the model again, or update "
                "the plugin."
            ).format(version=version, own=FORMAT_VERSION)
        )
    content = {key: value for key, value in content.items() if key not in ("format", "format_version")}
    _check(MODEL, content, "")
    for place, agrees, expected in _agreements(content):
        if not agrees:
            raise _changed(place, expected)
    return content


def _no_number(word: str) -> None:
    raise ValueError(tr("{word} is no number").format(word=word))


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError(tr("a name stands twice among {names}").format(names=", ".join(key for key, _ in pairs)))
    return content


def _changed(place: str, expected: str) -> ModelFileError:
    return ModelFileError(
        tr(
            "The model file is incomplete or was changed by hand ({place}: {expected}); fit the model again, or use "
            "the file as it was written."
        ).format(place=place, expected=expected)
    )


def _check(rule: Any, value: Any, place: str) -> None:
    """Raise :class:`ModelFileError` where a value breaks its rule; the place is such as ``selected[0].p_value``."""
    if isinstance(rule, Or):
        if value is not None:
            _check(rule.rule, value, place)
    elif isinstance(rule, Items):
        if not isinstance(value, list) or len(value) < rule.least:
            raise _unfit(rule, value, place)
        for number, item in enumerate(value):
            _check(rule.of, item, f"{place}[{number}]")
    elif isinstance(rule, Named):
        if not isinstance(value, dict):
            raise _unfit(rule, value, place)
        for key, item in value.items():
            _check(rule.of, item, f"{place}.{key}")
    elif isinstance(rule, Record):
        if not isinstance(value, dict):
            raise _unfit(rule, value, place)
        known = {**rule.needed, **rule.optional}
        for key in rule.needed:
            if key not in value:
                raise _changed(f"{place}.{key}".lstrip("."), tr("it is missing"))
        for key, item in value.items():
            if key in known:
                _check(known[key], item, f"{place}.{key}".lstrip("."))
            elif not rule.open:
                raise _changed(f"{place}.{key}".lstrip("."), tr("nothing of this name is known"))
    elif not rule.fits(value):
        raise _unfit(rule, value, place)


def _unfit(rule: Any, value: Any, place: str) -> ModelFileError:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    return _changed(place, tr("{value} is not {rule}").format(value=shown, rule=rule.words()))


def _agreements(content: dict[str, Any]) -> Iterator[tuple[str, bool, str]]:
    """(place, whether it agrees with the rest, what it has to be) of everything that can be told from the rest.

    What comes later may rely on what came before.
    """
    settings, frame, specs = content["settings"], content["frame"], content["specs"]
    larger = settings["block_length"] >= settings["cell_size"]
    yield "settings.block_length", larger, tr("it is at least the cell size")
    same = _close(frame["cell_size"], settings["cell_size"])
    yield "frame.cell_size", same, tr("it is the cell size of the settings")
    fewer = frame["n_cells"] <= frame["rows"] * frame["columns"]
    yield "frame.n_cells", fewer, tr("they are at most rows times columns")
    hit, incidents = content["n_cells_with_incidents"], content["n_incidents"]
    yield "n_cells_with_incidents", hit <= min(frame["n_cells"], incidents), tr("at most the cells, and the incidents")
    culled = {content[key] is None for key in ("alpha", "penalty", "cv_deviance")}
    yield "penalty", len(culled) == 1, tr("alpha, penalty and deviance are there together, or not at all")
    yield "specs", len({spec["name"] for spec in specs}) == len(specs), tr("each name stands once")
    for number, spec in enumerate(specs):
        yield f"specs[{number}]", _is_valid(spec), tr("its settings go together")
    yield from _fits(content)
    yield from _variables(content)
    yield from _scores(content)
    if content.get("seen") is not None:
        yield from _seen(content)


def _fits(content: dict[str, Any]) -> Iterator[tuple[str, bool, str]]:
    """The fits of the families, and what is repeated of the one that was kept."""
    fits = {fit["family"]: fit for fit in content["fits"]}
    families = sorted(content["settings"]["families"])
    yield "fits", sorted(fit["family"] for fit in content["fits"]) == families, tr("one for each of the families")
    yield "family", content["family"] in fits, tr("it is among the fits")
    kept = fits[content["family"]]
    for key in ("bic", "log_likelihood", "dispersion"):
        yield key, _close(content[key], kept[key]), tr("it is that of the family's fit")
    for number, fit in enumerate(content["fits"]):
        without = fit["dispersion"] is None
        yield f"fits[{number}].dispersion", without == (fit["family"] == "poisson"), tr("all but Poisson have one")
        yield f"fits[{number}].bic", fit["bic"] >= kept["bic"], tr("it is not below that of the family kept")
        if content.get("denominator") is None and not content.get("adjustments"):  # else there may be fewer cells
            n_parameters = 1 + len(fit["variables"]) + (not without)
            bic = n_parameters * log(content["frame"]["n_cells"]) - 2 * fit["log_likelihood"]
            agrees = abs(bic - fit["bic"]) <= _CLOSE * max(abs(bic), 1.0)
            yield f"fits[{number}].log_likelihood", agrees, tr("it is what the BIC and the number of cells say")
    names = sorted(_plain_name(one["variable"]) for one in content["selected"])
    yield "selected", names == sorted(kept["variables"]), tr("they are the variables of the family's fit")


def _variables(content: dict[str, Any]) -> Iterator[tuple[str, bool, str]]:
    """The candidates on their factors' ladders, and the selected among them."""
    specs = {spec["name"]: spec for spec in content["specs"]}
    records = {_name(record["variable"]): record for record in content["candidates"]}
    yield "candidates", len(records) == len(content["candidates"]), tr("each variable stands once")
    for number, record in enumerate(content["candidates"]):
        on_ladder = _is_rung(record["variable"], specs, content["settings"])
        yield f"candidates[{number}].variable", on_ladder, tr("it is a variable that its factor has")
        yield f"candidates[{number}].cells", record["cells"] <= content["frame"]["n_cells"], tr("at most all cells")
    factors = {one["variable"]["factor"] for one in content["selected"]}
    n_selected = sum(record["selected"] for record in content["candidates"])
    one_each = len(factors) == len(content["selected"]) == n_selected
    yield "selected", one_each, tr("one variable of each factor, those that the candidates call selected")
    for number, one in enumerate(content["selected"]):
        record = records.get(_name(one["variable"]))
        found = record is not None and record["selected"] and record["survived"]
        yield f"selected[{number}].variable", found, tr("it is a candidate that was selected")
        needed = not KINDS[one["variable"]["operationalisation"]].is_length
        agrees = _close(one["threshold"], record["threshold"]) and needed == (one["threshold"] is not None)
        yield f"selected[{number}].threshold", agrees, tr("a density has that of its candidate, a distance has none")


def _scores(content: dict[str, Any]) -> Iterator[tuple[str, bool, str]]:
    """What the coefficients allow the scores to be, and what their mean, SD and maximum allow each other."""
    mean, sd, most, n = content["rrs_mean"], content["rrs_sd"], content["rrs_max"], content["frame"]["n_cells"]
    yield "rrs_mean", mean <= most * (1 + _CLOSE), tr("it is at most the highest score")
    # no set of numbers between 1 and `most` has a larger variance (Bhatia & Davis 2000, Am. Math. Monthly 107)
    widest = sqrt(max(most - mean, 0)) * sqrt(max(mean - 1, 0) * n / max(n - 1, 1))
    yield "rrs_sd", sd <= widest * (1 + _CLOSE) + _CLOSE, tr("it is what the mean and the highest score allow")
    if content.get("adjustments"):
        return
    effects = [one["coefficient"] * Variable(**one["variable"]).sign for one in content["selected"]]
    lowest = log(content["lowest"]) - content["intercept"]
    yield "lowest", _is_sum(lowest, effects), tr("it is e to the intercept and some of the coefficients")
    highest = log(most) + lowest
    yield "rrs_max", _is_sum(highest, effects), tr("it is e to some of the coefficients, over the lowest")


def _seen(content: dict[str, Any]) -> Iterator[tuple[str, bool, str]]:
    """What the fitted cells had, and what the candidates say of the same cells."""
    combinations, ranges = content["seen"]["combinations"], content["seen"]["ranges"]
    selected, cells = content["selected"], content["frame"]["n_cells"]
    form = re.compile(rf"[01]{{{len(selected)}}} [1-9][0-9]{{0,14}} [0-9]{{1,15}}", re.ASCII)
    for number, one in enumerate(combinations):
        yield f"seen.combinations[{number}]", bool(form.fullmatch(one)), tr("what acts, cells and incidents")
    rows = [one.split(" ") for one in combinations]
    names = [row[0] for row in rows]
    in_order = all(one < other for one, other in zip(names, names[1:]))
    yield "seen.combinations", in_order and bool(rows) == bool(selected), tr("each once, in rising order")
    everywhere = content.get("denominator") is None  # else some cells are left out of the fit
    for place, one in enumerate(selected):
        record = next(record for record in content["candidates"] if _name(record["variable"]) == _name(one["variable"]))
        acting = [row for row in rows if row[0][place] == "1"]
        for part, most in ((1, record["cells"]), (2, record["incidents"])):
            total = sum(int(row[part]) for row in acting)
            agrees = total == most if everywhere else total <= most
            yield "seen.combinations", agrees, tr("as many cells and incidents as their variables' candidates have")
    for part, most in ((1, cells), (2, content["n_incidents"])) if rows else ():
        total = sum(int(row[part]) for row in rows)
        agrees = total == most if everywhere else total <= most
        yield "seen.combinations", agrees, tr("all cells and incidents of the fit together")
    yield "seen.ranges", len(ranges) == len(selected), tr("one for each of the selected variables")
    for number, (one, limits) in enumerate(zip(selected, ranges)):
        cut = one["variable"]["distance"] if one["threshold"] is None else one["threshold"]
        agrees = len(limits) == 2 and limits[0] <= cut * (1 + _CLOSE) and limits[1] >= cut * (1 - _CLOSE)
        yield f"seen.ranges[{number}]", agrees, tr("lowest and highest, around where its variable begins to act")


def _is_sum(value: float, effects: list[float]) -> bool:
    """Whether a value is the sum of some of the effects; of many, whether it is within their reach."""
    if len(effects) > _MOST_SUMMED:
        least, most = (sum(one for one in effects if one * sign > 0) for sign in (-1, 1))
        return least - _CLOSE <= value <= most + _CLOSE
    sums = np.zeros(1)
    for effect in effects:
        sums = np.concatenate([sums, sums + effect])
    return bool((np.abs(sums - value) <= _CLOSE).any())


def _is_valid(spec: dict[str, Any]) -> bool:
    try:
        FactorSpec(**spec).validate()
    except RtmError:
        return False
    return True


def _is_rung(variable: dict[str, Any], specs: dict[str, Any], settings: dict[str, Any]) -> bool:
    """Whether a variable is one of its factor's ladder."""
    spec = specs.get(variable["factor"])
    if spec is None or spec["direction"] != variable["direction"]:
        return False
    asked = FactorSpec(**spec)
    return variable["operationalisation"] in asked.kinds and any(
        _close(variable["distance"], distance) for distance in asked.distances(settings["block_length"])
    )


def _name(variable: dict[str, Any]) -> tuple[str, str, float]:
    return variable["factor"], variable["operationalisation"], variable["distance"]


def _plain_name(variable: dict[str, Any]) -> str:
    return Variable(**variable).name


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isfinite(one) and abs(one - other) <= _CLOSE * max(abs(one), abs(other))

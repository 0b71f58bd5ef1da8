"""What the report says about diagnostics and stability, from what a model's file remembers of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..translation import tr
from ..trust.intervals import alike_rows, quoted_intervals
from ..trust.stability import FactorStability, enough_sentence
from ..use.explanation_words import influence_words
from . import words
from .content import ReportTable, Section, rounded
from .displacement import displacement_section

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel


def trust_sections(model: RiskTerrainModel, unit: str = "map units") -> tuple[Section, ...]:
    """A tuple of Section: stability and diagnostics, as far as the model's inputs hold them.

    ``model.inputs["stability"]`` and ``["diagnostics"]`` are what :meth:`.Stability.plain` and
    :meth:`.Diagnostics.plain` gave; ``unit`` is the name of the map units.
    """
    found = []
    if model.selected and alike_rows(model):
        found.append(effects_section(model, unit))
    if model.spatial is not None:
        found.append(Section(tr("Random shifts"), tuple(words.spatial_test(model))))
    if model.inputs.get("stability"):
        found.append(stability_section(model, unit))
    if model.inputs.get("displacement"):
        found.append(displacement_section(model, unit))
    if model.inputs.get("diagnostics"):
        found.append(diagnostics_section(model.inputs["diagnostics"]))
    return tuple(found)


def effects_section(model: RiskTerrainModel, unit: str) -> Section:
    """What is left of each relative risk value when one looks closer."""
    rows, quoted = alike_rows(model), quoted_intervals(model)
    headers = [tr("Risk factor"), tr("RRV"), tr("Shrunken RRV")]
    if quoted.beside:
        headers += [tr("Without a surface"), tr("Beside one (95%)")]
    if model.spatial is not None:
        headers.append(tr("Shifts as close"))
    table = []
    for chosen in model.selected:
        name = chosen.variable.name
        cells = [influence_words(chosen.variable, unit), rounded(chosen.rrv, 3), rounded(rows[name]["rrv_shrunk"], 3)]
        if quoted.beside:
            cells += _beside(quoted.beside.get(name, {}))
        if model.spatial is not None:
            cells.append(words.of_shifts(model.spatial, chosen.variable.factor))
        table.append(tuple(cells))
    text = tr(
        "A factor had to stand out to be selected, which makes its value too high on average; the shrunken value is "
        "the one that makes what was seen most likely, given that it had to be seen. Where it is 1, the factor stood "
        "out no more than it had to."
    )
    beside = tr(
        "Beside a smooth surface of what neighbouring cells share, a value says what is left to the factor where the "
        "town centre, or whatever else the surroundings are, is taken out. It is to be compared with the value without "
        "one, for which each cell weighs as much: this can differ from the model's own RRV, in which cells with many "
        "incidents weigh more or less."
    )
    return Section(
        tr("A closer look at the values"),
        (text, beside) if quoted.beside else (text,),
        (ReportTable(tr("Relative risk values"), tuple(headers), tuple(table), tuple(range(1, len(headers)))),),
    )


def _beside(row: dict[str, Any]) -> tuple[str, str]:
    """The values of a variable without and beside a smooth surface, as far as the file has them."""
    if not row:
        return "–", "–"
    low, high = rounded(row["rrv_beside_low"], 3), rounded(row["rrv_beside_high"], 3)
    return rounded(row.get("rrv_unshared"), 3), f"{rounded(row['rrv_beside'], 3)} ({low} – {high})"


def stability_section(model: RiskTerrainModel, unit: str) -> Section:
    """How often every factor was found again."""
    stability = model.inputs["stability"]
    shown = {spec.name: spec.shown for spec in model.specs}
    if model.spatial is not None:
        for one in model.spatial.dropped:
            shown[one.factor] = tr("{factor} (taken out by the spatial test)").format(factor=shown[one.factor])
    n = stability["n_resamples"]
    rows = []
    for content in stability["factors"]:
        one = FactorStability(**content)
        rows.append(
            (
                shown.get(one.factor, one.factor),
                one.sentence(n, unit),
                rounded(one.rrv, 3),
                rounded(one.rrv_bagged, 3),
                f"{rounded(one.rrv_low, 3)} – {rounded(one.rrv_high, 3)}",
            )
        )
    text = tr(
        "The whole selection was done {n:,} times, each on a half of the study area's blocks of {stability} {unit}; "
        "halves come in pairs that share no block. A factor that is selected nearly always is no accident; one that "
        "comes and goes deserves less trust. The bagged relative risk value averages all halves, those without the "
        "factor as 1: it is less exaggerated by the selection than the model's own. RRV is that of the model's own "
        "variable; a half may have found the factor at another distance."
    ).format(n=n, stability=rounded(stability["block_size"]), unit=unit)
    if model.spatial is not None:
        text += " " + tr(
            "Half an area is too little to be shifted: the halves go without the spatial test. They may find again "
            "what it took out, and hardly find what came in because of that."
        )
    selected = {shown.get(one["factor"], one["factor"]): one["selected"] for one in stability["factors"]}
    enough = enough_sentence(n, stability.get("enough"), selected)
    headers = (tr("Risk factor"), tr("Found again"), tr("RRV"), tr("Bagged RRV"), tr("95% of the halves"))
    return Section(
        tr("How stable it is"),
        (text, enough),
        (ReportTable(tr("Stability of the factors"), headers, tuple(rows), (2, 3, 4)),),
    )


def diagnostics_section(findings: list[dict[str, Any]]) -> Section:
    """Every finding with its verdict and advice."""
    levels = {"good": "✓", "note": tr("note"), "warning": tr("warning")}
    rows = tuple(
        (finding["name"], levels[finding["level"]], f"{finding['verdict']} {finding['advice']}".strip())
        for finding in findings
    )
    table = ReportTable(tr("What was looked at"), (tr("Aspect"), "", tr("What was found, and what to do")), rows)
    return Section(tr("Diagnostics"), (), (table,))

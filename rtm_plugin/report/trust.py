"""What the report says about diagnostics and stability, from what a model's file remembers of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..translation import tr
from ..trust.stability import FactorStability
from .content import ReportTable, Section, rounded

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel


_LEVELS = {"good": "✓", "note": "note", "warning": "warning"}


def trust_sections(model: RiskTerrainModel, unit: str = "map units") -> tuple[Section, ...]:
    """A tuple of Section: stability and diagnostics, as far as the model's inputs hold them.

    ``model.inputs["stability"]`` and ``["diagnostics"]`` are what :meth:`.Stability.plain` and
    :meth:`.Diagnostics.plain` gave; ``unit`` is the name of the map units.
    """
    found = []
    if model.inputs.get("stability"):
        found.append(stability_section(model.inputs["stability"], unit))
    if model.inputs.get("diagnostics"):
        found.append(diagnostics_section(model.inputs["diagnostics"]))
    return tuple(found)


def stability_section(stability: dict[str, Any], unit: str) -> Section:
    """How often every factor was found again."""
    n = stability["n_resamples"]
    rows = []
    for content in stability["factors"]:
        one = FactorStability(**content)
        rows.append(
            (
                one.factor,
                one.sentence(n, unit),
                rounded(one.rrv, 3),
                rounded(one.rrv_bagged, 3),
                f"{rounded(one.rrv_low, 3)} – {rounded(one.rrv_high, 3)}",
            )
        )
    text = tr(
        "The whole selection was repeated {n} times on resampled blocks of {stability} {unit} of the "
        "study area. A factor that is selected nearly always is no accident; one that comes and goes "
        "deserves less trust. The bagged relative risk value averages all resamples, those without "
        "the factor as 1: it is less exaggerated by the selection than the model's own."
    ).format(n=n, stability=rounded(stability["block_size"]), unit=unit)
    headers = (tr("Risk factor"), tr("Found again"), tr("RRV"), tr("Bagged RRV"), tr("95% of the resamples"))
    return Section(
        tr("How stable it is"), (text,), (ReportTable(tr("Stability of the factors"), headers, tuple(rows), (2, 3, 4)),)
    )


def diagnostics_section(findings: list[dict[str, Any]]) -> Section:
    """Every finding with its verdict and advice."""
    rows = tuple(
        (finding["name"], _LEVELS[finding["level"]], f"{finding['verdict']} {finding['advice']}".strip())
        for finding in findings
    )
    table = ReportTable(tr("What was looked at"), (tr("Aspect"), "", tr("What was found, and what to do")), rows)
    return Section(tr("Diagnostics"), (), (table,))

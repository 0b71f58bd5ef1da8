"""The model in plain sentences. The numbers are the model's own, to two digits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..names import incidents_words, readable
from ..rounding import rounded_limit
from ..selection.random_shift import LEVEL
from ..translation import tr
from ..trust.intervals import quoted_intervals
from ..use.explanation_words import influence_words, is_own_past
from ..variables.operationalisations import KINDS
from .content import rounded

if TYPE_CHECKING:
    from ..model.risk_terrain_model import CandidateRecord, FamilyFit, RiskTerrainModel, SelectedVariable
    from ..selection.random_shift import FactorShift, SpatialTest
    from ..trust.intervals import QuotedIntervals
    from ..variables.factors import FactorSpec, Variable
    from .content import Report, ReportPlace, Units


_SYMBOLS = {"nb1": "σ", "nb2": "θ"}
FEW_INCIDENTS = 100


def family_names() -> dict[str, str]:
    return {
        "poisson": tr("Poisson"),
        "nb1": tr("negative binomial, variance proportional to the mean (NB1)"),
        "nb2": tr("negative binomial, variance growing with the square of the mean (NB2)"),
    }


def roles() -> dict[str, str]:
    """What a layer is to a model, by the role that the model file has of it."""
    return {
        "STUDY_AREA": tr("Study area"),
        "INCIDENTS": tr("Incidents"),
        "EXCLUDE": tr("Excluded area"),
        "FACTORS": tr("Risk factor"),
        "DENOMINATOR": tr("Denominator"),
        "ADJUSTMENTS": tr("Adjustment"),
    }


def cautions() -> tuple[str, ...]:
    """What every reader should know before acting on a risk terrain."""
    return (
        tr(
            "The report shows what goes together with incidents. It does not show what causes them, and "
            "a place is not to blame for what happens near it."
        ),
        tr(
            "The factors were picked because they fit these incidents, so their values tend to be too "
            "high and their p-values too low. They say more about the order of the factors than about "
            "their exact size."
        ),
        tr(
            "Scores are relative to the least risky cell of this study area. They cannot be compared "
            "with those of another area, or of the same area with other limits."
        ),
        tr(
            "“Highest risk” means a score above the mean plus two standard deviations: a convention, not "
            "a natural border."
        ),
        tr("A risk terrain tells where conditions are risky, not when, and nothing about any person."),
    )


def glossary() -> tuple[tuple[str, str], ...]:
    """(word, meaning) of the words that the report cannot do without."""
    return (
        (
            tr("Relative risk value (RRV)"),
            tr("How many times the expected incidents of an otherwise equal cell a factor goes with."),
        ),
        (
            tr("Relative risk score (RRS)"),
            tr("Expected incidents of a cell over those of the least risky cell, which has 1."),
        ),
        (tr("Proximity"), tr("A factor acts in the cells whose centre lies within a distance of one of its features.")),
        (
            tr("Density"),
            tr(
                "A factor acts where its features are concentrated: where their kernel density is at least "
                "the mean plus two standard deviations over all cells."
            ),
        ),
        (
            tr("Block"),
            tr("The typical distance from one junction to the next: the step in which a factor's reach is tried."),
        ),
        (
            tr("Culling"),
            tr("A first sift of all variables by penalised regression, judged on cells that were held back."),
        ),
        (tr("BIC"), tr("A score of fit that charges for every factor; the lower, the better.")),
        # numbers are the same in every language, and not every language writes them so
        (tr("Numbers"), tr("A point stands before decimals, a comma between thousands: 1,234.5.")),
    )


def cut_from_terrain() -> str:
    return tr(
        "The places are cut from the terrain: where the landscape is risky, also where little was recorded, for "
        "prevention and to change what makes a place risky. For patrols cut them from terrain and history."
    )


def cut_from_history() -> str:
    return tr(
        "The places are cut from terrain and history together: where most incidents are to be expected next, for "
        "patrols. For prevention cut them from the terrain. What is expected is the sum of what the landscape, the "
        "incidents in the cells around and those here add to it."
    )


def own_past(places: Sequence[ReportPlace]) -> str:
    """Which places are expected to have incidents for no other reason than that they had some; '' for none."""
    ranks = [str(one.rank) for one in places if one.parts and is_own_past(*one.parts)]
    if not ranks:
        return ""
    return tr(
        "Of what is expected nearly all is the place's own past here: {ranks}. That says where again, and nothing of "
        "why: what is named beside it makes up the landscape's part alone."
    ).format(ranks=", ".join(ranks))


def recorded(model: RiskTerrainModel) -> str:
    """Which incidents are counted in the places of a model's own report."""
    day = model.inputs.get("later_from")
    if day:
        return tr("Recorded incidents are those that the model was made from, before {day}.").format(day=day)
    return tr("Recorded incidents are those that the model was made from.")


def recorded_elsewhere() -> str:
    """The same where the places come from a layer."""
    return tr("Recorded incidents are those that the places were counted with, which may be of another period.")


def not_judged() -> str:
    return tr(
        "That was not tested: split the incidents by date, or validate the risk terrain with incidents of a later "
        "period."
    )


def count(number: int, noun: str) -> str:
    """``1 cell``, ``9,644 cells``."""
    one, many = {
        "cell": (tr("1 cell"), tr("{n:,} cells")),
        "deal": (tr("1 deal"), tr("{n:,} deals")),
        "incident": (tr("1 incident"), tr("{n:,} incidents")),
        "place": (tr("1 place"), tr("{n:,} places")),
        "priority place": (tr("1 priority place"), tr("{n:,} priority places")),
        "risk factor": (tr("1 risk factor"), tr("{n:,} risk factors")),
        "variable": (tr("1 variable"), tr("{n:,} variables")),
        "warning": (tr("1 warning"), tr("{n:,} warnings")),
    }[noun]
    return (one if number == 1 else many).format(n=number)


def fold_kind(kind: str) -> str:
    return {"stratified": tr("stratified"), "spatial": tr("spatial")}[kind]


def percent(share: float) -> str:
    return f"{rounded(100 * share)}%"


def tried(spec: FactorSpec) -> str:
    """Which operationalisations were tried: ``proximity, density``."""
    return ", ".join(KINDS[kind].title() for kind in spec.kinds)


def where(variable: Variable, units: Units) -> str:
    """How a variable acts, in three words: ``within 300 m``."""
    return variable.kind.reach_words(units.length(variable.distance))


def named(variable: Variable, units: Units) -> str:
    """A variable: ``phone boxes, within 300 m``."""
    return influence_words(variable, units.name)


def ratio(chosen: SelectedVariable, quoted: QuotedIntervals) -> tuple[float, ...]:
    """Ratio of expected incidents where a variable acts, and its 95% interval; below 1 where it protects."""
    low, high = quoted.limits[chosen.variable.name]
    if chosen.variable.sign > 0:
        return chosen.rrv, low, high
    return 1 / chosen.rrv, 1 / high, 1 / low


def factor_sentence(chosen: SelectedVariable, quoted: QuotedIntervals, units: Units) -> str:
    """What one selected variable means for a cell, as a sentence that can be quoted alone."""
    variable = chosen.variable
    cell = variable.kind.cell_words(variable.shown, units.length(variable.distance))
    times, low, high = ratio(chosen, quoted)
    return tr(
        "{cell} has {times} times the expected incidents of an otherwise equal cell (95% interval "
        "{low} to {high}); {not_a_cause}."
    ).format(
        cell=cell,
        times=rounded(times),
        low=rounded_limit(low),
        high=rounded_limit(high),
        not_a_cause=tr("this is a correlation, not a cause"),
    ) + _doubt(chosen, quoted)


def _doubt(chosen: SelectedVariable, quoted: QuotedIntervals) -> str:
    """What has to be said with the sentence on a variable that is not to be built on; '' where there is nothing."""
    said = ""
    if quoted.hardly_stood_out(chosen):
        left = rounded(quoted.left_of(chosen) if chosen.variable.sign > 0 else 1 / quoted.left_of(chosen))
        said += " " + (
            tr("Do not quote it: it stood out no more than it had to in order to be selected.")
            if left == rounded(1.0)
            else tr(
                "Do not quote it: it hardly stood out, and where its having been selected is allowed for, {left} times "
                "the expected incidents are left."
            ).format(left=left)
        )
    if quoted.holds_one(chosen):
        said += " " + tr(
            "Do not quote it: its interval holds 1, so that whether these are more incidents or fewer is not sure."
        )
    return said


def factor_line(chosen: SelectedVariable, quoted: QuotedIntervals, units: Units) -> str:
    """One selected variable on one line: ``bars, within 300 m: ×2.2 (1.9 to 2.5)``."""
    times, low, high = ratio(chosen, quoted)
    sign = "×" if chosen.variable.sign > 0 else "÷"
    if chosen.variable.sign < 0:
        times, low, high = 1 / times, 1 / high, 1 / low
    return tr("{factor}, {where}: {sign}{times} ({low} to {high})").format(
        factor=chosen.variable.shown,
        where=where(chosen.variable, units),
        sign=sign,
        times=rounded(times),
        low=rounded_limit(low),
        high=rounded_limit(high),
    )


def intervals_sentence(quoted: QuotedIntervals) -> str:
    """Which intervals the report quotes."""
    if quoted.alike:
        return tr("Intervals allow for what neighbouring cells share.")
    return tr("Intervals are the model's own: they take neighbouring cells for independent.")


def of_shifts(test: SpatialTest, factor: str) -> str:
    """How many shifts went with a factor as closely: ``12 of 4,321``."""
    one = test.of_factor(factor)
    return "–" if one is None else tr("{as_high:,} of {n_shifts:,}").format(as_high=one.as_high, n_shifts=test.n_shifts)


def p_words(p_value: float, level: float = LEVEL) -> str:
    """A p-value of random shifts: neighbouring shifts are alike, so that less than 0.01 cannot be told apart."""
    if p_value < 0.01:
        return tr("p < 0.01")
    shown = f"{p_value:.2g}"
    if float(shown) <= level < p_value:
        shown = f"{p_value:.4f}"
    return tr("p = {value}").format(value=shown)


def spatial_test(model: RiskTerrainModel) -> list[str]:
    """What the random shifts said, in sentences."""
    test = model.spatial
    if test is None:
        if model.settings.spatial_test == "none":
            return []
        return [tr("No factor was selected, so that there was nothing to put to the test by random shifts.")]
    shown = {spec.name: spec.shown for spec in model.specs}

    def each(factors: tuple[FactorShift, ...]) -> str:
        return ", ".join(f"{shown[one.factor]} ({p_words(test.p_value(one.as_high))})" for one in factors)

    whole = p_words(test.p_value(test.as_high))
    if not test.stands(test.as_high):
        return [
            tr(
                "Against {n_shifts:,} shifts of the same incidents, {as_high:,} went together with some factor as "
                "closely as the incidents do with the closest of all ({p}): of so many, one is as close by chance. "
                "Nothing here can be told from the chance likeness of two patchy maps, and no factor is kept, though "
                "single ones may look close beside the others: {each}."
            ).format(n_shifts=test.n_shifts, as_high=test.as_high, p=whole, each=each(test.dropped))
        ]
    said = [
        tr(
            "Against {n_shifts:,} shifts of the same incidents, these go together with the factors as a whole by more "
            "than chance ({p})."
        ).format(n_shifts=test.n_shifts, p=whole)
    ]
    if test.factors:
        said.append(
            tr(
                "The factors of the model stand (p is the share of shifts that went together with any variable of the "
                "factor as closely): {each}."
            ).format(each=each(test.factors))
        )
    else:
        said.append(tr("No single factor stands."))
    if test.dropped:
        said.append(
            tr("Taken out, one after the other, each with a p above {level} beside those left: {each}.").format(
                level=LEVEL, each=each(test.dropped)
            )
        )
    return said


def surroundings(model: RiskTerrainModel) -> list[str]:
    """What belongs to the surroundings of factors, where that was looked at."""
    looked = (one for one in model.inputs.get("diagnostics", ()) if any("rrv_beside" in row for row in rows_of(one)))
    return [f"{one['verdict']} {one['advice']}".strip() for one in looked]


def rows_of(finding: dict) -> list[dict]:
    """What a finding says of single variables."""
    return finding["values"].get("variables", [])


def question(model: RiskTerrainModel, units: Units) -> str:
    """What was asked, in one sentence."""
    what = incidents_words(model.inputs) if "incidents" in model.inputs else tr("the incidents")
    place = readable(model.inputs.get("study_area", tr("the study area")))
    return tr(
        "Which features of the landscape go together with ‘{what}’ in ‘{place}’, how strongly, and "
        "in which places of about {length} do they come together?"
    ).format(what=what, place=place, length=units.length(model.frame.cell_size))


def findings(model: RiskTerrainModel, n_highest: int | None = None) -> list[str]:
    """What was found, in a few sentences, most important first.

    ``n_highest`` is the number of cells above the highest-risk threshold, where that is known.
    """
    if not model.selected:
        return [
            tr(
                "No risk factor of {n_specs} met the criteria: the incidents do not follow any of them in a way that "
                "this method can tell from chance."
            ).format(n_specs=len(model.specs)),
            tr("Every cell has the same relative risk score: the terrain alone names no priority places.")
            if not model.adjustments
            else tr("What risk there is goes with the adjustments alone: the terrain names no priority places."),
        ]
    quoted = quoted_intervals(model)
    doubtful = [chosen for chosen in model.selected if quoted.is_in_doubt(chosen)]
    sure = [chosen for chosen in model.selected if chosen not in doubtful]
    said = [
        tr("{n_selected} of {count} go together with the {incidents}.").format(
            n_selected=len(model.selected),
            count=count(len(model.specs), "risk factor"),
            incidents=count(model.n_incidents, "incident"),
        )
        + (
            " " + tr("The strongest: {strongest}.").format(strongest=", ".join(map(_with_times, sure[:3])))
            if sure
            else ""
        ),
        *(
            [
                tr("In doubt, for they hardly stood out or their interval holds 1: {names}.").format(
                    names=", ".join(map(_with_times, doubtful))
                )
            ]
            if doubtful
            else []
        ),
        tr("The riskiest cell has {rrs_max} times the expected incidents of the least risky one.").format(
            rrs_max=rounded(model.rrs_max, 3)
        ),
    ]
    if n_highest is not None:
        said.append(
            tr("{count} ({percent} of the study area) are highest-risk places.").format(
                count=count(n_highest, "cell"), percent=percent(n_highest / model.frame.n_cells)
            )
        )
    return said


def outcome(model: RiskTerrainModel, n_highest: int, units: Units) -> list[str]:
    """What a log says at the end: findings, every factor on a line, the count model that was kept."""
    quoted = quoted_intervals(model)
    said = [*findings(model, n_highest), *(factor_line(chosen, quoted, units) for chosen in model.selected)]
    if model.selected:
        said.append(intervals_sentence(quoted))
    return [*said, *spatial_test(model), count_model(model)]


def in_short(report: Report) -> list[str]:
    """The findings, the places and the warnings of a report in a few sentences."""
    model, said = report.model, findings(report.model, report.n_highest)
    if report.places:
        area = sum(place.n_cells for place in report.places) / model.frame.n_cells
        share = sum(place.expected_share for place in report.places)
        said.append(
            tr(
                "The {count} listed below cover {percent} of the area and hold {share} of all expected incidents."
            ).format(count=count(len(report.places), "priority place"), percent=percent(area), share=percent(share))
        )
    if warnings(model):
        said.append(
            tr("{count} to read before use: see “How far to trust it”.").format(
                count=count(len(warnings(model)), "warning")
            )
        )
    return said


def _with_times(chosen: SelectedVariable) -> str:
    sign = "×" if chosen.variable.sign > 0 else "÷"
    return f"{chosen.variable.shown} ({sign}{rounded(chosen.rrv)})"


def warnings(model: RiskTerrainModel) -> list[str]:
    """What the fit warned of, and what the diagnostics found to be worth a warning."""
    found = [finding for finding in model.inputs.get("diagnostics", ()) if finding["level"] == "warning"]
    said = [f"{finding['name']}: {finding['verdict']} {finding['advice']}".strip() for finding in found]
    quoted = quoted_intervals(model)
    hardly = [_with_times(chosen) for chosen in model.selected if quoted.hardly_stood_out(chosen)]
    if hardly:
        said.append(
            tr(
                "Hardly stood out, so that less than half of their effect is left where one allows for their having "
                "been selected: {names}. Do not build on them."
            ).format(names=", ".join(hardly))
        )
    return [*model.warnings, *said]


def trust(model: RiskTerrainModel) -> list[str]:
    """How much there was to learn from, and how well the count model fits, in sentences."""
    said = [
        tr("{count} in {incidents} ({percent} of all cells).").format(
            count=count(model.n_incidents, "incident"),
            incidents=count(model.n_cells_with_incidents, "cell"),
            percent=percent(model.n_cells_with_incidents / model.frame.n_cells),
        )
    ]
    if model.denominator:
        said.append(
            tr("Cells without any of ‘{denominator}’, and what happened in them, are left out of the fit.").format(
                denominator=model.denominator
            )
        )
    if model.n_incidents < FEW_INCIDENTS:
        said.append(
            tr(
                "That is few: with less than {few_incidents} incidents the factors found may be others next "
                "time. Use a longer period where there is one."
            ).format(few_incidents=FEW_INCIDENTS)
        )
    lost = model.n_incidents_outside + model.n_incidents_excluded
    if lost:
        said.append(
            tr("Left out, because outside the study area or in excluded cells: {count}.").format(
                count=count(lost, "incident")
            )
        )
    return [*said, count_model(model), _dispersion(model)]


def count_model(model: RiskTerrainModel) -> str:
    return tr("The count model with the best BIC is the {family}.").format(family=family_names()[model.family])


def dispersion(fit: FamilyFit) -> str:
    """The dispersion of a family's fit with its symbol: it means something else in each."""
    return "1" if fit.dispersion is None else f"{_SYMBOLS[fit.family]} = {rounded(fit.dispersion, 4)}"


def _dispersion(model: RiskTerrainModel) -> str:
    """What the count model takes for granted about the spread of counts."""
    if model.family == "poisson" and len(model.fits) == 1:
        return tr(
            "It takes the counts to vary no more than chance alone makes them, and no model that allows "
            "more was tried: the intervals in this report may be too narrow."
        )
    if model.family == "poisson":
        return tr(
            "It takes the counts to vary no more than chance alone makes them (dispersion 1); models "
            "that allow more fit no better."
        )
    said = tr("It lets counts vary more than chance alone would make them (dispersion {symbol} = {dispersion}).")
    if model.selected:
        said = tr(
            "It lets counts vary more than chance alone would make them (dispersion {symbol} = {dispersion}), and the "
            "intervals in this report allow for that."
        )
    return said.format(symbol=_SYMBOLS[model.family], dispersion=rounded(model.dispersion, 3))


def fate(records: list[CandidateRecord], test: SpatialTest | None) -> tuple[str, str]:
    """What became of a factor, from the records of all its variables and the spatial test: (short, sentence)."""
    chosen = [record for record in records if record.selected]
    survivors = sum(record.survived for record in records)
    tried = count(len(records), "variable")
    if chosen:
        return tr("In the model"), tr("{tried} tried, {survivors:,} left after culling, the best one kept.").format(
            tried=tried, survivors=survivors
        )
    if test and records[0].variable.factor in {one.factor for one in test.dropped}:
        said = (
            tr("{tried} tried, {survivors:,} left after culling, the best one does not stand the random shifts.")
            if test.stands(test.as_high)
            else tr("{tried} tried, {survivors:,} left after culling; the whole cannot be told from shifts.")
        )
        return tr("Taken out by the spatial test"), said.format(tried=tried, survivors=survivors)
    if survivors:
        return (
            tr("Dropped in the search"),
            tr("{tried} tried, {survivors:,} left after culling, none improved the model.").format(
                tried=tried, survivors=survivors
            ),
        )
    return tr("Dropped in the culling"), tr("{tried} tried, none left after culling.").format(tried=tried)

"""What a model file, and tables beside it, allow one to say: sentences that all parts of the accountability file share.

Nothing is said here that was not computed; where something is not known, that is what is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...names import in_quotes, listed, readable
from ...rounding import rounded, signed
from ...translation import tr
from ...trust.intervals import quoted_intervals
from ...trust.validation import CHANCE
from ...trust.validation_words import level_name, surface_words
from ...use.residents_words import is_as_all
from ...variables.factor_check import check_persons
from .. import words
from ..content import ReportTable, Source, Units, with_limits
from ..displacement import displacement_section
from ..trust import stability_section
from .document import MODEL, NOTHING

if TYPE_CHECKING:
    from ...model.risk_terrain_model import RiskTerrainModel


_RATES = ("DENOMINATOR", "ADJUSTMENTS")  # roles of layers with numbers


@dataclass(frozen=True)
class Judged:
    """One figure of a validation: ``minus`` is '' where it is no difference; ``level`` '' where it has none."""

    surface: str
    minus: str
    measure: str
    level: str
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Exposed:
    """One group of an exposure table; what is not told is None. All people come first, and are no group.

    ``areas`` are the polygons that count them; what was ``flagged``, how ``near`` counts ('' for only in it), and the
    percent of the cells that both are, are the same in each row; None where a table does not tell them.
    """

    group: str
    people: float | None
    there: float | None
    percent: float | None
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    outcome: str = ""
    is_group: bool = True
    areas: float | None = None
    area_percent: float | None = None
    area_near_percent: float | None = None
    flagged: str = ""
    near: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything that the accountability file is made of.

    Attributes
    ----------
    model : RiskTerrainModel
    title : str
    units : Units
    sources : tuple of Source
        The layers that the model remembers.
    file : str
        Name of the model file, and ``sha256`` its hash.
    versions : tuple of (name, version)
        Of what writes the documents; the model's own are in the model.
    command : str
        What to type to fit the model again.
    judged : tuple of Judged
        Of a validation table; empty where none was given. ``judged_from`` is what the table is called.
    exposed : tuple of Exposed
        Of an exposure table; empty where none was given. ``exposed_from`` is what the table is called.
    created : str
        A date to print; '' for none.
    """

    model: RiskTerrainModel
    title: str
    units: Units = field(default_factory=Units)
    sources: tuple[Source, ...] = ()
    file: str = ""
    sha256: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    command: str = ""
    judged: tuple[Judged, ...] = ()
    exposed: tuple[Exposed, ...] = ()
    judged_from: str = ""
    exposed_from: str = ""
    created: str = ""

    @property
    def inputs(self) -> dict[str, Any]:
        return self.model.inputs


# where it is from


def tables_given(facts: Facts) -> tuple[str, ...]:
    """What the tables beside the model file are called."""
    given = ((facts.judged, facts.judged_from), (facts.exposed, facts.exposed_from))
    return tuple(name for rows, name in given if rows)


def where_from(facts: Facts) -> str:
    """What the document is filled from, and what about that was not checked."""
    if not tables_given(facts):
        return tr("Filled from the model file. What is not known, or was not done, is said to be so.")
    return tr(
        "Filled from the model file and from tables that were given with it ({tables}); whether these are of this "
        "model was not checked. What is not known, or was not done, is said to be so."
    ).format(tables=listed([in_quotes(name) for name in tables_given(facts)]))


def knows(what: object) -> str:
    """What a field tells of, where it tells of the model only if there is something."""
    return MODEL if what else NOTHING


def is_judged(facts: Facts) -> bool:
    return bool(facts.judged or facts.inputs.get("verdicts"))


def is_compared(facts: Facts) -> bool:
    return bool(simpler_maps(facts) or facts.inputs.get("verdicts"))


# purpose and method


def incidents_words(facts: Facts) -> str:
    """What the incidents are called."""
    return readable(facts.inputs.get("incidents") or tr("incidents"))


def area_words(facts: Facts) -> str:
    """What the study area is called."""
    return readable(facts.inputs.get("study_area") or tr("the study area"))


def in_one_sentence(facts: Facts) -> str:
    return tr(
        "A statistical model of places, made with {n} recorded incidents (‘{incidents}’), that shows where in "
        "‘{area}’ features of the landscape go together with more or fewer of them."
    ).format(n=f"{facts.model.n_incidents:,}", incidents=incidents_words(facts), area=area_words(facts))


def purpose(facts: Facts) -> str:
    return words.question(facts.model, facts.units)


def about_places(facts: Facts) -> str:
    return tr(
        "The unit of the model is a square cell of {cell}, of which there are {n:,}. It scores places; it holds no "
        "record of any person and gives no score to one."
    ).format(cell=facts.units.length(facts.model.frame.cell_size), n=facts.model.frame.n_cells)


def method(facts: Facts) -> list[str]:
    """How the model was made, as it was made."""
    model = facts.model
    settings = model.settings
    tried = tr(
        "Each risk factor is tried at several distances, as closeness to its features or as their density: "
        "{n_candidates:,} variables of {n_specs} factors."
    ).format(n_candidates=len(model.candidates), n_specs=len(model.specs))
    sifted = tr("A penalised regression with {folds}-fold cross-validation sifts them: {n:,} were left.").format(
        folds=settings.folds, n=model.n_survivors
    )
    chosen = tr("A stepwise search by BIC chose {n} of them, at most one of each factor.").format(n=len(model.selected))
    said = [
        " ".join([tried, *([] if model.penalty is None else [sifted]), chosen]),
        tr("Kept was a count model: {family}.").format(family=words.family_names()[model.family]),
        tr(
            "The relative risk score of a cell is its expected number of incidents over that of the least risky cell. "
            "Scores run from 1 to {most}; above {limit}, the mean plus two standard deviations, cells are called "
            "highest-risk."
        ).format(most=rounded(model.rrs_max, 3), limit=rounded(model.highest_risk_threshold, 3)),
    ]
    if model.denominator is not None:
        said.append(tr("Incidents are counted in proportion to ‘{name}’.").format(name=model.denominator))
    if model.adjustments:
        names = listed([one.name for one in model.adjustments])
        said.append(tr("The model allows for {names}, whose effect is part of the scores.").format(names=names))
    return [*said, *words.spatial_test(model)]


def factors_found(facts: Facts) -> list[str]:
    """Each factor of the model as a sentence."""
    quoted = quoted_intervals(facts.model)
    if not facts.model.selected:
        return [words.findings(facts.model)[0]]
    found = [words.factor_sentence(chosen, quoted, facts.units) for chosen in facts.model.selected]
    return [*found, words.intervals_sentence(quoted)]


def factor_table(facts: Facts) -> ReportTable:
    """Factors of the model with the ratios of their sentences and intervals: below 1 where one protects."""
    quoted = quoted_intervals(facts.model)
    rows = []
    for chosen in facts.model.selected:
        value = with_limits(*(rounded(one, 3) for one in words.ratio(chosen, quoted)))
        what = tr("more incidents") if chosen.variable.sign > 0 else tr("fewer incidents")
        rows.append(
            (
                chosen.variable.shown,
                words.where(chosen.variable, facts.units),
                tr("{what}; in doubt").format(what=what) if quoted.is_in_doubt(chosen) else what,
                value,
            )
        )
    headers = (tr("Risk factor"), tr("Acts"), tr("Goes with"), tr("Times the expected incidents (95% interval)"))
    return ReportTable(tr("Risk factors in the model"), headers, tuple(rows), (3,))


def dropped_factors(facts: Facts) -> list[str]:
    """Factors that were offered and are not in the model, with what became of them."""
    model = facts.model
    chosen = {one.variable.factor for one in model.selected}
    said = []
    for spec in model.specs:
        if spec.name in chosen:
            continue
        records = [one for one in model.candidates if one.variable.factor == spec.name]
        if records:
            short, sentence = words.fate(records, model.spatial)
            why = f"{short[0].lower()}{short[1:]}; {sentence.rstrip('.')}"
        else:
            why = tr("no variable of it differs between the cells")
        said.append(f"{spec.shown}: {why}.")
    return [*said, *facts.inputs.get("left_out", ())]


# data


def source_table(facts: Facts) -> ReportTable | None:
    """The layers that went in; None where the model file does not name them."""
    rows = tuple(
        (
            one.role,
            readable(one.name),
            one.source,
            "–" if one.features is None else f"{one.features:,}",
            ", ".join(filter(None, (one.dates, one.note))) or "–",
        )
        for one in facts.sources
    )
    # of these a model of an earlier version remembers no more
    rows += (
        ()
        if rates_are_layers(facts)
        else tuple(
            (
                one.role,
                readable(one.name),
                "–",
                "–",
                tr("field ‘{name}’").format(name=one.field) if one.field else "–",
            )
            for one in rate_layers(facts)
        )
    )
    if not rows:
        return None
    headers = (tr("Role"), tr("Layer"), tr("File"), tr("Features"), tr("Dates, choice"))
    return ReportTable(tr("Layers that went in"), headers, rows, (3,))


def rates_are_layers(facts: Facts) -> bool:
    """Whether the model remembers denominator and adjustments among its layers."""
    return any(one["role"] in _RATES for one in facts.inputs.get("layers", ()))


def quantities(facts: Facts) -> str:
    model = facts.model
    return tr(
        "{n_incidents:,} incidents in {n_hit:,} of {n_cells:,} cells; {n_specs} risk factors, {n_candidates:,} "
        "variables "
        "of them that were tried, {n_selected} in the model; layers of denominators and adjustments: {n_rates}."
    ).format(
        n_rates=len(rate_layers(facts)) or tr("none"),
        n_incidents=model.n_incidents,
        n_hit=model.n_cells_with_incidents,
        n_cells=model.frame.n_cells,
        n_specs=len(model.specs),
        n_candidates=len(model.candidates),
        n_selected=len(model.selected),
    )


def left_out_incidents(facts: Facts) -> str:
    model = facts.model
    return tr("{outside:,} incidents outside the study area and {excluded:,} in excluded cells were left out.").format(
        outside=model.n_incidents_outside, excluded=model.n_incidents_excluded
    )


def period(facts: Facts) -> str:
    """When the incidents were, as far as it is known."""
    dates = [one.dates for one in facts.sources if one.dates]
    chosen = [facts.inputs.get(key) for key in ("date_from", "date_to")]
    said = tr("Dates of the incidents' layer: {dates}.").format(dates=", ".join(dates) or tr("not known"))
    if any(chosen):
        first, last = (one or tr("open") for one in chosen)
        said += " " + tr("Chosen were those from {first} to {last}.").format(first=first, last=last)
    if facts.inputs.get("later_from"):
        day = facts.inputs["later_from"]
        said += " " + tr("The model was made from those before {day}; later ones judge it.").format(day=day)
    return said


def cleaning(facts: Facts) -> str:
    said = [
        tr(
            "Features without a usable geometry are skipped or repaired, with a warning; layers are reprojected to the "
            "study area's coordinate reference system ({crs})."
        ).format(crs=facts.inputs.get("crs") or tr("not known")),
        left_out_incidents(facts),
    ]
    if facts.inputs.get("incident_filter"):
        said.append(
            tr("Only incidents for which this is true: {expression}").format(expression=facts.inputs["incident_filter"])
        )
    return " ".join(said)


def hashes(facts: Facts) -> list[str]:
    """What identifies the model and what went in."""
    said = []
    if facts.sha256:
        said.append(tr("Model file ‘{file}’, SHA-256: {hash}").format(file=facts.file, hash=facts.sha256))
    kept, before = facts.inputs.get("fingerprints", ()), facts.inputs.get("hashes", {})
    said += [_fingerprint_words(one) for one in kept]
    said += [  # of an earlier version, by factor, and by STUDY_AREA and INCIDENTS
        tr("Coordinates of ‘{name}’, SHA-256: {hash}").format(name=name, hash=digest) for name, digest in before.items()
    ]
    if before and rate_layers(facts):
        said.append(tr("The model file holds no hash of denominators and adjustments."))
    if not kept and not before:
        said.append(
            tr(
                "The model file holds no hashes of the layers that went in: their names, numbers of features and "
                "dates are all that identifies them."
            )
        )
    return said


def _fingerprint_words(kept: dict) -> str:
    what = words.roles()[kept["role"]]
    what = f"{what} {in_quotes(kept['name'])}" if kept["name"] else what
    said = (
        tr("{what}, SHA-256 of coordinates and numbers: {hash}")
        if kept["role"] in _RATES
        else tr("{what}, SHA-256 of coordinates: {hash}")
    )
    return said.format(what=what, hash=kept["sha256"])


def versions(facts: Facts) -> list[str]:
    made = facts.inputs.get("plugin_version")
    said = [
        tr("The model was fitted by version {version} of the plugin.").format(version=made)
        if made
        else tr("The model file does not say which version of the plugin fitted it."),
        tr("Seed of its random numbers: {seed}; the same input and seed give the same model.").format(
            seed=facts.model.settings.seed
        ),
    ]
    if facts.versions:
        each = ", ".join(f"{name} {version}" for name, version in facts.versions)
        said.append(tr("This document was written by: {versions}.").format(versions=each))
    return said


def flagged_factors(facts: Facts) -> list[str]:
    """Factors and layers that look as if they were about persons or made by policing, each in a sentence."""
    chosen = {one.variable.factor for one in facts.model.selected}
    said = []
    for spec in facts.model.specs:
        for one in check_persons(spec.name, spec.shown):
            is_in = spec.name in chosen
            said.append(
                f"{one.text} {tr('It is in the model.') if is_in else tr('It was offered; the model does not use it.')}"
            )
    names = {spec.name for spec in facts.model.specs}
    for layer in facts.inputs.get("layers", ()):
        if layer["role"] == "FACTORS" and layer["name"] not in names:  # a layer that a field splits into factors
            said += [one.text for one in check_persons(layer["name"])]
    return said


def flagged_layers(facts: Facts) -> list[str]:
    """Factors as of :func:`flagged_factors`, and layers of factors or incidents with fields of persons."""
    said = flagged_factors(facts)
    for layer in facts.inputs.get("layers", ()):
        if layer.get("personal_fields"):
            fields = ", ".join(in_quotes(name) for name in layer["personal_fields"])
            words_for = tr("Layer ‘{layer}’ has fields that look like personal data: {names}.")
            said.append(words_for.format(layer=layer["name"], names=fields))
    return said


@dataclass(frozen=True)
class RateLayer:
    """A layer that incidents are in proportion to, or that the model allows for."""

    role: str
    name: str
    field: str
    use: str


def rate_layers(facts: Facts) -> list[RateLayer]:
    """Denominator and adjustments, as far as the model remembers them."""
    model, known = facts.model, facts.inputs.get("exposure", {})
    found = []
    if model.denominator is not None:
        use = tr("incidents are counted in proportion to it, so that it is part of every score")
        found.append(RateLayer(tr("Denominator"), model.denominator, known.get("DENOMINATOR_FIELD", ""), use))
    use = tr("the model allows for it, and its effect is part of the scores")
    field = known.get("ADJUSTMENT_FIELD", "")
    return [*found, *(RateLayer(tr("Adjustment"), one.name, field, use) for one in model.adjustments)]


def rate_sentences(facts: Facts) -> list[str]:
    """What is counted per what, and allowed for; these layers often count people, or say what they are like."""
    return [
        tr(
            "{role} ‘{name}’: {use}. Such layers often count the people of areas, or say what these are like; whether "
            "this one does is not known here."
        ).format(
            role=one.role,
            name=f"{readable(one.name)} / {one.field}" if one.field else readable(one.name),
            use=one.use,
        )
        for one in rate_layers(facts)
    ]


def personal_layers(facts: Facts) -> list[str]:
    """What was flagged, the layers of rates, and what was looked at."""
    layers = [one for one in facts.inputs.get("layers", ()) if one["role"] == "FACTORS"]
    if layers and all("personal_fields" in one for one in layers):
        what = tr("names of the factors and of their layers' fields")
    else:
        what = tr("names of the factors, for the model file does not tell those of the layers' fields")
    found = flagged_layers(facts) or [tr("No factor was flagged as being about persons or made by policing.")]
    return [
        *found,
        *rate_sentences(facts),
        tr("Looked at were the {what}; what stands in the layers was not looked at.").format(what=what),
    ]


def network() -> str:
    return tr(
        "The software reads and writes files on the machine where it runs and opens no network connection. The one "
        "exception is the scheduler whose address a user may name for very large areas: factor layers go there, "
        "incidents do not. Layers that are kept in a database or a web service are read from there by QGIS."
    )


def outputs_of_places() -> str:
    return tr(
        "What it writes are cells, places, tables and pages. Incidents are not written as points, and enter as "
        "numbers of a cell or a place."
    )


# how good it is


def performance(facts: Facts) -> tuple[list[str], tuple[ReportTable, ...]]:
    """Sentences and tables about how well it foretold later incidents, beside baselines."""
    said = list(facts.inputs.get("verdicts", ()))
    tables = (validation_table(facts),) if facts.judged else ()
    if tables:
        said.append(_given(tr("The figures"), facts.judged_from))
    if not said and not tables:
        said.append(
            tr(
                "How well the model foretells later incidents was not tested: its incidents were not split by date, "
                "and no validation was given to this file."
            )
        )
    return said, tables


def validation_table(facts: Facts) -> ReportTable:
    """Hit rates of all surfaces at all levels, with intervals where there are any."""
    rates = [one for one in facts.judged if one.measure == "hit rate" and not one.minus]
    levels = list(dict.fromkeys(one.level for one in rates))
    cells = {(one.surface, one.level): one for one in rates}
    rows = tuple(
        (surface_words(surface), *(_rate(cells.get((surface, level))) for level in levels))
        for surface in dict.fromkeys(one.surface for one in rates)
    )
    headers = (tr("Ranked by"), *map(level_name, levels))
    caption = tr("Percent of the later incidents, by flagged area (95% interval)")
    return ReportTable(caption, headers, rows, tuple(range(1, len(headers))))


def _rate(one: Judged | None) -> str:
    if one is None or one.value is None:
        return "–"
    value = f"{100 * one.value:.1f}"
    if one.low is None or one.high is None:
        return value
    return with_limits(value, f"{100 * one.low:.1f}", f"{100 * one.high:.1f}")


def _given(what: str, table: str) -> str:
    """That a table beside the model file is taken at its word."""
    return tr(
        "{what} are those of the table ‘{table}’ that was given with the model file; whether it is of this model was "
        "not checked."
    ).format(what=what, table=table)


def rivals(facts: Facts) -> list[str]:
    """What the model was compared with in a validation table."""
    models = {one.surface for one in facts.judged if one.minus}
    return [name for name in dict.fromkeys(one.surface for one in facts.judged) if name not in models]


def simpler_maps(facts: Facts) -> list[str]:
    """Those of them that are maps; chance is none."""
    return [name for name in rivals(facts) if name != CHANCE]


def baselines(facts: Facts) -> tuple[list[str], tuple[ReportTable, ...]]:
    """What the model was compared with, and how that came out: sentences and tables."""
    others, maps = rivals(facts), simpler_maps(facts)
    said, tables = list(facts.inputs.get("verdicts", ())), ()
    if maps:
        said.append(
            tr("Simpler ways to rank places were judged by the same later incidents: {names}.").format(
                names=listed([surface_words(one) for one in maps])
            )
        )
    elif others:
        said.append(
            tr(
                "In the table ‘{table}’ no map of past incidents (past counts, kernel density) was compared, only "
                "chance, which is none."
            ).format(table=facts.judged_from)
        )
    if others:
        said.append(_given(tr("The differences"), facts.judged_from))
        tables = (difference_table(facts, others),)
    if not said:
        said.append(
            tr("No simpler way (past counts, kernel density) was compared: give this file the table of a validation.")
        )
    return said, tables


def difference_table(facts: Facts, others: list[str]) -> ReportTable:
    """Differences in hit rate between what was judged and the simpler ways, at all levels."""
    apart = [one for one in facts.judged if one.measure == "hit rate" and one.minus in others]
    levels = list(dict.fromkeys(one.level for one in apart))
    cells = {(one.surface, one.minus, one.level): one for one in apart}
    rows = tuple(
        (
            tr("{model} minus {other}").format(model=surface_words(model), other=surface_words(other)),
            *(_points(cells.get((model, other, level))) for level in levels),
        )
        for model, other in dict.fromkeys((one.surface, one.minus) for one in apart)
    )
    caption = tr("Difference in the percentage of later incidents, in points, by flagged area (95% interval)")
    return ReportTable(caption, ("", *map(level_name, levels)), rows, tuple(range(1, len(levels) + 1)))


def _points(one: Judged | None) -> str:
    if one is None or one.value is None:
        return "–"
    value = signed(100 * one.value)
    if one.low is None or one.high is None:
        return value
    return with_limits(value, signed(100 * one.low), signed(100 * one.high))


def stability(facts: Facts) -> tuple[list[str], tuple[ReportTable, ...]]:
    """How often factors were found again, in halves and where incidents were moved, or that this was not looked at."""
    said, tables = [], []
    for key, made, absent in (
        ("stability", stability_section, tr("How stable the choice of factors is was not looked at (RESAMPLES).")),
        ("displacement", displacement_section, tr("What moved incidents would change was not looked at (SNAP_WIDTH).")),
    ):
        section = made(facts.model, facts.units.name) if facts.inputs.get(key) else None
        said += section.paragraphs if section else [absent]
        tables += section.tables if section else ()
    return said, tuple(tables)


def exposure(facts: Facts) -> tuple[list[str], tuple[ReportTable, ...]]:
    """Who lives in or near flagged places, where that was counted."""
    if not facts.exposed:
        return [
            tr(
                "Who lives in or near flagged places was not counted for this file: run “Who is exposed” and give its "
                "table."
            )
        ], ()
    if not tells_of_groups(facts):
        return [tr("The table ‘{table}’ tells the exposure of no group.").format(table=facts.exposed_from)], ()
    rows = tuple(
        (
            one.group,
            *("–" if value is None else f"{value:,.0f}" for value in (one.people, one.there)),
            "–" if one.percent is None else f"{rounded(one.percent, 3)}%",
            _ratio(one),
            _outcome(one),
        )
        for one in facts.exposed
    )
    headers = (
        *(tr("Group"), tr("People"), tr("of these there"), tr("Share")),
        *(tr("Ratio to all people (95% interval)"), tr("Exposed")),
    )
    all_people = facts.exposed[0]
    if all_people.area_percent is None:
        caption = tr("People in flagged places, or in and near them; – is not told")
        where = tr("The table does not tell what was flagged, nor whether who lives near was counted, too.")
    elif all_people.near:
        caption = tr("People in flagged places or within {near} of them; – is not told").format(near=all_people.near)
        where = tr(
            "Flagged are {what}, {percent}% of the cells; counted are people in or within {near} of them, {wide}% of "
            "the cells."
        ).format(
            what=all_people.flagged or tr("some places"),
            percent=rounded(all_people.area_percent),
            near=all_people.near,
            wide="–" if all_people.area_near_percent is None else rounded(all_people.area_near_percent),
        )
    else:
        caption = tr("People in flagged places; – is not told")
        where = tr("Flagged are {what}, {percent}% of the cells; counted are people in them, not near them.").format(
            what=all_people.flagged or tr("some places"), percent=rounded(all_people.area_percent)
        )
    table = ReportTable(caption, headers, rows, (1, 2, 3, 4))
    return [
        where,
        _given(tr("The shares"), facts.exposed_from),
        tr(
            "The table describes who lives where. It does not certify that the map, or what is done with it, is fair, "
            "and equal ratios would not do so either."
        ),
    ], (table,)


def _outcome(one: Exposed) -> str:
    """What the table calls a group; what is printed as 1.00 at both ends is called no difference by no table."""
    if one.low is not None and one.high is not None and is_as_all(one.low, one.high):
        return tr("no clear difference")
    return one.outcome or "–"


def _ratio(one: Exposed) -> str:
    if one.ratio is None:
        return "–"
    if one.low is None or one.high is None:
        return f"{one.ratio:.2f}"
    return with_limits(f"{one.ratio:.2f}", f"{one.low:.2f}", f"{one.high:.2f}")


# limits and risks


def limits() -> list[str]:
    """What holds for every risk terrain."""
    return [
        *words.cautions(),
        tr("What was never reported or recorded is not in the data, and the model repeats what recording leaves out."),
    ]


def warnings(facts: Facts) -> list[str]:
    """What fit and diagnostics warned of; a sentence that there was nothing."""
    return words.warnings(facts.model) or [tr("Fit and diagnostics gave no warning.")]


def not_used(facts: Facts) -> list[str]:
    """What is not in the model, as far as that can be told; what is in it stands beside it, never here."""
    said = [
        tr(
            "Of an incident only its place is used, and what dates or a filter choose by: none of its other fields is "
            "a variable of the model."
        )
    ]
    if not flagged_factors(facts) and not rate_layers(facts):
        said.append(tr("By their names, no variable of the model is about persons."))
    return said


def decision_points() -> list[str]:
    """Where people decide, in making and using a risk terrain."""
    return [
        tr("Which incidents are modelled, of which period and area."),
        tr("Which risk factors are offered, how they may act, and in which direction."),
        tr("Whether warnings and diagnostics are acted on, and whether the model is used at all."),
        tr("What places are cut from the map, how many and how large."),
        tr("What is done in a place, and for how long: the software proposes no action."),
        tr("Whether it worked, and whether it goes on."),
    ]


def risks(facts: Facts) -> list[tuple[str, str]]:
    """(source of risk, what was done against it and what was not), of which the organisation has to judge the weight.

    Done is only what the model file, or a table given with it, shows.
    """
    flagged = flagged_layers(facts)
    found = [
        (
            tr("Recorded incidents follow where police are and what is reported: acting on them may feed back."),
            tr("Names were looked at for what is about persons or made by policing: {n} flagged.").format(
                n=len(flagged_factors(facts)) or tr("none")
            )
            + " "
            + tr("Not done, as far as the model file tells: a comparison with other sources of incidents."),
        ),
        (
            tr("A place is taken for its people: residents of flagged places may be treated as suspects."),
            tr("The model scores cells. What officers are told of them is not known here."),
        ),
        (
            tr("Groups that live in or near flagged places may meet more police, or more help, than others."),
            _done_about_groups(facts),
        ),
        (tr("A correlation is taken for a cause, or a chance finding for a fact."), _done_about_chance(facts)),
        (tr("Forecasts are no better than those of simpler maps."), _done_about_forecasts(facts)),
        (
            tr("Single people can be recognised in small numbers, or in places of few incidents."),
            _done_about_small_counts(facts),
        ),
        (
            tr("The landscape, or recording, changes and the map is out of date."),
            tr("Not done, as far as the model file tells: a fit with newer data."),
        ),
    ]
    remedy = tr("Not done: the layer or the fields were not left out. Leave them out, or state the lawful ground.")
    return [*found, *((text, remedy) for text in flagged)]


def _done_about_groups(facts: Facts) -> str:
    if not facts.exposed:
        return tr("Not done for this file: nobody was counted by group (“Who is exposed”).")
    if not tells_of_groups(facts):
        return tr("Not done: the table ‘{table}’ tells the exposure of no group.").format(table=facts.exposed_from)
    return tr("Done: residents are counted in the table ‘{table}’, by {n} groups.").format(
        n=sum(one.is_group for one in facts.exposed), table=facts.exposed_from
    )


def tells_of_groups(facts: Facts) -> bool:
    """Whether the ratio of any group is known."""
    return any(one.is_group and one.ratio is not None for one in facts.exposed)


def _done_about_chance(facts: Facts) -> str:
    model = facts.model
    done, missing = [], []
    if model.selected:
        done.append(tr("95% intervals"))
    for known, name in (
        (model.spatial and model.spatial.n_shifts, tr("random shifts of the incidents")),
        (facts.inputs.get("stability", {}).get("n_resamples"), tr("resamples of the choice of factors")),
        (facts.inputs.get("displacement", {}).get("n_draws"), tr("draws of moved incidents")),
    ):
        if known:
            done.append(f"{known:,} {name}")
        else:
            missing.append(name)
    (done if "diagnostics" in facts.inputs else missing).append(tr("diagnostics of the fit"))
    return _done_and_not(done, missing)


def _done_about_forecasts(facts: Facts) -> str:
    done, missing = [], []
    if facts.inputs.get("verdicts"):
        done.append(tr("validation by later incidents, in the model file"))
    if facts.judged:
        done.append(tr("validation by later incidents, in the table ‘{table}’").format(table=facts.judged_from))
    if not done:
        missing.append(tr("validation by later incidents"))
    if simpler_maps(facts):
        names = listed([surface_words(one) for one in simpler_maps(facts)])
        done.append(tr("comparison with {names}").format(names=names))
    elif not facts.inputs.get("verdicts"):
        missing.append(
            tr("comparison with maps of past incidents (only chance was compared)")
            if rivals(facts)
            else tr("comparison with maps of past incidents")
        )
    return _done_and_not(done, missing)


def _done_about_small_counts(facts: Facts) -> str:
    said = [tr("The model file holds no incident as a point.")]
    if tells_of_groups(facts):
        said.append(
            tr("Of {n} groups the table ‘{table}’ holds back {held}.").format(
                n=sum(one.is_group for one in facts.exposed),
                table=facts.exposed_from,
                held=sum(one.is_group and one.ratio is None for one in facts.exposed) or tr("none"),
            )
        )
    least = facts.inputs.get("smallest_count")
    if least is None:
        said.append(
            tr("Whether small counts of incidents were left out of reports and place sheets is not known here.")
        )
    else:
        said.append(
            tr(
                "A report written with the model leaves out counts of incidents below {least}, of places and near "
                "factors' features."
            ).format(least=least)
            if least > 1
            else tr("A report written with the model tells all counts of places, however small.")
        )
        said.append(tr("Whether other reports and place sheets leave out small counts is not known here."))
    return " ".join(said)


def _done_and_not(done: list[str], missing: list[str]) -> str:
    said = []
    if done:
        said.append(tr("Done: {what}.").format(what="; ".join(done)))
    if missing:
        said.append(tr("Not done: {what}.").format(what="; ".join(missing)))
    return " ".join(said)

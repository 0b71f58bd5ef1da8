"""What is odd about the risk factors, said before the fit: the user decides what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from ..files.tables import plain_name
from ..names import in_apostrophes
from ..progress import Progress
from ..rounding import plain_number
from ..space.shapes import contains
from ..space.stacking import stacks
from ..translation import tr
from .operationalisations import shape_words

if TYPE_CHECKING:
    from ..space.shapes import Shapes
    from .factors import Factor


INFO, WARNING = "info", "warning"

_MANY_STACKED = 0.1  # share of a factor's points
_FEW = 5  # features near the boundary below which nothing can be said about the other side
_OLD_DAYS = 365
_BOUNDARY_STEPS = 10  # points on the boundary per reach, to measure the distance to it

# Words in the names of layers and fields that tell of persons or of what the police did, unless a place
# follows.
_PLACE = r"(?!_(?:office|centre|center|hostel|service|support|station|court|house)s?)"
_PERSON_WORDS = re.compile(
    r"(?:^|_)("
    r"arrest(?:s|ed|ees?)?|stops?_(?:and_|n_)?search(?:e[sd])?|stops?_and_frisks?|field_interviews?"
    r"|suspects?|offenders?|perpetrators?|nominals?|accused|defendants?|convict(?:s|ed|ions?)?|detainees?"
    r"|(?:police|traffic|vehicle|pedestrian|person)_stops?|stops?_(?:records?|data|reports?|forms?)"
    r"|police_(?:call_?outs?|calls?|incidents?|patrols?|attendances?)|calls_for_service"
    r"|halfway_(?:houses?|homes?)|(?:probation|parole|bail)_(?:hostels?|houses?)"
    r"|victims?|parole(?:es?)?|probation(?:ers?)?|custody|gang(?:s|_members?)?|warrants?|curfews?"
    r"|object_of_search|officer_defined_ethnicity|self_defined_ethnicity|date_of_birth"
    r")" + _PLACE + r"(?:_|\d|$)"
)
# What is put up where much was recorded.
_PLACED_WORDS = re.compile(r"(?:^|_)(?:cctv|(?:surveillance|security)_cameras?|camera_surveillance)(?:_|\d|$)")
_PERSON = (
    r"(?:victim|vict|vic|suspect|susp|offender|perpetrator|perp|witness|complainant|accused|defendant|person|nominal)"
)
_TRAIT = (
    r"(?:(?:full_?)?name|e_?mail|phone|telephone|mobile|age|gender|sex|race|descent|nationality|religion|occupation"
    r"|address|addr|postcode|zip)"
)
# Names of fields of which each row tells of one person. A bare name is what places have; so is a full name in some
# street data, and a religion or a phone number in others.
_PERSONAL_FIELDS = re.compile(
    r"(?:^|_)("
    r"(?:fore|sur|first|last|middle|given|family|maiden|christian)_?names?"
    r"|d_?o_?b|date_of_birth|birth_?(?:date|day)|year_of_birth"
    r"|nhs_?(?:no|num|number|id)|national_insurance(?:_(?:no|num|number))?|nino|ni_(?:no|num|number)"
    r"|social_security(?:_(?:no|num|number))?|ssn|passport(?:_?(?:no|num|number))?|driving_licen[cs]e(?:_?(?:no|number))?"
    r"|custody_?(?:no|num|number|ref|reference|record|id)|pnc_?(?:id|no|num|number)|cro_?(?:no|num|number)"
    r"|nominal_?(?:ref|reference|no|num|number|id)|(?:suspect|offender|victim|patient|person)_?(?:id|no|num|number|ref)"
    r"|ethnicity|ethnic_(?:group|origin|code)|sexual_orientation|next_of_kin|home_(?:address|phone|postcode)"
    r"|"
    + _PERSON
    + r"s?_(?:(?:full|home|work|last_known|current|mobile|email)_)?"
    + _TRAIT
    + r"|"
    + _TRAIT
    + r"_of_(?:the_)?"
    + _PERSON
    + r"s?"
    r"|age_?(?:group|range|band)"
    r")(?:_|\d|$)"
    r"|^(?:gender|sex)$"
)
# In a layer of incidents these are of persons; places have them, too.
_OF_A_PERSON = re.compile(
    r"(?:^|_)(?:e_?mail(?:_address)?|(?:tele|mobile_)?phone(?:_?(?:no|num|number))?|mobile(?:_?(?:no|num|number))?"
    r"|age(?:_(?:in_)?years)?|gender|sex|race|religion|nationality)$"
)


@dataclass(frozen=True)
class Remark:
    """One thing to know about a factor.

    ``kind`` is one of features, stacked, clipped, old, geometry, persons, placed, personal; ``level`` is info or
    warning; ``text`` is a sentence for people; ``detail`` what stands behind the factor's name where several share one
    sentence.
    """

    factor: str
    kind: str
    level: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class LayerFacts:
    """What is known of a factor's layer beside its geometry."""

    layer: str = ""
    fields: tuple = ()
    n_without_geometry: int = 0
    n_invalid: int = 0
    last_date: date = None


@dataclass(frozen=True)
class _Boundary:
    """The study area, and points along its outer boundary."""

    shapes: Shapes
    tree: Any = field(repr=False)


def check_factors(
    study_area: Shapes,
    factors: list,
    block_length: float,
    first_incident: date | None = None,
    facts: dict[str, LayerFacts] | None = None,
    progress: Progress | None = None,
    unit: str = "map units",
) -> tuple[Remark, ...]:
    """Findings about all factors, in the order given.

    Parameters
    ----------
    study_area : Shapes of kind "polygon"
    factors : sequence of Factor
        Their shapes hold at least what lies within reach of the study area.
    block_length : float
        In map units; a factor's reach is its maximum influence.
    first_incident : date, optional
        Date of the earliest incident.
    facts : mapping of a factor's name to LayerFacts, optional
    progress : Progress, optional
    unit : str
        What map units are called.

    Returns
    -------
    tuple of Remark
    """
    progress, facts = progress or Progress(), facts or {}
    found: list[Remark] = []
    largest = max((factor.spec.max_blocks * block_length for factor in factors), default=0)
    shortest = min((factor.spec.max_blocks * block_length for factor in factors), default=0)
    boundary = _boundary(study_area, shortest / _BOUNDARY_STEPS) if largest else None
    for number, factor in enumerate(factors):
        progress(number / len(factors))
        known = facts.get(factor.spec.name, LayerFacts())
        found += _reach(factor, factor.spec.max_blocks * block_length, boundary, unit)
        found += _stacked(factor)
        found += _geometry(factor.spec.name, known)
        found += _age(factor.spec.name, known, first_incident)
        found += check_persons(factor.spec.name, known.layer, known.fields)
        found += check_personal_fields(factor.spec.name, known.fields)
    return tuple(found)


def in_sentences(findings: Sequence[Remark]) -> list[str]:
    """The warnings among findings, most serious first: one sentence where several factors share a kind."""
    said = []
    for kind, shared in _shared_sentences().items():
        same = [one for one in findings if one.level == WARNING and one.kind == kind]
        if len(same) == 1:
            said.append(same[0].text)
        elif same:
            names = "; ".join(f"{one.factor} ({one.detail})" if one.detail else one.factor for one in same)
            said.append(shared.format(n=len(same), names=names))
    return said


def _shared_sentences() -> dict[str, str]:
    """By kind, most serious first."""
    return {
        "persons": tr(
            "{n} risk factors look as if they were about persons or made by policing: {names}. They would feed past "
            "police attention back into the map, and they may be personal data. Use them only with good reason and "
            "a lawful ground, and say so; otherwise leave them out."
        ),
        "placed": tr(
            "{n} risk factors may follow crime or policing: {names}. Such things are put up where much was recorded, "
            "so that their effect may be that of past incidents. Use them only with good reason, and say so."
        ),
        "personal": tr(
            "{n} risk factors have fields that look like personal data: {names}. A model needs places only: take these "
            "fields out of the layers, and make sure that the layers may be used."
        ),
        "clipped": tr(
            "{n} risk factors end at the boundary, with no feature outside: {names}. If they were clipped, cells at "
            "the edge seem safer than they are: use layers that go beyond the study area as far as they reach."
        ),
        "stacked": tr(
            "{n} risk factors have points on top of one another: {names}. If they are duplicates they count several "
            "times in densities: remove them; if they are postcode centres, distances are not exact."
        ),
        "old": tr(
            "{n} risk factors are older than the incidents: {names}. Places open and close: check that they still hold."
        ),
        "geometry": tr("{n} risk factors have features that are left out or repaired: {names}."),
    }


def check_persons(factor: str, layer: str = "", fields: tuple[str, ...] = ()) -> list:
    """A warning where a layer's name or its fields look as if it were about persons or made by policing, or its name as
    if its features had been placed because of crime.

    Such layers feed past police attention back into the map, and those of persons may hold personal data: the sentence
    says so.
    """
    for what, name in (
        (tr("its name"), factor),
        (tr("its layer"), layer),
        *((tr("its field"), name) for name in fields),
    ):
        match = _PERSON_WORDS.search(plain_name(name))
        if match:
            text = tr(
                "Risk factor '{factor}' looks as if it were about persons or made by policing ({what} "
                "'{name}'): it would feed past police attention back into the map, and it may be personal "
                "data. Use it only with good reason and a lawful ground, and say so; otherwise leave it out."
            ).format(factor=factor, what=what, name=name)
            return [Remark(factor, "persons", WARNING, text, tr("{what} '{name}'").format(what=what, name=name))]
    for what, name in ((tr("its name"), factor), (tr("its layer"), layer)):
        if _PLACED_WORDS.search(plain_name(name)):
            text = tr(
                "Risk factor '{factor}' may follow crime or policing ({what} '{name}'): such things are put up where "
                "much was recorded, so that its effect may be that of past incidents. Use it only with good reason, "
                "and say so."
            ).format(factor=factor, what=what, name=name)
            return [Remark(factor, "placed", WARNING, text, tr("{what} '{name}'").format(what=what, name=name))]
    return []


def personal_fields(fields: Iterable[str], of_incidents: bool = False) -> tuple[str, ...]:
    """The fields that look by their names as if each row told of one person: names, dates of birth, numbers.

    Of incidents an age, a phone or an email is of a person as well; a place may have one of its own.
    """
    return tuple(
        name
        for name in fields
        if _PERSONAL_FIELDS.search(plain_name(name)) or (of_incidents and _OF_A_PERSON.search(plain_name(name)))
    )


def incident_fields_warning(layer: str, fields: Iterable[str], chosen_by: Iterable[str] = ()) -> str:
    """A warning where fields of a layer of incidents look like personal data; '' where none does.

    ``chosen_by`` are the fields that choose among the incidents: these are read.
    """
    found, read = personal_fields(fields, of_incidents=True), set(chosen_by)
    said = []
    not_read = [in_apostrophes(name) for name in found if name not in read]
    if not_read:
        said.append(
            tr(
                "Incidents '{layer}' have fields that look like personal data ({names}): they are not read, never "
                "used, and need not be given. Take them out of the layer."
            ).format(layer=layer, names=", ".join(not_read))
        )
    chosen = [in_apostrophes(name) for name in found if name in read]
    if chosen:
        said.append(
            tr(
                "Incidents '{layer}' are chosen by fields that look like personal data ({names}): these are read for "
                "that. Use them only with a lawful ground."
            ).format(layer=layer, names=", ".join(chosen))
        )
    return " ".join(said)


def check_personal_fields(factor: str, fields: Iterable[str]) -> list:
    """A warning where fields of a factor's layer look like personal data, which no model needs."""
    found = personal_fields(fields)
    if not found:
        return []
    names = ", ".join(map(in_apostrophes, found))
    text = tr(
        "Risk factor '{factor}' has fields that look like personal data ({names}). A model needs places only: take "
        "these fields out of the layer, and make sure that the layer may be used."
    ).format(factor=factor, names=names)
    return [Remark(factor, "personal", WARNING, text, names)]


def _stacked(factor: Factor) -> list:
    points = factor.shapes.vertices
    if factor.shapes.kind != "point" or not len(points):
        return []
    n_more = len(points) - int(stacks(points).max()) - 1
    if not n_more:
        return []
    name = factor.spec.name
    if n_more < _MANY_STACKED * len(points) or n_more < _FEW:
        text = tr("Risk factor '{name}': {n_more:,} of {n_points:,} points lie on top of another.").format(
            name=name, n_more=n_more, n_points=len(points)
        )
        return [Remark(name, "stacked", INFO, text)]
    text = tr(
        "Risk factor '{name}': {n_more:,} of {n_points:,} points lie on top of another. If they are "
        "duplicates they count several times in its density: remove them; if they are postcode "
        "centres, distances are not exact."
    ).format(name=name, n_more=n_more, n_points=len(points))
    detail = tr("{n_more:,} of {n_points:,}").format(n_more=n_more, n_points=len(points))
    return [Remark(name, "stacked", WARNING, text, detail)]


def _reach(factor: Factor, reach: float, boundary: _Boundary, unit: str) -> list[Remark]:
    """How many features lie within and around the study area, and whether they end at its boundary."""
    name, shapes = factor.spec.name, factor.shapes
    inside = contains(boundary.shapes, shapes.vertices)
    near = boundary.tree.query(shapes.vertices, distance_upper_bound=reach)[0] <= reach
    n_inside = _n_parts(shapes, inside)
    n_around = _n_parts(shapes, near & ~inside, but_not=inside)
    n_edge = _n_parts(shapes, near & inside)
    length = f"{plain_number(reach)} {unit}"
    text = tr(
        "Risk factor '{name}', by single parts: {n_inside:,} {shapes} in the study area, {n_around:,} more within "
        "reach ({length})."
    ).format(name=name, n_inside=n_inside, shapes=shape_words(shapes.kind), n_around=n_around, length=length)
    found = [Remark(name, "features", INFO, text)]
    outside = ~inside & (near if shapes.kind == "point" else np.ones_like(near))
    if n_edge >= _FEW and not outside.any():
        text = tr(
            "Risk factor '{name}' ends at the boundary: {n_edge:,} of its {shapes} lie within reach inside, "
            "none outside. If it was clipped, cells at the edge seem safer than they are: use a layer "
            "that goes {length} beyond the study area."
        ).format(name=name, n_edge=n_edge, shapes=shape_words(shapes.kind), length=length)
        found.append(Remark(name, "clipped", WARNING, text, length))
    return found


def _n_parts(shapes: Shapes, vertices: np.ndarray, but_not: np.ndarray | None = None) -> int:
    """Number of points, lines or polygons with one of these vertices, and none of the others."""
    owner = np.repeat(shapes.polygon, np.diff(shapes.starts))
    some = np.unique(owner[vertices])
    return len(some) if but_not is None else len(np.setdiff1d(some, owner[but_not]))


def _boundary(study_area: Shapes, spacing: float) -> _Boundary:
    """Points along the outer boundary; an edge that two polygons share lies within."""
    from scipy.spatial import cKDTree

    edges = study_area.segments
    turned = (edges[:, 0] > edges[:, 2]) | ((edges[:, 0] == edges[:, 2]) & (edges[:, 1] > edges[:, 3]))
    same_way = np.where(turned[:, None], edges[:, [2, 3, 0, 1]], edges)
    outer, times = np.unique(same_way, axis=0, return_counts=True)
    outer = outer[times == 1]
    steps = np.ceil(np.hypot(*(outer[:, 2:] - outer[:, :2]).T) / spacing).astype(np.int64) + 1
    edge = np.repeat(np.arange(len(outer)), steps)
    along = (np.arange(len(edge)) - np.repeat(np.cumsum(steps) - steps, steps)) / steps[edge]
    points = outer[edge, :2] + along[:, None] * (outer[edge, 2:] - outer[edge, :2])
    return _Boundary(study_area, cKDTree(points))


def _geometry(name: str, known: LayerFacts) -> list:
    parts = []
    if known.n_without_geometry:
        parts.append(
            tr("{n_without_geometry:,} features have no geometry").format(n_without_geometry=known.n_without_geometry)
        )
    if known.n_invalid:
        parts.append(tr("{n_invalid:,} have an invalid one").format(n_invalid=known.n_invalid))
    if not parts:
        return []
    detail = ", ".join(parts)
    text = tr("Risk factor '{name}': {detail}; they are left out or repaired.").format(name=name, detail=detail)
    return [Remark(name, "geometry", WARNING, text, detail)]


def _age(name: str, known: LayerFacts, first_incident: date | None) -> list:
    if not (known.last_date and first_incident) or (first_incident - known.last_date).days < _OLD_DAYS:
        return []
    text = tr(
        "Risk factor '{name}' is older than the incidents: its last date is {last_date}, the first "
        "incident's {first_incident}. Places open and close: check that it still holds."
    ).format(name=name, last_date=known.last_date, first_incident=first_incident)
    return [Remark(name, "old", WARNING, text, str(known.last_date))]

"""What QGIS adds to a model for its report: map, priority places, layers, versions, the command."""

from functools import partial

import numpy as np

from ...rtm_plugin.errors import SettingsError
from ...rtm_plugin.model.risk_classes import n_highest_risk
from ...rtm_plugin.progress import Progress
from ...rtm_plugin.translation import tr
from ..model_request import request_of
from ..packages import versions
from ..reading import geometry
from ..reading.geometry import dissolved
from ..reading.model_factors import FactorLayers, read_model_factors
from ..reading.model_file import SavedModel
from ..reading.priority_places import value_of
from ..reading.scored_terrain import TERRAIN, ScoredTerrain
from ..reading.sources import open_layers
from ..reading.titles import model_title
from ..units import metres_per_unit, units_of
from . import map_layers
from .map_picture import draw_map
from .place_table import parts_of, why
from .result_groups import let_through

MOST_PLACES = 10
PACKAGES = ("jinja2",)


def sources(model):
    """The model's record of its layers, for the report."""
    from ...rtm_plugin.report import Source, words

    roles = words.roles()
    return tuple(
        Source(
            roles[layer["role"]],
            layer["name"],
            layer["source"] or tr("not a file"),
            layer["features"],
            layer["dates"],
            _used(model.inputs, layer["role"]),
        )
        for layer in model.inputs.get("layers", ())
    )


def _used(inputs, role):
    """What of a layer was used, where that was not all."""
    if role == "INCIDENTS":
        return chosen_words(inputs)
    key = {"DENOMINATOR": "DENOMINATOR_FIELD", "ADJUSTMENTS": "ADJUSTMENT_FIELD"}.get(role)
    field = inputs.get("exposure", {}).get(key, "")
    return tr("field ‘{name}’").format(name=field) if field else ""


def chosen_words(inputs):
    """Which of the incidents were meant, where that was not all."""
    said = []
    if inputs.get("date_from") or inputs.get("date_to"):
        first, last = inputs.get("date_from", tr("the first")), inputs.get("date_to", tr("the last"))
        said.append(tr("from {first} to {last}").format(first=first, last=last))
    if inputs.get("incident_filter"):
        said.append(tr("where {expression}").format(expression=inputs["incident_filter"]))
    return ", ".join(said)


def find_report_places(terrain, counts=None, risk=TERRAIN, displaced=None):
    """Compact places of a ScoredTerrain for the report, and their outlines as QgsGeometry, by rank.

    ``counts`` are the incidents of the cells (n_cells,), where they are known, ``displaced`` what moved ones left.
    """
    from ...rtm_plugin.report import ReportPlace
    from ...rtm_plugin.space.outlines import outlines
    from ...rtm_plugin.trust.displacement_words import place_words
    from ...rtm_plugin.use.places import PlaceRules, find_places

    values, mean, sd, expected = terrain.surface(risk)
    if sd == 0:
        return (), []
    grid = terrain.grid
    area = max(PlaceRules.patrol_area / metres_per_unit(terrain.crs) ** 2, grid.cell_size**2)
    rules = PlaceRules(n_places=MOST_PLACES, patrol_area=area)
    places = find_places(grid, values, rules, mean, sd, expected, counts)
    described = []
    for place in places:
        reasons, _, label = why(place, terrain)
        described.append(
            ReportPlace(
                place.rank,
                label,
                len(place.cells),
                len(place.cells) * grid.cell_size**2,
                float(terrain.scores[place.cells].mean()),
                float(terrain.scores[place.cells].max()),
                place.expected,
                place.expected / float(np.sum(expected)),
                place.observed,
                None if counts is None else place.observed / float(np.sum(counts)),
                reasons or "",
                parts_of(terrain, place.cells) if risk != TERRAIN else None,
                "" if displaced is None else place_words(displaced.stays_of(place.cells)),
            )
        )
    return tuple(described), [
        geometry.polygons_geometry(one) for one in outlines(grid, [place.cells for place in places])
    ]


def place_from(feature, units):
    """A place of the report from a feature of the algorithm “Priority places”."""
    from ...rtm_plugin.report import ReportPlace

    value = partial(value_of, feature)
    observed = value("observed")
    return ReportPlace(
        value("rank"),
        value("label") or "",
        value("cells"),
        value("area_ha") * 10_000.0 / units.metres**2,
        value("rrs_mean"),
        value("rrs_max"),
        value("expected"),
        (value("expected_percent") or 0.0) / 100,
        observed,
        None if observed is None else (value("observed_percent") or 0.0) / 100,
        value("factors") or "",
        None if value("here") is None else tuple(map(value, ("landscape", "around", "here"))),
    )


def map_picture(raster, title, outline, place_outlines, crs, risk=TERRAIN, base=()):
    """One of the RISKS of a raster file as a picture, the numbered places on top, the ``base`` layers beneath."""
    from ...rtm_plugin.report import MapPicture

    terrain = map_layers.terrain_layer(raster, title, risk)
    layers = [map_layers.outline_layer(outline, crs), terrain, *base]
    if base:
        let_through(terrain)
    words = [(colour.name(), text) for text, colour in terrain.renderer().legendSymbologyItems()]
    places = None
    if place_outlines:
        places = map_layers.places_layer(range(1, len(place_outlines) + 1), place_outlines, crs)
        layers.insert(0, places)
        words.append(("none", map_layers.place_words()))
    note = ""
    if risk != TERRAIN:
        title = tr("{title}: expected incidents of a cell, given terrain and history").format(title=title)
        note = tr(
            "The map is of expected incidents given terrain and history; what is said of scores is of the terrain."
        )
    return MapPicture(draw_map(layers, terrain.extent(), crs, places, MOST_PLACES), tuple(words), title, note)


def check_title(title):
    """A title on one line, of a length that a heading can have."""
    title = " ".join(title.split())
    if len(title) > 200:
        raise SettingsError(tr("The title has {n} characters; use at most 200.").format(n=len(title)))
    return title


def refit_command(model, addresses=None):
    """What to type to fit a model again; without addresses of its layers, in the folder where they are."""
    outputs = {"RISK_TERRAIN": "risk_terrain.tif", "MODEL_TABLE": "model_table.csv", "MODEL": "model.json"}
    return request_of(model, addresses).command(**outputs)


def terrain_report(run, raster, context):
    """The report of a :class:`ModelRun`; its risk terrain is already in a raster file."""
    from ...rtm_plugin.report import Report, words
    from ...rtm_plugin.report.trust import trust_sections
    from ...rtm_plugin.use.explanation import explain

    terrain, model, crs = run.terrain, run.terrain.model, run.study_area.crs
    units = units_of(crs)
    title = model_title(model)
    numbers = (model.rrs_mean, model.rrs_sd)
    explanation = explain(model, terrain.flags, terrain.rrs)
    scored = ScoredTerrain(
        title, crs, terrain.grid, terrain.rrs, terrain.expected, *numbers, explanation, named_factors(run, context)
    )
    places, place_outlines = find_report_places(scored, terrain.counts, displaced=run.displaced)
    places = tuple(place.without_few(run.request.smallest_count) for place in places)
    return Report(
        model,
        title,
        units,
        map_picture(raster, title, dissolved(run.study_area.shapes), place_outlines, crs),
        n_highest=n_highest_risk(terrain.rrs, *numbers),
        places=places,
        n_places=len(place_outlines),
        sources=sources(model),
        command=refit_command(model, run.addresses),
        versions=versions(),
        verdict=" ".join(model.inputs.get("verdicts", ())),
        recorded=words.recorded(model),
        cut_from=words.cut_from_terrain(),
        smallest=run.request.smallest_count,
        sections=(*trust_sections(model, units.name), *_validation_sections(run)),
    )


def named_factors(run, context):
    """The features of the selected factors with their names, which tell where a place is."""
    saved = SavedModel("", run.terrain.model, run.study_area.crs)
    layers = FactorLayers(open_layers(run.request.factors, context), run.request.factor_field, ("name",))
    return read_model_factors(layers, saved, saved.crs, run.terrain.grid, context, Progress())


def _validation_sections(run):
    if run.judged is None:
        return ()
    from ...rtm_plugin.report.validation import section

    return (section(run.judged, run.later_from.isoformat()),)


def render_report(report, progress):
    """The report as HTML text; raises :class:`MissingPackageError` without Jinja2."""
    from ...rtm_plugin.report import render_report as render

    warn_of_no_charts(progress)
    return render(report)


def warn_of_no_charts(progress):
    """Say in the log what the page says too, where there is nothing to draw charts with."""
    from ...rtm_plugin.report.charts import why_none

    if why_none():
        progress.warn(why_none())

"""What QGIS adds to a model for its report: map, priority places, layers, versions, the command."""

import re
import shlex
from pathlib import Path

import numpy as np
from qgis.core import NULL, QgsProviderRegistry
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...rtm_plugin.errors import SettingsError
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.factors import plain_number
from ..packages import versions
from ..parameters import exposure, model_inputs, periods, resamples
from ..reading.geometry import dissolved
from ..reading.sources import layer_name
from ..units import units_of
from . import map_layers
from .map_picture import draw_map
from .styles import legend

MOST_PLACES = 10
PACKAGES = ("jinja2",)
_ROLES = {
    "STUDY_AREA": tr("Study area"),
    "INCIDENTS": tr("Incidents"),
    "EXCLUDE": tr("Excluded area"),
    "FACTORS": tr("Risk factor"),
}
_DATE_FIELDS = ("date", "month")  # text fields that may hold dates as 2024-05 or 2024-05-17
_DATE_TEXT = re.compile(r"\d{4}-\d{2}(-\d{2})?")


# The layers that went in


def describe_layers(algorithm, parameters, context):
    """The layers of a run for the model's own record (a list of dicts), and the full address of each.

    Both in the order of role, name and source. The record is without folders, which decide nothing and differ
    between machines; an address is '' where the layer is no file.
    """
    found = []
    for place, role in enumerate(_ROLES):
        for layer in _layers(algorithm, parameters, role, context):
            record = {
                "role": role,
                "name": layer_name(layer.name(), layer.source()),
                "source": layer_uri(layer, with_folder=False),
                "features": int(layer.featureCount()),
                "dates": dates_of(layer) if role == "INCIDENTS" else "",
            }
            if role != "FACTORS":  # may be a selection of the layer
                record["features"] = int(algorithm.parameterAsSource(parameters, role, context).featureCount())
            found.append(((place, record["name"], record["source"]), record, layer_uri(layer, with_folder=True)))
    found.sort(key=lambda one: one[0])
    return [record for _, record, _ in found], [address for _, _, address in found]


def _layers(algorithm, parameters, role, context):
    if role == "FACTORS":
        return algorithm.parameterAsLayerList(parameters, role, context)
    layer = algorithm.parameterAsVectorLayer(parameters, role, context)
    return [] if layer is None else [layer]


def layer_uri(layer, with_folder):
    """A file layer's path with the layer in it. Other sources may hold passwords: they are not shown."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = parts.get("path")
    if layer.providerType() not in ("ogr", "delimitedtext", "gdal", "spatialite") or not path:
        return ""
    uri = path if with_folder else Path(path).name
    if parts.get("layerName"):
        uri += f"|layername={parts['layerName']}"
    if parts.get("subset"):
        uri += f"|subset={parts['subset']}"
    return uri


def dates_of(layer):
    """First and last date of a layer's first field of dates, '' where it has none."""
    for index, field in enumerate(layer.fields()):
        has_dates = "date" in field.typeName().lower()
        if not has_dates and field.name().lower() not in _DATE_FIELDS:
            continue
        first, last = (_date_text(value) for value in (layer.minimumValue(index), layer.maximumValue(index)))
        if first and last:
            return f"{first} – {last}"
    return ""


def _date_text(value):
    """A date as 2024-05-17, or 2024-05 where it is such a text; '' for what is no date."""
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    return value if isinstance(value, str) and _DATE_TEXT.fullmatch(value) else ""


def sources(model):
    """The model's record of its layers, for the report."""
    from ...rtm_plugin.report import Source

    return tuple(
        Source(
            _ROLES[layer["role"]],
            layer["name"],
            layer["source"] or tr("not a file"),
            layer["features"],
            layer["dates"],
        )
        for layer in model.inputs.get("layers", ())
    )


# The command


def command(model, addresses=()):
    """What to type to fit a model again; without addresses of its layers, in the folder where they are."""
    settings = model.settings
    layers = model.inputs.get("layers", ())
    options = []
    for layer, address in zip(layers, addresses or [layer["source"] for layer in layers]):
        options.append((layer["role"], address or tr("<{name}: save it as a file>").format(name=layer["name"])))
    if model.inputs.get("factor_field"):
        options.append((model_inputs.FACTOR_FIELD, model.inputs["factor_field"]))
    for key, value in exposure.parameters_of(model).items():
        options += [(key, one) for one in (value if isinstance(value, list) else [value])]
    options += [*periods.parameters_of(model).items(), *resamples.parameters_of(model).items()]
    rows = [
        plain_number(cell) if isinstance(cell, float) else cell
        for spec in model.specs
        for cell in (spec.name, spec.operationalisation, spec.max_blocks, spec.increment, spec.direction)
    ]
    options += [
        (model_inputs.FACTOR_SETTINGS, ",".join(rows)),
        (model_inputs.BLOCK_LENGTH, plain_number(settings.block_length)),
        (model_inputs.CELL_SIZE, plain_number(settings.cell_size)),
        (model_inputs.CELL_RULE, settings.cell_rule),
        ("FAMILIES", "+".join(settings.families)),
        ("FOLDS", settings.folds),
        ("FOLD_KIND", settings.fold_kind),
        ("CV_REPEATS", settings.cv_repeats),
        ("SWAPS", str(settings.swaps).lower()),
        ("P_LIMIT", plain_number(settings.p_limit)),
        ("SEED", settings.seed),
        ("RISK_TERRAIN", "risk_terrain.tif"),
        ("MODEL_TABLE", "model_table.csv"),
        ("MODEL", "model.json"),
    ]
    lines = ["qgis_process run rtm:riskterrainmodel"]
    lines += [f"  {shlex.quote(f'--{key}={value}')}" for key, value in options]
    return " \\\n".join(lines)


# Units


# Places and map


def find_report_places(grid, scores, mean, sd, expected, counts=None, explanation=None, unit="m"):
    """Places above mean + 2 SD: the first for the report, and all of their outlines as QgsGeometry, by rank.

    Parameters
    ----------
    grid : StudyGrid
    scores, expected : (n_cells,) float64
    mean, sd : float
    counts : (n_cells,) int, optional
    explanation : Explanation, optional
        Of the model cells, for what makes each place risky.
    unit : str
        Of lengths, for those words.
    """
    from ...rtm_plugin.report import Place
    from ...rtm_plugin.space.outlines import outlines
    from ...rtm_plugin.use.explanation import place_words
    from ...rtm_plugin.use.places import PlaceRules, find_places

    if sd == 0:
        return (), []
    places = find_places(grid, scores, PlaceRules(), mean, sd, expected, counts)
    described = []
    for place in places[:MOST_PLACES]:
        x, y = grid.centroids[place.cells].mean(axis=0)
        described.append(
            Place(
                place.rank,
                tr("Around {x}, {y}").format(x=round(x), y=round(y)),
                len(place.cells),
                len(place.cells) * grid.cell_size**2,
                place.score_mean,
                place.score_max,
                place.expected,
                place.expected / float(np.sum(expected)),
                place.observed,
                None if counts is None else place.observed / float(np.sum(counts)),
                "" if explanation is None else place_words(explanation.of_place(place.cells), unit),
            )
        )
    return tuple(described), [map_layers.polygons_geometry(one) for one in outlines(grid, places)]


def place_from(feature, units):
    """A place of the report from a feature of the algorithm “Priority places”."""
    from ...rtm_plugin.report import Place

    def value(name):
        index = feature.fields().lookupField(name)
        found = feature.attribute(index) if index >= 0 else None
        return None if found is None or found == NULL else found

    observed = value("observed")
    return Place(
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
    )


def map_picture(raster, title, outline, place_outlines, crs, mean, sd):
    """The risk terrain of a raster file as a picture, the top layer being the numbered places."""
    from ...rtm_plugin.report import MapPicture

    terrain = map_layers.terrain_layer(raster, title)
    layers = [map_layers.outline_layer(outline, crs), terrain]
    words = [(colour, text) for _, colour, text in legend(mean, sd)]
    if place_outlines:
        ranks = range(1, len(place_outlines) + 1)
        layers.insert(0, map_layers.places_layer(ranks, place_outlines, crs, MOST_PLACES))
        words.append(("none", map_layers.PLACE_WORDS))
    return MapPicture(draw_map(layers, terrain.extent(), crs), tuple(words), title)


def check_title(title):
    """A title on one line, of a length that a heading can have."""
    title = " ".join(title.split())
    if len(title) > 200:
        raise SettingsError(f"The title has {len(title)} characters; use at most 200.")
    return title


def terrain_report(terrain, raster, study_area, addresses):
    """The report of a model that was just fitted; its risk terrain is already in a raster file."""
    from ...rtm_plugin.report import Report
    from ...rtm_plugin.use.explanation import explain

    model, crs = terrain.model, study_area.crs
    units = units_of(crs)
    title = default_title(model)
    numbers = (model.rrs_mean, model.rrs_sd)
    places, place_outlines = find_report_places(
        terrain.grid,
        terrain.rrs,
        *numbers,
        terrain.expected,
        terrain.counts,
        explain(model, terrain.flags, terrain.rrs),
        units.name,
    )
    return Report(
        model,
        title,
        units,
        map_picture(raster, title, dissolved(study_area.shapes), place_outlines, crs, *numbers),
        n_highest=int((terrain.rrs > model.highest_risk_threshold).sum()) if model.selected else 0,
        places=places,
        n_places=len(place_outlines),
        sources=sources(model),
        command=command(model, addresses),
        versions=versions(),
        sections=trust_sections(model, units),
    )


def trust_sections(model, units):
    """What the report says about stability and diagnostics, as far as the model remembers them."""
    from ...rtm_plugin.report.trust import trust_sections as sections

    return sections(model, units.name)


def render_report(report):
    """The report as HTML text; raises :class:`MissingPackageError` without Jinja2."""
    from ...rtm_plugin.report import render_report as render

    return render(report)


def default_title(model):
    return f"{model.inputs.get('incidents', tr('Incidents'))} · {model.inputs.get('study_area', '')}".strip(" ·")

"""What a batch is asked for, and the runs that this makes: study areas times types of incidents."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsFeatureRequest

from ...rtm_plugin.errors import IncidentError, RtmError, SettingsError
from ...rtm_plugin.names import readable
from ...rtm_plugin.translation import tr
from ..model_request import ModelRequest
from ..model_run import check_area_and_factors
from ..reading.batch_layers import address_of, content_of, read_named_areas, read_types
from ..reading.chosen_features import filter_expression
from ..reading.geometry import extent_of
from ..reading.layer_records import describe_layers
from ..reading.sources import check_has_crs, check_projected, layer_name, open_layer, open_layers, open_source
from ..writing.geopackage import add_layers, check_name
from ..writing.report import chosen_words
from .folder import (
    FACTORS,
    INCIDENTS,
    USUAL,
    BatchRun,
    FolderNames,
    check_folder,
    check_outside,
    digests_of,
    files_of,
)


@dataclass(frozen=True)
class BatchRequest:
    """What is asked of a batch.

    Attributes
    ----------
    model : ModelRequest
        What holds for all runs; its study area holds the study areas.
    incidents : tuple
        Layers, each a type.
    folder : str
    name_field, type_field : str
    types : tuple of str
        Values of the type field; none for all.
    leaves : tuple of str
        Of :data:`.FILES`.
    """

    model: ModelRequest
    incidents: tuple
    folder: str
    name_field: str = ""
    type_field: str = ""
    types: tuple = ()
    leaves: tuple = USUAL


@dataclass(frozen=True)
class Plan:
    """The runs of a batch, type by type, and its areas.

    Attributes
    ----------
    folder : pathlib.Path
    runs : tuple of BatchRun
    areas : dict of name: NamedArea
    kind : QgsWkbTypes.Type
        Of their layer.
    crs : QgsCoordinateReferenceSystem
    title : str
    sources : tuple of (what, which)
        What went in.
    """

    folder: Path
    runs: tuple
    areas: dict
    kind: Any
    crs: Any
    title: str
    sources: tuple


@dataclass(frozen=True)
class _Type:
    """A type of incidents: its name, the number of its layer, and the value that its features have in the field."""

    name: str
    layer: int
    value: str = ""


def check_batch(asked, context):
    """Everything that can be said about a request without reading features. Raises ``RtmError``."""
    check_folder(asked.folder)
    if not asked.model.study_area:
        raise RtmError(tr("No study areas are given: choose their layer, or a setup file that names one."))
    layers = [*(one for one in asked.model.layers()), *asked.incidents]
    check_outside(asked.folder, [one for one in (address_of(value, context) for value in layers) if one])
    source, name = open_source("STUDY_AREAS", asked.model.study_area, context)
    check_projected(tr("Layer of study areas"), name, source.sourceCrs(), extent_of(source))
    check_area_and_factors(asked.model, context)
    for layer in _incident_layers(asked, context):
        check_has_crs(tr("Incidents"), layer_name(layer.name(), layer.source()), layer.crs())
    if asked.types and not asked.type_field:
        raise SettingsError(tr("Types are chosen, but no field that holds them: give the type field, too."))


def make_plan(asked, context, progress, stage):
    """The :class:`Plan` of a :class:`BatchRequest`.

    Layers that no other process can read as they are here are copied into the batch's folder, through ``stage``.

    Raises
    ------
    RtmError
        A layer cannot be read, a field is missing, two types have one name, or a layer's copy cannot be written.
    Cancelled
    """
    folder = Path(asked.folder)
    source, name = open_source("STUDY_AREAS", asked.model.study_area, context)
    areas = read_named_areas(source, name, asked.name_field, context, progress.part(0.0, 0.2))
    layers = _incident_layers(asked, context)
    types = _types(asked, layers)
    contents = _contents(asked, layers, context, progress.part(0.2, 0.9))
    request = replace(
        asked.model.with_layers(lambda one: address_of(one, context) or one),
        study_area=None,
        factors=_in_files(open_layers(asked.model.factors, context), folder / FACTORS, context, stage),
    )
    incidents = _in_files(layers, folder / INCIDENTS, context, stage)
    progress(0.95)
    folders, runs, sources = FolderNames(), [], [(tr("Study areas"), name)]
    asked_of = {key: value for key in ("incident_filter", "date_from", "date_to") if (value := getattr(request, key))}
    places = {area.name: (folder / folders(area.name), FolderNames()) for area in areas}
    for one in types:
        of_type = replace(request, incidents=incidents[one.layer], study_area=None)
        if one.value:
            of_type = _with_filter(of_type, layers[one.layer], asked.type_field, one.value)
        filter_expression(of_type.incident_filter, one.name, layers[one.layer].fields())
        settings = of_type.with_layers(lambda layer: None).parameters()
        records, _ = describe_layers(
            replace(of_type, incidents=layers[one.layer], factors=asked.model.factors), context
        )
        dates = next(record["dates"] for record in records if record["role"] == "INCIDENTS")
        sources.append((tr("Incidents"), ", ".join(filter(None, (one.name, dates, chosen_words(asked_of))))))
        data = [records, contents[0][one.layer], contents[1]]
        for area in areas:
            place, names = places[area.name]
            made_from = digests_of(
                area=[area.name, area.digest(), source.sourceCrs().toWkt()],
                data=data,
                settings=[settings, sorted(asked.leaves)],
            )
            runs.append(
                BatchRun(area.name, one.name, place / names(one.name), of_type, made_from, files_of(asked.leaves))
            )
    factors = [layer_name(one.name(), one.source()) for one in open_layers(asked.model.factors, context)]
    sources += [(tr("Risk factor"), one) for one in factors]
    title = " · ".join(readable(one) for one in [*(one.name for one in types), name])
    return Plan(
        folder,
        tuple(runs),
        {area.name: area for area in areas},
        source.wkbType(),
        source.sourceCrs(),
        title,
        tuple(sources),
    )


def _incident_layers(asked, context):
    layers = []
    for value in asked.incidents:
        layer = open_layer(value, context)
        if layer is None:
            raise RtmError(tr("Incidents '{value}' cannot be read: check the path.").format(value=value))
        layers.append(layer)
    if not layers:
        raise IncidentError(tr("No incidents are given: choose their layers, or a setup file that names them."))
    return layers


def _types(asked, layers):
    """Every :class:`_Type`, layer by layer."""
    found = []
    for number, layer in enumerate(layers):
        name = layer_name(layer.name(), layer.source())
        if not asked.type_field:
            found.append(_Type(name, number))
            continue
        for value in read_types(layer, asked.type_field, asked.types):
            found.append(_Type(value if len(layers) == 1 else f"{name}: {value}", number, value))
    names = [one.name for one in found]
    for one in names:
        if names.count(one) > 1:
            raise RtmError(tr("Two types of incidents are called '{name}': rename one of the layers.").format(name=one))
    return found


def _with_filter(request, layer, type_field, value):
    """A request for the incidents of one type, among those that it asks for anyway."""
    name = layer.fields()[layer.fields().lookupField(type_field)].name().replace('"', '""')
    text = value.replace("'", "''")
    chosen = f"\"{name}\" = '{text}'"
    if request.incident_filter:
        chosen = f"{chosen} AND ({request.incident_filter})"
    return replace(request, incident_filter=chosen)


def _contents(asked, layers, context, progress):
    """Digests of each layer of incidents, and of all other layers by role and order."""
    request = asked.model
    factors = open_layers(request.factors, context)
    roles = (
        *(("FACTORS", one, (request.factor_field,)) for one in factors),
        ("EXCLUDE", open_layer(request.exclude, context), ()),
        ("DENOMINATOR", open_layer(request.denominator, context), (request.denominator_field,)),
        *(("ADJUSTMENTS", one, (request.adjustment_field,)) for one in open_layers(request.adjustments, context)),
    )
    roles = [one for one in roles if one[1] is not None]
    total = len(layers) + len(roles)
    of_incidents = []
    for number, layer in enumerate(layers):
        expression = filter_expression(request.incident_filter, layer.name(), layer.fields())
        columns = set() if expression is None else set(expression.referencedColumns())
        columns = (
            None if QgsFeatureRequest.ALL_ATTRIBUTES in columns else {*columns, request.period_field, asked.type_field}
        )
        step = progress.part(number / total, (number + 1) / total)
        of_incidents.append(content_of(layer, columns, context, step))
    others = []
    for number, (role, layer, columns) in enumerate(roles, len(layers)):
        step = progress.part(number / total, (number + 1) / total)
        others.append([role, content_of(layer, columns, context, step)])
    return of_incidents, sorted(others)


def _in_files(layers, path, context, stage):
    """Addresses of layers; those that have none are copied to a GeoPackage first."""
    found = [address_of(one, context) for one in layers]
    copied = [layer for layer, address in zip(layers, found) if address is None]
    names = [layer_name(one.name(), one.source()) for one in copied]
    for name in names:
        check_name(name)
        if names.count(name) > 1:
            raise RtmError(tr("Two layers are called '{name}': rename one of them.").format(name=name))
    if copied:
        clones = [one.clone() for one in copied]
        for clone, name in zip(clones, names):
            clone.setName(name)
        add_layers(stage(path), clones, context)
    return tuple(
        f"{path}|layername={layer_name(layer.name(), layer.source())}" if address is None else address
        for layer, address in zip(layers, found)
    )

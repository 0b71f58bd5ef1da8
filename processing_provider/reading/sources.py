"""Reading the user's layers: the study area, what is excluded from it, the incidents."""

import math
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameters,
    QgsProviderRegistry,
    QgsUnitTypes,
)

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.space.shapes import Shapes
from ...rtm_plugin.translation import tr
from .. import units
from .geometry import GeometryCollector, dissolved, extent_of
from .personal_fields import tell_personal_fields

_UNDEFINED = "Undefined "  # how a GeoPackage says that it knows no CRS: QGIS takes it for one
_EVERY = 1000  # features between two looks at the cancel button: far below a tenth of a second
_LARGEST_ERROR = 0.01  # of lengths in a CRS; national grids and UTM zones keep a tenth of it
_MOST_DEGREES = 180.0
# National grids by longitude and latitude (west, south, east, north); elsewhere the UTM zone. The first that
# holds the place is taken, so Ireland stands before Great Britain.
_NATIONAL_GRIDS = (
    ("EPSG:2157", -10.8, 51.3, -5.4, 55.5),
    ("EPSG:27700", -8.7, 49.8, 1.8, 61.0),
)


@dataclass(frozen=True)
class StudyArea:
    """Where the model is made: its polygons and the CRS that everything is computed in."""

    name: str
    crs: QgsCoordinateReferenceSystem
    shapes: Shapes
    area: float  # square map units


def layer_name(name, uri):
    """What people call a layer: of ``file.gpkg|layername=pubs``, where QGIS says file, that is pubs."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", uri) if isinstance(uri, str) else {}
    path, inner = parts.get("path"), parts.get("layerName")
    if not isinstance(path, str) or not path:
        return name
    file_names = (Path(path).stem, Path(path).name.split(".")[0])
    if name not in file_names:
        return name  # the user's own
    return inner if isinstance(inner, str) and inner else file_names[0]


def open_source(key, value, context):
    """The feature source that a parameter's value names, and its name.

    ``value`` is what Processing takes: a path, the id of a layer, the layer itself, or a selection of it. Raises
    :class:`RtmError` where it cannot be read.
    """
    definition = QgsProcessingParameterFeatureSource(key)
    source = QgsProcessingParameters.parameterAsSource(definition, {key: value}, context)
    if source is None:
        raise RtmError(QgsProcessingAlgorithm.invalidSourceError({key: value}, key))
    return source, source_name(source, value)


def open_layers(value, context):
    """The layers that the value of a parameter of several layers names; those that cannot be read are left out."""
    definition = QgsProcessingParameterMultipleLayers("LAYERS", "", QgsProcessing.SourceType.TypeMapLayer)
    value = list(value) if isinstance(value, tuple) else value  # of which QGIS makes nothing
    return QgsProcessingParameters.parameterAsLayerList(definition, {"LAYERS": value}, context) or []


def open_layer(value, context):
    """The layer that a parameter's value names, or None."""
    return QgsProcessingParameters.parameterAsLayer(QgsProcessingParameterMapLayer("LAYER"), {"LAYER": value}, context)


def source_name(source, value):
    """Name of a feature source, given the parameter's raw value."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    return layer_name(source.sourceName(), value)


def check_has_crs(what, name, crs):
    """Raise :class:`RtmError` where a layer does not say where its coordinates are."""
    if not crs.isValid() or crs.description().startswith(_UNDEFINED):
        raise RtmError(
            tr("{what} '{name}' has no coordinate reference system: set the one that its coordinates are in.").format(
                what=what, name=name
            )
        )


def check_projected(what, name, crs, extent, remedy=None):
    """Raise :class:`RtmError` unless the CRS measures in lengths, and those are true within the extent.

    ``remedy`` says what to do, with a place for a CRS; by default to reproject the layer.
    """
    check_has_crs(what, name, crs)
    remedy = remedy or tr("reproject it, for example to {suggested}")
    is_in_degrees = crs.isGeographic() or crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceDegrees
    if is_in_degrees or units.is_geocentric(crs):
        raise RtmError(
            tr("{what} '{name}' has no projected CRS ({crs}, {unit}): {remedy}.").format(
                what=what,
                name=name,
                crs=units.crs_words(crs),
                unit=tr("degrees") if is_in_degrees else tr("geocentric"),
                remedy=remedy.format(suggested=_suggested_crs(extent.center() if is_in_degrees else None)),
            )
        )
    scale = units.worst_scale(crs, extent)
    if _is_true(scale):
        return
    suggested = _suggested_crs(_moved(extent.center(), crs, QgsCoordinateReferenceSystem("EPSG:4326")))
    if not _would_be_true(suggested, crs, extent):
        remedy = tr("no CRS suits so large an extent, so look for features that are far off, or use a smaller area")
    error = abs(scale - 1)
    raise RtmError(
        tr("{what} '{name}' has a CRS ({crs}) whose lengths are up to {percent}% too {long} there: {remedy}.").format(
            what=what,
            name=name,
            crs=units.crs_words(crs),
            percent=f"{100 * error:.2g}" if error < 1 else f"{100 * error:.0f}",
            long=tr("long") if scale > 1 else tr("short"),
            remedy=remedy.format(suggested=suggested),
        )
    )


def _is_true(scale):
    return scale is None or abs(scale - 1) <= _LARGEST_ERROR


def _would_be_true(authid, crs, extent):
    """Whether lengths would be true in another CRS, as far as that can be told."""
    other = QgsCoordinateReferenceSystem(authid)
    there = _moved(extent, crs, other) if other.isValid() else None
    return there is None or _is_true(units.worst_scale(other, there))


def _moved(place, source, destination):
    """A point or a rectangle in another CRS, None where it has no place there."""
    try:
        return QgsCoordinateTransform(source, destination, QgsCoordinateTransformContext()).transform(place)
    except QgsCsException:
        return None


def _suggested_crs(place):
    """A projected CRS that suits a place, a point in degrees or None."""
    if place is None or not (abs(place.x()) <= _MOST_DEGREES and abs(place.y()) <= _MOST_DEGREES / 2):
        return tr("the UTM zone of the area")
    lon, lat = place.x(), place.y()
    for authid, west, south, east, north in _NATIONAL_GRIDS:
        if west <= lon <= east and south <= lat <= north:
            return authid
    zone = min(max(math.floor((lon + 180) / 6) + 1, 1), 60)
    return f"EPSG:{32600 + zone if lat >= 0 else 32700 + zone}"


# Layers with more features are asked only for what lies near the study area (a national layer, say); of smaller ones
# every feature is read, so that features without a geometry can be counted.
LARGE = 300_000


def request_in(crs, context, attributes=(), expression=""):
    """A request for geometries in a CRS with no more than the given attributes (their indices).

    With an expression, only for the features for which it is true.
    """
    request = QgsFeatureRequest()
    if expression:
        request.setFilterExpression(expression)
    request.setSubsetOfAttributes(list(attributes))
    request.setDestinationCrs(crs, context.transformContext())
    return request


def features_of(source, request, progress):
    """The features of a layer or feature source. Invalid geometries are ours to count, not QGIS's to refuse."""
    unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    settings = (request, unchecked) if isinstance(source, QgsProcessingFeatureSource) else (request,)
    total = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures(*settings)):
        if number % _EVERY == 0:
            progress(min(number / total, 1.0))
        yield feature


def collect(source, kind, crs, context, progress, expression=""):
    """All geometries of a feature source in a CRS, or those for which an expression is true."""
    collector = GeometryCollector(kind)
    for feature in features_of(source, request_in(crs, context, (), expression), progress):
        collector.add(feature.geometry())
    return collector


def warn_of_skipped(what, name, collector, progress):
    if collector.complaint():
        progress.warn(f"{what} '{name}': {collector.complaint()}.")


def polygons_in(what, source, name, crs, context, progress):
    """Shapes of a source's polygons in a CRS; raises :class:`RtmError` where there is none."""
    collector = collect(source, "polygon", crs, context, progress)
    warn_of_skipped(what, name, collector, progress)
    shapes = collector.shapes()
    if shapes.is_empty:
        problem = tr("has no feature") if collector.n_features == 0 else tr("has no usable polygon")
        raise RtmError(
            tr("{what} '{name}' {problem}: choose a polygon layer with at least one (valid) feature.").format(
                what=what, name=name, problem=problem
            )
        )
    return shapes


def read_study_area(source, name, context, progress):
    """The study area. Raises :class:`RtmError` for no CRS, one without true lengths, or no polygon."""
    crs = source.sourceCrs()
    check_projected(tr("Study area"), name, crs, extent_of(source))
    shapes = polygons_in(tr("Study area"), source, name, crs, context, progress)
    return StudyArea(name, crs, shapes, dissolved(shapes).area())


def read_boundary(study_area, crs, context, progress):
    """Name of the study area and its Shapes, from the value of its parameter, in the CRS of cells that are there."""
    source, name = open_source("STUDY_AREA", study_area, context)
    check_has_crs(tr("Study area"), name, source.sourceCrs())
    return name, polygons_in(tr("Study area"), source, name, crs, context, progress)


def read_area(study_area, exclude, context, progress):
    """The study area, and the Shapes to exclude from it (None without any), from the values of their parameters."""
    source, name = open_source("STUDY_AREA", study_area, context)
    area = read_study_area(source, name, context, progress)
    if exclude in (None, ""):
        return area, None
    source, name = open_source("EXCLUDE", exclude, context)
    return area, read_exclusion(source, name, area, context, progress)


def read_exclusion(source, name, study_area, context, progress):
    """Polygons to exclude, dissolved: a cell that two of them cover together is covered."""
    check_has_crs(tr("Excluded area"), name, source.sourceCrs())
    shapes = polygons_in(tr("Excluded area"), source, name, study_area.crs, context, progress)
    collector = GeometryCollector("polygon")
    collector.add(dissolved(shapes))
    return collector.shapes()


def read_incidents(source, name, crs, context, progress, expression=""):
    """Coordinates (m, 2) of the incidents in a CRS, or of those for which an expression is true.

    Raises :class:`IncidentError` where there is none.
    """
    check_has_crs(tr("Incidents"), name, source.sourceCrs())
    tell_personal_fields(source, name, progress, expression=expression)
    collector = collect(source, "point", crs, context, progress, expression)
    warn_of_skipped(tr("Incidents"), name, collector, progress)
    if collector.is_empty and expression and not collector.n_features:
        raise IncidentError(
            tr("Incidents '{name}' have none for which the filter '{expression}' is true: correct it.").format(
                name=name, expression=expression
            )
        )
    if collector.is_empty:
        problem = tr("has no feature") if collector.n_features == 0 else tr("has no usable point")
        raise IncidentError(
            tr("Incidents '{name}' {problem}: choose a point layer that holds the incidents.").format(
                name=name, problem=problem
            )
        )
    return collector.shapes().vertices

"""Rates: the layer that incidents are in proportion to, and the layers that are allowed for."""

import math

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsLineString,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...rtm_plugin.errors import ExposureError
from ...rtm_plugin.files.numbers import number_in
from ...rtm_plugin.space.shapes import Shapes
from ...rtm_plugin.translation import tr
from .geometry import SHAPE_NAMES, GeometryCollector
from .rasters import band_values, open_raster
from .sources import check_has_crs, features_of, layer_name, open_layer, open_layers, request_in, warn_of_skipped

_MOST_PIXELS = 2_000_000  # that are reprojected one by one
_MARGIN = 0.02  # of the study area's extent, beyond it: no cell lies farther out by more than its own size


def read_exposure(request, study_area, cell_size, context, progress):
    """Denominator and adjustments of a :class:`ModelRequest` as an :class:`.Exposure`; None without either.

    Raises
    ------
    ExposureError
        A layer is of the wrong kind, has no CRS, or its field is missing or no number.
    """
    from ...rtm_plugin.space.exposure import Exposure

    layer = open_layer(request.denominator, context)
    if layer is None and request.denominator not in (None, ""):
        raise ExposureError(
            tr("The denominator '{denominator}' cannot be read: check its path.").format(
                denominator=request.denominator
            )
        )
    others = open_layers(request.adjustments, context)
    if layer is None and not others:
        return None
    place = _Place(study_area, cell_size, context)
    denominator, name = None, ""
    if layer is not None:
        name = layer_name(layer.name(), layer.source())
        denominator = place.read(layer, name, request.denominator_field, "denominator", progress.part(0.0, 0.5))
    names = [layer_name(other.name(), other.source()) for other in others]
    for other_name in names:
        if names.count(other_name) > 1:
            raise ExposureError(
                tr("Two adjustments are called '{other_name}': rename one of the layers.").format(other_name=other_name)
            )
    adjustments = {}
    for number, (other, other_name) in enumerate(zip(others, names)):
        step = progress.part(0.5 + 0.5 * number / len(others), 0.5 + 0.5 * (number + 1) / len(others))
        adjustments[other_name] = place.read(other, other_name, request.adjustment_field, "adjustment", step)
    return Exposure(denominator, name, tuple(sorted(adjustments.items())))


def remember_exposure(request, context):
    """What the model remembers of them: the parameters, with layers by name."""
    layer = open_layer(request.denominator, context)
    others = open_layers(request.adjustments, context)
    found = {
        "DENOMINATOR": "" if layer is None else layer_name(layer.name(), layer.source()),
        "ADJUSTMENTS": sorted(layer_name(other.name(), other.source()) for other in others),
        "DENOMINATOR_FIELD": request.denominator_field,
        "ADJUSTMENT_FIELD": request.adjustment_field,
    }
    found = {key: value for key, value in found.items() if value}
    return {"exposure": found} if found else {}


def _role_words(role):
    return {"denominator": tr("Denominator"), "adjustment": tr("Adjustment")}[role]


class _Place:
    """Reads layers in the CRS of a study area, as far as its cells reach."""

    def __init__(self, study_area, cell_size, context):
        self.crs = study_area.crs
        self.context = context
        x_min, y_min, x_max, y_max = study_area.shapes.bounds
        margin = 2 * cell_size + _MARGIN * max(x_max - x_min, y_max - y_min)
        self.bounds = (x_min - margin, y_min - margin, x_max + margin, y_max + margin)

    def read(self, layer, name, field, role, progress):
        """A source of the exposure module."""
        what = _role_words(role)
        check_has_crs(what, name, layer.crs())
        if isinstance(layer, QgsRasterLayer):
            return self._raster(layer, name, role)
        kind = SHAPE_NAMES.get(layer.geometryType()) if isinstance(layer, QgsVectorLayer) else None
        if kind == "point" and role == "denominator":
            return self._points(layer, what, name, progress)
        if kind == "polygon":
            return self._areas(layer, what, name, field, progress)
        kinds = tr("points, polygons or a raster") if role == "denominator" else tr("polygons or a raster")
        is_vector = isinstance(layer, QgsVectorLayer)
        geometry = QgsWkbTypes.displayString(layer.wkbType()) if is_vector else tr("no geometry")
        raise ExposureError(
            tr("{what} '{name}' has {geometry}: use {kinds}.").format(
                what=what, name=name, geometry=geometry, kinds=kinds
            )
        )

    def _points(self, layer, what, name, progress):
        from ...rtm_plugin.space.exposure import Points

        collector = GeometryCollector("point")
        for feature in features_of(layer, request_in(self.crs, self.context), progress):
            collector.add(feature.geometry())
        warn_of_skipped(what, name, collector, progress)
        return Points(collector.shapes().vertices)

    def _areas(self, layer, what, name, field, progress):
        from ...rtm_plugin.space.exposure import Areas

        index = layer.fields().lookupField(field)
        if index < 0:
            choices = ", ".join(one.name() for one in layer.fields() if one.isNumeric()) or tr("there is none")
            asked = tr("has no field '{field}'").format(field=field) if field else tr("needs a field with its numbers")
            raise ExposureError(
                tr("{what} '{name}' {asked}: choose one of its number fields ({choices}).").format(
                    what=what, name=name, asked=asked, choices=choices
                )
            )
        request = request_in(self.crs, self.context, [index])
        polygons, owners, values, n_without = polygons_with(
            layer, request, lambda feature: number_of(feature.attribute(index)), what, name, progress
        )
        if n_without:
            progress.warn(
                tr("{what} '{name}': {n_without:,} features without a number in '{field}' are left out.").format(
                    what=what, name=name, n_without=n_without, field=field
                )
            )
        if not polygons:
            raise ExposureError(
                tr("{what} '{name}' has no polygon with a number in '{field}': choose another field.").format(
                    what=what, name=name, field=field
                )
            )
        return Areas(Shapes.polygons(polygons), np.array(values), np.array(owners, dtype=np.int64))

    def _raster(self, layer, name, role):
        """The first band, as far as it reaches the study area."""
        from ...rtm_plugin.space.exposure import Areas, Raster

        what = _role_words(role)
        source = open_raster(layer.source())
        if source is None:
            raise ExposureError(
                tr("{what} '{name}' is no raster file: save it as a GeoTIFF.").format(what=what, name=name)
            )
        steps = source.GetGeoTransform()
        to_pixels = gdal.InvGeoTransform(steps)
        if to_pixels is None or not np.isfinite([steps, to_pixels]).all():
            raise ExposureError(
                tr("{what} '{name}' does not say where its pixels lie: save it as a GeoTIFF with its place.").format(
                    what=what, name=name
                )
            )
        x0, width, shear_x, y0, shear_y, height = steps
        straight = layer.crs() == self.crs and not shear_x and not shear_y and width > 0 > height
        transform = QgsCoordinateTransform(self.crs, layer.crs(), self.context.transformContext())
        try:
            window = _window(transform.transformBoundingBox(QgsRectangle(*self.bounds)), to_pixels, source)
        except QgsCsException:  # the study area is nowhere in the raster's CRS
            window = (0, 0, 0, 0)
        col, row, n_cols, n_rows = window
        if n_cols <= 0 or n_rows <= 0:
            raise ExposureError(
                tr("{what} '{name}' does not reach the study area: use one that covers it.").format(
                    what=what, name=name
                )
            )
        values = band_values(source.GetRasterBand(1), name, window)
        if straight:
            return Raster(values, x0 + col * width, y0 + row * height, width, -height)
        known = np.flatnonzero(np.isfinite(values))
        if len(known) > _MOST_PIXELS:
            raise ExposureError(
                tr(
                    "{what} '{name}' has {n_known:,} pixels in another CRS than the study area's: reproject it first."
                ).format(what=what, name=name, n_known=len(known))
            )
        # each pixel is an area of its own, so that nothing is resampled
        pixel_row, pixel_col = np.divmod(known, n_cols)
        u = col + pixel_col[:, None] + np.array([0, 1, 1, 0, 0])
        v = row + pixel_row[:, None] + np.array([0, 0, 1, 1, 0])
        outline = QgsLineString(
            (x0 + u * width + v * shear_x).ravel().tolist(), (y0 + u * shear_y + v * height).ravel().tolist()
        )
        outline.transform(QgsCoordinateTransform(layer.crs(), self.crs, self.context.transformContext()))
        vertices = np.frombuffer(outline.asWkb().data()[9:], dtype="<f8").reshape(-1, 2).astype(np.float64)
        starts = np.arange(0, len(vertices) + 1, 5)
        shapes = Shapes("polygon", vertices, starts, np.arange(len(known)), len(known))
        return Areas.of(shapes, values.ravel()[known])


def _window(extent, to_pixels, source):
    """(column, row, columns, rows) of the pixels of a raster that lie in an extent."""
    xs, ys = (extent.xMinimum(), extent.xMaximum()), (extent.yMinimum(), extent.yMaximum())
    corners = np.array([gdal.ApplyGeoTransform(to_pixels, x, y) for x in xs for y in ys])
    if not np.isfinite(corners).all():
        return 0, 0, 0, 0
    size = source.RasterXSize, source.RasterYSize
    first = np.clip(np.floor(corners.min(axis=0)), 0, size).astype(int)
    beyond = np.clip(np.ceil(corners.max(axis=0)), 0, size).astype(int)
    return (*first.tolist(), *(beyond - first).tolist())


def polygons_with(source, request, read, what, name, progress):
    """Polygons of the features of which ``read``, a callable(QgsFeature), tells something.

    Returns
    -------
    polygons : list, a polygon each
    owners : list of int
        Place among what was told of the feature that each polygon belongs to.
    told : list
    n_without : int
        Features of which nothing is told: None.
    """
    polygons, owners, told, n_without = [], [], [], 0
    complaints = GeometryCollector("polygon")
    for feature in features_of(source, request, progress):
        value = read(feature)
        if value is None:
            n_without += 1
            continue
        one = GeometryCollector("polygon")
        one.add(feature.geometry())
        complaints.add(feature.geometry())
        parts = polygons_of(one.shapes())
        polygons += parts
        owners += [len(told)] * len(parts)
        told.append(value)
    warn_of_skipped(what, name, complaints, progress)
    return polygons, owners, told, n_without


def polygons_of(shapes):
    """Each polygon's rings, exterior first."""
    found = {}
    for start, stop, number in zip(shapes.starts[:-1], shapes.starts[1:], shapes.polygon.tolist()):
        found.setdefault(number, []).append(shapes.vertices[start:stop])
    return list(found.values())


def number_of(value):
    """A field's value as a finite number, or None."""
    if isinstance(value, str):
        return number_in(value)
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None

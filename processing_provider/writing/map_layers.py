"""The layers of a drawn map: risk terrain, outline of the study area, priority places."""

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsFillSymbol,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor, QPainter

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ..fields import INTEGER, make_fields
from ..reading.geometry import polygons_geometry
from ..reading.priority_places import RANK
from ..reading.scored_terrain import TERRAIN
from ..reading.sources import layer_name
from .styles import paint_risk_terrain
from .tables import Table, memory_layer

_GREY = "#a0a0a0"


def raster_layer(path, name):
    """A raster file as a QgsRasterLayer that is going to be painted.

    Its first look, by QGIS, asks for the histogram of every band. GDAL has none of a band that is the same everywhere,
    and would say so in the midst of a run in which nothing is wrong.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return QgsRasterLayer(str(path), name)
    finally:
        gdal.PopErrorHandler()


def terrain_layer(path, name, risk=TERRAIN):
    """A risk terrain's raster, painted for a drawn map of one of RISKS. Raises :class:`RtmError`: it cannot be read."""
    layer = raster_layer(path, name)
    if not layer.isValid():
        raise RtmError(tr("Risk terrain '{name}' cannot be read as a raster: choose a GeoTIFF.").format(name=name))
    paint_risk_terrain(layer, risk)
    layer.setBlendMode(QPainter.CompositionMode.CompositionMode_SourceOver)  # else a PDF's lines and letters are pixels
    return layer


def place_words():
    """What the outlines of priority places are called in a legend."""
    return tr("Priority place, with its rank")


def outline_layer(geometry, crs, scale=1.0):
    """The study area as a line around it, from one QgsGeometry; ``scale`` is that of line widths."""
    layer = memory_layer(tr("Study area"), _polygons(crs, [], [()], [geometry]))
    paint_outline(layer, scale)
    return layer


def as_they_look(layers, project, paint=None):
    """Copies of layers for a drawn map: as they look in the project, or else as their files say.

    What has no look of its own is painted by ``paint``, a callable(QgsVectorLayer, its number), or becomes grey: QGIS
    would draw lots for its colours.
    """
    copies = []
    for number, layer in enumerate(layers):
        copy = layer.clone()
        if project is None or project.mapLayer(layer.id()) is None:
            copy.setName(layer_name(layer.name(), layer.source()))
            _, has_look = copy.loadDefaultStyle()
            if not has_look and isinstance(copy, QgsVectorLayer):
                (paint or _paint_grey)(copy, number)
        copies.append(copy)
    return copies


def places_layer(ranks, geometries, crs):
    """Outlines of priority places, with their ranks."""
    layer = memory_layer(place_words(), _polygons(crs, [(RANK, INTEGER)], [(rank,) for rank in ranks], geometries))
    paint_places(layer)
    return layer


def mask_outline(grid):
    """The edge of a grid's model cells, as one QgsGeometry of polygons."""
    from ...rtm_plugin.space.outlines import outlines

    return polygons_geometry(outlines(grid, [np.arange(grid.n_cells)])[0])


def paint_outline(layer, scale=1.0):
    symbol = QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": "#404040",
            "outline_width": str(0.3 * scale),
            "outline_width_unit": "MM",
        }
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def paint_places(layer, scale=1.0):
    """Black on white around each place, so that it shows on any colour."""
    symbol = QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": "#ffffff",
            "outline_width": str(0.8 * scale),
            "outline_width_unit": "MM",
        }
    )
    black = QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": "#000000",
            "outline_width": str(0.4 * scale),
            "outline_width_unit": "MM",
        }
    )
    symbol.appendSymbolLayer(black.takeSymbolLayer(0))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def _paint_grey(layer, _number):
    if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": _GREY, "outline_width": "0.4"})
    else:
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    if symbol is not None:
        symbol.setColor(QColor(_GREY))
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def _polygons(crs, columns, rows, geometries):
    return Table(make_fields(columns), rows, geometries.__getitem__, crs, QgsWkbTypes.Type.MultiPolygon)

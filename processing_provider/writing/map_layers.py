"""The layers of a drawn map: risk terrain, outline of the study area, priority places with their numbers."""

import numpy as np
from qgis.core import (
    QgsCallout,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRasterLayer,
    QgsSimpleLineCallout,
    QgsSingleSymbolRenderer,
    QgsTextBackgroundSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor, QFont, QPainter

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ..fields import INTEGER, make_fields
from ..reading.geometry import polygons_geometry
from .styles import paint_risk_terrain
from .tables import Table, memory_layer

RANK = "rank"


def terrain_layer(path, name):
    """A risk terrain's raster, painted for a drawn map. Raises :class:`RtmError` where it cannot be read."""
    layer = QgsRasterLayer(str(path), name)
    if not layer.isValid():
        raise RtmError(tr("Risk terrain '{name}' cannot be read as a raster: choose a GeoTIFF.").format(name=name))
    paint_risk_terrain(layer)
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


def beneath(layers):
    """Copies of layers to draw a surface of risk over."""
    return [layer.clone() for layer in layers]


def places_layer(ranks, geometries, crs, most_numbers):
    """Outlines of priority places, the first of them with their ranks as labels: more would hide the map."""
    layer = memory_layer(place_words(), _polygons(crs, [(RANK, INTEGER)], [(rank,) for rank in ranks], geometries))
    paint_places(layer, most_numbers)
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


def paint_places(layer, most_numbers, scale=1.0):
    """Black on white around each place, so that it shows on any colour, and its rank beside it."""
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
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_rank_labels(most_numbers, scale)))
    layer.setLabelsEnabled(True)


def circle_radius(scale):
    """Of the circle around a rank, in millimetres."""
    return 2.3 * scale


def _rank_labels(most_numbers, scale):
    millimetres = QgsUnitTypes.RenderUnit.RenderMillimeters
    background = QgsTextBackgroundSettings()
    background.setEnabled(True)
    background.setType(QgsTextBackgroundSettings.ShapeType.ShapeCircle)
    background.setSizeType(QgsTextBackgroundSettings.SizeType.SizeFixed)
    background.setSizeUnit(millimetres)
    background.setSize(QSizeF(2 * circle_radius(scale), 2 * circle_radius(scale)))
    background.setFillColor(QColor("#ffffff"))
    background.setStrokeColor(QColor("#000000"))
    background.setStrokeWidthUnit(millimetres)
    background.setStrokeWidth(0.25 * scale)
    text = QgsTextFormat()
    font = QFont("Sans Serif")
    font.setBold(True)
    text.setFont(font)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setSize(7.5 * scale)
    text.setLineHeight(0.6)
    text.setColor(QColor("#000000"))
    text.setBackground(background)
    labels = QgsPalLayerSettings()
    labels.setFormat(text)
    # The labelling engine keeps texts apart, not their backgrounds: lines and spaces around the number make the text as
    # large as its circle.
    room = r"' \n   '", r"'   \n '"
    labels.fieldName = f'CASE WHEN "{RANK}" <= {most_numbers} THEN {room[0]} || "{RANK}" || {room[1]} END'
    labels.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    labels.isExpression = True
    labels.placement = QgsPalLayerSettings.Placement.OutsidePolygons
    labels.dist = 1.5 * scale
    labels.distUnits = millimetres
    priorities = labels.dataDefinedProperties()  # the first places are the last to lose their number
    priorities.setProperty(
        QgsPalLayerSettings.Property.Priority, QgsProperty.fromExpression(f'max(0, 10 - "{RANK}" / 2)')
    )
    labels.setDataDefinedProperties(priorities)
    line = QgsSimpleLineCallout()
    line.setEnabled(True)
    line.setAnchorPoint(QgsCallout.AnchorPoint.PointOnExterior)
    labels.setCallout(line)
    return labels


def _polygons(crs, columns, rows, geometries):
    return Table(make_fields(columns), rows, geometries.__getitem__, crs, QgsWkbTypes.Type.MultiPolygon)

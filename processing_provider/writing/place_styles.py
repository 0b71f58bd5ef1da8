"""How priority places, study areas and differences look: numbered outlines, and a diverging scale."""

import math

from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.what_if import NEGLIGIBLE
from ..reading.rasters import SD_ITEM
from .result_groups import let_through

_MILLIMETRES = QgsUnitTypes.RenderUnit.RenderMillimeters
_POINTS = QgsUnitTypes.RenderUnit.RenderPoints
_HOLDS_A_NUMBER = 9  # cells
_LAST_LABELLED = 50  # from this rank on, labels have the lowest priority where there is no room for all

# Blue for less, orange to brown for more: told apart with any colour vision. Their greys all differ as well.
LOWER_BY_MUCH, LOWER, NO_CHANGE, HIGHER, HIGHER_BY_MUCH = (
    "#4f9bd0",
    "#c3e0f2",
    "#eeeeee",
    "#fdb863",
    "#a6480a",
)

FLAGGED, PARTLY, NEAR = "flagged", "partly", "near"  # classes of cells by which people are counted


def paint_places(layer):
    """Outlines that show the risk terrain beneath, and the rank as a label."""
    labels = _rank_labels()
    # a number would hide a place of a few cells
    properties = labels.dataDefinedProperties()
    properties.setProperty(
        QgsPalLayerSettings.Property.PolygonLabelOutside,
        QgsProperty.fromExpression(f"if(\"cells\" < {_HOLDS_A_NUMBER}, 'force', 'no')"),
    )
    labels.setDataDefinedProperties(properties)
    _paint_outlines(layer, labels, "label")


def label_ranks(layer):
    """Label places with their ranks."""
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_rank_labels()))
    layer.setLabelsEnabled(True)


def number_all_but(layer, is_one):
    """Label places with their ranks, but for those for which an expression holds."""
    labels = _rank_labels()
    properties = labels.dataDefinedProperties()
    properties.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(f"not ({is_one})"))
    labels.setDataDefinedProperties(properties)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)


def paint_study_areas(layer):
    """Outlines that show the map beneath, and rank and name as a label."""
    labels = _rank_labels()
    labels.fieldName = 'concat("rank", \'. \', "name")'
    labels.isExpression = True
    _paint_outlines(layer, labels, "name")


def paint_flagged(layer):
    """What is flagged in a solid colour, what is near it hatched: told apart in a grey print, too."""
    looks = {
        FLAGGED: (tr("Flagged"), {"color": "#d7301f", "outline_color": "#000000", "outline_width": "0.2"}),
        PARTLY: (
            tr("Of equal score, counted in part"),
            {"style": "dense4", "color": "#d7301f", "outline_color": "#000000", "outline_width": "0.2"},
        ),
        NEAR: (
            tr("Near a flagged place"),
            {"style": "b_diagonal", "color": "#b35806", "outline_color": "#b35806", "outline_width": "0.2"},
        ),
    }
    present = layer.uniqueValues(layer.fields().indexOf("class"))
    categories = [
        QgsRendererCategory(code, QgsFillSymbol.createSimple(look), words)
        for code, (words, look) in looks.items()
        if code in present
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    let_through(layer)


def _paint_outlines(layer, labels, display):
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, _line("#ffffff", 1.2))
    symbol.appendSymbolLayer(_line("#000000", 0.5))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
    layer.setDisplayExpression(display)


def _line(colour, width):
    line = QgsSimpleLineSymbolLayer(QColor(colour), width)
    line.setWidthUnit(_MILLIMETRES)
    line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return line


def _rank_labels():
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(0.9)
    buffer.setSizeUnit(_MILLIMETRES)
    buffer.setColor(QColor("#ffffff"))
    text = QgsTextFormat()
    font = QFont("sans-serif")
    font.setBold(True)
    text.setFont(font)
    text.setSize(9)
    text.setSizeUnit(_POINTS)
    text.setColor(QColor("#000000"))
    text.setBuffer(buffer)
    labels = QgsPalLayerSettings()
    labels.fieldName = "rank"
    labels.setFormat(text)
    labels.placement = QgsPalLayerSettings.Placement.OverPoint
    labels.centroidInside = True  # a winding place's centroid may lie outside of it
    properties = labels.dataDefinedProperties()
    properties.setProperty(
        QgsPalLayerSettings.Property.Priority,
        QgsProperty.fromExpression(f'scale_linear("rank", 1, {_LAST_LABELLED}, 10, 0)'),
    )
    labels.setDataDefinedProperties(properties)
    return labels


def paint_difference(layer):
    """Class the differences of the relative risk score, in units of the standard deviation that the raster
    carries."""
    dataset = gdal.Open(layer.source())  # a band does not keep its file open
    sd = float(dataset.GetRasterBand(1).GetMetadataItem(SD_ITEM))
    ramp = QgsColorRampShader(
        colorRamp=None,
        type=QgsColorRampShader.Type.Discrete,
        classificationMode=QgsColorRampShader.ClassificationMode.Continuous,
    )
    ramp.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(upper, QColor(colour), label)
            for upper, colour, label in difference_legend(sd)
        ]
    )
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
    let_through(layer)


def difference_legend(sd):
    """(upper limit, colour, words) of each class of a difference of relative risk scores."""
    none = NEGLIGIBLE
    if not sd > none:
        return [
            (-none, LOWER, tr("Lower risk")),
            (none, NO_CHANGE, tr("No change")),
            (math.inf, HIGHER, tr("Higher risk")),
        ]
    limit = f"{sd:.3g}"
    return [
        (-sd, LOWER_BY_MUCH, tr("Lower by more than 1 SD (over {0})").format(limit)),
        (-none, LOWER, tr("Lower risk (by up to {0})").format(limit)),
        (none, NO_CHANGE, tr("No change")),
        (sd, HIGHER, tr("Higher risk (by up to {0})").format(limit)),
        (math.inf, HIGHER_BY_MUCH, tr("Higher by more than 1 SD (over {0})").format(limit)),
    ]

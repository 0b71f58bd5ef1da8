"""How an applicability raster looks: how unlike the fit each cell is and, as a second style, what makes it so."""

import math

from osgeo import gdal
from qgis.core import (
    QgsColorRampShader,
    QgsPalettedRasterRenderer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from ...rtm_plugin.translation import tr
from .result_groups import let_through

_DRIVER_BAND = 2
_SEEN = 1e-9  # a dissimilarity of 0, as far as a raster's colours can tell
# Grey to violet: no colour of risk or of a difference. Told apart with any colour vision and in a grey print.
SEEN, LITTLE, MUCH, UTTERLY = "#eeeeee", "#cbc9e2", "#9e9ac8", "#54278f"
# The colours of Okabe and Ito for categories, without black, then paler ones of the same order
FACTOR_COLOURS = (
    *("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"),
    *("#f3cf80", "#abdaf4", "#80cfb9", "#f8f2a1", "#80b9d9", "#eaaf80", "#e6bcd3"),
)


def factor_item(number):
    """The name of the metadata item of band 2 that says which factor has a number."""
    return f"RTM_FACTOR_{number}"


def paint_applicability(layer):
    """Class the dissimilarity; what drives it is a second style of the layer."""
    layer.setRenderer(_driver_renderer(layer))
    let_through(layer)
    layer.styleManager().addStyleFromLayer(tr("Which factor makes the difference"))
    layer.setRenderer(_dissimilarity_renderer(layer))


def dissimilarity_legend():
    """(upper limit, colour, words) of each class of dissimilarity."""
    return [
        (_SEEN, SEEN, tr("Seen: like cells of the fit")),
        (0.5, LITTLE, tr("A little unlike (up to half as far as two fitted cells are apart)")),
        (1.0, MUCH, tr("Unlike (up to as far as two fitted cells are apart)")),
        (math.inf, UTTERLY, tr("Very unlike (farther)")),
    ]


def _dissimilarity_renderer(layer):
    ramp = QgsColorRampShader(
        colorRamp=None,
        type=QgsColorRampShader.Type.Discrete,
        classificationMode=QgsColorRampShader.ClassificationMode.Continuous,
    )
    ramp.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(upper, QColor(colour), label)
            for upper, colour, label in dissimilarity_legend()
        ]
    )
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    return QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)


def _driver_renderer(layer):
    dataset = gdal.Open(layer.source())  # a band does not keep its file open
    items = dataset.GetRasterBand(_DRIVER_BAND).GetMetadata()
    classes = [QgsPalettedRasterRenderer.Class(0, QColor(SEEN), tr("Seen: like cells of the fit"))]
    number = 1
    while factor_item(number) in items:
        colour = QColor(FACTOR_COLOURS[(number - 1) % len(FACTOR_COLOURS)])
        classes.append(QgsPalettedRasterRenderer.Class(number, colour, items[factor_item(number)]))
        number += 1
    return QgsPalettedRasterRenderer(layer.dataProvider(), _DRIVER_BAND, classes)

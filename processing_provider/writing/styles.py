"""How results look on the canvas: the risk terrain in four classes, with a legend in words."""

import math

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsEditorWidgetSetup,
    QgsFillSymbol,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...rtm_plugin.model.risk_classes import CLASSES, NO_DIFFERENCE, class_limits
from ...rtm_plugin.translation import tr
from ..fields import REAL
from ..reading.rasters import MEAN_ITEM, SD_ITEM, band_values, joined_band
from ..reading.scored_terrain import TERRAIN
from .result_groups import GroupedResult, attach, let_through

# Orange to red, ever darker: told apart with any colour vision and in a grey print.
_DECIMALS, _P_DECIMALS = 3, 6
COLOURS = ("#fef0d9", "#fdcc8a", "#fc8d59", "#d7301f")


class ResultStyler(GroupedResult):
    """Describes a loaded result, paints it and puts it into its run's group, if it has one."""

    def __init__(self, provenance, title, abstract, paint=None, group=None, sort_key=0):
        super().__init__(group, sort_key, paint=paint)
        self.provenance, self.title, self.abstract = provenance, title, abstract

    def postProcessLayer(self, layer, context, feedback):
        self.provenance.describe(layer, self.title, self.abstract)
        if isinstance(layer, QgsVectorLayer):
            name_fields(layer)
        super().postProcessLayer(layer, context, feedback)


def name_fields(layer):
    """Headings for people, and numbers of a few decimals; the fields keep their names and the file its digits."""
    words = {
        "factor": tr("Risk factor"),
        "operationalisation": tr("Acts by"),
        "influence": tr("Within"),
        "direction": tr("Direction"),
        "coefficient": tr("Coefficient"),
        "std_error": tr("Standard error"),
        "p_value": tr("p-value"),
        "rrv": tr("RRV"),
        "rrv_low": tr("RRV low, own"),
        "rrv_high": tr("RRV high, own"),
        "rrv_shrunk": tr("Shrunken RRV"),
        "rrv_unshared": tr("No surface"),
        "rrv_beside": tr("Beside one"),
        "rrv_beside_low": tr("Beside, low"),
        "rrv_beside_high": tr("Beside, high"),
        "spatial_p": tr("p by shifts"),
        "snap_fate": tr("If moved"),
        "snap_kept": tr("If moved: kept"),
        "snap_low": tr("If moved: low"),
        "snap_high": tr("If moved: high"),
        "quoted_low": tr("95% low"),
        "quoted_high": tr("95% high"),
        "rrs": tr("Relative risk score"),
        "rrs_mean": tr("Mean relative risk score"),
        "rrs_max": tr("Highest relative risk score"),
        "expected": tr("Expected incidents"),
        "expected_percent": tr("Expected, percent of all"),
        "observed": tr("Recorded incidents"),
        "observed_percent": tr("Recorded, percent of all"),
        "area_ha": tr("Area (ha)"),
        "landscape": tr("Expected by the landscape"),
        "around": tr("Expected by what happens around"),
        "here": tr("Expected by what happened here"),
        "single_rrv": tr("RRV alone"),
        "people": tr("People"),
        "people_there": tr("of these in or near flagged places"),
        "share_percent": tr("Share (%)"),
        "areas": tr("Polygons with people of it"),
        "area_percent": tr("Flagged (% of the cells)"),
        "area_near_percent": tr("Flagged or near (% of the cells)"),
        "flagged": tr("Flagged"),
        "near": tr("Near"),
        "ratio": tr("Ratio"),
        "ratio_low": tr("Ratio, from"),
        "ratio_high": tr("Ratio, to"),
        "ratio_without": tr("Ratio with the factor's RRV set to 1"),
        "arm": tr("Arm"),
        "block": tr("Block"),
        "wave": tr("Wave"),
        "starts": tr("First day of treatment"),
        "fate": tr("What became of it"),
        "risk": tr("Relative risk"),
        "before": tr("Incidents before"),
        "after": tr("Incidents after"),
        "near_before": tr("Incidents around it before"),
        "near_after": tr("Incidents around it after"),
    }
    for index, field in enumerate(layer.fields()):
        if field.name() in words:
            layer.setFieldAlias(index, words[field.name()])
        if field.type() == REAL:
            decimals = _P_DECIMALS if field.name() == "p_value" else _DECIMALS
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", {"Precision": decimals}))


def style_on_load(context, destination, styler):
    """Have a destination's layer described and painted when it is loaded, if it is."""
    if context.willLoadLayerOnCompletion(destination):
        attach(context.layerToLoadOnCompletionDetails(destination), styler)


def paint_risk_terrain(layer, risk=TERRAIN):
    """Class the raster's scores, or what it expects given terrain and history, by their mean and SD."""
    dataset = gdal.Open(layer.source())
    number = 1 if risk == TERRAIN else joined_band(dataset)
    mean, sd = _mean_and_sd(dataset.GetRasterBand(number), layer.name())
    ramp = QgsColorRampShader(
        colorRamp=None,
        type=QgsColorRampShader.Type.Discrete,
        classificationMode=QgsColorRampShader.ClassificationMode.Continuous,
    )
    ramp.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(upper, QColor(colour), label) for upper, colour, label in legend(mean, sd)]
    )
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), number, shader))
    let_through(layer)


def legend(mean, sd):
    """(upper limit, colour, words) of each class of risk."""
    limits = class_limits(mean, sd)
    if not limits:
        words = tr("Same risk everywhere: no risk factor met the criteria")
        return [(math.inf, COLOURS[0], words)]
    one, two, three = (f"{limit:.3g}" for limit in limits)
    words = (
        tr("Below the mean (up to {0})").format(one),
        tr("Mean to +1 SD ({0} to {1})").format(one, two),
        tr("+1 to +2 SD ({0} to {1})").format(two, three),
        tr("Highest risk: above mean + 2 SD (over {0})").format(three),
    )
    return list(zip((*limits, math.inf), COLOURS, words))


def paint_cells(layer):
    """Paint cell polygons by their class."""
    words = {
        CLASSES[0]: tr("Below the mean"),
        CLASSES[1]: tr("Mean to +1 SD"),
        CLASSES[2]: tr("+1 to +2 SD"),
        CLASSES[3]: tr("Highest risk: above mean + 2 SD"),
        NO_DIFFERENCE: tr("Same risk everywhere: no risk factor met the criteria"),
    }
    colours = dict(zip((*CLASSES, NO_DIFFERENCE), (*COLOURS, COLOURS[0])))
    present = layer.uniqueValues(layer.fields().indexOf("class"))
    shown = [NO_DIFFERENCE] if NO_DIFFERENCE in present else CLASSES
    categories = [
        QgsRendererCategory(
            code, QgsFillSymbol.createSimple({"color": colours[code], "outline_style": "no"}), words[code]
        )
        for code in shown
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    let_through(layer)


def _mean_and_sd(band, name):
    items = [band.GetMetadataItem(item) for item in (MEAN_ITEM, SD_ITEM)]
    if None in items:  # a raster of other software, or another band than the scores
        values = band_values(band, name)
        values = values[np.isfinite(values)]
        return values.mean(), values.std(ddof=1) if len(values) > 1 else 0.0
    return tuple(map(float, items))

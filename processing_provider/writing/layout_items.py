"""Items of print layouts – texts that fit, maps, legends, scale bars – and layouts as PDF and PNG."""

import base64
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ..units import default_block
from .map_picture import scale_words

PAGES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
PDF_DPI, PNG_DPI = 300, 200
_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_NORTH = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 60"><path d="M20 2 L36 42 L20 33 L4 42 Z" '
    'fill="#111111"/><path d="M14 58 V46 L26 58 V46" fill="none" stroke="#111111" stroke-width="3"/></svg>'
)


def literal(text):
    """A text that a layout prints as it stands: what looks like an expression is not evaluated."""
    return text.replace("[%", "[% '[%' %]")


class Drawing:
    """Adds items to a layout; all lengths in millimetres of A4, which ``scale`` makes those of the page."""

    def __init__(self, layout, scale):
        self.layout, self.scale = layout, scale

    def place(self, item, box):
        left, top, *size = (value * self.scale for value in box)
        item.attemptMove(QgsLayoutPoint(left, top, _MM))
        if size:
            item.attemptResize(QgsLayoutSize(*size, _MM))
        if item.scene() is None:
            self.layout.addLayoutItem(item)

    def font(self, size, bold=False):
        font = QFont("Sans Serif")
        font.setPointSizeF(size * self.scale)
        font.setBold(bold)
        return font

    def label(self, text, box, sizes, bold=False):
        """A text in a box, in the largest of some sizes in which all of it fits."""
        size = next((size for size in sizes if self._fits(text, self.font(size, bold), box)), sizes[-1])
        self.atlas_label(literal(text), box, size, bold)

    def atlas_label(self, text, box, size, bold=False):
        """A text in a box, with expressions that each page of an atlas fills in."""
        item = QgsLayoutItemLabel(self.layout)
        item.setMode(QgsLayoutItemLabel.Mode.ModeFont)
        item.setText(text)
        self._write_label_in(item, self.text_format(size, bold))
        item.setHAlign(Qt.AlignmentFlag.AlignLeft)
        item.setVAlign(Qt.AlignmentFlag.AlignVCenter if bold else Qt.AlignmentFlag.AlignTop)
        item.setMarginX(0)
        item.setMarginY(0)
        self.place(item, box)

    def text_format(self, size, bold=False):
        text = QgsTextFormat()
        text.setFont(self.font(size, bold))
        text.setSize(size * self.scale)
        text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        text.setColor(QColor("#111111"))
        return text

    @staticmethod
    def _write_label_in(item, text):
        if hasattr(item, "setTextFormat"):
            item.setTextFormat(text)
        else:  # older than QGIS 3.24
            item.setFont(text.toQFont())
            item.setFontColor(text.color())

    @staticmethod
    def _write_legend_in(item, style, text):
        if hasattr(item.rstyle(style), "setTextFormat"):
            item.rstyle(style).setTextFormat(text)
        else:  # older than QGIS 3.30
            item.setStyleFont(style, text.toQFont())
            item.setFontColor(text.color())

    def _fits(self, text, font, box):
        """Whether a text, wrapped, is no larger than a box; measured ten times as large, for exactness."""
        enlarged = QFont(font)
        points_per_mm = 72 / 25.4
        enlarged.setPixelSize(round(font.pointSizeF() * 10))
        width, height = (value * self.scale * points_per_mm * 10 for value in box[2:])
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        needed = QFontMetricsF(enlarged).boundingRect(QRectF(0, 0, 0.97 * width, 1e7), int(flags), text)
        return needed.height() <= height and needed.width() <= width

    def map(self, layers, extent, crs, box):
        """A map of layers, the top one first, that shows at least an extent."""
        item = QgsLayoutItemMap(self.layout)
        self.place(item, box)
        item.setCrs(crs)
        item.setKeepLayerSet(True)
        item.setLayers(layers)
        item.setExtent(_of_shape(extent, box[3] / box[2]))
        self.place(item, box)  # again: rounding of the extent may have changed the size
        item.setFrameEnabled(True)
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.3 * self.scale, _MM))
        item.setBackgroundColor(QColor("#ffffff"))
        item.setId("map")
        return item

    def legend(self, layers, title, most_height, size=8.5):
        """The legend, without the lowest layers where it would be too high, and its height."""
        item = QgsLayoutItemLegend(self.layout)
        item.setAutoUpdateModel(False)
        root = item.model().rootGroup()
        root.clear()
        for layer in sorted(layers, key=lambda layer: not _class_labels(layer)):  # the classes first
            node = root.addLayer(layer)
            node.setUseLayerName(False)
            node.setName(literal(layer.name()))
            labels = _class_labels(layer)
            if labels:
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
                rows = item.model().layerLegendNodes(node)
                classes = [row for row, one in enumerate(rows) if one.data(Qt.ItemDataRole.DisplayRole) in labels]
                QgsMapLayerLegendUtils.setLegendNodeOrder(node, classes[::-1])  # the riskiest first
            item.model().refreshLayerLegend(node)
        item.setTitle(literal(title))
        styles = QgsLegendStyle.Style
        for style, points, bold in (
            (styles.Title, 11, True),
            (styles.Group, size, False),
            (styles.Subgroup, size, False),
            (styles.SymbolLabel, size, False),
        ):
            self._write_legend_in(item, style, self.text_format(points, bold))
        if size < 8:
            item.rstyle(styles.Symbol).setMargin(QgsLegendStyle.Side.Top, 1.0)
        item.setSymbolHeight(0.47 * size * self.scale)
        item.setSymbolWidth(0.82 * size * self.scale)
        item.setBoxSpace(0)
        item.setId("legend")
        self.layout.addLayoutItem(item)
        context = QgsLayoutUtils.createRenderContextForLayout(self.layout, None)
        size = QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize(context)
        while size.height() > most_height * self.scale and root.findLayers()[1:]:
            root.removeChildNode(root.findLayers()[-1])
            size = QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize(context)
        item.adjustBoxSize()
        return item, size.height() / self.scale

    def scale_bar(self, map_item, at, most_mm):
        item = QgsLayoutItemScaleBar(self.layout)
        item.setLinkedMap(map_item)
        item.setStyle("Single Box")
        per_mm = map_item.extent().width() / (map_item.rect().width() / self.scale)
        _, words = scale_words(map_item.crs(), most_mm * per_mm)
        number, unit = words.split()
        item.setUnits(_SCALE_UNITS[unit])
        item.setUnitLabel(unit)
        item.setMapUnitsPerScaleBarUnit(1)
        item.setNumberOfSegmentsLeft(0)
        item.setNumberOfSegments(2)
        item.setUnitsPerSegment(float(number) / 2)
        item.setHeight(2.5 * self.scale)
        text = item.textFormat()
        text.setFont(self.font(9))
        text.setSize(9 * self.scale)
        item.setTextFormat(text)
        item.setBoxContentSpace(0)
        self.place(item, at)

    def fitting_scale_bar(self, map_item, at, widths):
        """A scale bar of at least and at most so many millimetres, whatever the map's scale."""
        item = QgsLayoutItemScaleBar(self.layout)
        item.setLinkedMap(map_item)
        item.setStyle("Single Box")
        unit = scale_words(map_item.crs(), default_block(map_item.crs()))[1].split()[1]
        item.setUnits(_SCALE_UNITS[unit])
        item.setUnitLabel(unit)
        item.setMapUnitsPerScaleBarUnit(1)
        item.setNumberOfSegmentsLeft(0)
        item.setNumberOfSegments(2)
        item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
        item.setMinimumBarWidth(widths[0] / 2)
        item.setMaximumBarWidth(widths[1] / 2)
        item.setHeight(1.8 * self.scale)
        item.setTextFormat(self.text_format(7))
        item.setBoxContentSpace(1)
        item.setBackgroundEnabled(True)
        self.place(item, at)

    def north(self, box):
        item = QgsLayoutItemPicture(self.layout)
        item.setPicturePath("base64:" + base64.b64encode(_NORTH.encode()).decode("ascii"))
        self.place(item, box)


def _of_shape(extent, shape):
    """An extent with a margin, grown to a shape (height over width) about its centre."""
    margin = 1.04
    width = margin * max(extent.width(), extent.height() / shape)
    return QgsRectangle.fromCenterAndSize(extent.center(), width, width * shape)


_SCALE_UNITS = {
    "m": QgsUnitTypes.DistanceUnit.DistanceMeters,
    "km": QgsUnitTypes.DistanceUnit.DistanceKilometers,
    "ft": QgsUnitTypes.DistanceUnit.DistanceFeet,
    "miles": QgsUnitTypes.DistanceUnit.DistanceMiles,
}


def _class_labels(layer):
    """The words of a raster's classes; none for other layers."""
    renderer = layer.renderer()
    return [label for label, _ in renderer.legendSymbologyItems()] if hasattr(renderer, "shader") else []


def write_pdf(layout, path):
    """Write the layout as a PDF whose texts can be searched. Raises :class:`RtmError`."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = PDF_DPI
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    exported = QgsLayoutExporter(layout).exportToPdf(str(path), settings)
    if exported != QgsLayoutExporter.ExportResult.Success or not _is_whole(path, b"%%EOF"):
        raise RtmError(_cannot_be_written(path))


def write_atlas(layout, path):
    """Write all pages of a layout's atlas as one PDF whose texts can be searched. Raises :class:`RtmError`."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = PDF_DPI
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    exported, _ = QgsLayoutExporter.exportToPdf(layout.atlas(), str(path), settings)
    if exported != QgsLayoutExporter.ExportResult.Success or not _is_whole(path, b"%%EOF"):
        raise RtmError(_cannot_be_written(path))


def _cannot_be_written(path):
    return tr("The sheet '{path}' cannot be written: close it where it is open, or choose another name.").format(
        path=path
    )


def _is_whole(path, end):
    """Whether a file has its format's end: writers do not notice a full disk."""
    return end in Path(path).read_bytes()[-1024:]


def write_png(layout, path):
    """Write the layout as a PNG. Raises :class:`RtmError`."""
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=PNG_DPI)
    if image.isNull() or not image.save(str(path), "PNG") or not _is_whole(path, b"IEND"):
        raise RtmError(_cannot_be_written(path))

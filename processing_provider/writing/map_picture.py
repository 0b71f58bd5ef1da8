"""The risk terrain as a picture for the report: drawn by QGIS, with a scale bar and north, as a PNG."""

import math

from qgis.core import QgsMapRendererCustomPainterJob, QgsMapSettings, QgsRectangle, QgsUnitTypes
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.rounding import plain_number
from ...rtm_plugin.translation import tr
from ..units import metres_per_unit
from .rank_numbers import number_places

_WIDTH, _DPI = 1400, 200  # pixels: 178 mm, the width of a printed page
_SHAPES = (0.45, 1.25)  # height over width, from flat to tall areas
_STRIP = 96  # pixels below the map, for scale bar and north
_MARGIN = 0.03
_INK = QColor("#111111")
_ROUND_LENGTHS = (1, 2, 5)


def draw_map(layers, extent, crs, places=None, most=0):
    """PNG bytes of layers (top one first) over an extent, in a CRS. Works in any thread.

    Of ``places``, one of the layers, the first ``most`` ranks are numbered: more would hide the map.
    """
    extent = _with_margin(extent)
    shape = min(max(extent.height() / extent.width(), _SHAPES[0]), _SHAPES[1])
    size = QSize(_WIDTH, round(_WIDTH * shape))
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs)
    settings.setOutputSize(size)
    settings.setOutputDpi(_DPI)
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor("#ffffff"))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
    if places is not None:
        number_places(places, most, settings.visibleExtent(), crs, settings.mapUnitsPerPixel() * _DPI / 25.4)
    image = QImage(size.width(), size.height() + _STRIP, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DPI / 0.0254))
    image.setDotsPerMeterY(round(_DPI / 0.0254))
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    try:
        painter.setClipRect(0, 0, size.width(), size.height())
        job = QgsMapRendererCustomPainterJob(settings, painter)
        job.renderSynchronously()
        painter.setClipping(False)
        _draw_strip(painter, size.height(), settings)
    finally:
        painter.end()
    return _png(image)


def _with_margin(extent):
    extent = QgsRectangle(extent)
    extent.grow(_MARGIN * max(extent.width(), extent.height()))
    return extent


def round_length(most):
    """The longest of 1, 2, 5, 10, ... that is not above ``most``."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in _ROUND_LENGTHS if step * power <= most * (1 + 1e-9))


def scale_words(crs, most):
    """A round length of at most ``most`` map units, for a scale bar: (map units, its words)."""
    feet = crs.mapUnits() != QgsUnitTypes.DistanceUnit.DistanceMeters
    small, large, per_large = ("ft", "miles", 5280.0) if feet else ("m", "km", 1000.0)
    to_metres = metres_per_unit(crs)
    in_small = most * to_metres / (0.3048 if feet else 1.0)
    if in_small >= per_large:
        length = round_length(in_small / per_large)
        words, length = f"{plain_number(length)} {large}", length * per_large
    else:
        length = round_length(in_small)
        words = f"{plain_number(length)} {small}"
    return length * (0.3048 if feet else 1.0) / to_metres, words


def _draw_strip(painter, top, settings):
    """A frame around all; below the map a scale bar at the left and an arrow to the north at the right."""
    painter.setPen(QPen(_INK, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(1, 1, _WIDTH - 2, top + _STRIP - 2)
    painter.drawLine(0, top, _WIDTH, top)
    font = QFont("Sans Serif")
    font.setPixelSize(26)
    painter.setFont(font)
    length, words = scale_words(settings.destinationCrs(), 0.3 * settings.visibleExtent().width())
    bar = length / settings.mapUnitsPerPixel()
    left, y = 24, top + 26
    for half, colour in enumerate((_INK, QColor("#ffffff"))):
        painter.setBrush(colour)
        painter.drawRect(QRectF(left + half * bar / 2, y, bar / 2, 14))
    painter.drawText(QRectF(left, y + 18, 200, 36), Qt.AlignmentFlag.AlignLeft, "0")
    painter.drawText(QRectF(left + bar - 200, y + 18, 400, 36), Qt.AlignmentFlag.AlignHCenter, words)
    painter.setBrush(_INK)
    tip = QPointF(_WIDTH - 60, top + 14)
    arrow = [tip, tip + QPointF(16, 46), tip + QPointF(0, 34), tip + QPointF(-16, 46)]
    painter.drawPolygon(QPolygonF(arrow))
    painter.drawText(QRectF(_WIDTH - 130, top + 60, 140, 34), Qt.AlignmentFlag.AlignHCenter, "N")


def _png(image):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise RtmError(tr("The map of the report cannot be made a PNG: run again without a report."))
    buffer.close()
    return bytes(data)

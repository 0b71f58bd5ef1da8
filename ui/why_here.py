"""The map tool "Why here?": a click asks about a place, and lines lead to the features that make its score."""

from math import ceil, floor

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvasItem, QgsMapToolEmitPoint, QgsRubberBand
from qgis.PyQt.QtCore import QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainterPath, QPen

from ..processing_provider.units import length_words

_COLOUR = QColor("#0072b2")
_EDGE = 6  # decimals of a cell: what is nearer to an edge lies on it
_HALO, _WIDEST = 4, 240  # pixels: white around letters, a line of them


class _Words(QgsMapCanvasItem):
    """Words beside a place on the map, readable on any ground."""

    def __init__(self, canvas, point, text, others):
        """``others`` are the words that are there already: these go below what they would hide."""
        super().__init__(canvas)
        self._point, self.text = point, text
        self._path = QPainterPath()
        text = canvas.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self._path.addText(QPointF(10, 4), canvas.font(), text)
        self.updatePosition()
        taken = [one.sceneBoundingRect() for one in others]
        for _ in taken:
            hidden = [one for one in taken if one.intersects(self.sceneBoundingRect())]
            if hidden:
                self._path.translate(0, max(one.bottom() for one in hidden) - self.sceneBoundingRect().top() + 1)

    def updatePosition(self):
        """Called by the map when it moves."""
        self.setPos(self.toCanvasCoordinates(self._point))

    def boundingRect(self):
        return QRectF(self._path.boundingRect()).adjusted(-_HALO, -_HALO, _HALO, _HALO)

    def paint(self, painter, option=None, widget=None):
        painter.setPen(QPen(Qt.GlobalColor.white, _HALO))
        painter.drawPath(self._path)
        painter.fillPath(self._path, _COLOUR)


class WhyHere(QgsMapToolEmitPoint):
    """Emits the clicked point as Processing takes it, ``x,y [EPSG:27700]``, and marks it."""

    asked = pyqtSignal(str)

    def __init__(self, canvas):
        super().__init__(canvas)
        self.point = None  # in the canvas's CRS
        self.mark = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self.lines = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self.ends = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self.words = []
        for band, width in ((self.mark, 3), (self.lines, 2), (self.ends, 2)):
            band.setColor(_COLOUR)
            band.setWidth(width)
        self.mark.setIconSize(12)
        self.ends.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self.ends.setIconSize(9)
        self.canvasClicked.connect(self._clicked)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def _clicked(self, point, button):
        self.forget()
        self.point = point
        self.mark.addPoint(point)
        crs = self.canvas().mapSettings().destinationCrs()
        self.asked.emit(f"{point.x()!r},{point.y()!r} [{crs.authid()}]")

    def keyPressEvent(self, event):
        """Enter asks about the middle of the map, for those who use no mouse."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._clicked(self.canvas().center(), Qt.MouseButton.LeftButton)
            event.accept()
        else:
            super().keyPressEvent(event)

    def lead_to(self, reaches, terrain):
        """Draw a line to the nearest feature of each layer within its reach, with its name and distance.

        ``reaches`` are (QgsVectorLayer, name to show, length in units of the CRS of ``terrain``). Lengths are measured
        as the model does: from the middle of a cell of ``terrain``, a QgsRasterLayer. Gives the number of lines.
        """
        project, crs = QgsProject.instance(), terrain.crs()
        to_canvas = QgsCoordinateTransform(crs, self.canvas().mapSettings().destinationCrs(), project)
        here = _middle_of_cell(terrain, to_canvas.transform(self.point, Qgis.TransformDirection.Reverse))
        start = to_canvas.transform(here)
        place = QgsGeometry.fromPointXY(here)
        said = {}  # by the place where a line ends: several may be in one house
        for layer, name, reach in reaches:
            request = QgsFeatureRequest().setNoAttributes().setDestinationCrs(crs, project.transformContext())
            request.setFilterRect(QgsRectangle.fromCenterAndSize(here, 2 * reach, 2 * reach))
            near = [feature.geometry() for feature in layer.getFeatures(request)]
            nearest = min(near, key=place.distance, default=None)
            if nearest is not None and place.distance(nearest) <= reach:
                there = to_canvas.transform(nearest.nearestPoint(place).asPoint())
                self.lines.addGeometry(QgsGeometry.fromPolylineXY([start, there]), None)
                self.ends.addPoint(there)
                words = f"{name} {length_words(round(place.distance(nearest)), crs)}"
                said.setdefault((there.x(), there.y()), (there, []))[1].append(words)
        for there, words in said.values():
            self.words.append(_Words(self.canvas(), there, ", ".join(words), self.words))
        return self.lines.size()

    def forget(self):
        for band in (self.mark, self.ends):
            band.reset(QgsWkbTypes.GeometryType.PointGeometry)
        self.lines.reset(QgsWkbTypes.GeometryType.LineGeometry)
        for one in self.words:
            self.canvas().scene().removeItem(one)
        self.words = []


def _middle_of_cell(terrain, point):
    """The middle of the cell of a raster that a point lies in: of a shared edge the south-west one, as of the grid."""
    extent, width, height = terrain.extent(), terrain.rasterUnitsPerPixelX(), terrain.rasterUnitsPerPixelY()
    east, south = (point.x() - extent.xMinimum()) / width, (extent.yMaximum() - point.y()) / height
    column = max(ceil(round(east, _EDGE)) - 1, 0)
    row = min(floor(round(south, _EDGE)), terrain.height() - 1)
    return QgsPointXY(extent.xMinimum() + (column + 0.5) * width, extent.yMaximum() - (row + 0.5) * height)

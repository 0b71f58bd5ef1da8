"""The map tool "Why here?": a click asks about a place, and lines lead to the features that make its score."""

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapToolEmitPoint, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

_COLOUR = QColor("#0072b2")


class WhyHere(QgsMapToolEmitPoint):
    """Emits the clicked point as Processing takes it, ``x,y [EPSG:27700]``, and marks it."""

    asked = pyqtSignal(str)

    def __init__(self, canvas):
        super().__init__(canvas)
        self.point = None  # in the canvas's CRS
        self.mark = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self.lines = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        for band, width in ((self.mark, 3), (self.lines, 2)):
            band.setColor(_COLOUR)
            band.setWidth(width)
        self.mark.setIconSize(12)
        self.canvasClicked.connect(self._clicked)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def _clicked(self, point, button):
        self.forget()
        self.point = point
        self.mark.addPoint(point)
        crs = self.canvas().mapSettings().destinationCrs()
        self.asked.emit(f"{point.x()!r},{point.y()!r} [{crs.authid()}]")

    def lead_to(self, reaches, crs):
        """Draw a line to the nearest feature of each layer within its reach.

        ``reaches`` are (QgsVectorLayer, length in units of ``crs``). Gives the number of lines.
        """
        project = QgsProject.instance()
        to_canvas = QgsCoordinateTransform(crs, self.canvas().mapSettings().destinationCrs(), project)
        here = to_canvas.transform(self.point, Qgis.TransformDirection.Reverse)
        place = QgsGeometry.fromPointXY(here)
        n_lines = 0
        for layer, reach in reaches:
            request = QgsFeatureRequest().setNoAttributes().setDestinationCrs(crs, project.transformContext())
            request.setFilterRect(QgsRectangle.fromCenterAndSize(here, 2 * reach, 2 * reach))
            near = [feature.geometry() for feature in layer.getFeatures(request)]
            nearest = min(near, key=place.distance, default=None)
            if nearest is not None and place.distance(nearest) <= reach:
                there = nearest.nearestPoint(place).asPoint()
                self.lines.addGeometry(QgsGeometry.fromPolylineXY([self.point, to_canvas.transform(there)]), None)
                n_lines += 1
        return n_lines

    def forget(self):
        self.mark.reset(QgsWkbTypes.GeometryType.PointGeometry)
        self.lines.reset(QgsWkbTypes.GeometryType.LineGeometry)

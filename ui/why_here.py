"""The map tool "Why here?": a click tells a place's score, and what each factor multiplies it by."""

from qgis.core import QgsWkbTypes
from qgis.gui import QgsMapToolEmitPoint, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor


class WhyHere(QgsMapToolEmitPoint):
    """Emits the clicked point as Processing takes it, ``x,y [EPSG:27700]``, and marks it."""

    asked = pyqtSignal(str)

    def __init__(self, canvas):
        super().__init__(canvas)
        self.mark = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self.mark.setColor(QColor("#0072b2"))
        self.mark.setWidth(3)
        self.mark.setIconSize(14)
        self.canvasClicked.connect(self._clicked)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def _clicked(self, point, button):
        self.mark.reset(QgsWkbTypes.GeometryType.PointGeometry)
        self.mark.addPoint(point)
        crs = self.canvas().mapSettings().destinationCrs()
        self.asked.emit(f"{point.x()!r},{point.y()!r} [{crs.authid()}]")

    def forget(self):
        self.mark.reset(QgsWkbTypes.GeometryType.PointGeometry)

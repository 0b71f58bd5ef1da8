"""Blocks of incidents as point features."""

from qgis.core import NULL, QgsFeature, QgsPoint
from qgis.PyQt.QtCore import QDate

from ..fields import DATE, INTEGER, TEXT

FIELDS = (
    ("id", TEXT),
    ("date", DATE),
    ("hour", INTEGER),
    ("type", TEXT),
    ("source_file", TEXT),
    ("source_row", INTEGER),
)


class PointSink:
    """Puts blocks of incidents into the sink, and knows their dates."""

    def __init__(self, sink, fields):
        self._sink, self._fields = sink, fields
        self.n_written = 0
        self.first_date = self.last_date = None

    def write(self, block):
        dates = {day: NULL if day is None else QDate(day.year, day.month, day.day) for day in set(block.dates)}
        for x, y, key, day, hour, kind, row in zip(
            *block.xy.T.tolist(), block.ids, block.dates, block.hours, block.types, block.rows
        ):
            feature = QgsFeature(self._fields)
            feature.setGeometry(QgsPoint(x, y))
            feature.setAttributes(
                [
                    NULL if key is None else key,
                    dates[day],
                    NULL if hour is None else hour,
                    NULL if kind is None else kind,
                    block.file,
                    row,
                ]
            )
            self._sink.add(feature)
        self.n_written += len(block.xy)
        days = [day for day in (*dates, self.first_date, self.last_date) if day is not None]
        if days:
            self.first_date, self.last_date = min(days), max(days)

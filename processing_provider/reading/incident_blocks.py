"""Blocks of incidents from text files, brought into one CRS and cut to an area."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsLineString, QgsPointXY

from ...rtm_plugin.files import incident_files as incidents
from ...rtm_plugin.files.coordinates import AreaHint
from ...rtm_plugin.space.shapes import Shapes, contains
from ...rtm_plugin.translation import tr


@dataclass(frozen=True)
class Area:
    """Polygons outside which incidents are left out."""

    name: str
    crs: QgsCoordinateReferenceSystem
    shapes: Shapes

    def hint(self):
        return AreaHint(self.crs.authid(), self.name, self.shapes.bounds)


def transformed(block, transform, tally):
    """The block in the CRS of the result, without what cannot be transformed."""
    if transform.isShortCircuited() or not len(block.xy):
        return block
    line = QgsLineString(*block.xy.T.tolist())  # one call for all of its points
    try:
        line.transform(transform)
        xy = np.frombuffer(line.asWkb().data(), offset=9, dtype="<f8").reshape(-1, 2)
    except QgsCsException:
        xy = np.array([_one_transformed(x, y, transform) for x, y in block.xy.tolist()])
    block.xy = np.ascontiguousarray(xy)
    possible = np.isfinite(xy).all(axis=1)
    return _tallied(block, possible, incidents.IMPOSSIBLE, tally)


def _one_transformed(x, y, transform):
    try:
        point = transform.transform(QgsPointXY(x, y))
    except QgsCsException:
        return np.nan, np.nan
    return point.x(), point.y()


def within(block, area, tally):
    if area is None or not len(block.xy):
        return block
    return _tallied(block, contains(area.shapes, block.xy), incidents.OUTSIDE, tally)


def _tallied(block, wanted, reason, tally):
    """The block without what is not wanted, which is counted."""
    if wanted.all():
        return block
    i = int(np.argmin(wanted))  # the first that is not
    x, y = block.xy[i]
    n_out = np.count_nonzero(~wanted)
    tally.add(reason, incidents.example(block.file, block.rows[i], f"{x:.10g}, {y:.10g}"), n_out)
    return block.keep(wanted)


def nothing_left(tally, area):
    """Why there is no incident, in one sentence."""
    reasons = "; ".join(f"{reason}: {count}" for reason, count, _ in tally.rows())
    text = tr("None of {n_rows:,} rows is left as an incident ({reasons}).").format(
        n_rows=tally.n_rows, reasons=reasons or tr("the files have no rows")
    )
    if tally.count(incidents.OTHER_TYPE):
        return tr("{text} The types in the files are: {types_as_text}.").format(
            text=text, types_as_text=tally.types_as_text()
        )
    if area and tally.count(incidents.OUTSIDE):
        return tr("{text} Check the files' CRS, and that x and y are not exchanged, against area '{name}'.").format(
            text=text, name=area.name
        )
    return tr("{text} Check the filters and the columns that were recognised.").format(text=text)

"""Which columns of a table are coordinates, and in which coordinate system their values can be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import TableError
from ..translation import tr
from .column_names import LATITUDES, LONGITUDES, PAIRS
from .numbers import decimal_mark, number_in, read_number
from .tables import TextTable, plain_name

DEGREES = (-180.0, -90.0, 180.0, 90.0)
BRITISH_GRID = (0.0, 0.0, 700_000.0, 1_300_000.0)
BLANKS = frozenset(("", "null", "none", "na", "n/a", "nan", "-", "\\n"))
_NEARLY_ALL, _MOST = 0.95, 0.5
_SAMPLE = 1000


@dataclass(frozen=True)
class AreaHint:
    """Where the user expects the points: the CRS of an area, and the area's bounds in it."""

    crs: str
    name: str
    bounds: tuple


@dataclass(frozen=True)
class CrsGuess:
    """A coordinate system, the bounds beyond which its coordinates are impossible, and why it was taken."""

    crs: str
    limits: tuple
    reason: str
    certain: bool = True


@dataclass(frozen=True, eq=False)
class CoordinateColumns:
    """The two columns of coordinates, how to read them, and some of their values, (n, 2)."""

    x: int
    y: int
    x_name: str
    y_name: str
    mark: str
    sample: np.ndarray

    def read(self, row: list[str]) -> tuple[float, ...] | None:
        """(x, y) of a row, None where it has none, or () where there is something that is no number.

        Coordinates 0, 0 are what many portals write for 'unknown'.
        """
        x, y = row[self.x].strip(), row[self.y].strip()
        if x.casefold() in BLANKS or y.casefold() in BLANKS:
            return None
        x, y = read_number(x, self.mark), read_number(y, self.mark)
        if x is None or y is None:
            return ()
        return None if x == y == 0 else (x, y)

    def read_all(self, rows: list[list[str]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """What :meth:`read` finds in each of n rows: xy, (n, 2), and which have none, and which no numbers, (n,) bool.

        Most are plain numbers; the others are read one by one.
        """
        xy = np.array([[number_in(row[column]) for row in rows] for column in (self.x, self.y)], dtype=np.float64).T
        has_none, is_no_number = (xy == 0).all(axis=1), np.zeros(len(rows), dtype=bool)
        for i in np.flatnonzero(np.isnan(xy).any(axis=1)).tolist():
            place = self.read(rows[i])
            if place:
                xy[i] = place
            else:
                has_none[i], is_no_number[i] = place is None, place is not None
        return xy, has_none, is_no_number

    @property
    def are_degrees_by_name(self) -> bool:
        return plain_name(self.x_name) in LONGITUDES or plain_name(self.y_name) in LATITUDES


def find_coordinates(table: TextTable, x: str = "", y: str = "") -> CoordinateColumns:
    """Recognise the columns of coordinates by their names, or take those that the user names.

    Of several known pairs the first one that holds numbers is taken. Raises :class:`TableError` where there
    is none.
    """
    if bool(x) != bool(y):
        raise TableError(
            tr("'{name}': give the columns of both coordinates, x and y, or neither.").format(name=table.name)
        )
    if x:
        pairs = [(table.column(x, tr("x coordinate")), table.column(y, tr("y coordinate")))]
    else:
        known = [(LONGITUDES, LATITUDES), *(([x_name], [y_name]) for x_name, y_name in PAIRS)]
        found = ((table.known_columns(x_names)[:1], table.known_columns(y_names)[:1]) for x_names, y_names in known)
        pairs = [(x, y) for xs, ys in found for x in xs for y in ys]
    if not pairs:
        raise TableError(
            tr(
                "'{name}' has no columns that are known as coordinates: name the columns of x (longitude, "
                "easting) and y (latitude, northing). Its columns are {columns_as_text}."
            ).format(name=table.name, columns_as_text=table.columns_as_text())
        )
    columns = [_columns(table, pair) for pair in pairs]
    return next((pair for pair in columns if len(pair.sample)), columns[0])


def _columns(table: TextTable, pair: tuple[int, int]) -> CoordinateColumns:
    """The columns with a sample from the first block that has any coordinates."""
    x, y = pair
    names = table.header[x], table.header[y]
    columns = CoordinateColumns(x, y, *names, ".", np.empty((0, 2)))
    for block in table.blocks(_SAMPLE):
        mark = decimal_mark([row[column] for _, row in block for column in pair])
        columns = CoordinateColumns(x, y, *names, mark, np.empty((0, 2)))
        sample = [xy for xy in (columns.read(row) for _, row in block) if xy]
        if sample:
            return CoordinateColumns(x, y, *names, mark, np.array(sample))
    return columns


def guess_crs(source: str, columns: CoordinateColumns, area: AreaHint | None = None) -> CrsGuess:
    """The coordinate system that the values themselves suggest.

    Parameters
    ----------
    source : str
        The file's name, for the sentences.
    columns : CoordinateColumns
    area : AreaHint, optional

    Returns
    -------
    CrsGuess

    Raises
    ------
    TableError
        The values fit no system that can be told from them, or not the columns' own names.
    """
    x, y = columns.sample.T
    example = f"{x[0]:.10g}, {y[0]:.10g}"
    in_degrees = _share_within(columns.sample, DEGREES)
    where = tr("Columns '{x_name}' and '{y_name}' of '{source}'").format(
        x_name=columns.x_name, y_name=columns.y_name, source=source
    )
    if in_degrees >= (_MOST if columns.are_degrees_by_name else _NEARLY_ALL):
        return CrsGuess(
            "EPSG:4326",
            DEGREES,
            tr("{where} hold degrees, such as {example}: taken as WGS 84 (EPSG:4326).").format(
                where=where, example=example
            ),
        )
    if columns.are_degrees_by_name:
        swapped = _share_within(columns.sample[:, ::-1], DEGREES) >= _NEARLY_ALL
        remedy = tr("name them the other way round") if swapped else tr("give their CRS (feet are often a State Plane)")
        raise TableError(
            tr("{where} hold values such as {example}, which are not degrees east and north: {remedy}.").format(
                where=where, example=example, remedy=remedy
            )
        )
    if in_degrees > 1 - _NEARLY_ALL:
        raise TableError(
            tr("{where} hold degrees in some rows only ({in_degrees:.0%}): split the file by its CRS.").format(
                where=where, in_degrees=in_degrees
            )
        )
    if area and _share_within(columns.sample, area.bounds) >= _MOST:
        reason = tr("{where} hold values that lie in '{name}', such as {example}: taken as its CRS, {crs}.").format(
            where=where, name=area.name, example=example, crs=area.crs
        )
        return CrsGuess(area.crs, None, reason)
    if _share_within(columns.sample, BRITISH_GRID) >= _NEARLY_ALL:
        reason = tr(
            "{where} hold values such as {example}, which fit the British National Grid: taken as "
            "EPSG:27700. Look at the points on a map; if they are elsewhere, give the CRS."
        ).format(where=where, example=example)
        return CrsGuess("EPSG:27700", BRITISH_GRID, reason, certain="easting" in plain_name(columns.x_name))
    raise TableError(
        tr(
            "{where} hold values such as {example}, which are neither degrees nor on the British "
            "National Grid: give their CRS (feet are often a State Plane)."
        ).format(where=where, example=example)
    )


def check_crs(source: str, columns: CoordinateColumns, crs: str, is_geographic: bool) -> None:
    """Refuse a CRS given by the user that the values contradict: degrees in metres, or metres in degrees."""
    in_degrees = _share_within(columns.sample, DEGREES)
    x, y = columns.sample[0]
    where = tr("Columns '{x_name}' and '{y_name}' of '{source}' hold values such as {x:.10g}, {y:.10g}").format(
        x_name=columns.x_name, y_name=columns.y_name, source=source, x=x, y=y
    )
    if is_geographic and in_degrees < 1 - _NEARLY_ALL:
        raise TableError(
            tr("{where}, which are no degrees, but the CRS given is {crs}, in degrees: give another.").format(
                where=where, crs=crs
            )
        )
    if not is_geographic and in_degrees >= _NEARLY_ALL:
        raise TableError(
            tr(
                "{where}, which look like degrees, but the CRS given is {crs}: give EPSG:4326, or leave it empty."
            ).format(where=where, crs=crs)
        )


def _share_within(xy: np.ndarray, bounds: tuple) -> float:
    x_min, y_min, x_max, y_max = bounds
    x, y = xy.T
    return float(np.mean((x >= x_min) & (x <= x_max) & (y >= y_min) & (y <= y_max)))

"""Points of interest, in a layer or as delimited text, and the layers that they are sorted into."""

from dataclasses import dataclass

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMemoryProviderUtils,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ...rtm_plugin.errors import RtmError, TableError
from ...rtm_plugin.files import poi_classes
from ...rtm_plugin.files.coordinates import CoordinateColumns, check_crs, find_coordinates, guess_crs
from ...rtm_plugin.files.tables import TextTable, open_table, plain_name
from ...rtm_plugin.names import in_apostrophes
from ...rtm_plugin.translation import tr
from ..fields import TEXT, copied_fields, make_fields
from .sources import features_of

_AT_ONCE = 200_000  # features held while they are sorted into layers


@dataclass(frozen=True)
class LayerPlaces:
    """Places in a layer."""

    source: QgsProcessingFeatureSource
    name: str
    crs: QgsCoordinateReferenceSystem

    @property
    def wkb_type(self):
        return self.source.wkbType()

    @property
    def columns(self):
        return [field.name() for field in self.source.fields()]

    def fields(self):
        return self.source.fields()

    def rows(self, progress):
        """Yield (attributes, geometry) of every feature, always in the same order."""
        for feature in features_of(self.source, QgsFeatureRequest(), progress):
            yield feature.attributes(), feature.geometry()


@dataclass(frozen=True)
class TextPlaces:
    """Places in a delimited text file, in which the codes keep their zeros."""

    table: TextTable
    coordinates: CoordinateColumns
    crs: QgsCoordinateReferenceSystem
    wkb_type = QgsWkbTypes.Type.Point

    @property
    def name(self):
        return self.table.name

    @property
    def columns(self):
        return list(self.table.header)

    def fields(self):
        return make_fields((name or f"column_{i}", TEXT) for i, name in enumerate(self.table.header, start=1))

    def rows(self, progress):
        for _, row in self.table.rows(progress):
            place = self.coordinates.read(row)
            geometry = QgsGeometry.fromPointXY(QgsPointXY(*place)) if place else QgsGeometry()
            yield row[: len(self.table.header)], geometry


def column_index(places, name):
    """Index of a field by its name, case, spaces and underscores not regarded."""
    plain = [plain_name(column) for column in places.columns]
    if plain_name(name) not in plain:
        shown = ", ".join(map(in_apostrophes, places.columns))
        raise RtmError(
            tr("Points of interest '{name}' have no field '{field}'; the fields are {shown}.").format(
                name=places.name, field=name, shown=shown
            )
        )
    return plain.index(plain_name(name))


def plain_text(value):
    if value is None or value == NULL:
        return ""
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value).strip()


@dataclass(frozen=True)
class ClassesRead:
    """What was read of the places, one entry for each: class, reference ('' for none), whether it has a position.

    ``names`` are those that the places themselves give to codes of classes.
    """

    values: list
    refs: list
    placed: list
    names: dict


def read_classes(places, by_class, by_id, progress):
    """Read the classes of all places from the first of the columns ``by_class`` that is filled, and their references.

    ``by_id`` is a column, or None. Raises :class:`RtmError` where there is no place.
    """
    plain = [plain_name(column) for column in places.columns]
    own_names = [
        (poi_classes.LEVELS[level], plain.index(name))
        for level, name in poi_classes.NAME_COLUMNS.items()
        if name in plain
    ]
    read = ClassesRead([], [], [], {})
    for attributes, geometry in places.rows(progress):
        value = next(filter(None, (plain_text(attributes[column]) for column in by_class)), "")
        read.values.append(value)
        read.refs.append("" if by_id is None else plain_text(attributes[by_id]))
        read.placed.append(not (geometry.isNull() or geometry.isEmpty()))
        code = poi_classes.full_code(value)
        for digits, column in own_names if code else ():
            if code[:digits] not in read.names and plain_text(attributes[column]):
                read.names[code[:digits]] = plain_text(attributes[column])
    if not read.values:
        raise RtmError(
            tr("Points of interest '{name}' has no feature: choose a layer with places.").format(name=places.name)
        )
    return read


def text_places(path, given, progress):
    """The places of a delimited text file; ``given`` is its CRS, None where the values are to tell it.

    Raises :class:`TableError` where no row has coordinates, or the CRS cannot be that of the values.
    """
    table = open_table(path, progress=progress)
    coordinates = find_coordinates(table)
    if not len(coordinates.sample):
        raise TableError(tr("'{name}' has no row with coordinates: check the file.").format(name=table.name))
    if given is not None:
        check_crs(table.name, coordinates, given.authid(), given.isGeographic())
        return TextPlaces(table, coordinates, given)
    guess = guess_crs(table.name, coordinates)
    (progress.info if guess.certain else progress.warn)(guess.reason)
    return TextPlaces(table, coordinates, QgsCoordinateReferenceSystem(guess.crs))


def factor_layers(places, factors, progress):
    """Yield a memory layer for each factor, reading the places anew for every so many features."""
    fields, columns = copied_fields(places.fields(), (), progress)
    for done, batch in _batches(factors):
        layers, writes = [], {}
        for factor in batch:
            layer = QgsMemoryProviderUtils.createMemoryLayer(factor.name, fields, places.wkb_type, places.crs)
            features = []
            layers.append((layer, features))
            for row in factor.rows:
                writes.setdefault(row, []).append(features)
        part = progress.part(done, done + sum(len(factor.rows) for factor in batch) / _n_rows(factors))
        for row, (attributes, geometry) in enumerate(places.rows(part)):
            for features in writes.get(row, ()):
                feature = QgsFeature(fields)
                feature.setAttributes([attributes[column] for column in columns])
                feature.setGeometry(geometry)
                features.append(feature)
        for layer, features in layers:
            if not layer.dataProvider().addFeatures(features)[0]:
                raise RtmError(
                    tr("The layer '{layer}' cannot be filled: write to a GeoPackage instead.").format(
                        layer=layer.name()
                    )
                )
            layer.updateExtents()
            yield layer


def _batches(factors):
    """Yield (fraction done before, factors) in order, with a limited number of places together."""
    batch, size, done = [], 0, 0
    for factor in factors:
        if batch and size + len(factor.rows) > _AT_ONCE:
            yield done / _n_rows(factors), batch
            batch, size, done = [], 0, done + size
        batch.append(factor)
        size += len(factor.rows)
    yield done / _n_rows(factors), batch


def _n_rows(factors):
    return sum(len(factor.rows) for factor in factors)

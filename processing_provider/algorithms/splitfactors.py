"""``rtm:splitfactors``: points of interest to one layer per class, ready as risk factors."""

import os
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsMemoryProviderUtils,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ...rtm_plugin.errors import RtmError, TableError
from ...rtm_plugin.files import poi_classes
from ...rtm_plugin.files.coordinates import CoordinateColumns, check_crs, find_coordinates, guess_crs
from ...rtm_plugin.files.tables import Table, open_table, plain_name
from ...rtm_plugin.translation import tr
from ..base import RtmAlgorithm
from ..files import check_writable, remove
from ..parameters.model_inputs import is_set, source_of
from ..reading.sources import check_has_crs
from ..writing import tables
from ..writing.fields import INTEGER, TEXT, TRUTH, make_fields
from ..writing.result_groups import GroupedResult, attach, run_name

CLASS_FIELDS = (("factor", TEXT), ("places", INTEGER), ("written", TRUTH), ("classes", TEXT))
_AT_ONCE = 200_000  # features held while they are sorted into layers
_EVERY = 1000


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
        total = max(self.source.featureCount(), 1)
        unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        for number, feature in enumerate(self.source.getFeatures(QgsFeatureRequest(), unchecked)):
            if number % _EVERY == 0:
                progress(number / total)
            yield feature.attributes(), feature.geometry()


@dataclass(frozen=True)
class TextPlaces:
    """Places in a delimited text file, in which the codes keep their zeros."""

    table: Table
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


class SplitFactors(RtmAlgorithm):
    """Reads the places twice: to sort them by class, and to write them, a limited number at a time."""

    INPUT = "INPUT"
    TEXT_FILE = "TEXT_FILE"
    CRS = "CRS"
    CLASS_FIELD = "CLASS_FIELD"
    LEVEL = "LEVEL"
    NAMES = "NAMES"
    KEEP = "KEEP"
    MERGE = "MERGE"
    MIN_COUNT = "MIN_COUNT"
    ID_FIELD = "ID_FIELD"
    ONCE_IN = "ONCE_IN"
    LOAD = "LOAD"
    OUTPUT = "OUTPUT"
    CLASSES = "CLASSES"
    LAYERS = "LAYERS"

    GROUP = "data"
    PACKAGES = ()

    def name(self):
        return "splitfactors"

    def displayName(self):
        return tr("Split points of interest into risk factors")

    def tags(self):
        return tr("POI,points of interest,Ordnance Survey,OpenStreetMap,OSM,class,factors,split").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Makes one layer per class of place, ready as risk factors of a model."),
                tr(
                    "Reads Ordnance Survey Points of Interest (a layer, or the delimited text as "
                    "delivered) by group, category or class, OpenStreetMap places by fclass or by amenity, "
                    "shop and the like, and any layer by any field. Codes that have lost their leading "
                    "zero are mended."
                ),
                tr(
                    "A place that comes twice with the same reference number in one class is taken once. "
                    "Places without a class or a geometry are left out and counted."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        self._add_inputs()
        self._add_choices()
        self.add(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Risk factors"), "GeoPackage (*.gpkg)", None, True),
            tr(
                "A GeoPackage with a layer for each factor, named after it; a file of this name is replaced. "
                "Skipped: temporary layers."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.CLASSES, tr("Classes"), QgsProcessing.SourceType.TypeVector, None, True, False
            ),
            tr("A table of all classes with their number of places, and whether a layer was written."),
        )
        self.addOutput(QgsProcessingOutputMultipleLayers(self.LAYERS, tr("Risk factors")))
        self.add_numbers(
            {
                "N_PLACES": tr("Number of places read"),
                "N_FACTORS": tr("Number of factors"),
                "N_WRITTEN": tr("Number of places written"),
                "N_DUPLICATES": tr("Number of duplicates"),
                "N_NO_CLASS": tr("Number of places without a class"),
                "N_NO_GEOMETRY": tr("Number of places without a geometry"),
                "N_TOO_FEW": tr("Number of places in classes that are too small"),
                "N_NOT_KEPT": tr("Number of places in classes not asked for"),
            }
        )

    def _add_inputs(self):
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT,
                tr("Points of interest"),
                [QgsProcessing.SourceType.TypeVectorAnyGeometry],
                None,
                True,
            ),
            tr("A layer of places, of points as a rule. Give either this or a text file."),
        )
        self.add(
            QgsProcessingParameterFile(
                self.TEXT_FILE,
                tr("Points of interest as text"),
                QgsProcessingParameterFile.Behavior.File,
                "",
                None,
                True,
                tr("Text (*.csv *.txt *.psv *.tsv);;All files (*)"),
            ),
            tr(
                "A delimited text file (by |, commas, semicolons or tabs) with a header and coordinates, "
                "such as Points of Interest as they are delivered."
            ),
        )
        self.add(
            QgsProcessingParameterCrs(self.CRS, tr("CRS of the text file"), None, True),
            tr("Empty: it is told from the values (the British National Grid, degrees) and said in the log."),
        )

    def _add_choices(self):
        self.add(
            QgsProcessingParameterString(self.CLASS_FIELD, tr("Field of the class"), "", False, True),
            tr(
                "The field to split by; of several, separated by semicolons, the first that is filled counts "
                "for a place. Empty: the classification code of Points of Interest, else fclass, else "
                "OpenStreetMap's amenity, shop, leisure, tourism and office."
            ),
        )
        self.add_choice(
            self.LEVEL,
            tr("Level of the code"),
            tr("Of Points of Interest: a layer per class (8 digits), category (4) or group (2)."),
            list(poi_classes.LEVELS),
            "class",
        )
        self.add(
            QgsProcessingParameterFile(
                self.NAMES,
                tr("Names of the codes"),
                QgsProcessingParameterFile.Behavior.File,
                "",
                None,
                True,
                tr("Text (*.csv *.txt *.psv *.tsv);;All files (*)"),
            ),
            tr(
                "The product's look-up file, in which names stand right of their codes. Empty: the names in "
                "the layer's own fields, else the codes."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.KEEP, tr("Classes to keep"), "", False, True),
            tr(
                "Separated by semicolons: names or codes of classes, beginnings of codes (0102), or names of "
                "merged factors. Empty: all."
            ),
        )
        self.add(
            QgsProcessingParameterFile(
                self.MERGE,
                tr("Merge table"),
                QgsProcessingParameterFile.Behavior.File,
                "",
                None,
                True,
                tr("Text (*.csv *.txt *.tsv);;All files (*)"),
            ),
            tr(
                "A CSV file of two columns, class and factor: classes with the same factor make one layer. A "
                "class may be a code, the beginning of one, a value or a name."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MIN_COUNT,
                tr("Minimum number of places"),
                QgsProcessingParameterNumber.Type.Integer,
                1,
                False,
                1,
            ),
            tr("Classes with fewer places make no layer."),
        )
        self.add(
            QgsProcessingParameterString(self.ID_FIELD, tr("Field of the reference number"), "", False, True),
            tr("Empty: recognised by its name, such as ref_no or osm_id."),
            advanced=True,
        )
        self.add_choice(
            self.ONCE_IN,
            tr("A reference number counts once in each"),
            tr(
                "Matters for merged classes: OpenStreetMap may have one place as a pharmacy and as a "
                "chemist. "
                "With factor it is one place of a factor that holds both, with class it is two."
            ),
            poi_classes.ONCE_IN,
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.LOAD, tr("Load the layers"), True),
            tr("Add the layers to the project when the algorithm is done."),
            advanced=True,
        )

    def check(self, parameters, context):
        if is_set(parameters, self.INPUT) == is_set(parameters, self.TEXT_FILE):
            raise RtmError(tr("Give either a layer of points of interest or a text file of them."))
        output = self._output(parameters, context)
        if output and output.suffix.casefold() != ".gpkg":
            raise RtmError(tr("The file '{output}' is no GeoPackage: let its name end in .gpkg.").format(output=output))
        check_writable(str(output) if output else "")
        check_writable(parameters.get(self.CLASSES))

    def compute(self, parameters, context, progress):
        with progress.stage(tr("Reading classes"), 0.0, 0.5) as step:
            places = self._places(parameters, context, step)
            split, n_places = self._split(places, parameters, context, step)
        output = self._output(parameters, context)
        with progress.stage(tr("Writing layers"), 0.5, 1.0) as step:
            if output:
                layers = _write_geopackage(places, split.factors, output, context, step)
            else:
                layers = [
                    context.temporaryLayerStore().addMapLayer(layer).id()
                    for layer in _layers(places, split.factors, step)
                ]
        if context.project() and self.parameterAsBoolean(parameters, self.LOAD, context):
            group = run_name(self.displayName())
            for place, (factor, layer) in reversed(list(enumerate(zip(split.factors, layers)))):
                details = QgsProcessingContext.LayerDetails(factor.name, context.project(), self.LAYERS)
                attach(details, GroupedResult(group, -place))
                context.addLayerToLoadOnCompletion(layer, details)
        self._report(split, n_places, progress)
        results = {
            self.LAYERS: layers,
            "N_PLACES": n_places,
            "N_FACTORS": len(split.factors),
            "N_WRITTEN": sum(len(factor.rows) for factor in split.factors),
            "N_DUPLICATES": split.left_out.get(poi_classes.DUPLICATE, 0),
            "N_NO_CLASS": split.left_out.get(poi_classes.NO_CLASS, 0),
            "N_NO_GEOMETRY": split.left_out.get(poi_classes.NO_PLACE, 0),
            "N_TOO_FEW": split.left_out.get(poi_classes.TOO_FEW, 0),
            "N_NOT_KEPT": split.left_out.get(poi_classes.NOT_KEPT, 0),
        }
        if output:
            results[self.OUTPUT] = str(output)
        classes = self._write_classes(split, parameters, context, progress)
        return {**results, self.CLASSES: classes} if classes else results

    def _output(self, parameters, context):
        path = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        return Path(path) if path else None

    def _places(self, parameters, context, progress):
        if is_set(parameters, self.INPUT):
            source, name = source_of(self, parameters, self.INPUT, context)
            check_has_crs(tr("Points of interest"), name, source.sourceCrs())
            return LayerPlaces(source, name, source.sourceCrs())
        table = open_table(self.parameterAsString(parameters, self.TEXT_FILE, context), progress=progress)
        coordinates = find_coordinates(table)
        if not len(coordinates.sample):
            raise TableError(tr("'{name}' has no row with coordinates: check the file.").format(name=table.name))
        given = self.parameterAsCrs(parameters, self.CRS, context)
        if is_set(parameters, self.CRS) and not given.isValid():
            raise TableError(
                tr("'{parameters}' is no known CRS: write it for example as EPSG:27700.").format(
                    parameters=parameters[self.CRS]
                )
            )
        if given.isValid():
            check_crs(table.name, coordinates, given.authid(), given.isGeographic())
            return TextPlaces(table, coordinates, given)
        guess = guess_crs(table.name, coordinates)
        (progress.info if guess.certain else progress.warn)(guess.reason)
        return TextPlaces(table, coordinates, QgsCoordinateReferenceSystem(guess.crs))

    def _split(self, places, parameters, context, progress):
        """The factors, and the number of places read."""
        columns = places.columns
        fields = _listed(self.parameterAsString(parameters, self.CLASS_FIELD, context))
        by_class = [_index(places, name) for name in fields] or poi_classes.class_columns(columns)
        by_id = self._id_column(places, parameters, context)
        own_names = [
            (poi_classes.LEVELS[level], [plain_name(column) for column in columns].index(name))
            for level, name in poi_classes.NAME_COLUMNS.items()
            if name in [plain_name(column) for column in columns]
        ]
        values, refs, placed, names = [], [], [], {}
        for attributes, geometry in places.rows(progress):
            value = next(filter(None, (_text(attributes[column]) for column in by_class)), "")
            values.append(value)
            refs.append("" if by_id is None else _text(attributes[by_id]))
            placed.append(not (geometry.isNull() or geometry.isEmpty()))
            code = poi_classes.full_code(value)
            for digits, column in own_names if code else ():
                if code[:digits] not in names and _text(attributes[column]):
                    names[code[:digits]] = _text(attributes[column])
        if not values:
            raise RtmError(
                tr("Points of interest '{name}' has no feature: choose a layer with places.").format(name=places.name)
            )
        shown = ", ".join(f"'{columns[column]}'" for column in by_class)
        progress.info(tr("'{name}' is split by {shown}.").format(name=places.name, shown=shown))
        if by_id is not None:
            progress.info(tr("Duplicates are told by '{columns}'.").format(columns=columns[by_id]))
        if is_set(parameters, self.NAMES):
            names |= poi_classes.read_names(self.parameterAsString(parameters, self.NAMES, context))
        merge = self.parameterAsString(parameters, self.MERGE, context)
        level = self.parameterAsEnumString(parameters, self.LEVEL, context)
        split = poi_classes.split_classes(
            values,
            refs,
            placed,
            level if poi_classes.are_codes(values) else "",
            names,
            poi_classes.read_merges(merge) if merge else (),
            _listed(self.parameterAsString(parameters, self.KEEP, context)),
            self.parameterAsInt(parameters, self.MIN_COUNT, context),
            self.parameterAsEnumString(parameters, self.ONCE_IN, context),
        )
        return split, len(values)

    def _id_column(self, places, parameters, context):
        name = self.parameterAsString(parameters, self.ID_FIELD, context).strip()
        if name:
            return _index(places, name)
        plain = [plain_name(column) for column in places.columns]
        return next((plain.index(known) for known in poi_classes.ID_COLUMNS if known in plain), None)

    def _report(self, split, n_places, progress):
        for factor in split.factors:
            progress.info(f"{factor.name}: {len(factor.rows)} places.")
            if factor.name in split.repeated:
                progress.warn(
                    tr(
                        "{name}: {repeated} places are in it twice, under two classes; let a reference number count "
                        "once in each factor if they are the same places."
                    ).format(name=factor.name, repeated=split.repeated[factor.name])
                )
        words = poi_classes.reason_words()
        for reason, count in sorted((words[code], count) for code, count in split.left_out.items()):
            progress.info(
                tr("Left out, {reason}: {count} of {n_places} places.").format(
                    reason=reason, count=count, n_places=n_places
                )
            )

    def _write_classes(self, split, parameters, context, progress):
        fields = make_fields(CLASS_FIELDS)
        rows = [
            (factor.name, len(factor.rows), written, ", ".join(factor.classes))
            for factors, written in ((split.factors, True), (split.others, False))
            for factor in factors
        ]
        found = tables.Table(fields, sorted(rows))
        return tables.write_table(self, parameters, self.CLASSES, context, found, progress)


def _listed(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def _index(places, name):
    """Index of a field by its name, case, spaces and underscores not regarded."""
    plain = [plain_name(column) for column in places.columns]
    if plain_name(name) not in plain:
        shown = ", ".join(f"'{column}'" for column in places.columns)
        raise RtmError(
            tr("Points of interest '{name}' have no field '{name_2}'; the fields are {shown}.").format(
                name=places.name, name_2=name, shown=shown
            )
        )
    return plain.index(plain_name(name))


def _text(value):
    if value is None or value == NULL:
        return ""
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value).strip()


def _layers(places, factors, progress):
    """Yield a memory layer for each factor, reading the places anew for every so many features."""
    for done, batch in _batches(factors):
        layers, writes = [], {}
        fields, columns = _copied_fields(places)
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


def _copied_fields(places):
    """Fields of the layers and their columns; a GeoPackage numbers its features in a field fid of its own."""
    fields, columns = QgsFields(), []
    for column, field in enumerate(places.fields()):
        if field.name().casefold() not in ("fid", "ogc_fid") and fields.append(field):
            columns.append(column)
    return fields, columns


def _write_geopackage(places, factors, path, context, progress):
    """Write the layers beside the wanted file, which they replace once complete; gives their URIs."""
    unfinished = path.with_name(f"{path.stem}.unfinished.gpkg")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        for number, layer in enumerate(_layers(places, factors, progress)):
            options = QgsVectorFileWriter.SaveVectorOptions()
            options.driverName = "GPKG"
            options.layerName = layer.name()
            actions = QgsVectorFileWriter.ActionOnExistingFile
            options.actionOnExistingFile = actions.CreateOrOverwriteLayer if number else actions.CreateOrOverwriteFile
            error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
                layer, str(unfinished), context.transformContext(), options
            )
            if error != QgsVectorFileWriter.WriterError.NoError:
                raise RtmError(
                    tr("Layer '{layer}' cannot be written ({message}): choose another file.").format(
                        layer=layer.name(), message=message
                    )
                )
        os.replace(unfinished, path)
    except OSError as error:
        raise RtmError(
            tr("The layers cannot be written to '{path}' ({strerror}): choose another file.").format(
                path=path, strerror=error.strerror
            )
        ) from error
    finally:
        remove(unfinished)
    return [f"{path}|layername={factor.name}" for factor in factors]

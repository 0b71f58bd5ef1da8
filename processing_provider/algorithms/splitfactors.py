"""``rtm:splitfactors``: points of interest to one layer per class, ready as risk factors."""

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
)

from ...rtm_plugin.errors import RtmError, TableError
from ...rtm_plugin.files import poi_classes
from ...rtm_plugin.files.incident_columns import judge_ids
from ...rtm_plugin.files.tables import plain_name
from ...rtm_plugin.names import in_apostrophes
from ...rtm_plugin.translation import tr
from ..base import RtmAlgorithm
from ..fields import INTEGER, TEXT, TRUTH, check_single, make_fields
from ..parameters.points_of_interest import add_classes, add_places
from ..parameters.values import is_set, source_of
from ..reading.points_of_interest import LayerPlaces, column_index, factor_layers, read_classes, text_places
from ..reading.sources import check_has_crs
from ..staging import staged
from ..writing import tables
from ..writing.geopackage import add_layers_alike, check_name, keep_others
from ..writing.result_groups import GroupedResult, RunGroup, attach

CLASS_FIELDS = (("factor", TEXT), ("places", INTEGER), ("written", TRUTH), ("classes", TEXT))


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
        add_places(self)
        add_classes(self)
        self.add_file_output(
            self.OUTPUT,
            tr("Risk factors"),
            tr(
                "A GeoPackage with a layer for each factor, named after it; layers of the same names are replaced, "
                "others in the file stay. Skipped: temporary layers."
            ),
            "GeoPackage (*.gpkg)",
            optional=True,
        )
        self.add_table(
            self.CLASSES,
            tr("Classes"),
            tr("A table of all classes with their number of places, and whether a layer was written."),
            skipped=True,
        )
        self.add_layers_result(self.LAYERS, tr("Risk factors"))
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

    def check(self, parameters, context):
        if is_set(parameters, self.INPUT) == is_set(parameters, self.TEXT_FILE):
            raise RtmError(tr("Give either a layer of points of interest or a text file of them."))
        output = self._output(parameters, context)
        if output and output.suffix.casefold() != ".gpkg":
            raise RtmError(tr("The file '{output}' is no GeoPackage: let its name end in .gpkg.").format(output=output))

    def compute(self, parameters, context, progress):
        with progress.stage(tr("Reading classes"), 0.0, 0.5) as step:
            places = self._places(parameters, context, step)
            split, n_places = self._split(places, parameters, context, step)
        output = self._output(parameters, context)
        with progress.stage(tr("Writing layers"), 0.5, 1.0) as step, staged() as stage:
            made = factor_layers(places, split.factors, step)
            if output:
                waiting = stage(output)
                names = [factor.name for factor in split.factors]
                for name in names:
                    check_name(name)
                keep_others(output, waiting, names)
                add_layers_alike(waiting, made, context)
                layers = [f"{output}|layername={factor.name}" for factor in split.factors]
            else:
                layers = [context.temporaryLayerStore().addMapLayer(layer).id() for layer in made]
            classes = self._write_classes(split, parameters, context, progress, stage)
        if context.project() and self.parameterAsBoolean(parameters, self.LOAD, context):
            group = RunGroup(self.displayName())
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
        return {**results, self.CLASSES: classes} if classes else results

    def _output(self, parameters, context):
        path = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        return Path(path) if path else None

    def _places(self, parameters, context, progress):
        if is_set(parameters, self.INPUT):
            source, name = source_of(parameters, self.INPUT, context)
            check_has_crs(tr("Points of interest"), name, source.sourceCrs())
            return LayerPlaces(source, name, source.sourceCrs())
        given = self.parameterAsCrs(parameters, self.CRS, context)
        if is_set(parameters, self.CRS) and not given.isValid():
            raise TableError(
                tr("'{crs}' is no known CRS: write it for example as EPSG:27700.").format(crs=parameters[self.CRS])
            )
        path = self.parameterAsString(parameters, self.TEXT_FILE, context)
        return text_places(path, given if given.isValid() else None, progress)

    def _split(self, places, parameters, context, progress):
        """The factors, and the number of places read."""
        columns = places.columns
        fields = _listed(self.parameterAsString(parameters, self.CLASS_FIELD, context))
        by_class = [column_index(places, name) for name in fields] or poi_classes.class_columns(columns)
        for column in by_class:
            check_single(places.name, places.fields()[column])
        by_id = self._id_column(places, parameters, context)
        read = read_classes(places, by_class, by_id, progress)
        refs, names = read.refs, read.names
        shown = ", ".join(in_apostrophes(columns[column]) for column in by_class)
        progress.info(tr("'{name}' is split by {shown}.").format(name=places.name, shown=shown))
        if by_id is not None:
            progress.info(tr("Duplicates are told by '{columns}'.").format(columns=columns[by_id]))
            ids = judge_ids(by_id, refs)
            refs = [ref if ids.identifies(ref) else "" for ref in refs]
            if ids.complaint(places.name, columns[by_id]):
                progress.warn(ids.complaint(places.name, columns[by_id]))
        if is_set(parameters, self.NAMES):
            names |= poi_classes.read_names(self.parameterAsString(parameters, self.NAMES, context), progress)
        merge = self.parameterAsString(parameters, self.MERGE, context)
        level = self.parameterAsEnumString(parameters, self.LEVEL, context)
        split = poi_classes.split_classes(
            read.values,
            refs,
            read.placed,
            level if poi_classes.are_codes(read.values) else "",
            names,
            poi_classes.read_merges(merge, progress) if merge else (),
            _listed(self.parameterAsString(parameters, self.KEEP, context)),
            self.parameterAsInt(parameters, self.MIN_COUNT, context),
            self.parameterAsEnumString(parameters, self.ONCE_IN, context),
        )
        return split, len(read.values)

    def _id_column(self, places, parameters, context):
        name = self.parameterAsString(parameters, self.ID_FIELD, context).strip()
        if name:
            return column_index(places, name)
        plain = [plain_name(column) for column in places.columns]
        return next((plain.index(known) for known in poi_classes.ID_COLUMNS if known in plain), None)

    def _report(self, split, n_places, progress):
        for factor in split.factors:
            progress.info(tr("{name}: {n:,} places.").format(name=factor.name, n=len(factor.rows)))
            if factor.name in split.repeated:
                progress.warn(
                    tr(
                        "{name}: {repeated:,} places are in it twice, under two classes; let a reference number count "
                        "once in each factor if they are the same places."
                    ).format(name=factor.name, repeated=split.repeated[factor.name])
                )
        words = poi_classes.reason_words()
        for reason, count in sorted((words[code], count) for code, count in split.left_out.items()):
            progress.info(
                tr("Left out, {reason}: {count:,} of {n_places:,} places.").format(
                    reason=reason, count=count, n_places=n_places
                )
            )

    def _write_classes(self, split, parameters, context, progress, stage):
        fields = make_fields(CLASS_FIELDS)
        rows = [
            (factor.name, len(factor.rows), written, ", ".join(factor.classes))
            for factors, written in ((split.factors, True), (split.others, False))
            for factor in factors
        ]
        found = tables.Table(fields, sorted(rows))
        return tables.write_table(self, parameters, self.CLASSES, context, found, progress, stage)


def _listed(text):
    return [part.strip() for part in text.split(";") if part.strip()]

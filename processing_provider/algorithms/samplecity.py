"""``rtm:samplecity``: a made-up city with a known truth, as one GeoPackage."""

import os
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ...rtm_plugin import sample_city
from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.factors import FactorSpec, plain_number
from ..base import RtmAlgorithm
from ..files import check_writable, remove
from ..writing.fields import INTEGER, TEXT, make_fields
from ..writing.result_groups import GroupedResult, attach, run_name
from ..writing.tables import Sink, Table, fill

_WKB_TYPES = {
    "point": QgsWkbTypes.Type.Point,
    "line": QgsWkbTypes.Type.LineString,
    "polygon": QgsWkbTypes.Type.Polygon,
}


class SampleCity(RtmAlgorithm):
    """Writes every layer of :func:`rtm_plugin.sample_city.build_city`."""

    SEED = "SEED"
    OUTPUT = "OUTPUT"
    STUDY_AREA = "STUDY_AREA"
    INCIDENTS_PERIOD_1 = "INCIDENTS_PERIOD_1"
    INCIDENTS_PERIOD_2 = "INCIDENTS_PERIOD_2"
    FACTORS = "FACTORS"
    FACTOR_SETTINGS = "FACTOR_SETTINGS"

    GROUP = "data"

    def name(self):
        return "samplecity"

    def displayName(self):
        return tr("Sample city")

    def tags(self):
        return ["sample", "example", "demo", "test data", "synthetic", "crime", "tutorial"]

    def about(self):
        effects = "; ".join(_describe(effect) for effect in sample_city.TRUTH)
        return "\n\n".join(
            [
                tr("Makes a made-up city with a known truth, for trying out the other algorithms."),
                tr(
                    "All layers go into one GeoPackage: the study area, incidents of two periods, the risk "
                    "factors and, for the map, the streets. Places and incidents are invented from the seed."
                ),
                tr("What the incidents were drawn with, so what a model should find: {effects}.").format(
                    effects=effects
                ),
                tr("Without any effect are: {names}.").format(names=", ".join(sample_city.NULL_FACTORS)),
                tr(
                    "The truth was planted with a block length of {block} m and cells of {cell} m. A "
                    "protective factor is found only if the model is told to look for one: the output "
                    "FACTOR_SETTINGS is the row for the risk terrain model's setting of that name."
                ).format(block=plain_number(sample_city.BLOCK_LENGTH), cell=plain_number(sample_city.CELL_SIZE)),
            ]
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterNumber(
                self.SEED, tr("Seed"), QgsProcessingParameterNumber.Type.Integer, 1, False, 0, 2**31 - 1
            ),
            tr(
                "The same seed makes the same city; another one makes another town plan and other incidents, "
                "drawn with the same effects."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Sample city"), "GeoPackage (*.gpkg)"),
            tr("The GeoPackage to write. A file of this name is replaced."),
        )
        for key, label in (
            (self.STUDY_AREA, tr("Study area")),
            (self.INCIDENTS_PERIOD_1, tr("Incidents of period 1")),
            (self.INCIDENTS_PERIOD_2, tr("Incidents of period 2")),
        ):
            self.addOutput(QgsProcessingOutputVectorLayer(key, label))
        self.addOutput(QgsProcessingOutputMultipleLayers(self.FACTORS, tr("Risk factors")))
        self.add_texts({self.FACTOR_SETTINGS: tr("Settings of the protective factors")})
        self.add_numbers(
            {
                "N_INCIDENTS_PERIOD_1": tr("Number of incidents in period 1"),
                "N_INCIDENTS_PERIOD_2": tr("Number of incidents in period 2"),
                "N_FACTORS": tr("Number of risk factors"),
                "SEED_USED": tr("Seed used"),
            }
        )

    def check(self, parameters, context):
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if Path(output).suffix.lower() != ".gpkg":
            raise RtmError(
                tr("The sample city's file '{path}' is no GeoPackage; let its name end in .gpkg.").format(path=output)
            )
        check_writable(output)

    def compute(self, parameters, context, progress):
        seed = self.parameterAsInt(parameters, self.SEED, context)
        output = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        city = sample_city.build_city(seed, progress.part(0.0, 0.8))
        _write_all(city.layers, output, context, progress.part(0.8, 1.0))
        group = run_name(tr("Sample city"))
        for place, layer in reversed(list(enumerate(city.layers))) if context.project() else ():
            details = QgsProcessingContext.LayerDetails(layer.name, context.project(), layer.name)
            attach(details, GroupedResult(group, -place))
            context.addLayerToLoadOnCompletion(_uri(output, layer), details)

        first, second = city.incidents
        for effect in sample_city.TRUTH:
            progress.info(_describe(effect))
        return {
            self.OUTPUT: str(output),
            self.STUDY_AREA: _uri(output, city.study_area),
            self.INCIDENTS_PERIOD_1: _uri(output, first),
            self.INCIDENTS_PERIOD_2: _uri(output, second),
            self.FACTORS: [_uri(output, layer) for layer in city.factors],
            self.FACTOR_SETTINGS: _protective_rows(),
            "N_INCIDENTS_PERIOD_1": first.shapes.n_features,
            "N_INCIDENTS_PERIOD_2": second.shapes.n_features,
            "N_FACTORS": len(city.factors),
            "SEED_USED": seed,
        }


def _describe(effect):
    """One planted effect in words."""
    where = tr("within {distance} m") if effect.operationalisation == "proximity" else tr("high density, {distance} m")
    return tr("{factor} ({where}, {direction}, relative risk value {rrv})").format(
        factor=effect.factor,
        where=where.format(distance=plain_number(effect.distance)),
        direction=effect.direction,
        rrv=plain_number(effect.rrv),
    )


def _protective_rows():
    """FACTOR_SETTINGS of the protective factors: factor, operationalisation, blocks, increment, direction."""
    specs = [
        FactorSpec(effect.factor, direction=effect.direction)
        for effect in sample_city.TRUTH
        if effect.direction == "protective"
    ]
    return ",".join(
        f"{spec.name},{spec.operationalisation},{plain_number(spec.max_blocks)},{spec.increment},{spec.direction}"
        for spec in specs
    )


def _uri(path, layer):
    return f"{path}|layername={layer.name}"


def _write_all(layers, path, context, progress):
    """Write the layers to a file beside the wanted one, which takes its place once it is complete."""
    # QGIS adds the suffix where a GeoPackage's name has another one
    unfinished = path.with_name(f".{path.stem}.{os.getpid()}.part.gpkg")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for done, layer in enumerate(layers):
            _write(
                layer,
                unfinished,
                done == 0,
                context,
                progress.part(done / len(layers), (done + 1) / len(layers)),
            )
        os.replace(unfinished, path)
    except OSError as error:
        raise RtmError(
            tr("The sample city cannot be written to '{path}' ({reason}); choose another file.").format(
                path=path, reason=error.strerror
            )
        ) from error
    finally:
        remove(unfinished)


def _write(layer, path, is_first, context, progress):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = layer.name
    options.actionOnExistingFile = (
        QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteFile
        if is_first
        else QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    )
    columns = layer.attributes
    fields = make_fields((name, INTEGER if isinstance(values[0], int) else TEXT) for name, values in columns.items())
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        _WKB_TYPES[layer.shapes.kind],
        QgsCoordinateReferenceSystem(sample_city.CRS),
        context.transformContext(),
        options,
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise RtmError(
            tr("Layer '{name}' of the sample city cannot be written ({reason}); choose another file.").format(
                name=layer.name, reason=writer.errorMessage()
            )
        )
    geometries = _geometries(layer.shapes)
    sink = Sink(writer, str(path))
    del writer
    fill(sink, Table(fields, list(zip(*columns.values())), geometries.__getitem__), progress)
    sink.flush()
    sink.close()


def _geometries(shapes):
    """The shapes as QGIS geometries; every feature of the city has a single part."""
    parts = [
        [QgsPointXY(x, y) for x, y in shapes.vertices[start:stop].tolist()]
        for start, stop in zip(shapes.starts[:-1], shapes.starts[1:])
    ]
    if shapes.kind == "point":
        return [QgsGeometry.fromPointXY(part[0]) for part in parts]
    if shapes.kind == "line":
        return [QgsGeometry.fromPolylineXY(part) for part in parts]
    return [QgsGeometry.fromPolygonXY([part]) for part in parts]

"""``rtm:samplecity``: a made-up city with a known truth, as one GeoPackage."""

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsWkbTypes,
)

from ...rtm_plugin import sample_city
from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.rounding import plain_number
from ...rtm_plugin.sample_city.planted_trial import TAKEN_AWAY
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.factors import FactorSpec, direction_words
from ...rtm_plugin.variables.operationalisations import KINDS
from ..base import RtmAlgorithm
from ..fields import INTEGER, TEXT, make_fields
from ..staging import staged
from ..writing.city_styles import look_of
from ..writing.geopackage import add_layers, keep_others
from ..writing.result_groups import GroupedResult, RunGroup, attach
from ..writing.tables import Table, memory_layer

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
    TRIAL_PLACES = "TRIAL_PLACES"
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
                    "Of the squares in trial_places half were treated in period 2, one of each pair, drawn by lot: it "
                    "took away {percent}% of their incidents, which is what the algorithm “Impact” should find."
                ).format(percent=plain_number(100 * TAKEN_AWAY)),
                tr(
                    "The truth was planted with a block length of {block} m and cells of {cell} m. A "
                    "protective factor is found only if the model is told to look for one: the output "
                    "FACTOR_SETTINGS is the row for the risk terrain model's setting of that name."
                ).format(block=plain_number(sample_city.BLOCK_LENGTH), cell=plain_number(sample_city.CELL_SIZE)),
            ]
        )

    def initAlgorithm(self, configuration=None):
        self.add_number(
            self.SEED,
            tr("Seed"),
            tr(
                "The same seed makes the same city; another one makes another town plan and other incidents, "
                "drawn with the same effects."
            ),
            1,
            whole=True,
            limits=(0, 2**31 - 1),
        )
        self.add_file_output(
            self.OUTPUT,
            tr("Sample city"),
            tr("The GeoPackage to write. Layers of the same names are replaced, others in it stay."),
            "GeoPackage (*.gpkg)",
        )
        for key, label in (
            (self.STUDY_AREA, tr("Study area")),
            (self.INCIDENTS_PERIOD_1, tr("Incidents of period 1")),
            (self.INCIDENTS_PERIOD_2, tr("Incidents of period 2")),
            (self.TRIAL_PLACES, tr("Places of a trial in period 2")),
        ):
            self.add_layer_result(key, label)
        self.add_layers_result(self.FACTORS, tr("Risk factors"))
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

    def compute(self, parameters, context, progress):
        seed = self.parameterAsInt(parameters, self.SEED, context)
        output = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        city = sample_city.build_city(seed, progress.part(0.0, 0.8))
        with staged() as stage:
            waiting = stage(output)
            keep_others(output, waiting, [layer.name for layer in city.layers])
            add_layers(waiting, _layers(city, progress.part(0.8, 1.0)), context, look_of)
        if context.project():
            _load(city, output, context)

        first, second = city.incidents
        for effect in sample_city.TRUTH:
            progress.info(_describe(effect))
        return {
            self.OUTPUT: str(output),
            self.STUDY_AREA: _uri(output, city.study_area),
            self.INCIDENTS_PERIOD_1: _uri(output, first),
            self.INCIDENTS_PERIOD_2: _uri(output, second),
            self.TRIAL_PLACES: _uri(output, city.trial_places),
            self.FACTORS: [_uri(output, layer) for layer in city.factors],
            self.FACTOR_SETTINGS: _protective_rows(),
            "N_INCIDENTS_PERIOD_1": first.shapes.n_features,
            "N_INCIDENTS_PERIOD_2": second.shapes.n_features,
            "N_FACTORS": len(city.factors),
            "SEED_USED": seed,
        }


def _load(city, output, context):
    """Have the layers loaded as a map: points above lines above areas, the incidents on top of all."""
    group = RunGroup(tr("Sample city"))
    factors = sorted(city.factors, key=lambda layer: ("point", "line", "polygon").index(layer.shapes.kind))
    _, later = city.incidents
    order = (*city.incidents, *factors, city.trial_places, city.study_area, city.streets)
    for place, layer in enumerate(order):
        details = QgsProcessingContext.LayerDetails(layer.name, context.project(), layer.name)
        # those of the second period would hide the first's; they are for judging a model, or a trial
        is_shown = layer not in (later, city.trial_places)
        attach(details, GroupedResult(group, -place, is_shown, look_of(layer.name)))
        context.addLayerToLoadOnCompletion(_uri(output, layer), details)


def _describe(effect):
    """One planted effect in words."""
    where = KINDS[effect.operationalisation].reach_words(f"{plain_number(effect.distance)} m")
    return tr("{factor} ({where}, {direction}, relative risk value {rrv})").format(
        factor=effect.factor,
        where=where,
        direction=direction_words(effect.direction),
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


def _layers(city, progress):
    for number, layer in enumerate(city.layers):
        progress(number / len(city.layers))
        yield _layer(layer)


def _layer(layer):
    """A layer of the city as one of QGIS."""
    columns = layer.attributes
    fields = make_fields((name, INTEGER if isinstance(values[0], int) else TEXT) for name, values in columns.items())
    table = Table(
        fields,
        list(zip(*columns.values())),
        _geometries(layer.shapes).__getitem__,
        QgsCoordinateReferenceSystem(sample_city.CRS),
        _WKB_TYPES[layer.shapes.kind],
    )
    return memory_layer(layer.name, table)


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

"""What is read to go on from a result: a saved model, its factor layers, a risk terrain raster."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRectangle,
    QgsSpatialIndex,
    QgsUnitTypes,
)

from ...rtm_plugin.errors import FactorError, ModelFileError, RtmError
from ...rtm_plugin.space.grid import StudyGrid, lay_grid
from ...rtm_plugin.variables.factors import plain_number
from ..base import tr
from ..writing.styles import MEAN_ITEM, SD_ITEM
from . import inputs
from .factor_layers import NAME_FIELD, attribute_text
from .geometry import KINDS, GeometryCollector
from .layers import check_has_crs, check_projected, layer_name, request_in, warn_of_skipped

MODEL, RISK_TERRAIN, NAME_FIELDS = "MODEL", "RISK_TERRAIN", "NAME_FIELDS"

_EVERY = 1000
_LARGE = 300_000  # features: of a larger layer only those near the grid are read
_SAME_SIZE = 1e-9  # relative difference of lengths that is rounding


# Parameters


def add_model(algorithm, help_text, optional=False):
    algorithm.add(
        QgsProcessingParameterFile(
            MODEL, tr("Model file"), QgsProcessingParameterFile.Behavior.File, "json", None, optional
        ),
        help_text,
    )


def add_model_factors(algorithm, help_text, optional=False):
    algorithm.add(
        QgsProcessingParameterMultipleLayers(
            inputs.FACTORS,
            tr("Risk factors"),
            QgsProcessing.SourceType.TypeVectorAnyGeometry,
            None,
            optional,
        ),
        help_text,
    )
    algorithm.add(
        QgsProcessingParameterString(inputs.FACTOR_FIELD, tr("Factor field"), "", False, True),
        tr("As in the risk terrain model: a layer that has this field holds one factor for each value."),
    )


def add_name_fields(algorithm):
    algorithm.add(
        QgsProcessingParameterString(NAME_FIELDS, tr("Name fields"), "name", False, True),
        tr(
            "Fields of the factor layers that hold the features' names, separated by semicolons: the first "
            "that a layer has is used, upper or lower case. Empty: no names."
        ),
        advanced=True,
    )


def add_risk_terrain(algorithm, help_text, optional=False, key=RISK_TERRAIN, label=None):
    parameter = QgsProcessingParameterRasterLayer(key, label or tr("Risk terrain"), None, optional)
    algorithm.add(parameter, help_text)


def add_area(algorithm, help_text):
    """Declare an optional study area, and what is excluded from it."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource(inputs.STUDY_AREA, tr("Study area"), polygons, None, True),
        help_text,
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(inputs.EXCLUDE, tr("Excluded areas"), polygons, None, True),
        tr("With a study area: as in the risk terrain model, polygons where no incident can be."),
        advanced=True,
    )


# Units


def unit_of(crs):
    """How a CRS's unit of length is written: ``m``."""
    return QgsUnitTypes.toAbbreviatedString(crs.mapUnits())


def square_units_per_hectare(crs):
    metres = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
    return 10_000.0 / metres**2


# The model


@dataclass(frozen=True)
class SavedModel:
    """A model with the name of its file, and the CRS that it was fitted in (None where it does not say)."""

    name: str
    model: object
    crs: QgsCoordinateReferenceSystem

    @property
    def factors(self):
        """Names of the factors that the model uses, in order."""
        return sorted({chosen.variable.factor for chosen in self.model.selected})


def read_model(path):
    """A saved model. Raises :class:`ModelFileError`, naming the file, where it is none."""
    from ...rtm_plugin.model.risk_terrain_model import RiskTerrainModel

    name = Path(path).name
    try:
        model = RiskTerrainModel.from_json(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text"
        raise ModelFileError(
            f"Model file '{path}' cannot be read ({reason}): choose the JSON file that the risk terrain "
            "model has written."
        ) from error
    except ModelFileError as error:
        raise ModelFileError(f"Model file '{name}': {error}") from error
    text = model.inputs.get("crs", "")
    crs = QgsCoordinateReferenceSystem(text)
    if not crs.isValid():
        crs = QgsCoordinateReferenceSystem.fromWkt(text)
    return SavedModel(name, model, crs if crs.isValid() else None)


def check_crs_of_model(saved, what, name, crs):
    """Raise :class:`ModelFileError` where a grid would be in another CRS than the model's."""
    if saved.crs is not None and crs != saved.crs:
        raise ModelFileError(
            f"Model '{saved.name}' was fitted in {_crs_words(saved.crs)}, and {what} '{name}' is in "
            f"{_crs_words(crs)}: reproject it to the model's CRS."
        )


def check_cells_of_model(saved, name, grid):
    """Raise :class:`ModelFileError` where a raster's cells have another size than the model's."""
    size = saved.model.settings.cell_size
    if abs(grid.cell_size / size - 1) > _SAME_SIZE:
        raise ModelFileError(
            f"Model '{saved.name}' was fitted on cells of {plain_number(size)} map units, and risk terrain "
            f"'{name}' has cells of {plain_number(grid.cell_size)}: use a risk terrain with the model's "
            "cells."
        )


def _crs_words(crs):
    return crs.authid() or crs.description()


# Its factors


class ModelFactor:
    """The features of one factor: their geometry as Shapes, and those with a name to look up."""

    def __init__(self, layer, kind):
        self.layer = layer
        self.collector = GeometryCollector(kind)
        self._names = []
        self._index = None

    def add(self, geometry, name):
        self.collector.add(geometry)
        if name and not geometry.isEmpty():
            if self._index is None:
                self._index = QgsSpatialIndex()
            self._index.addFeature(len(self._names), geometry.boundingBox())
            self._names.append((name, geometry))

    @property
    def shapes(self):
        return self.collector.shapes()

    def nearest_names(self, geometry, within, most=3):
        """Names of the features nearest to a geometry and no farther than ``within``, the nearest first."""
        if self._index is None:
            return []
        area = geometry.boundingBox()
        area.grow(within)
        found = []
        for number in self._index.intersects(area):
            name, feature = self._names[number]
            distance = feature.distance(geometry)
            if distance <= within:
                found.append((distance, name))
        return list(dict.fromkeys(name for _, name in sorted(found)))[:most]


def read_model_factors(algorithm, parameters, saved, crs, grid, context, progress):
    """The features of the factors that a model uses: {factor's name: ModelFactor}.

    Other layers are passed over. A layer without a feature is a factor that acts nowhere: what if the last
    bar of a town closes?

    Raises
    ------
    ModelFileError
        A factor has no layer.
    FactorError
        A layer cannot be read, two layers hold one factor, or a density has no points.
    """
    layers = algorithm.parameterAsLayerList(parameters, inputs.FACTORS, context) or []
    field = algorithm.parameterAsString(parameters, inputs.FACTOR_FIELD, context).strip()
    name_fields = [name.strip() for name in _names(algorithm, parameters, context).split(";") if name.strip()]
    reach = max((chosen.variable.distance for chosen in saved.model.selected), default=0.0) + grid.cell_size
    near = QgsRectangle(
        grid.x_min,
        grid.y_max - grid.rows * grid.cell_size,
        grid.x_min + grid.cols * grid.cell_size,
        grid.y_max,
    ).buffered(reach)
    wanted, found, unused = saved.factors, {}, []
    for number, layer in enumerate(layers):
        part = progress.part(number / len(layers), (number + 1) / len(layers))
        factors = _factors_in(layer, field, name_fields, wanted, crs, near, context, part)
        for name, factor in factors.items():
            if name in found:
                raise FactorError(
                    f"Two layers hold the risk factor '{name}' ('{found[name].layer}' and '{factor.layer}'): "
                    "leave one of them out."
                )
            found[name] = factor
        if not factors:
            unused.append(layer_name(layer.name(), layer.source()))
    if unused:
        progress.info(f"Layers that are not used, because the model has no such factor: {', '.join(sorted(unused))}.")
    missing = [name for name in wanted if name not in found]
    if missing:
        names = ", ".join(f"'{name}'" for name in missing)
        raise ModelFileError(
            f"Model '{saved.name}' needs risk factors for which there is no layer ({names}): add layers of these names."
        )
    _check_kinds(saved, found, progress)
    return {name: found[name] for name in wanted}


def _names(algorithm, parameters, context):
    if algorithm.parameterDefinition(NAME_FIELDS) is None:
        return ""
    return algorithm.parameterAsString(parameters, NAME_FIELDS, context)


def _check_kinds(saved, found, progress):
    for chosen in saved.model.selected:
        variable = chosen.variable
        collector = found[variable.factor].collector
        if variable.operationalisation == "density" and collector.kind != "point":
            raise FactorError(
                f"Risk factor '{variable.factor}' has {collector.kind}s, and the model uses its density: "
                "give it points."
            )
        if collector.shapes().is_empty:
            progress.warn(f"Risk factor '{variable.factor}' has no feature here: it acts nowhere.")


def _factors_in(layer, field, name_fields, wanted, crs, near, context, progress):
    """The wanted factors of one layer, by name."""
    name = layer_name(layer.name(), layer.source())
    fields = layer.fields()
    split_by = fields.lookupField(field) if field else -1
    if split_by < 0:
        split_by = fields.indexOf(NAME_FIELD)
    if split_by < 0 and name not in wanted:
        return {}
    kind = KINDS.get(layer.geometryType())
    if kind is None:
        raise FactorError(f"Risk factor '{name}' has no geometry: use a layer of points, lines or polygons.")
    check_has_crs("Risk factor", name, layer.crs())
    named_by = next((fields.lookupField(one) for one in name_fields if fields.lookupField(one) >= 0), -1)
    request = request_in(crs, context, [index for index in (split_by, named_by) if index >= 0])
    total = max(layer.featureCount(), 1)
    if total > _LARGE:
        request.setFilterRect(near)
    factors = {}
    for number, feature in enumerate(layer.getFeatures(request)):
        if number % _EVERY == 0:
            progress(number / total)
        factor = attribute_text(feature.attribute(split_by)) if split_by >= 0 else name
        if factor not in wanted:
            continue
        if factor not in factors:
            factors[factor] = ModelFactor(name, kind)
        known_as = attribute_text(feature.attribute(named_by)) if named_by >= 0 else ""
        factors[factor].add(feature.geometry(), known_as)
    if name in wanted and not layer.hasFeatures():
        factors[name] = ModelFactor(name, kind)
    for factor, read in factors.items():
        warn_of_skipped("Risk factor", factor, read.collector, progress)
    return factors


# A risk terrain


@dataclass(frozen=True)
class TerrainRaster:
    """A risk terrain as it was read from a raster.

    Attributes
    ----------
    name : str
    crs : QgsCoordinateReferenceSystem
    grid : StudyGrid
        Its cells with a value are the model cells.
    scores : (n_cells,) float64
        Relative risk scores, band 1.
    expected : (n_cells,) float64 or None
        Expected incidents, band 2; None in a raster that other software has made.
    mean, sd : float
        Of the scores, as the raster says; otherwise those of its cells.
    """

    name: str
    crs: QgsCoordinateReferenceSystem
    grid: StudyGrid
    scores: np.ndarray
    expected: np.ndarray
    mean: float
    sd: float


def check_risk_terrain(layer):
    """Raise :class:`RtmError` where a raster layer is no risk terrain that can be read."""
    check_projected("Risk terrain", layer.name(), layer.crs(), layer.extent())
    dataset = _opened(layer)
    step = dataset.GetGeoTransform()
    if step[2] or step[4] or step[5] >= 0 or abs(step[1] / -step[5] - 1) > 1e-6:
        raise RtmError(
            f"Risk terrain '{layer.name()}' has no square cells with north at the top: use the raster that "
            "the risk terrain model has written."
        )
    made_by = dataset.GetMetadataItem("RTM_ALGORITHM")
    if made_by and dataset.GetRasterBand(1).GetMetadataItem(MEAN_ITEM) is None:
        raise RtmError(
            f"Raster '{layer.name()}' is no risk terrain ({made_by} has made it): use the raster that the "
            "risk terrain model has written."
        )


def read_risk_terrain(layer):
    """A risk terrain that :func:`check_risk_terrain` has passed; raises :class:`RtmError` where it is "
    "empty."""
    dataset = _opened(layer)
    band = dataset.GetRasterBand(1)
    scores = band.ReadAsArray().astype(np.float64)
    mask = np.isfinite(scores)
    if band.GetNoDataValue() is not None:
        mask &= scores != band.GetNoDataValue()
    if not mask.any():
        raise RtmError(f"Risk terrain '{layer.name()}' has no cell with a value: use another raster.")
    x_min, size, _, y_max, _, _ = dataset.GetGeoTransform()
    expected = None
    if dataset.GetMetadataItem("RTM_ALGORITHM") and dataset.RasterCount > 1:
        expected = dataset.GetRasterBand(2).ReadAsArray().astype(np.float64)[mask]
    scores = scores[mask]
    items = [band.GetMetadataItem(item) for item in (MEAN_ITEM, SD_ITEM)]
    if None in items:
        mean, sd = float(scores.mean()), float(scores.std(ddof=1)) if len(scores) > 1 else 0.0
    else:
        mean, sd = map(float, items)
    grid = StudyGrid(x_min, y_max, size, mask)
    return TerrainRaster(layer.name(), layer.crs(), grid, scores, expected, mean, sd)


def _opened(layer):
    try:
        dataset = gdal.Open(layer.source())
    except RuntimeError:  # how GDAL says it in QGIS 3.38 and later
        dataset = None
    if dataset is None:
        raise RtmError(f"Risk terrain '{layer.name()}' is no file that can be read: save it as a GeoTIFF first.")
    return dataset


def terrain_layer(algorithm, parameters, context, key=RISK_TERRAIN):
    """The raster layer of a parameter. Raises :class:`RtmError` where it cannot be read."""
    layer = algorithm.parameterAsRasterLayer(parameters, key, context)
    if layer is None or not layer.isValid():
        raise RtmError(algorithm.invalidRasterError(parameters, key))
    return layer


def lay_models_grid(algorithm, parameters, saved, context, progress):
    """Name, CRS and StudyGrid of the study area, with cells as in the model. Raises :class:`RtmError`."""
    study_area, exclude = inputs.read_area(algorithm, parameters, context, progress)
    check_crs_of_model(saved, "study area", study_area.name, study_area.crs)
    settings = saved.model.settings
    grid = lay_grid(study_area.shapes, settings.cell_size, settings.cell_rule, exclude)
    return study_area.name, study_area.crs, grid

"""The features of the factors that a saved model uses."""

from dataclasses import dataclass

from qgis.core import QgsRectangle, QgsSpatialIndex, QgsVectorLayer

from ...rtm_plugin.errors import FactorError, ModelFileError
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.operationalisations import only_words
from ..fields import check_single
from .factor_layers import NAME_FIELD, attribute_text
from .geometry import SHAPE_NAMES, GeometryCollector
from .sources import LARGE, check_has_crs, features_of, layer_name, request_in, warn_of_skipped


@dataclass(frozen=True)
class FactorLayers:
    """Layers that may hold the factors of a model.

    ``field`` splits a layer that has it into one factor per value; of ``name_fields`` the first that a layer has
    holds the names of its features.
    """

    layers: list
    field: str = ""
    name_fields: tuple = ()


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


def read_model_factors(asked, saved, crs, grid, context, progress):
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
    layers, field, name_fields = asked.layers, asked.field, asked.name_fields
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
                    tr(
                        "Two layers hold the risk factor '{name}' ('{layer}' and '{other}'): leave one of them out."
                    ).format(name=name, layer=found[name].layer, other=factor.layer)
                )
            found[name] = factor
        if not factors:
            unused.append(layer_name(layer.name(), layer.source()))
    if unused:
        progress.info(
            tr("Layers that are not used, because the model has no such factor: {names}.").format(
                names=", ".join(sorted(unused))
            )
        )
    missing = [name for name in wanted if name not in found]
    if missing:
        names = ", ".join(f"'{name}'" for name in missing)
        raise ModelFileError(
            tr(
                "Model '{name}' needs risk factors for which there is no layer ({names}): add layers of these names."
            ).format(name=saved.name, names=names)
        )
    _check_kinds(saved, found, progress)
    return {name: found[name] for name in wanted}


def _check_kinds(saved, found, progress):
    for chosen in saved.model.selected:
        variable = chosen.variable
        collector = found[variable.factor].collector
        if collector.kind not in variable.kind.shapes:
            raise FactorError(
                tr("Risk factor '{factor}' has {kind}s, and the model uses its {used}: {only}.").format(
                    factor=variable.factor,
                    kind=collector.kind,
                    used=variable.kind.title(),
                    only=only_words(variable.operationalisation),
                )
            )
        if collector.shapes().is_empty:
            progress.warn(
                tr("Risk factor '{factor}' has no feature here: it acts nowhere.").format(factor=variable.factor)
            )


def _factors_in(layer, field, name_fields, wanted, crs, near, context, progress):
    """The wanted factors of one layer, by name; a raster holds none."""
    if not isinstance(layer, QgsVectorLayer):
        return {}
    name = layer_name(layer.name(), layer.source())
    fields = layer.fields()
    split_by = fields.lookupField(field) if field else -1
    if split_by < 0:
        split_by = fields.lookupField(NAME_FIELD)
    if split_by < 0 and name not in wanted:
        return {}
    if split_by >= 0:
        check_single(name, fields[split_by])
    kind = SHAPE_NAMES.get(layer.geometryType())
    if kind is None:
        raise FactorError(
            tr("Risk factor '{name}' has no geometry: use a layer of points, lines or polygons.").format(name=name)
        )
    check_has_crs(tr("Risk factor"), name, layer.crs())
    named_by = next((fields.lookupField(one) for one in name_fields if fields.lookupField(one) >= 0), -1)
    request = request_in(crs, context, [index for index in (split_by, named_by) if index >= 0])
    if layer.featureCount() > LARGE:
        request.setFilterRect(near)
    factors = {}
    for feature in features_of(layer, request, progress):
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
        warn_of_skipped(tr("Risk factor"), factor, read.collector, progress)
    return factors

"""The features of the factors that a saved model uses."""

import dataclasses
from dataclasses import dataclass

from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsRectangle,
    QgsSpatialIndex,
    QgsVectorLayer,
)

from ...rtm_plugin.errors import FactorError, ModelFileError, SettingsError
from ...rtm_plugin.names import in_apostrophes
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.operationalisations import only_words, shape_words
from ..fields import check_single
from .chosen_features import filter_expression, holds
from .factor_layers import NAME_FIELD, attribute_text
from .geometry import SHAPE_NAMES, GeometryCollector
from .sources import LARGE, check_has_crs, features_of, layer_name, request_in, warn_of_skipped


@dataclass(frozen=True)
class FactorLayers:
    """Layers that may hold the factors of a model.

    ``field`` splits a layer that has it into one factor per value; of ``name_fields`` the first that a layer has
    holds the names of its features. ``without`` tells by a factor's name which features are left out: those for which
    an expression is true, or all of them where it is empty.
    """

    layers: list
    field: str = ""
    name_fields: tuple = ()
    without: dict = dataclasses.field(default_factory=dict)


def read_without(text):
    """{factor: expression} from lines such as ``bars = "capacity" > 200``, or ``bars`` alone for all of them.

    Raises :class:`SettingsError` where a factor has two lines.
    """
    without = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        factor, _, expression = map(str.strip, line.partition("="))
        if factor in without:
            raise SettingsError(
                tr("Risk factor '{factor}' has two lines of what is left out: join them by 'or'.").format(factor=factor)
            )
        without[factor] = expression
    return without


class ModelFactor:
    """The features of one factor: their geometry as Shapes, those with a name to look up, how many are left out."""

    def __init__(self, layer, kind):
        self.layer = layer
        self.collector = GeometryCollector(kind)
        self.n_left_out = 0
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
    layers = asked.layers
    reach = max((chosen.variable.distance for chosen in saved.model.selected), default=0.0) + grid.cell_size
    near = QgsRectangle(
        grid.x_min,
        grid.y_max - grid.rows * grid.cell_size,
        grid.x_min + grid.cols * grid.cell_size,
        grid.y_max,
    ).buffered(reach)
    wanted = {chosen.variable.factor: chosen.variable.shown for chosen in saved.model.selected}
    found, unused = {}, []
    unknown = sorted(set(asked.without) - set(wanted))
    if unknown:
        raise ModelFileError(
            tr(
                "Model '{name}' has no risk factor '{factor}' to leave features out of: its factors are {known}."
            ).format(name=saved.name, factor=unknown[0], known=", ".join(saved.factors))
        )
    for number, layer in enumerate(layers):
        part = progress.part(number / len(layers), (number + 1) / len(layers))
        factors = _factors_in(layer, asked, wanted, crs, near, context, part)
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
    missing = [name for name in saved.factors if name not in found]
    if missing:
        names = ", ".join(map(in_apostrophes, missing))
        raise ModelFileError(
            tr(
                "Model '{name}' needs risk factors for which there is no layer ({names}): add layers of these names."
            ).format(name=saved.name, names=names)
        )
    _check_kinds(saved, found, progress)
    return {name: found[name] for name in saved.factors}


def _check_kinds(saved, found, progress):
    for chosen in saved.model.selected:
        variable = chosen.variable
        factor = found[variable.factor]
        collector = factor.collector
        if collector.kind not in variable.kind.shapes:
            raise FactorError(
                tr("Risk factor '{factor}' has {shapes}, and the model uses its {used}: {only}.").format(
                    factor=variable.factor,
                    shapes=shape_words(collector.kind),
                    used=variable.kind.title(),
                    only=only_words(variable.operationalisation),
                )
            )
        if collector.shapes().is_empty and not factor.n_left_out:
            progress.warn(
                tr("Risk factor '{factor}' has no feature here: it acts nowhere.").format(factor=variable.shown)
            )


class _LeftOut:
    """Which features of a factor are left out, and how many were."""

    def __init__(self, text, layer):
        self.number = 0
        self._expression = filter_expression(text, layer.name(), layer.fields())
        self._variables = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        if self._expression is not None:
            self._expression.prepare(self._variables)

    @property
    def columns(self):
        """Names of the fields that it looks at."""
        return set() if self._expression is None else self._expression.referencedColumns()

    def __call__(self, feature):
        is_left_out = self._expression is None or holds(self._expression, self._variables, feature)
        self.number += is_left_out
        return is_left_out

    def tell(self, shown, is_all, progress):
        words = tr("Risk factor '{factor}': {n:,} features are left out.")
        if is_all and self.number:
            words = tr("Risk factor '{factor}' is left out, with all its features: {n:,}.")
        (progress.info if self.number else progress.warn)(words.format(factor=shown, n=self.number))


def _factors_in(layer, asked, wanted, crs, near, context, progress):
    """The wanted factors {name: shown name} that one layer holds, by name; a raster holds none."""
    if not isinstance(layer, QgsVectorLayer):
        return {}
    name = layer_name(layer.name(), layer.source())
    fields = layer.fields()
    split_by = fields.lookupField(asked.field) if asked.field else -1
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
    named_by = next((fields.lookupField(one) for one in asked.name_fields if fields.lookupField(one) >= 0), -1)
    here = asked.without if split_by >= 0 else {name: asked.without[name]} if name in asked.without else {}
    left_out = {factor: _LeftOut(text, layer) for factor, text in here.items()}
    columns = {fields.lookupField(column) for one in left_out.values() for column in one.columns}
    if any(QgsFeatureRequest.ALL_ATTRIBUTES in one.columns for one in left_out.values()):
        columns = set(range(fields.count()))
    request = request_in(crs, context, sorted((columns | {split_by, named_by}) - {-1}))
    if layer.featureCount() > LARGE:
        request.setFilterRect(near)
    factors = {}
    for feature in features_of(layer, request, progress):
        factor = attribute_text(feature.attribute(split_by)) if split_by >= 0 else name
        if factor not in wanted:
            continue
        if factor not in factors:
            factors[factor] = ModelFactor(name, kind)
        if factor in left_out and left_out[factor](feature):
            continue
        known_as = attribute_text(feature.attribute(named_by)) if named_by >= 0 else ""
        factors[factor].add(feature.geometry(), known_as)
    for factor in sorted(set(left_out) & set(factors)):
        left_out[factor].tell(wanted[factor], factors[factor].shapes.is_empty, progress)
        factors[factor].n_left_out = left_out[factor].number
    if name in wanted and not layer.hasFeatures():
        factors[name] = ModelFactor(name, kind)
    for factor, read in factors.items():
        warn_of_skipped(tr("Risk factor"), factor, read.collector, progress)
    return factors

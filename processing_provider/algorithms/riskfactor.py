"""``rtm:riskfactor``: a layer with its settings as a risk factor written into it."""

from qgis.core import (
    QgsWkbTypes,
)

from ...rtm_plugin.errors import FactorError
from ...rtm_plugin.lengths import check_length
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.factor_check import check_personal_fields, check_persons
from ...rtm_plugin.variables.factors import FactorSpec
from ...rtm_plugin.variables.operationalisations import BOTH, operationalisation_words
from .. import units
from ..base import RtmAlgorithm
from ..parameters import factor_settings, model_inputs
from ..parameters.values import is_set, source_of
from ..reading.chosen_features import choose_features, filter_expression
from ..reading.factor_layers import AUTO
from ..reading.geometry import SHAPE_NAMES, extent_of
from ..reading.reach import Reach
from ..reading.sources import check_has_crs, check_projected, read_study_area
from ..reading.suggestion import operationalisation_used, suggestion_for
from ..writing.stamped import stamped_fields
from ..writing.tables import Table, write_table


class RiskFactor(RtmAlgorithm):
    """Copies a layer, or the part of it that matters, and stamps a factor's settings on every feature."""

    INPUT = "INPUT"
    NAME, LABEL = "NAME", "LABEL"
    FILTER = "FILTER"
    STUDY_AREA = model_inputs.STUDY_AREA
    REACH = "REACH"
    OPERATIONALISATION, MAX_BLOCKS = factor_settings.OPERATIONALISATION, factor_settings.MAX_BLOCKS
    INCREMENT, DIRECTION = factor_settings.INCREMENT, factor_settings.DIRECTION
    BLOCK_LENGTH = model_inputs.BLOCK_LENGTH
    OUTPUT = "OUTPUT"

    GROUP = "data"

    def name(self):
        return "riskfactor"

    def displayName(self):
        return tr("Risk factor")

    def tags(self):
        return tr("risk factor,RTM,operationalisation,proximity,density,settings,nearest neighbour").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Writes the settings of one risk factor into a copy of its layer."),
                tr(
                    "A risk terrain model reads them from there, so that any number of factors can go into "
                    "it, each with its own settings, also in the model designer. The copy may hold a part "
                    "of the layer: the features that an expression selects, and those within reach of a "
                    "study area."
                ),
                tr(
                    "With auto the operationalisation is suggested by the nearest-neighbour test: density "
                    "where the points are significantly clustered and on average no farther from their "
                    "nearest neighbour than the maximum influence, proximity otherwise. The log says why."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        self.add_source(self.INPUT, tr("Layer"), tr("Points, lines or polygons of the risk factor."), "geometry")
        self.add_text(self.NAME, tr("Name of the factor"), tr("Empty: the layer's name."))
        self.add_text(
            self.LABEL,
            tr("Name to show"),
            tr("In charts, sentences and tables. Empty: the factor's name, without underscores."),
            advanced=True,
        )
        self.add_expression(
            self.FILTER,
            tr("Filter"),
            tr('Only features for which this expression is true, such as "capacity" > 200. Empty: all.'),
            self.INPUT,
        )
        factor_settings.add_factor_settings(self, AUTO)
        self.add_distance(
            self.BLOCK_LENGTH,
            tr("Block length"),
            tr(
                "As in the model: it turns the maximum influence into a distance, for the suggestion and the "
                "reach. Empty: 100 metres."
            ),
            self.STUDY_AREA,
        )
        self.add_source(
            self.STUDY_AREA,
            tr("Study area"),
            tr(
                "Only features within reach of these polygons (in a projected CRS) are copied, and the test "
                "of clustering looks at the points within. Empty: all features, and their extent."
            ),
            "polygon",
            optional=True,
        )
        self.add_distance(
            self.REACH,
            tr("Reach"),
            tr(
                "How far outside the study area features are copied. Empty: the maximum influence and one "
                "block more. Less would leave cells at the edge under-exposed."
            ),
            self.STUDY_AREA,
            advanced=True,
        )
        self.add_table(
            self.OUTPUT,
            tr("Risk factor"),
            tr(
                "The features with the fields rtm_factor, rtm_operationalisation, rtm_max_blocks, "
                "rtm_increment and rtm_direction, in the layer's own CRS."
            ),
            "geometry",
        )
        self.add_texts(
            {
                "FACTOR": tr("Name of the factor"),
                "OPERATIONALISATION_USED": tr("Operationalisation used"),
                "SUGGESTED": tr("Operationalisation suggested"),
                "WHY": tr("Reason for the suggestion"),
            }
        )
        self.add_numbers(
            {
                "N_FEATURES": tr("Number of features"),
                "N_FILTERED": tr("Number of features filtered out"),
                "N_OUT_OF_REACH": tr("Number of features out of reach"),
                "MEAN_DISTANCE": tr("Mean distance to the nearest neighbour"),
                "NN_INDEX": tr("Nearest-neighbour index"),
                "NN_Z": tr("z of the nearest-neighbour test"),
            }
        )

    def check(self, parameters, context):
        source, name = source_of(parameters, self.INPUT, context)
        self._spec(parameters, context, name)
        check_has_crs(tr("Risk factor"), name, source.sourceCrs())
        if is_set(parameters, self.STUDY_AREA):
            area, area_name = source_of(parameters, self.STUDY_AREA, context)
            check_projected(tr("Study area"), area_name, area.sourceCrs(), extent_of(area))
        for key, label in ((self.BLOCK_LENGTH, tr("block length")), (self.REACH, tr("reach"))):
            if is_set(parameters, key):
                check_length(label, self.parameterAsDouble(parameters, key, context))
        filter_expression(self._filter(parameters, context), name, source.fields())

    def compute(self, parameters, context, progress):
        source, layer = source_of(parameters, self.INPUT, context)
        spec = self._spec(parameters, context, layer)
        kind = SHAPE_NAMES.get(QgsWkbTypes.geometryType(source.wkbType()))
        if kind is None:
            raise FactorError(
                tr("Risk factor '{name}' has no geometry: use points, lines or polygons.").format(name=spec.name)
            )
        fields = source.fields().names()
        for finding in check_persons(spec.name, layer, fields) + check_personal_fields(spec.name, fields):
            progress.warn(finding.text)
        with progress.stage(tr("Choosing features"), 0.0, 0.5) as step:
            study_area = self._study_area(parameters, context, step)
            crs = study_area.crs if study_area else source.sourceCrs()
            block = units.default_block(crs)
            if is_set(parameters, self.BLOCK_LENGTH):
                block = self.parameterAsDouble(parameters, self.BLOCK_LENGTH, context)
            influence = spec.max_blocks * block
            reach = influence + block
            if is_set(parameters, self.REACH):
                reach = self.parameterAsDouble(parameters, self.REACH, context)
            chosen = choose_features(
                source,
                spec.name,
                filter_expression(self._filter(parameters, context), layer, source.fields()),
                self.createExpressionContext(parameters, context, source),
                Reach(study_area, reach, source.sourceCrs(), context) if study_area else None,
                step.part(0.1, 1.0),
            )
        with progress.stage(tr("Testing for clusters"), 0.5, 0.6) as step:
            suggestion = suggestion_for(kind, chosen.features, source.sourceCrs(), study_area, influence, context)
            used = operationalisation_used(spec, kind, suggestion)
            progress.info(
                tr("Risk factor '{name}': {operationalisation} is suggested, because {why}.").format(
                    name=spec.name,
                    operationalisation=operationalisation_words(suggestion.operationalisation),
                    why=suggestion.why,
                )
            )
            if used != suggestion.operationalisation:
                progress.info(
                    tr("Risk factor '{name}': {used} is used, as was asked for.").format(
                        name=spec.name, used=operationalisation_words(used)
                    )
                )
        with progress.stage(tr("Writing"), 0.6, 1.0) as step:
            stamp = [spec.name, used, float(spec.max_blocks), spec.increment, spec.direction, spec.label]
            destination = self._write(parameters, context, source, chosen.features, stamp, step)
        results = {
            self.OUTPUT: destination,
            "FACTOR": spec.name,
            "OPERATIONALISATION_USED": used,
            "SUGGESTED": suggestion.operationalisation,
            "WHY": suggestion.why,
            "N_FEATURES": len(chosen.features),
            "N_FILTERED": chosen.n_filtered,
            "N_OUT_OF_REACH": chosen.n_beyond,
        }
        if suggestion.z == suggestion.z:  # tested
            results |= {
                "MEAN_DISTANCE": suggestion.observed,
                "NN_INDEX": suggestion.index,
                "NN_Z": suggestion.z,
            }
        return results

    def _spec(self, parameters, context, layer):
        """The settings as given; 'auto' stands until the points have been looked at."""
        asked_for = self.parameterAsEnumString(parameters, self.OPERATIONALISATION, context)
        settings = (
            self.parameterAsDouble(parameters, self.MAX_BLOCKS, context),
            self.parameterAsEnumString(parameters, self.INCREMENT, context),
            self.parameterAsEnumString(parameters, self.DIRECTION, context),
            self.parameterAsString(parameters, self.LABEL, context).strip(),
        )
        name = self.parameterAsString(parameters, self.NAME, context).strip() or layer
        FactorSpec(name, BOTH if asked_for == AUTO else asked_for, *settings).validate()
        return FactorSpec(name, asked_for, *settings)

    def _study_area(self, parameters, context, progress):
        if not is_set(parameters, self.STUDY_AREA):
            return None
        source, name = source_of(parameters, self.STUDY_AREA, context)
        return read_study_area(source, name, context, progress.part(0.0, 0.1))

    def _filter(self, parameters, context):
        return self.parameterAsString(parameters, self.FILTER, context).strip()  # AsExpression drops a bad one

    def _write(self, parameters, context, source, features, stamp, progress):
        fields, columns = stamped_fields(source.fields(), progress)
        rows = [[feature.attribute(column) for column in columns] + stamp for feature in features]
        shapes = [feature.geometry() for feature in features]
        table = Table(fields, rows, shapes.__getitem__, source.sourceCrs(), source.wkbType())
        return write_table(self, parameters, self.OUTPUT, context, table, progress)

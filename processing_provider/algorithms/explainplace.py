"""``rtm:explainplace``: why a place has its relative risk score, as a table and in sentences."""

import numpy as np
from qgis.core import (
    QgsGeometry,
    QgsWkbTypes,
)

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from .. import units
from ..base import RtmAlgorithm
from ..parameters import saved_model
from ..parameters.values import check_terrain, factor_layers_of, is_set, source_of, terrain_of
from ..reading import model_factors, model_file
from ..reading.factor_layers import attribute_text
from ..reading.places import only_cells, places_in
from ..reading.scored_terrain import TERRAIN, scored_by_raster
from ..reading.sources import check_has_crs, features_of, request_in
from ..staging import staged
from ..writing import tables
from ..writing.explanation_table import EXPLAINED_FIELDS, TABLE_FIELDS, explanation_rows
from ..writing.place_table import parts_of, tidy_parts
from ..writing.provenance import Provenance
from ..writing.result_groups import RunGroup
from ..writing.styles import ResultStyler, style_on_load


class ExplainPlace(RtmAlgorithm):
    """Finds the cells of each place and takes their scores apart."""

    INPUT, POINT, PLACE_FIELD = "INPUT", "POINT", "PLACE_FIELD"
    MODEL, RISK_TERRAIN = saved_model.MODEL, saved_model.RISK_TERRAIN
    RISK, OUTPUT, PLACES = "RISK", "OUTPUT", "PLACES"

    def name(self):
        return "explainplace"

    def displayName(self):
        return tr("Explain a place")

    def tags(self):
        return tr("risk,crime,RTM,why,risk narrative,risk factor,explanation,problem solving,score").split(",")

    def about(self):
        return (
            tr(
                "Says why places have their relative risk score: which risk factors act there, at what "
                "distance or density, what each multiplies, and what the score would be without it."
            )
            + "\n\n"
            + tr(
                "A score is a product: that of a cell where nothing acts, times the relative risk value of "
                "each aggravating factor that acts, over that of each protective one. A point stands for the "
                "cell that it lies in, a polygon for all cells whose centroid is inside; their scores are "
                "averaged. Where a factor acts in some of the cells only, it multiplies the place's score by "
                "less than its relative risk value: by as much as its cells count in the place, so that the "
                "base score times all multipliers is the place's score. Distances and densities are those at "
                "the centroids, as the model uses them."
            )
            + "\n\n"
            + tr("The analysis shows correlation, never cause.")
        )

    def initAlgorithm(self, configuration=None):
        saved_model.add_model(self, tr("The saved model, as the risk terrain model has written it."))
        saved_model.add_model_factors(
            self, tr("Layers of the model's risk factors, with their names. Other layers are passed over.")
        )
        self.add_source(
            self.INPUT,
            tr("Places"),
            tr("Points or polygons to explain, such as priority places or selected cells."),
            "point",
            "polygon",
            optional=True,
        )
        self.add_field(
            self.PLACE_FIELD,
            tr("Name of a place"),
            tr("Field that holds the places' names. Empty: they are numbered in the order of the layer."),
            self.INPUT,
        )
        self.add_point(self.POINT, tr("Point"), tr("One point to explain, instead of a layer or besides it."))
        saved_model.add_risk_terrain(
            self,
            tr(
                "Tells which cells there are. Needed for another area than the model's own, and where the "
                "model adjusts for covariates; otherwise all cells of the model's rectangle count."
            ),
            True,
        )
        self.add_choice(
            self.RISK,
            tr("Risk"),
            tr(
                "terrain: why the landscape is risky. terrain_and_history: also how many incidents are to be expected "
                "next, by the landscape, by what was recorded around and here; needs the risk terrain."
            ),
            saved_model.risks(),
            advanced=True,
        )
        saved_model.add_name_fields(self)
        self.add_table(
            self.OUTPUT,
            tr("Explanation"),
            tr(
                "One row for each place and risk factor of the model, what raises the score most first: "
                "percent of the cells where it acts, nearest distance or highest density, relative risk "
                "value, what it multiplies the place's score by, the score without it, the nearest features."
            ),
        )
        self.add_table(
            self.PLACES,
            tr("Explained places"),
            tr("The places with their score, their factors in one line and the explanation in sentences."),
            "geometry",
            skipped=True,
        )
        self.add_numbers({"N_PLACES": tr("Number of places"), "RRS": tr("Score of the first place")})
        self.add_texts({"SENTENCES": tr("Explanation in sentences")})

    def check(self, parameters, context):
        if not is_set(parameters, self.INPUT) and not is_set(parameters, self.POINT):
            raise RtmError(tr("No place is given: choose a layer of points or polygons, or a point."))
        if is_set(parameters, self.INPUT):
            source, name = source_of(parameters, self.INPUT, context)
            check_has_crs(tr("Places"), name, source.sourceCrs())
        if is_set(parameters, self.RISK_TERRAIN):
            check_terrain(parameters, self.RISK_TERRAIN, context)
        elif self.parameterAsEnumString(parameters, self.RISK, context) != TERRAIN:
            raise RtmError(
                tr("Terrain and history are in the risk terrain: choose it as well, or let the risk be the terrain.")
            )

    def compute(self, parameters, context, progress):
        from ...rtm_plugin.use.explanation import explain_cells
        from ...rtm_plugin.use.explanation_words import history_sentence, place_sentences, place_words

        with progress.stage(tr("Reading"), 0.0, 0.5) as step:
            saved = model_file.read_model(self.parameterAsString(parameters, self.MODEL, context))
            grid, crs, scores, history = self._grid(saved, parameters, context)
            places = places_in(grid, self._geometries(crs, parameters, context, step.part(0.0, 0.5)), step)
            factors = model_factors.read_model_factors(
                factor_layers_of(self, parameters, context), saved, crs, grid, context, step.part(0.5, 1.0)
            )
        with progress.stage(tr("Distances and densities"), 0.5, 0.8) as step:
            asked, grid = only_cells(grid, places)
            shapes = {name: factor.shapes for name, factor in factors.items()}
            explanation = explain_cells(saved.model, grid, shapes, None if scores is None else scores[asked], step)
        with progress.stage(tr("Writing"), 0.8, 1.0) as step:
            unit = units.unit_of(crs)
            table, explained, sentences = [], [], []
            for number, place in enumerate(places):
                step(0.5 * number / len(places))
                cells = np.searchsorted(asked, place.cells)
                parts = explanation.of_place(cells)
                said = place_sentences(parts, place.name, unit)
                split = parts_of(history, place.cells) if history else None
                if split:
                    said += " " + history_sentence(*split)
                progress.info(said)
                sentences.append(said)
                score = tidy_number(parts.score)
                explained.append((place.name, parts.n_cells, score, place_words(parts, unit), said, *tidy_parts(split)))
                table += explanation_rows(place, parts, factors, grid, cells, crs)
            written = self._write(places, table, explained, crs, parameters, context, step.part(0.5, 1.0))
        self._style(written, saved, context)
        return {**written, "N_PLACES": len(places), "RRS": explained[0][2], "SENTENCES": "\n".join(sentences)}

    def _grid(self, saved, parameters, context):
        """Grid of all cells that there are, its CRS, their scores where there is a risk terrain, and this if asked why.

        Raises :class:`RtmError` where terrain and history are asked for and not known.
        """
        risk = self.parameterAsEnumString(parameters, self.RISK, context)
        if not is_set(parameters, self.RISK_TERRAIN):
            crs, grid = model_file.rectangle_of_model(saved)
            return grid, crs, None, None
        terrain = terrain_of(parameters, self.RISK_TERRAIN, context)
        _, crs, grid = model_file.grid_of_raster(saved, terrain)
        scored = scored_by_raster(terrain)
        scored.surface(risk)
        return grid, crs, terrain.scores, None if risk == TERRAIN else scored

    def _geometries(self, crs, parameters, context, progress):
        """(name, QgsGeometry) of each place, the point first."""
        if is_set(parameters, self.POINT):
            point = self.parameterAsPoint(parameters, self.POINT, context, crs)
            yield tr("This place"), QgsGeometry.fromPointXY(point)
        if not is_set(parameters, self.INPUT):
            return
        source, _ = source_of(parameters, self.INPUT, context)
        field = source.fields().lookupField(self.parameterAsString(parameters, self.PLACE_FIELD, context))
        request = request_in(crs, context, [field] if field >= 0 else [])
        for number, feature in enumerate(features_of(source, request, progress), 1):
            name = attribute_text(feature.attribute(field)) if field >= 0 else ""
            if not feature.geometry().isEmpty():
                yield name or tr("Place {0}").format(number), feature.geometry()

    def _write(self, places, table, explained, crs, parameters, context, progress):
        written = {}
        kind = QgsWkbTypes.Type.Point
        if is_set(parameters, self.INPUT):
            source, _ = source_of(parameters, self.INPUT, context)
            kind = QgsWkbTypes.flatType(QgsWkbTypes.multiType(source.wkbType()))
        shapes = []
        for place in places:
            shape = QgsGeometry(place.geometry)
            if QgsWkbTypes.isMultiType(kind):
                shape.convertToMultiType()
            shapes.append(shape)
        if len({shape.type() for shape in shapes}) > 1:  # a point besides polygons
            kind = QgsWkbTypes.Type.Unknown
        with staged() as stage:
            for key, *content in (
                (self.OUTPUT, TABLE_FIELDS, table),
                (self.PLACES, EXPLAINED_FIELDS, explained, shapes.__getitem__, crs, kind),
            ):
                made = tables.Table(*content)
                destination = tables.write_table(self, parameters, key, context, made, progress, stage)
                if destination is not None:
                    written[key] = destination
        return written

    def _style(self, written, saved, context):
        provenance = Provenance("rtm:explainplace", {"MODEL": saved.name})
        about = tr("What each risk factor has to do with the relative risk scores of places.")
        group = RunGroup(self.displayName(), saved.name)
        for key, destination in written.items():
            title = tr("Explanation") if key == self.OUTPUT else tr("Explained places")
            sort_key = int(key == self.PLACES)  # on top: it is what the map shows
            style_on_load(context, destination, ResultStyler(provenance, title, about, None, group, sort_key))

"""``rtm:priorityplaces``: the highest-risk cells as ranked, numbered places, and what about them carries
the risk."""

from dataclasses import replace

from qgis.core import QgsWkbTypes

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.space.incidents import count_incidents
from ...rtm_plugin.space.outlines import outlines
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.places import find_places
from .. import units
from ..base import RtmAlgorithm
from ..parameters import model_inputs, place_rules, saved_model
from ..parameters.values import check_terrain, factor_layers_of, is_set, source_of, terrain_of
from ..reading import model_file, named_features
from ..reading.geometry import polygons_geometry
from ..reading.scored_terrain import scored_by_model, scored_by_raster
from ..reading.sources import check_has_crs, read_boundary, read_incidents
from ..writing import tables
from ..writing.place_styles import paint_places
from ..writing.place_table import PLACE_FIELDS, place_line, place_row, place_totals, with_own_labels
from ..writing.provenance import Provenance
from ..writing.styles import ResultStyler, style_on_load


class PriorityPlaces(RtmAlgorithm):
    """Reads a risk terrain or scores a model, finds the places, explains and writes them."""

    RISK_TERRAIN, MODEL = saved_model.RISK_TERRAIN, saved_model.MODEL
    INCIDENTS = "INCIDENTS"
    RISK, NAMES, NAMES_FIELD = "RISK", "NAMES", "NAMES_FIELD"
    SMOOTH, PLACES = "SMOOTH", "PLACES"

    def name(self):
        return "priorityplaces"

    def displayName(self):
        return tr("Priority places")

    def tags(self):
        return tr("risk,crime,RTM,hotspot,highest risk,patrol,tasking,places,polygons,problem profile").split(",")

    def about(self):
        return (
            tr(
                "Joins the highest-risk cells of a risk terrain to places, ranks them, and says what about "
                "each carries the risk."
            )
            + "\n\n"
            + tr(
                "Give the risk terrain that the main algorithm has written; or its model file with the "
                "factor layers and the study area; or both, and every place tells its risk factors and the "
                "features that they come from, so that the answer can be a patrol, a licensing visit, "
                "lighting or a chat with a landlord."
            )
            + "\n\n"
            + tr(
                "Relative risk scores have few distinct values: cells of equal score are taken or left "
                "together unless a budget forces a cut, and the log says so. Outlines follow the edges of "
                "whole cells, also where those reach beyond the study area. Places of equal rank are ordered "
                "by position, from the north-west. The analysis shows correlation, never cause."
            )
        )

    def initAlgorithm(self, configuration=None):
        saved_model.add_risk_terrain(
            self,
            tr("Raster of relative risk scores, and of expected incidents as band 2. Empty: the model is scored."),
            True,
        )
        saved_model.add_model(
            self,
            tr("The saved model, to tell each place's risk factors, or instead of the risk terrain."),
            True,
        )
        saved_model.add_model_factors(
            self, tr("Layers of the model's risk factors, with their names. Needed with a model file."), True
        )
        saved_model.add_area(
            self,
            tr(
                "Needed where there is no risk terrain: its cells are laid as in the model. As in the model, "
                "incidents outside it do not count."
            ),
        )
        self.add_source(
            self.INCIDENTS,
            tr("Incidents"),
            tr("Points of incidents to be counted in the places: of the model's period, or of a later one."),
            "point",
            optional=True,
        )
        self.add_choice(
            self.RISK,
            tr("Risk"),
            tr(
                "terrain: where the landscape is risky, also where little was recorded, for prevention and to change "
                "what makes a place risky. terrain_and_history: where most incidents are to be expected next, for "
                "patrols; needs the risk terrain."
            ),
            saved_model.risks(),
        )
        place_rules.add_rules(self)
        self.add_flag(
            self.SMOOTH,
            tr("Smooth the outlines"),
            tr(
                "Cuts the corners of the outlines, for looks. It never changes which cells belong: the "
                "centroid of each stays inside, that of every other cell outside."
            ),
            False,
            advanced=True,
        )
        saved_model.add_name_fields(self)
        self.add_source(
            self.NAMES,
            tr("Names"),
            tr("Streets, wards or a gazetteer: each place is named after the nearest. Empty: after the factors."),
            "geometry",
            optional=True,
            advanced=True,
        )
        self.add_field(self.NAMES_FIELD, tr("Field of the names"), tr("Empty: name."), self.NAMES, advanced=True)
        self.add_table(
            self.PLACES,
            tr("Priority places"),
            tr(
                "One polygon per place: rank, label, cells, area, mean and maximum relative risk score, "
                "expected and observed incidents with their percentages of all, risk factors, nearest "
                "features."
            ),
            "polygon",
        )
        self.add_numbers(
            {
                "N_PLACES_FOUND": tr("Number of places"),
                "N_CELLS": tr("Number of cells in places"),
                "AREA_HA": tr("Area of the places (ha)"),
                "AREA_PERCENT": tr("Area of the places, percent of all"),
                "EXPECTED_PERCENT": tr("Expected incidents in the places, percent of all"),
                "OBSERVED": tr("Incidents in the places"),
                "OBSERVED_PERCENT": tr("Incidents in the places, percent of all"),
            }
        )

    def check(self, parameters, context):
        if is_set(parameters, self.RISK_TERRAIN):
            check_terrain(parameters, self.RISK_TERRAIN, context)
        elif not is_set(parameters, self.MODEL):
            raise RtmError(tr("Neither a risk terrain nor a model file is given: choose one of them, or both."))
        elif not is_set(parameters, model_inputs.STUDY_AREA):
            raise RtmError(
                tr("The model file alone does not tell which cells to score: add the study area or a risk terrain.")
            )
        if is_set(parameters, self.INCIDENTS):
            source, name = source_of(parameters, self.INCIDENTS, context)
            check_has_crs(tr("Incidents"), name, source.sourceCrs())
        if is_set(parameters, self.NAMES):
            source, name = source_of(parameters, self.NAMES, context)
            check_has_crs(tr("Names"), name, source.sourceCrs())
            named_features.field_of(source, name, self.parameterAsString(parameters, self.NAMES_FIELD, context))
        place_rules.rules_of(self, parameters, context, 1.0)

    def compute(self, parameters, context, progress):
        with progress.stage(tr("Reading"), 0.0, 0.6) as step:
            terrain = self._terrain(parameters, context, step.part(0.0, 0.8))
            counts = self._counts(terrain, parameters, context, step.part(0.8, 0.9))
            known_as = self._names(terrain, parameters, context, step.part(0.9, 1.0))
        risk = self.parameterAsEnumString(parameters, self.RISK, context)
        values, mean, sd, expected = terrain.surface(risk)
        hectare = units.square_units_per_hectare(terrain.crs)
        rules = place_rules.rules_of(self, parameters, context, hectare)
        with progress.stage(tr("Places"), 0.6, 0.8) as step:
            places = [
                replace(
                    place,
                    score_mean=float(terrain.scores[place.cells].mean()),
                    score_max=float(terrain.scores[place.cells].max()),
                )
                for place in find_places(terrain.grid, values, rules, mean, sd, expected, counts, step)
            ]
            smooth = self.parameterAsBoolean(parameters, self.SMOOTH, context)
            polygons = [
                polygons_geometry(one)
                for one in outlines(terrain.grid, [place.cells for place in places], smooth, rules.bridge)
            ]
        with progress.stage(tr("Writing"), 0.8, 1.0) as step:
            rows = []
            for number, place in enumerate(places):
                step(0.8 * number / len(places))
                rows.append(place_row(place, terrain, expected, counts, hectare, known_as))
            told, rows = rows, with_own_labels(rows)
            table = tables.Table(
                PLACE_FIELDS, rows, polygons.__getitem__, terrain.crs, QgsWkbTypes.Type.MultiPolygon, paint_places
            )
            destination = tables.write_table(self, parameters, self.PLACES, context, table, step.part(0.8, 1.0))
        for row in rows:
            progress.info(place_line(row))
        if told != rows:
            words = tr("Some places would be called alike and are numbered.")
            if not is_set(parameters, self.NAMES):
                words = tr(
                    "Some places would be called alike and are numbered: choose streets, wards or a gazetteer as "
                    "their names."
                )
            progress.info(words)
        self._style(destination, terrain, risk, rules, smooth, context)
        return {self.PLACES: destination, **place_totals(places, terrain, expected, counts, hectare)}

    def _terrain(self, parameters, context, progress):
        """The risk terrain from the raster, from the model, or from both."""
        raster = None
        if is_set(parameters, self.RISK_TERRAIN):
            raster = terrain_of(parameters, self.RISK_TERRAIN, context)
            if not is_set(parameters, self.MODEL):
                return scored_by_raster(raster)
        saved = model_file.read_model(self.parameterAsString(parameters, self.MODEL, context))
        if raster is None:
            laid = model_file.lay_models_grid(
                saved, parameters.get("STUDY_AREA"), parameters.get("EXCLUDE"), context, progress
            )
        else:
            laid = model_file.grid_of_raster(saved, raster)
        layers = factor_layers_of(self, parameters, context)
        return scored_by_model(saved, *laid, layers, raster, context, progress.part(0.1, 1.0))

    def _counts(self, terrain, parameters, context, progress):
        """Incidents of each cell, or None where none are given."""
        if not is_set(parameters, self.INCIDENTS):
            return None
        source, name = source_of(parameters, self.INCIDENTS, context)
        points = read_incidents(source, name, terrain.crs, context, progress)
        area = None
        if is_set(parameters, model_inputs.STUDY_AREA):
            _, area = read_boundary(parameters[model_inputs.STUDY_AREA], terrain.crs, context, progress)
        counted = count_incidents(terrain.grid, points, area)
        if counted.n_outside == len(points):
            raise IncidentError(
                tr(
                    "None of the {n_points:,} incidents of '{name}' lies inside the study area: check that both show "
                    "the same place."
                ).format(n_points=len(points), name=name)
            )
        if not len(counted.points):
            raise IncidentError(
                tr(
                    "None of the {n_points:,} incidents of '{name}' lies in a cell of risk terrain '{terrain}': "
                    "check that both show the same place."
                ).format(n_points=len(points), name=name, terrain=terrain.name)
            )
        if counted.n_left_out:
            progress.warn(
                tr("{n_outside:,} of {n_points:,} incidents of '{name}' lie outside the {where}.").format(
                    n_outside=counted.n_left_out,
                    n_points=len(points),
                    name=name,
                    where=tr("risk terrain") if area is None else tr("study area"),
                )
            )
        return counted.counts

    def _names(self, terrain, parameters, context, progress):
        """The features that places may be named after, or None."""
        if not is_set(parameters, self.NAMES):
            return None
        source, name = source_of(parameters, self.NAMES, context)
        field = named_features.field_of(source, name, self.parameterAsString(parameters, self.NAMES_FIELD, context))
        return named_features.read_names(source, name, field, terrain.crs, context, progress)

    def _style(self, destination, terrain, risk, rules, smooth, context):
        asked = place_rules.settings_of(rules)
        settings = {"RISK_TERRAIN": terrain.name, "RISK": risk, **asked, "SMOOTH": smooth}
        about = tr("Contiguous cells of the highest relative risk, ranked; outlines of whole cells.")
        styler = ResultStyler(Provenance("rtm:priorityplaces", settings), tr("Priority places"), about, paint_places)
        style_on_load(context, destination, styler)

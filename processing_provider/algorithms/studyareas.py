"""``rtm:studyareas``: where incidents concentrate, as ranked study areas for a risk terrain model."""

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes

from ...rtm_plugin.errors import IncidentError, RtmError, SettingsError
from ...rtm_plugin.lengths import check_length
from ...rtm_plugin.rounding import plain_number, tidy_number
from ...rtm_plugin.space.grid import lay_grid
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.study_areas import AreaRules, rank, too_few_words
from ..base import RtmAlgorithm
from ..parameters import model_inputs
from ..parameters.values import is_set, source_of
from ..reading.area_candidates import candidates_of_polygons, frame_of, hot_spots, read_polygons
from ..reading.geometry import dissolved, extent_of
from ..reading.sources import check_has_crs, check_projected, read_incidents
from ..units import default_block, square_units_per_hectare
from ..writing import tables
from ..writing.area_table import AREA_FIELDS, area_line, area_row
from ..writing.place_styles import paint_study_areas
from ..writing.provenance import Provenance
from ..writing.styles import ResultStyler, style_on_load

AUTO, POLYGONS_AS_GIVEN, HOT_SPOTS = ("auto", "polygons", "hot_spots")
_DEFAULT_BANDWIDTH = 5  # times what a block is by default
_CELLS_IN_BANDWIDTH = 5
_HECTARES = 100  # in a square kilometre


class StudyAreas(RtmAlgorithm):
    """Ranks polygons or grows shapes around hot spots, and writes the first of them."""

    INCIDENTS, POLYGONS, NAME_FIELD, METHOD = "INCIDENTS", "POLYGONS", "NAME_FIELD", "METHOD"
    N_AREAS, MIN_INCIDENTS, MIN_AREA, RANK_BY = "N_AREAS", "MIN_INCIDENTS", "MIN_AREA", "RANK_BY"
    BANDWIDTH, CELL_SIZE = "BANDWIDTH", model_inputs.CELL_SIZE
    STUDY_AREAS = "STUDY_AREAS"

    GROUP = "data"

    def name(self):
        return "studyareas"

    def displayName(self):
        return tr("Study areas")

    def tags(self):
        return tr("study area,where,hot spot,hotspot,kernel density,wards,LSOA,RTM,incidents,crime").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Proposes where to look: study areas in which incidents concentrate, ranked."),
                tr(
                    "Where polygons are given, such as wards or LSOAs, those with the most incidents or the "
                    "highest density of incidents are chosen as they are. Without polygons, or with "
                    "hot_spots, free shapes are grown around the peaks of the incidents' kernel density, "
                    "the densest ground first, until each holds the smallest area and the smallest number of "
                    "incidents."
                ),
                tr(
                    "Select one of the areas, or several, and use them as the study area of a risk terrain "
                    "model. Percentages refer to all incidents and to all of the polygons; without polygons, "
                    "to the rectangle around the incidents. An incident on the edge of two polygons counts "
                    "in both."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        self.add_source(
            self.INCIDENTS, tr("Incidents"), tr("Points of incidents. Without polygons, in a projected CRS."), "point"
        )
        self.add_source(
            self.POLYGONS,
            tr("Polygons"),
            tr(
                "Areas to choose from, such as wards, beats or LSOAs, in a projected CRS; with hot_spots, "
                "where to look for them. Incidents outside are counted and left out."
            ),
            "polygon",
            optional=True,
        )
        self.add_field(
            self.NAME_FIELD,
            tr("Field of the polygons' names"),
            tr("Empty: the areas are called by their rank."),
            self.POLYGONS,
        )
        self.add_choice(
            self.METHOD,
            tr("Method"),
            tr(
                "polygons: the given polygons are ranked. hot_spots: free shapes around hot spots. auto: the "
                "polygons where there are any, hot spots otherwise."
            ),
            {
                AUTO: tr("Polygons where they are given, else hot spots"),
                POLYGONS_AS_GIVEN: tr("The polygons as they are"),
                HOT_SPOTS: tr("Free shapes around hot spots"),
            },
        )
        self.add_number(self.N_AREAS, tr("Number of study areas"), tr("At most so many are proposed."), 5, whole=True)
        self.add_number(
            self.MIN_INCIDENTS,
            tr("Smallest number of incidents"),
            tr("In each area: too few incidents show no pattern."),
            100,
            whole=True,
        )
        self.add_number(
            self.MIN_AREA,
            tr("Smallest area (km²)"),
            tr("Of the free shapes, in square kilometres. Polygons are taken whatever their size."),
            1.0,
        )
        self.add_choice(
            self.RANK_BY,
            tr("Rank by"),
            tr("The number of incidents, or their density: that number per square kilometre."),
            {"count": tr("Number of incidents"), "density": tr("Incidents per square kilometre")},
        )
        self.add_distance(
            self.BANDWIDTH,
            tr("Bandwidth"),
            tr(
                "Of the kernel density, in map units of the polygons or else of the incidents: how far an "
                "incident reaches. Empty: 500 metres."
            ),
            self.INCIDENTS,
            advanced=True,
        )
        self.add_distance(
            self.CELL_SIZE,
            tr("Cell size"),
            tr("Side of the square cells that free shapes are made of. Empty: a fifth of the bandwidth."),
            self.INCIDENTS,
            advanced=True,
        )
        self.add_table(
            self.STUDY_AREAS,
            tr("Study areas"),
            tr(
                "One polygon per study area: rank, name, incidents and area with their percentages of all, "
                "incidents per square kilometre, and their concentration, which is the percentage of "
                "incidents divided by that of area."
            ),
            "polygon",
        )
        self.add_texts({"METHOD_USED": tr("Method used")})
        self.add_numbers(
            {
                "N_AREAS_FOUND": tr("Number of study areas"),
                "N_INCIDENTS": tr("Number of incidents"),
                "N_INCIDENTS_OUTSIDE": tr("Number of incidents outside the polygons"),
                "N_INCIDENTS_COVERED": tr("Number of incidents in the study areas"),
                "INCIDENTS_PERCENT": tr("Incidents in the study areas, percent of all"),
                "AREA_KM2": tr("Area of the study areas (km²)"),
                "AREA_PERCENT": tr("Area of the study areas, percent of all"),
            }
        )

    def check(self, parameters, context):
        if self._method(parameters, context) == POLYGONS_AS_GIVEN and not self._has_polygons(parameters):
            raise RtmError(tr("No polygons are given to choose from: add them, or use the method hot_spots."))
        source, name = source_of(parameters, self.INCIDENTS, context)
        check_has_crs(tr("Incidents"), name, source.sourceCrs())
        crs = self._crs(parameters, context)
        self._rules(parameters, context, 1.0)
        self._lengths(parameters, context, crs)

    def _has_polygons(self, parameters):
        return is_set(parameters, self.POLYGONS)

    def _method(self, parameters, context):
        method = self.parameterAsEnumString(parameters, self.METHOD, context)
        if method == AUTO:
            return POLYGONS_AS_GIVEN if self._has_polygons(parameters) else HOT_SPOTS
        return method

    def _crs(self, parameters, context):
        """The CRS to work in; raises :class:`RtmError` where it is not projected."""
        key, what = (
            (self.POLYGONS, tr("Polygon layer"))
            if self._has_polygons(parameters)
            else (self.INCIDENTS, tr("Incidents"))
        )
        source, name = source_of(parameters, key, context)
        check_projected(what, name, source.sourceCrs(), extent_of(source))
        return source.sourceCrs()

    def _rules(self, parameters, context, square_km):
        return AreaRules(
            self.parameterAsInt(parameters, self.N_AREAS, context),
            self.parameterAsInt(parameters, self.MIN_INCIDENTS, context),
            self.parameterAsDouble(parameters, self.MIN_AREA, context) * square_km,
            self.parameterAsEnumString(parameters, self.RANK_BY, context),
        ).validate()

    def _lengths(self, parameters, context, crs):
        """Bandwidth and cell size in map units; raises :class:`SettingsError` for what is no length."""
        bandwidth = _DEFAULT_BANDWIDTH * default_block(crs)
        if is_set(parameters, self.BANDWIDTH):
            bandwidth = self.parameterAsDouble(parameters, self.BANDWIDTH, context)
        cell = bandwidth / _CELLS_IN_BANDWIDTH
        if is_set(parameters, self.CELL_SIZE):
            cell = self.parameterAsDouble(parameters, self.CELL_SIZE, context)
        empty = tr("use a number above 0, or leave it empty")
        check_length(tr("bandwidth"), bandwidth, empty)
        check_length(tr("cell size"), cell, empty)
        if bandwidth < cell:
            raise SettingsError(
                tr(
                    "The bandwidth of {bandwidth} is smaller than the cell size of {cell}: use cells of {fifth}."
                ).format(
                    bandwidth=plain_number(bandwidth),
                    cell=plain_number(cell),
                    fifth=plain_number(bandwidth / _CELLS_IN_BANDWIDTH),
                )
            )
        return bandwidth, cell

    def compute(self, parameters, context, progress):
        crs, method = self._crs(parameters, context), self._method(parameters, context)
        square_km = _HECTARES * square_units_per_hectare(crs)
        rules = self._rules(parameters, context, square_km)
        with progress.stage(tr("Reading"), 0.0, 0.4) as step:
            source, name = source_of(parameters, self.INCIDENTS, context)
            points = read_incidents(source, name, crs, context, step.part(0.0, 0.6))
            polygons = self._read_polygons(parameters, context, crs, step.part(0.6, 1.0))
        with progress.stage(tr("Study areas"), 0.4, 0.9) as step:
            bandwidth, cell = self._lengths(parameters, context, crs)
            frame, outside = frame_of(points, name, polygons, bandwidth, step)
            if method == POLYGONS_AS_GIVEN:
                candidates = candidates_of_polygons(polygons, points, step)
            else:
                candidates = hot_spots(lay_grid(frame, cell), points, bandwidth, rules, step)
            areas = [candidate.area for candidate in candidates]
            counts = [len(candidate.incidents) for candidate in candidates]
            chosen = [candidates[number] for number in rank(counts, areas, rules)]
            if not chosen:
                raise IncidentError(too_few_words(counts, rules, method == HOT_SPOTS, square_km))
        whole = dissolved(frame).area()
        rows = [area_row(number, one, len(points), whole, square_km) for number, one in enumerate(chosen, 1)]
        with progress.stage(tr("Writing"), 0.9, 1.0) as step:
            shapes = [candidate.geometry for candidate in chosen]
            table = tables.Table(AREA_FIELDS, rows, shapes.__getitem__, crs, QgsWkbTypes.Type.MultiPolygon)
            destination = tables.write_table(self, parameters, self.STUDY_AREAS, context, table, step)
        for row in rows:
            progress.info(area_line(row))
        self._style(destination, method, rules, bandwidth, cell, context)
        covered = len(np.unique(np.concatenate([candidate.incidents for candidate in chosen])))
        area = QgsGeometry.unaryUnion([candidate.geometry for candidate in chosen]).area()
        return {
            self.STUDY_AREAS: destination,
            "METHOD_USED": method,
            "N_AREAS_FOUND": len(chosen),
            "N_INCIDENTS": len(points),
            "N_INCIDENTS_OUTSIDE": outside,
            "N_INCIDENTS_COVERED": covered,
            "INCIDENTS_PERCENT": tidy_number(100 * covered / len(points)),
            "AREA_KM2": tidy_number(area / square_km),
            "AREA_PERCENT": tidy_number(100 * area / whole),
        }

    def _read_polygons(self, parameters, context, crs, progress):
        """(name or None, Shapes) of every usable polygon feature; None where no layer is given."""
        if not self._has_polygons(parameters):
            return None
        source, layer_name = source_of(parameters, self.POLYGONS, context)
        field = self.parameterAsString(parameters, self.NAME_FIELD, context)
        return read_polygons(source, layer_name, field, crs, context, progress)

    def _style(self, destination, method, rules, bandwidth, cell, context):
        settings = {
            "METHOD": method,
            "N_AREAS": rules.n_areas,
            "MIN_INCIDENTS": rules.min_incidents,
            "MIN_AREA": rules.min_area,
            "RANK_BY": rules.ranking,
        }
        if method == HOT_SPOTS:
            settings.update(BANDWIDTH=bandwidth, CELL_SIZE=cell)
        about = tr("Areas in which incidents concentrate, ranked: proposals for a study area.")
        styler = ResultStyler(Provenance("rtm:studyareas", settings), tr("Study areas"), about, paint_study_areas)
        style_on_load(context, destination, styler)

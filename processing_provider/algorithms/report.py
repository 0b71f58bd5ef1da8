"""``rtm:report``: the report of a saved model, with its risk terrain and its priority places."""

from dataclasses import replace

from qgis.PyQt.QtCore import QThread

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.model.risk_classes import n_highest_risk
from ...rtm_plugin.translation import tr
from .. import units
from ..base import RtmAlgorithm
from ..packages import versions
from ..parameters import model_inputs, saved_model, small_counts
from ..parameters.saved_model import risks
from ..parameters.values import is_set, source_of
from ..reading import model_file, rasters
from ..reading.geometry import dissolved
from ..reading.priority_places import read_places
from ..reading.scored_terrain import TERRAIN, TERRAIN_AND_HISTORY, scored_by_raster
from ..reading.sources import read_study_area
from ..reading.titles import model_title
from ..staging import staged, write_text
from ..writing import map_layers
from ..writing import report as report_parts

_PLACE_FIELDS = ("rank", "label", "cells", "area_ha", "rrs_mean", "rrs_max", "expected", "expected_percent")


class ReportAlgorithm(RtmAlgorithm):
    """Reads what was saved, draws the map, writes the page."""

    PACKAGES = ("scipy", *report_parts.PACKAGES)
    MODEL, RISK_TERRAIN = saved_model.MODEL, saved_model.RISK_TERRAIN
    PLACES, STUDY_AREA, TITLE, DATE = "PLACES", model_inputs.STUDY_AREA, "TITLE", "DATE"
    RISK = "RISK"
    REPORT = "REPORT"

    def name(self):
        return "report"

    def displayName(self):
        return tr("Report")

    def tags(self):
        return tr("risk,crime,RTM,report,HTML,print,problem profile,risk narrative").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Writes a saved model's report: one HTML page to print or hand on."),
                tr(
                    "It tells, for people who see no coefficient, what was asked, where the risk is, "
                    "which factors go with it and how strongly, the highest-risk places, how far to "
                    "trust all this, what was tested and dropped, what went in and how to repeat it. "
                    "The page needs no network and runs no script."
                ),
                tr(
                    "The risk terrain model writes the same report itself; here it gets a title, a date "
                    "and the priority places that you have chosen."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        saved_model.add_model(self, tr("The JSON file that the risk terrain model has written."))
        saved_model.add_risk_terrain(
            self, tr("The risk terrain of that model, for the map. Empty: a report without a map."), True
        )
        self.add_source(
            self.PLACES,
            tr("Priority places"),
            tr(
                "The layer that the algorithm “Priority places” has written. Empty: ten compact places of "
                "the risk terrain."
            ),
            "polygon",
            optional=True,
        )
        self.add_choice(
            self.RISK,
            tr("Risk"),
            tr(
                "What the map shows and places are cut from where no layer of them is given; otherwise it is what "
                "these are cut from. terrain: for prevention. terrain_and_history: for patrols."
            ),
            risks(),
            advanced=True,
        )
        self.add_source(
            self.STUDY_AREA,
            tr("Study area"),
            tr("To be outlined on the map. Empty: the edge of the model's cells."),
            "polygon",
            optional=True,
        )
        saved_model.add_base_layers(self)
        small_counts.add_smallest_of_places(self)
        self.add_text(self.TITLE, tr("Title"), tr("The heading. Empty: incidents, study area and dates."))
        self.add_text(
            self.DATE,
            tr("Date or author"),
            tr("A line below the title, as you like it. Empty: none, and the same model gives the same file."),
        )
        self.add_file_output(
            self.REPORT, tr("Report"), tr("The page: one file with everything in it."), "HTML (*.html)"
        )

    def check(self, parameters, context):
        terrain = self.parameterAsRasterLayer(parameters, self.RISK_TERRAIN, context)
        if terrain is not None:
            rasters.check_risk_terrain(terrain)
        elif is_set(parameters, self.PLACES):
            raise RtmError(tr("Priority places cannot be drawn without their risk terrain: choose it as well."))
        report_parts.check_title(self.parameterAsString(parameters, self.TITLE, context))

    def prepareAlgorithm(self, parameters, context, feedback):
        """Copy the base layers where they live; the page is made in another thread."""
        base = self.parameterAsLayerList(parameters, saved_model.BASE_LAYERS, context)
        self._base = map_layers.as_they_look(base, context.project())
        for layer in self._base:
            layer.moveToThread(None)
        return super().prepareAlgorithm(parameters, context, feedback)

    def compute(self, parameters, context, progress):
        from ...rtm_plugin.report import Report, words
        from ...rtm_plugin.report.trust import trust_sections

        saved = model_file.read_model(self.parameterAsFile(parameters, self.MODEL, context))
        model = saved.model
        title = report_parts.check_title(self.parameterAsString(parameters, self.TITLE, context))
        details = {
            "title": title or model_title(model),
            "sources": report_parts.sources(model),
            "command": report_parts.refit_command(model),
            "versions": versions(),
            "verdict": " ".join(model.inputs.get("verdicts", ())),
            "recorded": words.recorded_elsewhere(),
            "created": self.parameterAsString(parameters, self.DATE, context).strip(),
            "smallest": small_counts.smallest_count(self, parameters, context),
        }
        layer = self.parameterAsRasterLayer(parameters, self.RISK_TERRAIN, context)
        if layer is not None:
            details.update(self._map(saved, layer, details["title"], parameters, context, progress.part(0, 0.6)))
        elif saved.crs is not None:
            details["units"] = units.units_of(saved.crs)
        progress(0.6)
        report = Report(model, **details)
        report = replace(report, sections=trust_sections(model, report.units.name))
        output = self.parameterAsFileOutput(parameters, self.REPORT, context)
        with staged() as stage:
            write_text(stage(output), report_parts.render_report(report, progress))
        return {self.REPORT: output}

    def _map(self, saved, layer, title, parameters, context, progress):
        """The parts of the report that need the risk terrain."""
        from ...rtm_plugin.report import words

        terrain = rasters.read_risk_terrain(layer)
        model_file.grid_of_raster(saved, terrain)
        lengths = units.units_of(terrain.crs)
        progress(0.2)
        risk = self.parameterAsEnumString(parameters, self.RISK, context)
        places, outlines = (), []
        if is_set(parameters, self.PLACES):
            places, outlines = self._read_places(lengths, terrain.crs, parameters, context)
            risk = TERRAIN_AND_HISTORY if any(place.parts for place in places) else TERRAIN
        elif terrain.expected is not None:
            places, outlines = report_parts.find_report_places(scored_by_raster(terrain), risk=risk)
        smallest = small_counts.smallest_count(self, parameters, context)
        places = tuple(place.without_few(smallest) for place in places)
        cut_from = words.cut_from_history() if risk == TERRAIN_AND_HISTORY else words.cut_from_terrain()
        if is_set(parameters, self.STUDY_AREA):
            source, name = source_of(parameters, self.STUDY_AREA, context)
            outline = dissolved(read_study_area(source, name, context, progress.part(0.3, 0.5)).shapes)
        else:
            outline = map_layers.mask_outline(terrain.grid)
        for one in self._base:
            one.moveToThread(QThread.currentThread())
        shown = TERRAIN if terrain.joined is None else risk
        picture = report_parts.map_picture(layer.source(), title, outline, outlines, terrain.crs, shown, self._base)
        return {
            "units": lengths,
            "picture": picture,
            "n_highest": n_highest_risk(terrain.scores, terrain.mean, terrain.sd),
            "places": places,
            "n_places": len(outlines),
            "cut_from": cut_from if places else "",
        }

    def _read_places(self, units, crs, parameters, context):
        """Places from a layer: the first for the report, the outlines of all. Raises :class:`RtmError`."""
        source, name = source_of(parameters, self.PLACES, context)
        features = read_places(source, name, crs, context, _PLACE_FIELDS).features
        places = [report_parts.place_from(feature, units) for feature in features]
        return tuple(places[: report_parts.MOST_PLACES]), [feature.geometry() for feature in features]

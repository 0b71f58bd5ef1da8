"""``rtm:placesheets``: a page for each priority place, to take along and to write on, and the places for devices."""

from dataclasses import replace

from qgis.core import QgsProcessingAlgorithm, QgsProject, QgsVectorLayer

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.names import readable
from ...rtm_plugin.translation import tr
from ..base import RtmAlgorithm
from ..parameters import saved_model, sheets, small_counts
from ..parameters.values import check_terrain, is_set, source_of
from ..reading import rasters
from ..reading.factor_layers import NAME_FIELD
from ..reading.model_file import read_model
from ..reading.priority_places import check_places, moments_in_places, read_places
from ..reading.scored_terrain import scored_by_raster
from ..reading.sources import check_has_crs, layer_name
from ..staging import staged
from ..writing import map_layers
from ..writing.geopackage import add_layers, keep_others
from ..writing.kept_layouts import free_name, keep_layout
from ..writing.layout_items import write_atlas
from ..writing.place_files import write_places
from ..writing.place_sheets import LOOKS, PlaceSheets, build_atlas, paint_factor, places_table, times_table
from ..writing.report import check_title
from ..writing.result_groups import let_through
from ..writing.tables import memory_layer

_FILES = {"GEOJSON": "GeoJSON", "KML": "KML", "CSV": "CSV"}  # driver of each output
_MOST = 50
_PALE = 0.5  # of the terrain: what it is made of stands out


class PlaceSheetsAlgorithm(RtmAlgorithm):
    """Reads the places and their incidents, builds an atlas, writes it, and hands it to the project."""

    PLACES, N_SHEETS, INCIDENTS = "PLACES", "N_SHEETS", "INCIDENTS"
    DATE_FIELD, HOUR_FIELD, FACTORS = "DATE_FIELD", "HOUR_FIELD", "FACTORS"
    RISK_TERRAIN, RISK, PDF, GEOPACKAGE = saved_model.RISK_TERRAIN, "RISK", "PDF", "GEOPACKAGE"

    def __init__(self):
        super().__init__()
        self._made = None  # layout and layers for the project, until the run has ended

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # layouts live in the main thread

    def name(self):
        return "placesheets"

    def displayName(self):
        return tr("Place sheets")

    def tags(self):
        return tr("risk,crime,RTM,patrol,tasking,problem solving,SARA,atlas,print,PDF,GeoJSON,KML").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Makes an A4 page for each priority place, to take along and to write on."),
                tr(
                    "A page has a map of the place with the features around it, what makes it risky, how many "
                    "incidents were recorded and are to be expected, on which weekdays and at which hours, and lines "
                    "for problem solving: scanning, analysis, response, assessment."
                ),
                tr(
                    "In the desktop the pages also stay in the project, as a layout with an atlas. The places "
                    "themselves can be written for the devices that officers carry. The analysis shows correlation, "
                    "never cause."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        self.add_source(
            self.PLACES,
            tr("Priority places"),
            tr("The layer that the algorithm “Priority places” has written."),
            "polygon",
        )
        self.add_number(self.N_SHEETS, tr("Number of pages"), tr("The first ranks get a page each."), 10, whole=True)
        self.add_source(
            self.INCIDENTS,
            tr("Incidents"),
            tr("Points of recorded incidents, to show on which days and at which hours they were."),
            "point",
            optional=True,
        )
        self.add_field(
            self.DATE_FIELD,
            tr("Date field"),
            tr("Field of the incidents with their dates, with or without the time. Needed with incidents."),
            self.INCIDENTS,
        )
        self.add_field(
            self.HOUR_FIELD,
            tr("Hour field"),
            tr("Field with the time of day (21:57, or 21). Empty: the time in the date field."),
            self.INCIDENTS,
            advanced=True,
        )
        self.add_layers(
            self.FACTORS,
            tr("Risk factors"),
            tr("Layers whose features are drawn around the places, as they look in the project."),
            optional=True,
        )
        saved_model.add_model(
            self, tr("With it only the layers of the model's own risk factors are drawn. Empty: all of them."), True
        )
        saved_model.add_risk_terrain(self, tr("Drawn beneath the places. Empty: none is drawn."), True)
        self.add_choice(
            self.RISK,
            tr("Risk"),
            tr("What is drawn of the risk terrain: relative risk scores, or incidents expected given history, too."),
            saved_model.risks(),
            advanced=True,
        )
        saved_model.add_base_layers(self)
        small_counts.add_smallest_of_places(self)
        sheets.add_texts(self, tr("Empty: what the risk terrain is of, or the name of the layer of places."))
        sheets.add_keep_layout(self)
        self.add_file_output(
            self.PDF, tr("PDF"), tr("All pages, with texts that can be searched."), "PDF (*.pdf)", optional=True
        )
        self.add_file_output(
            self.GEOPACKAGE,
            tr("GeoPackage"),
            tr(
                "The places that have a page, and their incidents by weekday and hour: what the layout in the project "
                "reads, and devices, too. Without it they last as long as the project is open."
            ),
            "GeoPackage (*.gpkg)",
            optional=True,
        )
        for key, words, suffix in (
            ("GEOJSON", tr("The same in degrees (WGS 84)."), "GeoJSON (*.geojson)"),
            ("KML", tr("The same in degrees, for globes and phones."), "KML (*.kml)"),
            ("CSV", tr("The same as a table, with the longitude and latitude of a point in each."), "CSV (*.csv)"),
        ):
            self.add_file_output(key, tr("Places as {kind}").format(kind=_FILES[key]), words, suffix, skipped=True)
        self.add_numbers({"N_PAGES": tr("Number of pages that were made")})

    def check(self, parameters, context):
        source, name = source_of(parameters, self.PLACES, context)
        check_has_crs(tr("Priority places"), name, source.sourceCrs())
        check_places(name, source.fields())
        if is_set(parameters, self.RISK_TERRAIN):
            check_terrain(parameters, self.RISK_TERRAIN, context)
        if is_set(parameters, self.INCIDENTS):
            source, name = source_of(parameters, self.INCIDENTS, context)
            check_has_crs(tr("Incidents"), name, source.sourceCrs())
            if not is_set(parameters, self.DATE_FIELD):
                raise RtmError(
                    tr("Incidents '{name}' come without a date field: choose it, or leave them out.").format(name=name)
                )
        n_sheets = self.parameterAsInt(parameters, self.N_SHEETS, context)
        if not 1 <= n_sheets <= _MOST:
            raise RtmError(
                tr("{n} pages cannot be made: use a number from 1 to {most}.").format(n=n_sheets, most=_MOST)
            )
        check_title(self.parameterAsString(parameters, sheets.TITLE, context))

    def compute(self, parameters, context, progress):
        source, name = source_of(parameters, self.PLACES, context)
        terrain, crs, title = self._terrain(source, name, parameters, context)
        places = read_places(source, name, crs, context).first(self.parameterAsInt(parameters, self.N_SHEETS, context))
        places = places.without_few(small_counts.smallest_count(self, parameters, context))
        moments = self._moments(places, crs, parameters, context, progress.part(0.0, 0.4))
        factors = self.parameterAsLayerList(parameters, self.FACTORS, context)
        if is_set(parameters, saved_model.MODEL):
            saved = read_model(self.parameterAsString(parameters, saved_model.MODEL, context))
            factors = [
                one
                for one in factors
                if layer_name(one.name(), one.source()) in saved.factors or NAME_FIELD in one.fields().names()
            ]
        factors = map_layers.as_they_look(factors, context.project(), paint_factor)
        for layer in factors:
            layer.setName(readable(layer.name()))
        base = self.parameterAsLayerList(parameters, saved_model.BASE_LAYERS, context)
        base = map_layers.as_they_look(base, context.project())
        if terrain is not None:
            terrain.setOpacity(_PALE)
            if base:
                let_through(terrain)
        date, source_words = sheets.date_and_source(self, parameters, context)
        tables = {"places": places_table(places, crs, moments)}
        times = times_table(places, moments)
        if times is not None:
            tables["times"] = times
        pages = PlaceSheets(
            check_title(self.parameterAsString(parameters, sheets.TITLE, context)) or title,
            f"{source_words} {date}".strip(),
            tr("What goes together with incidents is a correlation, not a cause, and says nothing about any person."),
            {name: memory_layer(name, table) for name, table in tables.items()},
            moments is not None,
            factors,
            [*([] if terrain is None else [terrain]), *base],
        )
        name = tr("Place sheets: {title}").format(title=title)
        progress(0.5)
        written = {"N_PAGES": len(places.features)}
        with staged() as stage:
            written |= self._write(name, pages, places, crs, parameters, context, stage, progress)
        if sheets.keeps_layout(self, parameters, context):
            if self.GEOPACKAGE in written:
                path = written[self.GEOPACKAGE]
                pages = replace(
                    pages, made={one: QgsVectorLayer(f"{path}|layername={one}", one, "ogr") for one in tables}
                )
            project = context.project()
            layout = build_atlas(project, free_name(project, name), pages)
            self._made = layout, [*pages.layers, *list(pages.made.values())[1:]]
            written[sheets.LAYOUT] = layout.name()
        return written

    def postProcessAlgorithm(self, context, feedback):
        if self._made is not None and context.project() is not None:
            keep_layout(context.project(), *self._made)
            self._made = None
        return {}

    def _terrain(self, source, name, parameters, context):
        """The risk terrain to draw or None, the CRS of the sheets, and what they are of."""
        if not is_set(parameters, self.RISK_TERRAIN):
            return None, source.sourceCrs(), name
        layer = self.parameterAsRasterLayer(parameters, self.RISK_TERRAIN, context)
        raster = rasters.read_risk_terrain(layer)
        risk = self.parameterAsEnumString(parameters, self.RISK, context)
        scored_by_raster(raster).surface(risk)
        return map_layers.terrain_layer(layer.source(), raster.name, risk), raster.crs, raster.title

    def _moments(self, places, crs, parameters, context, progress):
        """When the incidents in each place were, or None where none are given."""
        if not is_set(parameters, self.INCIDENTS):
            return None
        source, name = source_of(parameters, self.INCIDENTS, context)
        fields = (self.parameterAsString(parameters, key, context) for key in (self.DATE_FIELD, self.HOUR_FIELD))
        return moments_in_places(places, source, name, *fields, crs, context, progress)

    def _write(self, name, pages, places, crs, parameters, context, stage, progress):
        """Write what was asked for; destinations by key."""
        written = {}
        path = self.parameterAsFileOutput(parameters, self.GEOPACKAGE, context)
        if path:  # before a layout gives the layers names for its legend
            waiting = stage(path)
            keep_others(path, waiting, list(pages.made))
            add_layers(waiting, pages.made.values(), context, LOOKS.get)
            written[self.GEOPACKAGE] = path
        path = self.parameterAsFileOutput(parameters, self.PDF, context)
        if path:
            project = QgsProject()  # which a layout does not keep alive
            write_atlas(build_atlas(project, name, pages), stage(path))
            written[self.PDF] = path
        progress(0.9)
        for key, driver in _FILES.items():
            path = self.parameterAsFileOutput(parameters, key, context)
            if path:
                write_places(stage(path), driver, places, crs, context)
                written[key] = path
        return written

"""``rtm:mapsheet``: a risk terrain on paper, as PDF, as PNG and as a layout to go on with."""

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProject,
)

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from .. import units
from ..base import RtmAlgorithm
from ..parameters import model_inputs, saved_model, sheets
from ..parameters.values import is_set, source_of
from ..reading import rasters
from ..reading.geometry import dissolved
from ..reading.priority_places import read_places
from ..reading.scored_terrain import TERRAIN, scored_by_raster
from ..reading.sources import read_study_area
from ..staging import staged
from ..writing import map_layers
from ..writing.kept_layouts import free_name, keep_layout
from ..writing.layout_items import PAGES, write_pdf, write_png
from ..writing.map_sheet import Sheet, build_layout, page_scale
from ..writing.report import check_title
from ..writing.result_groups import let_through


class MapSheet(RtmAlgorithm):
    """Builds one print layout, writes it, and hands it to the project."""

    RISK_TERRAIN, PLACES, STUDY_AREA = saved_model.RISK_TERRAIN, "PLACES", model_inputs.STUDY_AREA
    RISK, PAGE, ORIENTATION = "RISK", "PAGE", "ORIENTATION"
    PDF, PNG = "PDF", "PNG"

    def __init__(self):
        super().__init__()
        self._made = None  # layout and layers for the project, until the run has ended

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # layouts live in the main thread

    def name(self):
        return "mapsheet"

    def displayName(self):
        return tr("Map sheet")

    def tags(self):
        return tr("risk,crime,RTM,map,print,layout,PDF,A4,A3,poster,tasking").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Puts a risk terrain on an A4 or A3 sheet, to print or to hand on."),
                tr(
                    "The sheet has a title, the risk terrain, the priority places with their ranks, a "
                    "legend in words, a scale bar, an arrow to the north, the date, the source and a "
                    "line on what the map does not say. It can be read when printed in grey."
                ),
                tr("In the desktop the layout and its layers also stay in the project, to be changed like any other."),
            ]
        )

    def initAlgorithm(self, configuration=None):
        saved_model.add_risk_terrain(self, tr("The raster that the risk terrain model has written."))
        self.add_source(
            self.PLACES,
            tr("Priority places"),
            tr("The layer that the algorithm “Priority places” has written: outlined, with the first ranks."),
            "polygon",
            optional=True,
        )
        self.add_source(
            self.STUDY_AREA,
            tr("Study area"),
            tr("To be outlined. Empty: the edge of the risk terrain's cells."),
            "polygon",
            optional=True,
        )
        sheets.add_texts(self, tr("Empty: Risk terrain, and what it is of: incidents, study area and dates."))
        self.add_choice(self.PAGE, tr("Page"), tr("Size of the sheet."), tuple(PAGES), "A4")
        self.add_choice(
            self.ORIENTATION,
            tr("Orientation"),
            tr("auto: landscape where the area is wider than high."),
            {"auto": tr("As the area is shaped"), "landscape": tr("Landscape"), "portrait": tr("Portrait")},
        )
        sheets.add_keep_layout(self)
        self.add_choice(
            self.RISK,
            tr("Risk"),
            tr(
                "What the map shows. terrain: relative risk scores, for prevention. terrain_and_history: expected "
                "incidents, for patrols."
            ),
            saved_model.risks(),
            advanced=True,
        )
        saved_model.add_base_layers(self)
        self.add_file_output(
            self.PDF, tr("PDF"), tr("The sheet as PDF, with texts that can be searched."), "PDF (*.pdf)", optional=True
        )
        self.add_file_output(
            self.PNG, tr("PNG"), tr("The sheet as a picture, for slides."), "PNG (*.png)", skipped=True
        )

    def check(self, parameters, context):
        terrain = self.parameterAsRasterLayer(parameters, self.RISK_TERRAIN, context)
        if terrain is None:
            raise RtmError(self.invalidRasterError(parameters, self.RISK_TERRAIN))
        rasters.check_risk_terrain(terrain)
        check_title(self.parameterAsString(parameters, sheets.TITLE, context))

    def compute(self, parameters, context, progress):
        source = self.parameterAsRasterLayer(parameters, self.RISK_TERRAIN, context)
        raster = rasters.read_risk_terrain(source)
        risk = self.parameterAsEnumString(parameters, self.RISK, context)
        _, *numbers, _ = scored_by_raster(raster).surface(risk)
        progress(0.2)
        title = check_title(self.parameterAsString(parameters, sheets.TITLE, context))
        heading, legend_title, caveat, numbers_words = _words(risk)
        title = title or heading.format(title=raster.title)
        terrain = map_layers.terrain_layer(source.source(), raster.name, risk)
        page = self.parameterAsEnumString(parameters, self.PAGE, context)
        scale = page_scale(page)
        layers = [self._outline(raster, scale, parameters, context, progress.part(0.2, 0.4)), terrain]
        places = None
        if is_set(parameters, self.PLACES):
            places = self._places(scale, risk, parameters, context, progress)
            layers.insert(0, places)
        base = self.parameterAsLayerList(parameters, saved_model.BASE_LAYERS, context)
        base = map_layers.as_they_look(base, context.project())
        if base:
            let_through(terrain)
        layers += base
        sheet = Sheet(
            title,
            layers,
            terrain.extent(),
            raster.crs,
            legend_title,
            self._notes(raster, numbers_words, numbers, parameters, context),
            caveat,
            page,
            self.parameterAsEnumString(parameters, self.ORIENTATION, context),
            places,
        )
        keep = sheets.keeps_layout(self, parameters, context)
        project = context.project() if keep else QgsProject()
        layout = build_layout(project, free_name(project, title), sheet)
        progress(0.5)
        written = {sheets.LAYOUT: layout.name()} if keep else {}
        with staged() as stage:
            for key, write in ((self.PDF, write_pdf), (self.PNG, write_png)):
                path = self.parameterAsFileOutput(parameters, key, context)
                if path:
                    write(layout, stage(path))
                    written[key] = path
        if keep:
            self._made = layout, layers
        return written

    def postProcessAlgorithm(self, context, feedback):
        if self._made is not None and context.project() is not None:
            layout, layers = self._made
            self._made = None
            keep_layout(context.project(), layout, layers)
        return {}

    def _outline(self, raster, scale, parameters, context, progress):
        if not is_set(parameters, self.STUDY_AREA):
            return map_layers.outline_layer(map_layers.mask_outline(raster.grid), raster.crs, scale)
        source, name = source_of(parameters, self.STUDY_AREA, context)
        study_area = read_study_area(source, name, context, progress)
        return map_layers.outline_layer(dissolved(study_area.shapes), study_area.crs, scale)

    def _places(self, scale, risk, parameters, context, progress):
        """A copy of the layer of places, drawn for print. Raises :class:`RtmError` where it has no ranks."""
        layer = self.parameterAsVectorLayer(parameters, self.PLACES, context)
        if layer is None:
            raise RtmError(self.invalidSourceError(parameters, self.PLACES))
        read = read_places(layer, layer.name(), layer.crs(), context)
        if risk == TERRAIN and read.has_parts:
            progress.warn(
                tr(
                    "Priority places '{layer}' are cut from terrain and history, and the map shows the terrain: let "
                    "its risk be terrain and history, too."
                ).format(layer=layer.name())
            )
        copy = layer.clone()
        copy.setName(map_layers.place_words())
        map_layers.paint_places(copy, scale)
        return copy

    def _notes(self, raster, numbers_words, numbers, parameters, context):
        """Date, source, grid and mean, one line each."""
        date, source = sheets.date_and_source(self, parameters, context)
        cell = units.length_words(raster.grid.cell_size, raster.crs)
        lines = [
            date,
            source,
            tr("Cells of {size}; {crs}").format(size=cell, crs=units.crs_words(raster.crs)),
            numbers_words.format(**{name: f"{number:.3g}" for name, number in zip(("mean", "sd"), numbers)}),
        ]
        return tuple(line for line in lines if line)


def _words(risk):
    """Title, title of the legend, caveat and numbers of a sheet that shows one of RISKS."""
    if risk == TERRAIN:
        return (
            tr("Risk terrain: {title}"),
            tr("Relative risk score"),
            tr(
                "The map shows where conditions go together with incidents: a correlation, not a cause, and "
                "nothing about any person. Scores are relative to the least risky cell of this area (1) and "
                "cannot be compared with those of another area. Above mean + 2 SD is a convention, not a "
                "natural border."
            ),
            tr("Score: mean {mean}, SD {sd}"),
        )
    return (
        tr("Terrain and history: {title}"),
        tr("Expected incidents of a cell"),
        tr(
            "The map shows where incidents are to be expected next, in a period as long as that of the recorded ones, "
            "given the landscape and what was recorded there and around. It says nothing about causes or any person. "
            "Above mean + 2 SD is a convention, not a natural border."
        ),
        tr("Expected in a cell: mean {mean}, SD {sd}"),
    )

"""``rtm:validate``: a risk terrain against what happened later, beside what needs no model."""

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.lengths import check_length
from ...rtm_plugin.space.incidents import count_incidents
from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust import validation, validation_words
from ...rtm_plugin.trust.validation import MODEL
from ..base import RtmAlgorithm
from ..packages import require_packages
from ..parameters import model_inputs
from ..parameters.resampling import RESAMPLES, SEED, add_resampling
from ..parameters.values import is_set, numbers_in, source_of
from ..reading.rasters import check_risk_terrain, read_terrains, warn_of_same
from ..reading.sources import check_has_crs, layer_name, read_boundary, read_incidents
from ..reading.titles import incidents_title
from ..staging import staged, write_text
from ..units import unit_of
from ..writing import tables
from ..writing.provenance import Provenance
from ..writing.report import PACKAGES as PAGE_PACKAGES
from ..writing.report import warn_of_no_charts
from ..writing.styles import ResultStyler, style_on_load
from ..writing.typed_command import typed_command
from ..writing.validation_table import STANDARD_LEVELS, figure_table, validation_numbers


class Validate(RtmAlgorithm):
    """Reads risk terrains and incidents of two periods, judges, writes figures and a page."""

    RISK_TERRAINS, INCIDENTS, EARLIER_INCIDENTS = "RISK_TERRAINS", "INCIDENTS", "EARLIER_INCIDENTS"
    STUDY_AREA = model_inputs.STUDY_AREA
    LEVELS, BANDWIDTHS, BLOCK_SIZE = "LEVELS", "BANDWIDTHS", "BLOCK_SIZE"
    RESAMPLES, SEED, TABLE, REPORT = RESAMPLES, SEED, "TABLE", "REPORT"

    def name(self):
        return "validate"

    def displayName(self):
        return tr("Validate a risk terrain")

    def tags(self):
        return tr("risk,crime,RTM,validation,PAI,PEI,hit rate,hotspot,prediction,accuracy,compare").split(",")

    def about(self):
        return (
            tr(
                "Tells how much of what happened later lies in the riskiest part of a risk terrain, and "
                "whether anybody could have done as well without a model."
            )
            + "\n\n"
            + tr(
                "Give one risk terrain, or several to compare, incidents of a later period, and the earlier "
                "incidents that the model was made from. The result is always beside the kernel density and "
                "the counts of the earlier incidents, and chance; a plain sentence says who won and whether "
                "the difference is more than chance. Intervals are from resamples of square blocks of cells, "
                "because neighbouring cells are not independent."
            )
            + "\n\n"
            + tr(
                "Of a raster that the risk terrain model has written, both the terrain and the expected "
                "incidents given terrain and history are judged. Of any other raster band 1 is: the higher, "
                "the riskier. A risk terrain is made to say why places are risky; for saying where incidents "
                "happen next, past incidents are hard to beat."
            )
        )

    def initAlgorithm(self, configuration=None):
        self.add_layers(
            self.RISK_TERRAINS,
            tr("Risk terrains"),
            tr(
                "One raster, or several to compare. The cells of the first are used: others are read at "
                "their centroids."
            ),
            "raster",
        )
        self.add_source(
            self.INCIDENTS,
            tr("Later incidents"),
            tr("Points of incidents that the model has not seen: of a later period."),
            "point",
        )
        self.add_source(
            self.EARLIER_INCIDENTS,
            tr("Earlier incidents"),
            tr(
                "Points of the incidents that the model was made from. Without them there is nothing to beat "
                "but chance."
            ),
            "point",
            optional=True,
        )
        self.add_source(
            self.STUDY_AREA,
            tr("Study area"),
            tr(
                "Polygons of the study area that the model was made for: as in the model, incidents outside it do "
                "not count. Empty: incidents count in all cells of the risk terrain, also where those reach beyond "
                "the study area."
            ),
            "polygon",
            optional=True,
        )
        self.add_text(
            self.LEVELS,
            tr("Levels (percent of the area)"),
            tr("Parts of the area to flag, in percent. The highest-risk class of the first risk terrain is added."),
            "1,5,10,20",
            optional=False,
        )
        self.add_text(
            self.BANDWIDTHS,
            tr("Kernel bandwidths"),
            tr("Bandwidths of the kernel densities in map units, such as 150,300. Empty: 1.5, 3 and 6 cells."),
            advanced=True,
        )
        self.add_distance(
            self.BLOCK_SIZE,
            tr("Block size"),
            tr(
                "Side of the square blocks of cells that are resampled, in the raster's map units; at least "
                "as far as neighbouring cells are alike. Empty: 10 cells, or more on very large grids."
            ),
            self.INCIDENTS,
            advanced=True,
        )
        add_resampling(self, tr("How many times the blocks are drawn anew for the intervals; 0 for no intervals."))
        self.add_table(
            self.TABLE,
            tr("Validation"),
            tr("One row per figure: what it is about (and minus what), measure, level, value and 95% interval."),
            optional=True,
        )
        self.add_file_output(
            self.REPORT,
            tr("Validation report"),
            tr("One page with the verdict, the capture curve and all figures."),
            "HTML (*.html)",
            skipped=True,
        )
        hits = {f"HIT_RATE_{level}": tr("Hit rate at {0}% of the area").format(level) for level in STANDARD_LEVELS}
        pais = {f"PAI_{level}": tr("PAI at {0}% of the area").format(level) for level in STANDARD_LEVELS}
        self.add_numbers(
            {
                "N_CELLS": tr("Number of cells"),
                "N_INCIDENTS": tr("Number of later incidents in them"),
                "N_INCIDENTS_OUTSIDE": tr("Number of later incidents left out"),
                **hits,
                **pais,
                "HIT_RATE_HIGHEST_RISK": tr("Hit rate of the highest-risk class"),
                "PAI_HIGHEST_RISK": tr("PAI of the highest-risk class"),
                "AUC": tr("AUC"),
                "BEST_BASELINE_HIT_RATE": tr("Hit rate of the best baseline at the verdict's level"),
                "DIFFERENCE": tr("Hit rate of the first risk terrain minus that of the best baseline"),
                "DIFFERENCE_LOW": tr("Lower limit of the difference"),
                "DIFFERENCE_HIGH": tr("Upper limit of the difference"),
                "N_BLOCKS": tr("Number of blocks"),
                "SEED_USED": tr("Seed used"),
            }
        )
        self.add_texts({"VERDICT": tr("Who won"), "SCOREBOARD": tr("All levels"), "BEST_BASELINE": tr("Best baseline")})

    # reading

    def check(self, parameters, context):
        for layer in self._layers(parameters, context):
            check_risk_terrain(layer)
        layers = {
            self.INCIDENTS: tr("Later incidents"),
            self.EARLIER_INCIDENTS: tr("Earlier incidents"),
            self.STUDY_AREA: tr("Study area"),
        }
        for key, what in layers.items():
            if key == self.INCIDENTS or is_set(parameters, key):
                source, name = source_of(parameters, key, context)
                check_has_crs(what, name, source.sourceCrs())
        numbers_in(self, parameters, self.LEVELS, context)
        for bandwidth in numbers_in(self, parameters, self.BANDWIDTHS, context):
            check_length(tr("bandwidth"), bandwidth)
        if is_set(parameters, self.REPORT):
            require_packages(PAGE_PACKAGES)

    def _layers(self, parameters, context):
        layers = self.parameterAsLayerList(parameters, self.RISK_TERRAINS, context)
        if not layers:
            raise RtmError(tr("No risk terrain could be read: choose at least one raster, and check its path."))
        return layers

    def _points(self, parameters, key, judged, context, progress):
        source, name = source_of(parameters, key, context)
        return read_incidents(source, name, judged.crs, context, progress), name

    # running

    def compute(self, parameters, context, progress):
        with progress.stage(tr("Reading layers"), 0.0, 0.2) as step:
            judged = read_terrains(self._layers(parameters, context), progress)
            later, later_name = self._points(parameters, self.INCIDENTS, judged, context, step.part(0.2, 0.6))
            earlier = earlier_name = area = area_name = None
            if is_set(parameters, self.STUDY_AREA):
                area_name, area = read_boundary(parameters[self.STUDY_AREA], judged.crs, context, progress)
            else:
                progress.info(validation_words.all_cells_count())
            if is_set(parameters, self.EARLIER_INCIDENTS):
                part = step.part(0.6, 1.0)
                earlier, earlier_name = self._points(parameters, self.EARLIER_INCIDENTS, judged, context, part)
            else:
                progress.warn(
                    tr(
                        "No earlier incidents are given: the risk terrain is compared with chance alone, which is "
                        "easy to beat. Give the incidents that it was made from."
                    )
                )
        warn_of_same(self._layers(parameters, context)[0], later, later_name, earlier, progress)
        later = count_incidents(judged.grid, later, area)
        if earlier is not None:
            earlier = count_incidents(judged.grid, earlier, area).points
        with progress.stage(tr("Baselines"), 0.2, 0.5) as step:
            bandwidths = numbers_in(self, parameters, self.BANDWIDTHS, context) or None
            unit = unit_of(judged.crs)
            surfaces = [*judged.surfaces, *validation.baselines(judged.grid, earlier, bandwidths, step, unit)]
        block_size = None
        if is_set(parameters, self.BLOCK_SIZE):
            block_size = self.parameterAsDouble(parameters, self.BLOCK_SIZE, context)
        with progress.stage(tr("Validation"), 0.5, 0.95) as step:
            try:
                found = validation.validate(
                    judged.grid,
                    later.counts,
                    surfaces,
                    [level / 100 for level in numbers_in(self, parameters, self.LEVELS, context)],
                    block_size,
                    self.parameterAsInt(parameters, self.RESAMPLES, context),
                    self.parameterAsInt(parameters, self.SEED, context),
                    step,
                    later.n_outside,
                    later.n_in_no_cell,
                )
            except IncidentError as error:
                raise IncidentError(
                    tr("Incidents '{name}': {problem}").format(name=later_name, problem=error)
                ) from error
        if found.n_left_out:
            progress.warn(validation_words.left_out(found))
        for name in found.names(MODEL):
            progress.info(f"{validation_words.verdict(found, name)} {validation_words.scoreboard(found, name)}".strip())
        recipe = {
            "RISK_TERRAINS": [layer_name(layer.name(), layer.source()) for layer in self._layers(parameters, context)],
            "INCIDENTS": later_name,
            "EARLIER_INCIDENTS": earlier_name,
            "STUDY_AREA": area_name,
            "LEVELS": self.parameterAsString(parameters, self.LEVELS, context),
            "BANDWIDTHS": self.parameterAsString(parameters, self.BANDWIDTHS, context),
            "BLOCK_SIZE": block_size,
            "RESAMPLES": found.resamples,
        }
        with progress.stage(tr("Writing"), 0.95, 1.0) as step:
            written = self._write(found, judged, recipe, parameters, context, step)
        return {**validation_numbers(found), **written}

    def _write(self, found, judged, recipe, parameters, context, progress):
        provenance = Provenance(f"rtm:{self.name()}", recipe, found.seed)
        written = {}
        page = self.parameterAsFileOutput(parameters, self.REPORT, context)
        with staged() as stage:
            if page:
                from ...rtm_plugin.report.validation import render_validation

                sources = [
                    (tr("Risk terrains"), ", ".join(recipe["RISK_TERRAINS"])),
                    (tr("Later incidents"), recipe["INCIDENTS"]),
                    (tr("Earlier incidents"), recipe["EARLIER_INCIDENTS"] or tr("none given")),
                    (tr("Study area"), recipe["STUDY_AREA"] or validation_words.all_cells_count()),
                ]
                warn_of_no_charts(progress)
                later = incidents_title(
                    recipe["INCIDENTS"], self.parameterAsVectorLayer(parameters, self.INCIDENTS, context)
                )
                title = tr("{terrain}, judged by {incidents}").format(terrain=judged.title, incidents=later)
                command = typed_command(provenance.algorithm, {**recipe, "SEED": found.seed})
                html = render_validation(found, title, sources, command)
                write_text(stage(page), html)
                written[self.REPORT] = page
            figures = figure_table(found)
            table = tables.write_table(self, parameters, self.TABLE, context, figures, progress, stage)
        if table is not None:
            written[self.TABLE] = table
            abstract = validation_words.verdict(found)
            style_on_load(context, table, ResultStyler(provenance, tr("Validation"), abstract))
        return written

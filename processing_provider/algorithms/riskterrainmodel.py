"""``rtm:riskterrainmodel``: from a study area, incidents and risk factors to a risk terrain map."""

from ...rtm_plugin.names import readable
from ...rtm_plugin.progress import Progress
from ...rtm_plugin.translation import tr
from ..base import RtmAlgorithm
from ..model_request import reproducible
from ..model_run import check_request, run_model
from ..packages import require_packages
from ..parameters import engine, exposure, model_inputs, periods, selection, small_counts
from ..parameters.model_inputs import read_request
from ..parameters.values import is_set
from ..staging import staged, write_beside, write_text
from ..writing import model_results, report, validation_table
from ..writing.provenance import Provenance
from ..writing.rasters import write_risk_terrain
from ..writing.result_groups import RunGroup
from ..writing.saved_styles import raster_style, style_path
from ..writing.styles import ResultStyler, paint_cells, paint_risk_terrain, style_on_load
from ..writing.tables import Table, write_table


class RiskTerrainModelAlgorithm(RtmAlgorithm):
    """Reads the request, runs the model, writes what was asked for."""

    INCIDENTS = "INCIDENTS"
    RISK_TERRAIN, MODEL_TABLE, CANDIDATES = "RISK_TERRAIN", "MODEL_TABLE", "CANDIDATES"
    CELLS, VALIDATION, MODEL, REPORT = "CELLS", periods.VALIDATION, "MODEL", "REPORT"

    def name(self):
        return "riskterrainmodel"

    def displayName(self):
        return tr("Risk terrain model")

    def tags(self):
        return tr("risk,crime,RTM,terrain,hotspot,risk factor,police,Poisson,negative binomial").split(",")

    def about(self):
        return (
            tr(
                "Finds which features of the landscape go together with incidents, and how strongly, and "
                "maps the risk that they make up."
            )
            + "\n\n"
            + tr(
                "Each risk factor becomes variables that tell whether a cell is within a distance of it, "
                "or where it is concentrated, for a ladder of distances. A cross-validated elastic net "
                "culls them; a stepwise search by BIC then picks at most one variable per factor, in "
                "Poisson and negative binomial models, of which the best is kept. The risk terrain is the "
                "relative risk score of each cell: 1 is the least risky, and cells above the mean plus two "
                "standard deviations are the highest-risk places."
            )
            + "\n\n"
            + tr(
                "The analysis shows correlation, never cause. Scores of two study areas are not "
                "comparable, and p-values after a selection are no regular p-values. The same seed gives "
                "the same result."
            )
        )

    def initAlgorithm(self, configuration=None):
        model_inputs.add_study_area(self)
        self.add_source(
            self.INCIDENTS,
            tr("Incidents"),
            tr("Points of the outcome events, one each. Those outside the study area are counted and left out."),
            "point",
        )
        model_inputs.add_factors(self)
        model_inputs.add_lengths(self)
        periods.add_periods(self, self.INCIDENTS)
        selection.add_families(self)
        model_inputs.add_grid_rules(self)
        exposure.add_exposure(self)
        selection.add_selection(self)
        selection.add_spatial_test(self)
        selection.add_resamples(self)
        selection.add_displacement(self, model_inputs.STUDY_AREA)
        small_counts.add_smallest_of_places(self)
        engine.add_engine(self)
        self._add_outputs()

    def _add_outputs(self):
        self.add_raster_output(
            self.RISK_TERRAIN,
            tr("Risk terrain"),
            tr(
                "GeoTIFF: band 1 is the relative risk score, band 2 the expected number of incidents of "
                "each cell, band 3 that number given terrain and history: where to expect incidents next."
            ),
        )
        self.add_table(
            self.MODEL_TABLE,
            tr("Model table"),
            tr("One row per selected factor: operationalisation, distance and relative risk value with its limits."),
            optional=True,
        )
        self.add_table(
            self.CANDIDATES,
            tr("Candidates"),
            tr("One row per variable that was tried: cells, incidents, its relative risk value alone, its fate."),
            skipped=True,
        )
        self.add_table(
            self.CELLS,
            tr("Cells"),
            tr("The model cells as polygons: count, expected number, score, class and the selected variables."),
            "polygon",
            skipped=True,
        )
        self.add_file_output(
            self.MODEL,
            tr("Model file"),
            tr(
                "The whole model as JSON, to be applied to another grid or checked by others. Beside it, in a "
                "file that ends in .run.json, is what differs from run to run: the seconds of each stage, and "
                "the versions of QGIS and its packages. Explaining places, what-if and the report need it."
            ),
            "JSON (*.json)",
            optional=True,
        )
        self.add_file_output(
            self.REPORT,
            tr("Report"),
            tr(
                "One page to print or hand on, for people who see no coefficient: map, factors in plain "
                "sentences, the highest-risk places, how far to trust it, and how to repeat it."
            ),
            "HTML (*.html)",
            skipped=True,
        )
        self.add_numbers(
            {
                "N_CELLS": tr("Number of cells"),
                "N_CELLS_WITH_INCIDENTS": tr("Number of cells with incidents"),
                "N_INCIDENTS": tr("Number of incidents in the model"),
                "N_INCIDENTS_OUTSIDE": tr("Number of incidents left out"),
                "N_CANDIDATES": tr("Number of candidate variables"),
                "N_SURVIVORS": tr("Number of variables after culling"),
                "N_SELECTED": tr("Number of selected variables"),
                "DISPERSION": tr("Dispersion of the count model"),
                "LOG_LIKELIHOOD": tr("Log-likelihood"),
                "BIC": tr("BIC"),
                "BIC_POISSON": tr("BIC of the Poisson model"),
                "BIC_NB1": tr("BIC of the NB1 model"),
                "BIC_NB2": tr("BIC of the NB2 model"),
                "RRS_MEAN": tr("Mean relative risk score"),
                "RRS_SD": tr("Standard deviation of the relative risk score"),
                "RRS_MAX": tr("Highest relative risk score"),
                "HIGHEST_RISK_THRESHOLD": tr("Score above which risk is highest"),
                "SEED_USED": tr("Seed used"),
            }
        )
        self.add_texts({"FAMILY": tr("Count model that was kept")})

    def check(self, parameters, context):
        check_request(read_request(self, parameters, context), context)
        engine.read_engine(self, parameters, context).check()
        if is_set(parameters, self.REPORT):
            require_packages(report.PACKAGES)

    def side_files(self, key, path):
        if key == self.RISK_TERRAIN:
            return (style_path(path),)
        return (model_results.run_path(path),) if key == self.MODEL else ()

    def compute(self, parameters, context, progress):
        request = read_request(self, parameters, context)
        made_by = engine.read_engine(self, parameters, context)
        run = run_model(request, progress, context, made_by)
        with progress.stage(tr("Writing"), 0.9, 1.0) as step:
            written = self._write(run, parameters, context, step)
        made_by.forget()
        for sentence in model_results.outcome(run):
            progress.info(sentence)
        numbers = {**model_results.numbers(run.terrain.model), **model_results.displaced_numbers(run.displaced)}
        return {**numbers, **validation_table.judged_numbers(run), **written}

    def _write(self, run, parameters, context, progress):
        """Write what was asked for: files appear once all is written, sinks come last, the largest first."""
        terrain, crs = run.terrain, run.study_area.crs
        model = terrain.model
        provenance = Provenance(f"rtm:{self.name()}", reproducible(model), model.settings.seed)
        raster = self.parameterAsOutputLayer(parameters, self.RISK_TERRAIN, context)
        model_file = self.parameterAsFileOutput(parameters, self.MODEL, context)
        report_file = self.parameterAsFileOutput(parameters, self.REPORT, context)
        written = {self.RISK_TERRAIN: raster}
        with staged() as stage:
            unfinished = stage(raster)
            write_risk_terrain(unfinished, terrain, run.joined, crs, provenance)
            write_beside(stage, style_path(raster), raster_style(unfinished), progress)
            if model_file:
                model_results.write_model(stage(model_file), model)
                record = model_results.run_record(progress.seconds)
                write_beside(stage, model_results.run_path(model_file), record, progress)
                written[self.MODEL] = model_file
            if report_file:
                progress(0.05)
                write_text(
                    stage(report_file), report.render_report(report.terrain_report(run, unfinished, context), progress)
                )
                written[self.REPORT] = report_file
            cells = None
            if is_set(parameters, self.CELLS):  # they take more memory than all the rest
                fields, rows = model_results.cell_rows(terrain, run.displaced)
                cells = Table(fields, rows, model_results.cell_polygon(terrain.grid), crs, paint=paint_cells)
            progress(0.2)
            silent = Progress()  # from here on it is too short to be cancelled
            for key, step, table in (
                (self.CELLS, progress.part(0.2, 1.0), cells),
                (self.MODEL_TABLE, silent, Table(model_results.MODEL_FIELDS, model_results.model_rows(model))),
                (self.CANDIDATES, silent, Table(model_results.CANDIDATE_FIELDS, model_results.candidate_rows(model))),
                (self.VALIDATION, silent, run.judged and validation_table.figure_table(run.judged)),
            ):
                destination = table and write_table(self, parameters, key, context, table, step, stage)
                if destination is not None:
                    written[key] = destination
        self._style(written, model, provenance, context)
        return written

    def _style(self, written, model, provenance, context):
        """Have what will be loaded described, painted and grouped, the risk terrain on top."""
        group = RunGroup(readable(model.inputs["incidents"]), readable(model.inputs["study_area"]))
        results_of_run = (
            (
                self.RISK_TERRAIN,
                tr("Risk terrain"),
                tr("Relative risk score of each cell (band 1; the least risky cell has 1) and expected incidents."),
                paint_risk_terrain,
            ),
            (
                self.CELLS,
                tr("Cells"),
                tr("Cells with incidents, expected incidents and relative risk."),
                paint_cells,
            ),
            (
                self.MODEL_TABLE,
                tr("Model table"),
                tr("Selected risk factors and their relative risk values."),
                None,
            ),
            (self.CANDIDATES, tr("Candidates"), tr("All variables that were tried, and their fate."), None),
            (self.VALIDATION, tr("Validation"), tr("How well later incidents were foretold."), None),
        )
        for place, (key, title, abstract, paint) in enumerate(results_of_run):
            if key in written:
                styler = ResultStyler(provenance, title, abstract, paint, group, -place)
                style_on_load(context, written[key], styler)

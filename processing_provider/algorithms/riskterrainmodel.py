"""``rtm:riskterrainmodel``: from a study area, incidents and risk factors to a risk terrain map."""

from dataclasses import replace

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from ...rtm_plugin.errors import IncidentError
from ...rtm_plugin.progress import Progress
from ...rtm_plugin.selection.folds import KINDS as FOLD_KINDS
from ...rtm_plugin.translation import tr
from .. import units
from ..about import version
from ..base import RtmAlgorithm
from ..files import RASTER_SUFFIXES, check_writable, staged, write_text
from ..packages import require_packages
from ..parameters import exposure, model_inputs, periods, resamples
from ..reading import dates, exposure_layers
from ..reading.factor_facts import tell_about_factors
from ..reading.sources import check_has_crs
from ..writing import model_results, rasters, tables
from ..writing import report as report_parts
from ..writing.provenance import Provenance
from ..writing.result_groups import run_name
from ..writing.saved_styles import raster_style, save_default_style, style_path
from ..writing.styles import ResultStyler, paint_cells, paint_risk_terrain, style_on_load

FAMILIES = ("poisson+nb1+nb2", "poisson+nb1", "poisson", "nb1", "nb2")


class RiskTerrainModelAlgorithm(RtmAlgorithm):
    """Reads layers, fits the model, writes the results."""

    INCIDENTS, FAMILIES = "INCIDENTS", "FAMILIES"
    FOLDS, FOLD_KIND, CV_REPEATS = "FOLDS", "FOLD_KIND", "CV_REPEATS"
    SWAPS, P_LIMIT, SEED = "SWAPS", "P_LIMIT", "SEED"
    RISK_TERRAIN, MODEL_TABLE, CANDIDATES = "RISK_TERRAIN", "MODEL_TABLE", "CANDIDATES"
    CELLS, MODEL, REPORT = "CELLS", "MODEL", "REPORT"

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
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INCIDENTS, tr("Incidents"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr("Points of the outcome events, one each. Those outside the study area are counted and left out."),
        )
        model_inputs.add_factors(self)
        model_inputs.add_lengths(self)
        periods.add_periods(self, self.INCIDENTS)
        self.add_choice(
            self.FAMILIES,
            tr("Count models"),
            tr(
                "Distributions that are tried; the one with the best BIC is kept. nb1 has variance "
                "proportional to the mean, nb2 a variance that grows with its square. poisson+nb1 is what "
                "RTMDx does."
            ),
            FAMILIES,
        )
        model_inputs.add_grid_rules(self)
        exposure.add_exposure(self)
        self._add_selection()
        resamples.add_resamples(self)
        self._add_destinations()
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

    def _add_selection(self):
        integer, real = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber(self.FOLDS, tr("Folds"), integer, 5),
            tr("Parts that the cells are dealt into for the cross-validation."),
            advanced=True,
        )
        self.add_choice(
            self.FOLD_KIND,
            tr("Kind of folds"),
            tr(
                "stratified: each fold has its share of cells with many incidents. spatial: cells are "
                "dealt by square blocks, so that neighbours do not tell on each other."
            ),
            FOLD_KINDS,
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.CV_REPEATS, tr("Repeats of the cross-validation"), integer, 1),
            tr("The cross-validation is averaged over so many deals of the folds."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.SWAPS, tr("Try swaps"), True),
            tr(
                "Let the search exchange a factor's variable for another distance or operationalisation of "
                "it. Off: additions and removals only, for strict comparison with other software."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.P_LIMIT, tr("Largest p-value"), real, 0.05),
            tr("A model is valid only if every factor's p-value is at most this."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.SEED, tr("Seed"), integer, 1),
            tr("Start of the random numbers that deal the folds: the same seed gives the same result."),
            advanced=True,
        )

    def _add_destinations(self):
        self.add(
            QgsProcessingParameterRasterDestination(self.RISK_TERRAIN, tr("Risk terrain")),
            tr(
                "GeoTIFF: band 1 is the relative risk score, band 2 the expected number of incidents of "
                "each cell, band 3 that number given terrain and history: where to expect incidents next."
            ),
        )
        table, polygons = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSink(self.MODEL_TABLE, tr("Model table"), table, None, True, True),
            tr("One row per selected factor: operationalisation, distance and relative risk value with its limits."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.CANDIDATES, tr("Candidates"), table, None, True, False),
            tr("One row per variable that was tried: cells, incidents, its relative risk value alone, its fate."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.CELLS, tr("Cells"), polygons, None, True, False),
            tr("The model cells as polygons: count, expected number, score, class and the selected variables."),
        )
        self.add(
            QgsProcessingParameterFileDestination(self.MODEL, tr("Model file"), "JSON (*.json)", None, True, False),
            tr(
                "The whole model as JSON, to be applied to another grid or checked by others. Beside it, in a "
                "file that ends in .run.json, is what differs from run to run: the seconds of each stage, and "
                "the versions of QGIS and its packages."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(self.REPORT, tr("Report"), "HTML (*.html)", None, True, False),
            tr(
                "One page to print or hand on, for people who see no coefficient: map, factors in plain "
                "sentences, the highest-risk places, how far to trust it, and how to repeat it."
            ),
        )

    def check(self, parameters, context):
        model_inputs.check_inputs(self, parameters, context)
        source, name = model_inputs.source_of(self, parameters, self.INCIDENTS, context)
        check_has_crs("Incidents", name, source.sourceCrs())
        self._settings(parameters, context)
        resamples.resamples(self, parameters, context)
        check_writable(parameters.get(self.RISK_TERRAIN), RASTER_SUFFIXES)
        tables = (self.MODEL_TABLE, self.CANDIDATES, self.CELLS, periods.VALIDATION)
        for key in (*tables, self.MODEL, self.REPORT):
            check_writable(parameters.get(key))
        if model_inputs.is_set(parameters, self.REPORT):
            require_packages(report_parts.PACKAGES)

    def compute(self, parameters, context, progress):
        from ...rtm_plugin.pipeline import fit

        settings = self._settings(parameters, context)
        n_resamples = resamples.resamples(self, parameters, context)
        part_of_judging = (0.3, 0.35) if n_resamples else (0.8, 0.85)  # the resamples take longest
        with progress.stage(tr("Reading layers"), 0.0, 0.08) as step:
            study_area, exclude = model_inputs.read_area(self, parameters, context, step.part(0.0, 0.1))
            source, incidents_name = model_inputs.source_of(self, parameters, self.INCIDENTS, context)
            split = dates.read_periods(self, parameters, self.INCIDENTS, study_area, context, step.part(0.1, 0.4))
            factors, left_out = model_inputs.read_factor_inputs(
                self, parameters, study_area, context, step.part(0.4, 0.9)
            )
            rates = exposure_layers.read_exposure(
                self, parameters, study_area, settings.cell_size, context, step.part(0.9, 1.0)
            )
        with progress.stage(tr("Checking factors"), 0.08, 0.1) as step:
            tell_about_factors(
                study_area,
                factors,
                settings.block_length,
                split.earlier,
                source,
                self.parameterAsLayerList(parameters, model_inputs.FACTORS, context),
                self.parameterAsString(parameters, model_inputs.FACTOR_FIELD, context).strip(),
                step,
            )
        try:
            step = progress.part(0.1, part_of_judging[0])
            terrain = fit(study_area.shapes, split.earlier, factors, settings, exclude, step, rates)
            judged = periods.judge(terrain, split, settings.seed, progress.part(*part_of_judging))
            unit = units.units_of(study_area.crs).name
            examined = resamples.examine(
                terrain, split.earlier, study_area, n_resamples, unit, progress.part(part_of_judging[1], 0.9)
            )
        except IncidentError as error:
            raise IncidentError(f"Incidents '{incidents_name}': {error}") from error
        layers, addresses = report_parts.describe_layers(self, parameters, context)
        model = terrain.model.with_inputs(
            layers=layers,
            factor_field=self.parameterAsString(parameters, model_inputs.FACTOR_FIELD, context).strip(),
            study_area=study_area.name,
            crs=study_area.crs.authid() or study_area.crs.toWkt(),
            incidents=incidents_name,
            left_out=left_out,
            plugin_version=version(),
            **split.recipe,
            **examined,
            **exposure.recipe(self, parameters, context),
        )
        with progress.stage(tr("Writing"), 0.9, 1.0) as step:
            terrain = replace(terrain, model=model)
            written = self._write(terrain, study_area, addresses, judged, parameters, context, step)
        return {
            **model_results.numbers(model),
            **resamples.numbers(model),
            **periods.numbers(judged, split),
            **written,
        }

    def _write(self, terrain, study_area, addresses, judged, parameters, context, progress):
        """Write what was asked for: files appear once all is written, sinks come last, the largest first."""
        model, crs = terrain.model, study_area.crs
        provenance = Provenance(f"rtm:{self.name()}", _reproducible(model), model.settings.seed)
        raster = self.parameterAsOutputLayer(parameters, self.RISK_TERRAIN, context)
        model_file = self.parameterAsFileOutput(parameters, self.MODEL, context)
        report_file = self.parameterAsFileOutput(parameters, self.REPORT, context)
        written = {self.RISK_TERRAIN: raster}
        with staged() as stage:
            unfinished = stage(raster)
            rasters.write_risk_terrain(unfinished, terrain, crs, provenance)
            write_text(stage(style_path(raster)), raster_style(unfinished))
            if model_file:
                model_results.write_model(stage(model_file), model)
                model_results.write_run(stage(model_results.run_path(model_file)), progress.seconds)
                written[self.MODEL] = model_file
            if report_file:
                progress(0.05)
                report = report_parts.terrain_report(terrain, unfinished, study_area, addresses)
                report = replace(report, sections=(*report.sections, *periods.sections(judged, model)))
                write_text(stage(report_file), report_parts.render_report(report))
                written[self.REPORT] = report_file
            cell_fields, cell_rows = model_results.cell_rows(terrain)
            squares = model_results.cell_polygon(terrain.grid)
            progress(0.2)
            silent = Progress()  # from here on it is too short to be cancelled
            for key, step, *table in (
                (self.CELLS, progress, cell_fields, cell_rows, squares, crs),
                (self.MODEL_TABLE, silent, model_results.MODEL_FIELDS, model_results.model_rows(model)),
                (self.CANDIDATES, silent, model_results.CANDIDATE_FIELDS, model_results.candidate_rows(model)),
                *([] if judged is None else [(periods.VALIDATION, silent, *periods.table(judged))]),
            ):
                destination = tables.write_table(self, parameters, key, context, tables.Table(*table), step)
                if destination is not None:
                    written[key] = destination
            if self.CELLS in written:
                save_default_style(written[self.CELLS], paint_cells)
        self._style(written, model, provenance, context)
        return written

    def _style(self, written, model, provenance, context):
        """Have what will be loaded described, painted and grouped, the risk terrain on top."""
        group = run_name(model.inputs["incidents"], model.inputs["study_area"])
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
            (periods.VALIDATION, tr("Validation"), tr("How well later incidents were foretold."), None),
        )
        for place, (key, title, abstract, paint) in enumerate(results_of_run):
            if key in written:
                styler = ResultStyler(provenance, title, abstract, paint, group, -place)
                style_on_load(context, written[key], styler)

    def _settings(self, parameters, context):
        """The model's settings; raises :class:`SettingsError` for what the method does not allow."""
        from ...rtm_plugin.model.settings import Settings

        sizes = model_inputs.lengths(self, parameters, context)
        settings = Settings(
            block_length=sizes.block,
            cell_size=sizes.cell,
            families=tuple(self.parameterAsEnumString(parameters, self.FAMILIES, context).split("+")),
            folds=self.parameterAsInt(parameters, self.FOLDS, context),
            fold_kind=self.parameterAsEnumString(parameters, self.FOLD_KIND, context),
            cv_repeats=self.parameterAsInt(parameters, self.CV_REPEATS, context),
            swaps=self.parameterAsBoolean(parameters, self.SWAPS, context),
            p_limit=self.parameterAsDouble(parameters, self.P_LIMIT, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            cell_rule=self.parameterAsEnumString(parameters, model_inputs.CELL_RULE, context),
        )
        return settings.validate()


def _reproducible(model):
    """The parameters that decide the result, in the algorithm's own words; every factor with its settings."""
    settings = model.settings
    rows = [
        cell
        for spec in model.specs
        for cell in (spec.name, spec.operationalisation, spec.max_blocks, spec.increment, spec.direction)
    ]
    return {
        "STUDY_AREA": model.inputs["study_area"],
        "INCIDENTS": model.inputs["incidents"],
        "FACTORS": [spec.name for spec in model.specs],
        "FACTOR_SETTINGS": rows,
        "BLOCK_LENGTH": settings.block_length,
        "CELL_SIZE": settings.cell_size,
        "CELL_RULE": settings.cell_rule,
        "FAMILIES": "+".join(settings.families),
        "FOLDS": settings.folds,
        "FOLD_KIND": settings.fold_kind,
        "CV_REPEATS": settings.cv_repeats,
        "SWAPS": settings.swaps,
        "P_LIMIT": settings.p_limit,
        "SEED": settings.seed,
        **exposure.parameters_of(model),
        **periods.parameters_of(model),
    }

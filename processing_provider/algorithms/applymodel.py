"""``rtm:applymodel``: what if? A saved model scored with other factor layers, and the difference that they
make."""

from ...rtm_plugin.errors import ModelFileError, RtmError
from ...rtm_plugin.model.risk_classes import n_highest_risk
from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.what_if import what_if
from ..base import RtmAlgorithm
from ..parameters import model_inputs, saved_model
from ..parameters.values import check_terrain, factor_layers_of, is_set, terrain_of
from ..reading import model_factors, model_file
from ..reading.rasters import MEAN_ITEM, SD_ITEM
from ..staging import staged
from ..writing.place_styles import paint_difference
from ..writing.provenance import Provenance
from ..writing.rasters import write_raster
from ..writing.result_groups import RunGroup
from ..writing.styles import ResultStyler, paint_risk_terrain, style_on_load


class ApplyModel(RtmAlgorithm):
    """Scores, compares with the risk terrain before, writes both rasters."""

    MODEL, BEFORE = saved_model.MODEL, "RISK_TERRAIN_BEFORE"
    RISK_TERRAIN, DIFFERENCE = saved_model.RISK_TERRAIN, "DIFFERENCE"
    WITHOUT = "WITHOUT"

    def name(self):
        return "applymodel"

    def displayName(self):
        return tr("Apply a model (what if)")

    def tags(self):
        return tr("risk,crime,RTM,what if,scenario,predict,score,apply,change,licensing,planning").split(",")

    def about(self):
        return (
            tr(
                "Scores a saved model with other factor layers: a bar closed, a new station. Gives the new "
                "risk terrain and, with the risk terrain from before, the difference."
            )
            + "\n\n"
            + tr(
                "Distances, and what counts as a high density, stay those of the model. Scores stay relative "
                "to the least risky cell of the model's own study area, so that before and after compare: a "
                "score below 1 is a cell less risky than any was. Classes on the map are the model's own "
                "too. Expected incidents are for as long a period as that of the model's incidents."
            )
            + "\n\n"
            + tr(
                "The model shows correlation, never cause: that risk and a factor went together does not say "
                "that removing the factor removes the risk. Read the difference as what to ask next."
            )
        )

    def initAlgorithm(self, configuration=None):
        saved_model.add_model(self, tr("The saved model, as the risk terrain model has written it."))
        saved_model.add_model_factors(
            self,
            tr(
                "One layer for each risk factor of the model, of the same name: the changed ones and those "
                "that stay as they are. A layer without features is a factor that acts nowhere; other layers "
                "are passed over."
            ),
        )
        self.add_text(
            self.WITHOUT,
            tr("Without"),
            tr(
                "Features to leave out, a line for each risk factor: its name alone for all of them, or name = "
                "expression for those for which the expression is true, such as bars = \"closing\" > '02:00'."
            ),
            lines=True,
        )
        saved_model.add_risk_terrain(
            self,
            tr("The risk terrain to compare with, as the risk terrain model has written it. Its cells are scored."),
            True,
            self.BEFORE,
            tr("Risk terrain before"),
        )
        saved_model.add_area(
            self,
            tr("Where to score where there is no risk terrain before: its cells are laid as in the model."),
        )
        self.add_raster_output(
            self.RISK_TERRAIN,
            tr("New risk terrain"),
            tr("GeoTIFF: band 1 is the relative risk score, band 2 the expected number of incidents."),
        )
        self.add_raster_output(
            self.DIFFERENCE,
            tr("Difference"),
            tr(
                "GeoTIFF of new minus before: band 1 of the relative risk score, band 2 of expected "
                "incidents. Needs the risk terrain before."
            ),
            optional=True,
        )
        self.add_numbers(
            {
                "N_CELLS": tr("Number of cells"),
                "EXPECTED_BEFORE": tr("Expected incidents before"),
                "EXPECTED_AFTER": tr("Expected incidents after"),
                "EXPECTED_CHANGE": tr("Change of expected incidents"),
                "EXPECTED_CHANGE_PERCENT": tr("Change of expected incidents, percent"),
                "N_CELLS_CHANGED": tr("Number of cells whose score changes"),
                "N_CELLS_LOWER": tr("Number of cells with a lower score"),
                "N_CELLS_HIGHER": tr("Number of cells with a higher score"),
                "N_HIGHEST_BEFORE": tr("Number of highest-risk cells before"),
                "N_HIGHEST_AFTER": tr("Number of highest-risk cells after"),
                "RRS_MEAN": tr("Mean relative risk score after"),
                "RRS_MAX": tr("Highest relative risk score after"),
            }
        )

    def check(self, parameters, context):
        model_factors.read_without(self.parameterAsString(parameters, self.WITHOUT, context))
        if is_set(parameters, self.BEFORE):
            check_terrain(parameters, self.BEFORE, context)
        elif not is_set(parameters, model_inputs.STUDY_AREA):
            raise RtmError(tr("Where to score is not given: add the risk terrain before or the study area."))

    def compute(self, parameters, context, progress):
        before = None
        with progress.stage(tr("Reading"), 0.0, 0.4) as step:
            saved = model_file.read_model(self.parameterAsString(parameters, self.MODEL, context))
            _check_adjustments(saved)
            if is_set(parameters, self.BEFORE):
                before = terrain_of(parameters, self.BEFORE, context)
                _, crs, grid = model_file.grid_of_raster(saved, before)
            else:
                _, crs, grid = model_file.lay_models_grid(
                    saved, parameters.get("STUDY_AREA"), parameters.get("EXCLUDE"), context, step.part(0.0, 0.3)
                )
            factors = model_factors.read_model_factors(
                factor_layers_of(self, parameters, context), saved, crs, grid, context, step.part(0.3, 1.0)
            )
        with progress.stage(tr("Scores"), 0.4, 0.9) as step:
            shapes = {name: factor.shapes for name, factor in factors.items()}
            rates, _ = saved.model.score(grid, shapes, step)
            known = (None, None) if before is None else (before.scores, before.expected)
            found = what_if(saved.model, rates, *known)
        with progress.stage(tr("Writing"), 0.9, 1.0):
            written = self._write(saved, grid, crs, found, before, parameters, context)
        totals = _totals(saved.model, found)
        _tell(totals, progress)
        return {**written, **totals}

    def _write(self, saved, grid, crs, found, before, parameters, context):
        before_name = None if before is None else before.name
        settings = {"MODEL": saved.name, "FACTORS": saved.factors, "RISK_TERRAIN_BEFORE": before_name}
        without = self.parameterAsString(parameters, self.WITHOUT, context).strip()
        settings |= {self.WITHOUT: without} if without else {}
        provenance = Provenance("rtm:applymodel", settings)
        mean, sd = (str(tidy_number(value)) for value in (saved.model.rrs_mean, saved.model.rrs_sd))
        bands = {
            self.RISK_TERRAIN: (
                (tr("Relative risk score"), found.scores, {MEAN_ITEM: mean, SD_ITEM: sd}),
                (tr("Expected incidents"), found.expected, {}),
            )
        }
        if before is not None and is_set(parameters, self.DIFFERENCE):
            bands[self.DIFFERENCE] = (
                (tr("Change of the relative risk score"), found.change, {SD_ITEM: sd}),
                (tr("Change of expected incidents"), found.expected_change, {}),
            )
        written = {key: self.parameterAsOutputLayer(parameters, key, context) for key in bands}
        with staged() as stage:
            for key, path in written.items():
                known = [band for band in bands[key] if band[1] is not None]
                write_raster(stage(path), grid, crs, known, provenance.items())
        group = RunGroup(self.displayName(), saved.name)
        for key, title, abstract, paint in (
            (
                self.RISK_TERRAIN,
                tr("New risk terrain"),
                tr(
                    "Relative risk score of each cell with other factor layers, relative to the least risky "
                    "cell of the model's own study area, in the model's own classes; band 2 has expected "
                    "incidents."
                ),
                paint_risk_terrain,
            ),
            (
                self.DIFFERENCE,
                tr("Difference of risk"),
                tr("Change of the relative risk score; band 2 has the change of expected incidents."),
                paint_difference,
            ),
        ):
            if key in written:
                sort_key = int(key == self.DIFFERENCE)  # on top: it is what was asked
                styler = ResultStyler(provenance, title, abstract, paint, group, sort_key)
                style_on_load(context, written[key], styler)
        return written


def _check_adjustments(saved):
    if saved.model.adjustments:
        names = ", ".join(one.name for one in saved.model.adjustments)
        raise ModelFileError(
            tr(
                "Model '{name}' adjusts for {names}, and such a model cannot be applied to other layers: fit "
                "it without adjustments."
            ).format(name=saved.name, names=names)
        )


def _totals(model, found):
    def highest(scores):
        return n_highest_risk(scores, model.rrs_mean, model.rrs_sd)

    totals = {
        "N_CELLS": len(found.scores),
        "N_HIGHEST_AFTER": highest(found.scores),
        "RRS_MEAN": tidy_number(float(found.scores.mean())),
        "RRS_MAX": tidy_number(float(found.scores.max())),
    }
    if found.expected is not None:
        totals["EXPECTED_AFTER"] = tidy_number(float(found.expected.sum()))
    if found.change is not None:
        totals["N_CELLS_CHANGED"] = int((found.change != 0).sum())
        totals["N_CELLS_LOWER"] = int((found.change < 0).sum())
        totals["N_CELLS_HIGHER"] = int((found.change > 0).sum())
        totals["N_HIGHEST_BEFORE"] = highest(found.scores_before)
    if found.expected_change is not None:
        before, change = float(found.expected_before.sum()), float(found.expected_change.sum())
        totals["EXPECTED_BEFORE"] = tidy_number(before)
        totals["EXPECTED_CHANGE"] = tidy_number(change)
        if before > 0:
            totals["EXPECTED_CHANGE_PERCENT"] = tidy_number(100 * change / before)
    return totals


def _tell(totals, progress):
    progress.info(
        tr("Scores are relative to the least risky cell of the model's own study area, before and after alike.")
    )
    if "N_CELLS_CHANGED" not in totals:
        progress.info(tr("There is no risk terrain before, so there is no difference."))
        return
    if "EXPECTED_CHANGE_PERCENT" in totals:
        progress.info(
            tr("Expected incidents: {before} before, {after} after ({percent}%).").format(
                before=f"{totals['EXPECTED_BEFORE']:.4g}",
                after=f"{totals['EXPECTED_AFTER']:.4g}",
                percent=f"{totals['EXPECTED_CHANGE_PERCENT']:+.2g}",
            )
        )
    progress.info(
        tr("Cells whose score changes: {changed} of {all} ({lower} lower, {higher} higher).").format(
            changed=totals["N_CELLS_CHANGED"],
            all=totals["N_CELLS"],
            lower=totals["N_CELLS_LOWER"],
            higher=totals["N_CELLS_HIGHER"],
        )
    )

"""``rtm:applymodel``: what if? A saved model scored with other factor layers, the difference that they make, and where
the model is asked about what it has not seen."""

from ...rtm_plugin.errors import ModelFileError, RtmError
from ...rtm_plugin.model.risk_classes import n_highest_risk
from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.explanation_words import influence_words
from ...rtm_plugin.use.seen_rule import FEWEST_CELLS, check_fewest
from ...rtm_plugin.use.what_if import what_if
from ..base import RtmAlgorithm
from ..parameters import model_inputs, saved_model
from ..parameters.values import check_terrain, factor_layers_of, is_set, terrain_of
from ..reading import model_factors, model_file
from ..reading.rasters import MEAN_ITEM, SD_ITEM
from ..staging import staged, write_beside
from ..units import unit_of
from ..writing.applicability_style import factor_item, paint_applicability
from ..writing.place_styles import paint_difference
from ..writing.provenance import Provenance
from ..writing.rasters import write_raster
from ..writing.result_groups import RunGroup
from ..writing.saved_styles import raster_style, style_path
from ..writing.styles import ResultStyler, paint_risk_terrain, style_on_load


class ApplyModel(RtmAlgorithm):
    """Scores, compares with the risk terrain before, writes both rasters."""

    MODEL, BEFORE = saved_model.MODEL, "RISK_TERRAIN_BEFORE"
    RISK_TERRAIN, DIFFERENCE = saved_model.RISK_TERRAIN, "DIFFERENCE"
    WITHOUT, FEWEST_CELLS = "WITHOUT", "FEWEST_CELLS"
    APPLICABILITY, APPLIES = "APPLICABILITY", "APPLIES"

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
                "On another place the log says how many of its cells are unlike those that the model was fitted to, "
                "and which risk factor makes the difference: cells with a combination of factors that (nearly) none of "
                "these had, or farther from a factor, or more of it, than any. Their scores are extrapolated. That "
                "other places are alike in these factors does not say that risk goes with them there, too: validate "
                "with incidents of that place where there are any."
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
        self.add_number(
            self.FEWEST_CELLS,
            tr("Fewest cells"),
            tr(
                "A combination of factors counts as seen where at least so many of the cells that the model was fitted "
                "to had it."
            ),
            FEWEST_CELLS,
            whole=True,
            optional=True,
            advanced=True,
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
        self.add_raster_output(
            self.APPLICABILITY,
            tr("Applicability"),
            tr(
                "GeoTIFF of how unlike the fitted cells each cell is: band 1 is a dissimilarity, 0 for what the model "
                "has seen and 1 for as far as two fitted cells are apart on average; band 2 the number of the risk "
                "factor that makes most of it, in the order of the model table; band 3 how far beyond the measured "
                "range; band 4 how many fitted cells had the same combination. Needs a model file that holds what was "
                "seen."
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
                "N_CELLS_OUTSIDE": tr("Number of cells that few or none of the fit are like"),
                "OUTSIDE_PERCENT": tr("Cells that few or none of the fit are like, percent"),
                "OUTSIDE_PERCENT_OF_FIT": tr("Cells of the fit in combinations that count as not seen, percent"),
                "N_CELLS_UNSEEN": tr("Number of cells with a combination of factors that was not seen"),
                "N_CELLS_BEYOND": tr("Number of cells beyond the distances or densities of the fit"),
                "N_CELLS_ABOVE": tr("Number of cells with a score above the highest of the fit"),
            }
        )
        self.add_texts({self.APPLIES: tr("What is unlike the cells of the fit")})

    def check(self, parameters, context):
        model_factors.read_without(self.parameterAsString(parameters, self.WITHOUT, context))
        check_fewest(self.parameterAsInt(parameters, self.FEWEST_CELLS, context))
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
            rates, flags = saved.model.score(grid, shapes, step.part(0.0, 0.5))
            known = (None, None) if before is None else (before.scores, before.expected)
            found = what_if(saved.model, rates, *known)
            fewest = self.parameterAsInt(parameters, self.FEWEST_CELLS, context)
            seen, sentences = _assessed(saved, grid, crs, shapes, flags, found, fewest, step.part(0.5, 1.0))
        with progress.stage(tr("Writing"), 0.9, 1.0):
            written = self._write(saved, grid, crs, found, seen, before, parameters, context, progress)
        totals = _totals(saved.model, found)
        _tell(totals, progress)
        is_elsewhere = before is None and (seen is None or seen.is_doubtful)
        (progress.warn if is_elsewhere else progress.info)(sentences[0])
        for sentence in sentences[1:]:
            progress.info(sentence)
        return {**written, **totals, **_shares(seen), self.APPLIES: " ".join(sentences)}

    def side_files(self, key, path):
        return (style_path(path),) if key in _PAINTS else ()

    def _write(self, saved, grid, crs, found, seen, before, parameters, context, progress):
        before_name = None if before is None else before.name
        settings = {"MODEL": saved.name, "FACTORS": saved.factors, "RISK_TERRAIN_BEFORE": before_name}
        without = self.parameterAsString(parameters, self.WITHOUT, context).strip()
        settings |= {self.WITHOUT: without} if without else {}
        keys = (self.RISK_TERRAIN, self.DIFFERENCE, self.APPLICABILITY)
        provenance = {key: Provenance("rtm:applymodel", dict(settings)) for key in keys}
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
        if seen is not None and is_set(parameters, self.APPLICABILITY):
            bands[self.APPLICABILITY] = _applicability_bands(seen, unit_of(crs))
            provenance[self.APPLICABILITY].parameters[self.FEWEST_CELLS] = seen.fewest
        written = {key: self.parameterAsOutputLayer(parameters, key, context) for key in bands}
        with staged() as stage:
            for key, path in written.items():
                known = [band for band in bands[key] if band[1] is not None]
                unfinished = stage(path)
                write_raster(unfinished, grid, crs, known, provenance[key].items())
                write_beside(stage, style_path(path), raster_style(unfinished, _PAINTS[key]), progress)
        group = RunGroup(self.displayName(), saved.name)
        for key, title, abstract in (
            (
                self.RISK_TERRAIN,
                tr("New risk terrain"),
                tr(
                    "Relative risk score of each cell with other factor layers, relative to the least risky "
                    "cell of the model's own study area, in the model's own classes; band 2 has expected "
                    "incidents."
                ),
            ),
            (
                self.DIFFERENCE,
                tr("Difference of risk"),
                tr("Change of the relative risk score; band 2 has the change of expected incidents."),
            ),
            (
                self.APPLICABILITY,
                tr("Applicability"),
                tr(
                    "How unlike the cells that the model was fitted to each cell is; band 2 has the number of the risk "
                    "factor that makes most of it, which the layer's second style shows."
                ),
            ),
        ):
            if key in written:
                sort_key = _ORDER.index(key)  # the difference on top: it is what was asked
                styler = ResultStyler(provenance[key], title, abstract, _PAINTS[key], group, sort_key)
                style_on_load(context, written[key], styler)
        return written


_ORDER = (ApplyModel.APPLICABILITY, ApplyModel.RISK_TERRAIN, ApplyModel.DIFFERENCE)  # of layers, from below
_PAINTS = {
    ApplyModel.RISK_TERRAIN: paint_risk_terrain,
    ApplyModel.DIFFERENCE: paint_difference,
    ApplyModel.APPLICABILITY: paint_applicability,
}


def _assessed(saved, grid, crs, shapes, flags, found, fewest, progress):
    """What is unlike the fit, None where the model does not know what it was; and that in sentences."""
    from ...rtm_plugin.use import applicability  # needs scipy
    from ...rtm_plugin.use.applicability_words import applicability_sentences

    if saved.model.seen is None:
        return None, [tr("Model '{name}': {problem}").format(name=saved.name, problem=applicability.not_kept())]
    seen = applicability.assess(saved.model, grid, shapes, flags, found.scores, fewest, progress)
    return seen, applicability_sentences(seen, saved.model, unit_of(crs))


def _applicability_bands(seen, unit):
    """Bands of the raster: (description, values, items)."""
    named = {
        factor_item(number): influence_words(variable, unit) for number, variable in enumerate(seen.variables, start=1)
    }
    return (
        (tr("Dissimilarity to the fitted cells"), seen.dissimilarity, {}),
        (tr("Number of the risk factor that makes most of it"), seen.driver, named),
        (tr("How far beyond the range of the fit"), seen.beyond, {}),
        (tr("Fitted cells with the same combination"), seen.alike, {}),
    )


def _shares(seen):
    """Numbers of what is unlike the fit."""
    if seen is None:
        return {}
    outside = int(seen.outside.sum())
    return {
        "N_CELLS_OUTSIDE": outside,
        "OUTSIDE_PERCENT": tidy_number(100 * outside / len(seen.outside)),
        "OUTSIDE_PERCENT_OF_FIT": tidy_number(100 * seen.fitted_outside),
        "N_CELLS_UNSEEN": int(seen.unseen.sum()),
        "N_CELLS_BEYOND": int((seen.beyond > 0).sum()),
        "N_CELLS_ABOVE": int(seen.above.sum()),
    }


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
                before=f"{totals['EXPECTED_BEFORE']:,.4g}",
                after=f"{totals['EXPECTED_AFTER']:,.4g}",
                percent=f"{totals['EXPECTED_CHANGE_PERCENT']:+.2g}",
            )
        )
    progress.info(
        tr("Cells whose score changes: {changed:,} of {all:,} ({lower:,} lower, {higher:,} higher).").format(
            changed=totals["N_CELLS_CHANGED"],
            all=totals["N_CELLS"],
            lower=totals["N_CELLS_LOWER"],
            higher=totals["N_CELLS_HIGHER"],
        )
    )

"""A risk terrain that can be asked why: its scores from the raster, from the model, or from both."""

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...rtm_plugin.errors import ModelFileError, RtmError
from ...rtm_plugin.space.grid import StudyGrid
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.explanation import Explanation, explain
from .model_factors import read_model_factors

TERRAIN, TERRAIN_AND_HISTORY = RISKS = ("terrain", "terrain_and_history")
_SAME_SCORE = 1e-6  # relative difference that is rounding in a raster


@dataclass(frozen=True)
class ScoredTerrain:
    """A grid with its scores and, where a model is given, why they are as they are.

    Attributes
    ----------
    name : str
    crs : QgsCoordinateReferenceSystem
    grid : StudyGrid
    scores, expected : (n_cells,) float64; expected is None where it is not known
    mean, sd : float
        Of the scores: of the model's, or as the raster says.
    joined, parts : as in TerrainRaster
    explanation : Explanation or None
    factors : dict of factor's name to ModelFactor, or None
    """

    name: str
    crs: QgsCoordinateReferenceSystem
    grid: StudyGrid
    scores: np.ndarray
    expected: np.ndarray
    mean: float
    sd: float
    explanation: Explanation = None
    factors: dict = None
    joined: np.ndarray = None
    parts: tuple = None

    def surface(self, risk):
        """What places are cut from: (values, mean, SD, expected incidents). Raises :class:`RtmError`: not known."""
        if risk == TERRAIN:
            return self.scores, self.mean, self.sd, self.expected
        if self.joined is None:
            raise RtmError(
                tr(
                    "Risk terrain '{name}' does not hold terrain and history: use the raster that the risk terrain "
                    "model has written, or let the risk be that of the terrain."
                ).format(name=self.name)
            )
        return self.joined, float(self.joined.mean()), float(self.joined.std(ddof=1)), self.joined


def scored_by_raster(raster):
    """The terrain of a TerrainRaster alone."""
    return ScoredTerrain(
        raster.name,
        raster.crs,
        raster.grid,
        raster.scores,
        raster.expected,
        raster.mean,
        raster.sd,
        joined=raster.joined,
        parts=raster.parts,
    )


def scored_by_model(saved, name, crs, grid, layers, raster, context, progress):
    """The terrain of a SavedModel on a grid; with a TerrainRaster beside it (or None), both have to agree.

    Raises :class:`ModelFileError` where they do not, and what ``read_model_factors`` raises.
    """
    factors = read_model_factors(layers, saved, crs, grid, context, progress.part(0.0, 0.5))
    shapes = {factor: read.shapes for factor, read in factors.items()}
    model = saved.model
    # without its adjustments, if any: their effect is in the risk terrain
    rates, flags = replace(model, adjustments=()).score(grid, shapes, progress.part(0.5, 1.0))
    scores = rates / model.lowest
    if raster is None:
        expected = rates if model.denominator is None else None
    elif model.adjustments:
        scores, expected = raster.scores, raster.expected
    elif np.allclose(scores, raster.scores, rtol=_SAME_SCORE):
        expected = raster.expected
    else:
        n_other = int((~np.isclose(scores, raster.scores, rtol=_SAME_SCORE)).sum())
        raise ModelFileError(
            tr(
                "Model '{model}' with these factor layers gives {n_other:,} of {n_cells:,} cells another score than "
                "risk terrain '{terrain}' has: use the model and the layers that it was made from, or leave the "
                "risk terrain empty."
            ).format(model=saved.name, n_other=n_other, n_cells=len(scores), terrain=name)
        )
    explanation = explain(model, flags, None if raster is None else scores)
    joined, parts = (None, None) if raster is None else (raster.joined, raster.parts)
    numbers = (model.rrs_mean, model.rrs_sd)
    return ScoredTerrain(name, crs, grid, scores, expected, *numbers, explanation, factors, joined, parts)

"""A saved model, and the grid that it is to score."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from ...rtm_plugin.errors import ModelFileError
from ...rtm_plugin.files.encodings import check_is_file
from ...rtm_plugin.rounding import plain_number
from ...rtm_plugin.space.grid import StudyGrid, lay_grid
from ...rtm_plugin.translation import tr
from ..units import crs_words
from .sources import check_projected, read_area

_SAME_SIZE = 1e-9  # relative difference of lengths that is rounding


@dataclass(frozen=True)
class SavedModel:
    """A model with the name of its file, and the CRS that it was fitted in (None where it does not say)."""

    name: str
    model: object
    crs: QgsCoordinateReferenceSystem

    @property
    def factors(self):
        """Names of the factors that the model uses, in order."""
        return sorted({chosen.variable.factor for chosen in self.model.selected})


def read_model(path):
    """A saved model. Raises :class:`ModelFileError`, naming the file, where it is none."""
    from ...rtm_plugin.model.risk_terrain_model import RiskTerrainModel

    name = Path(path).name
    try:
        check_is_file(path)
        model = RiskTerrainModel.from_json(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or tr("it is no text")
        raise ModelFileError(
            tr(
                "Model file '{path}' cannot be read ({reason}): choose the JSON file that the risk terrain "
                "model has written."
            ).format(path=path, reason=reason)
        ) from error
    except ModelFileError as error:
        raise ModelFileError(tr("Model file '{name}': {error}").format(name=name, error=error)) from error
    return SavedModel(name, model, _crs_of(model, name))


def _crs_of(model, name):
    """The CRS that a model says it was fitted in; None where it says nothing."""
    text = model.inputs.get("crs", "")
    if not text:
        return None
    crs = QgsCoordinateReferenceSystem(text)
    if not crs.isValid():
        crs = QgsCoordinateReferenceSystem.fromWkt(text)
    if not crs.isValid():
        raise ModelFileError(
            tr("Model file '{name}': its CRS '{text}' is not known to this QGIS; fit the model again.").format(
                name=name, text=text[:80]
            )
        )
    return crs


def grid_of_raster(saved, raster):
    """Name, CRS and StudyGrid of a TerrainRaster. Raises :class:`ModelFileError` where the model is of others."""
    _check_crs(saved, "risk terrain", raster.name, raster.crs)
    size = saved.model.settings.cell_size
    if abs(raster.grid.cell_size / size - 1) > _SAME_SIZE:
        raise ModelFileError(
            tr(
                "Model '{name}' was fitted on cells of {size} map units, and risk terrain '{terrain}' has "
                "cells of {cell_size}: use a risk terrain with the model's cells."
            ).format(
                name=saved.name,
                size=plain_number(size),
                terrain=raster.name,
                cell_size=plain_number(raster.grid.cell_size),
            )
        )
    return raster.name, raster.crs, raster.grid


def lay_models_grid(saved, study_area, exclude, context, progress):
    """Name, CRS and StudyGrid of the study area, with cells as in the model. Raises :class:`RtmError`."""
    study_area, exclude = read_area(study_area, exclude, context, progress)
    _check_crs(saved, "study area", study_area.name, study_area.crs)
    settings = saved.model.settings
    grid = lay_grid(study_area.shapes, settings.cell_size, settings.cell_rule, exclude)
    return study_area.name, study_area.crs, grid


def rectangle_of_model(saved):
    """CRS and StudyGrid of all cells of the rectangle that a model was fitted in, in its area or not."""
    if saved.crs is None:
        raise ModelFileError(
            tr(
                "Model '{name}' does not say in which CRS it was fitted: add the risk terrain that was made with it."
            ).format(name=saved.name)
        )
    frame = saved.model.frame
    width, height = frame.columns * frame.cell_size, frame.rows * frame.cell_size
    extent = QgsRectangle(frame.x_min, frame.y_max - height, frame.x_min + width, frame.y_max)
    check_projected(tr("Model"), saved.name, saved.crs, extent, tr("fit it again, for example in {suggested}"))
    everywhere = np.ones((frame.rows, frame.columns), dtype=bool)
    return saved.crs, StudyGrid(frame.x_min, frame.y_max, frame.cell_size, everywhere)


def _check_crs(saved, what, name, crs):
    """Raise :class:`ModelFileError` where a grid would be in another CRS than the model's."""
    if saved.crs is not None and crs != saved.crs:
        raise ModelFileError(
            tr(
                "Model '{name}' was fitted in {wanted}, and {what} '{terrain}' is in {own}: "
                "reproject it to the model's CRS."
            ).format(name=saved.name, wanted=crs_words(saved.crs), what=what, terrain=name, own=crs_words(crs))
        )

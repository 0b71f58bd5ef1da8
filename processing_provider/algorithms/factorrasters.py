"""``rtm:factorrasters``: distance to each risk factor and its density, to look at before modelling."""

import re
from pathlib import Path

import numpy as np
from qgis.core import QgsProcessingContext

from ...rtm_plugin.errors import FactorError
from ...rtm_plugin.lengths import check_length
from ...rtm_plugin.rounding import plain_number
from ...rtm_plugin.space.grid import lay_grid
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.operationalisations import KINDS, kinds_for
from ..base import RtmAlgorithm
from ..model_run import block_of, check_area_and_factors
from ..parameters import model_inputs
from ..parameters.model_inputs import read_request
from ..parameters.values import is_set
from ..reading.factor_layers import read_factors
from ..reading.sources import read_area
from ..staging import staged
from ..writing.provenance import Provenance
from ..writing.rasters import is_ours, write_raster
from ..writing.result_groups import GroupedResult, RunGroup, attach

_LONGEST_NAME = 60  # letters of a factor in a file name


class FactorRasters(RtmAlgorithm):
    """Distance and density of each factor as GeoTIFFs in one folder."""

    GROUP = "data"
    BANDWIDTH = "BANDWIDTH"
    FOLDER = "FOLDER"
    LAYERS = "LAYERS"

    def name(self):
        return "factorrasters"

    def displayName(self):
        return tr("Factor rasters")

    def tags(self):
        return tr("risk,crime,RTM,distance,proximity,density,kernel,heatmap,KDE,hotspot").split(",")

    def about(self):
        return tr(
            "Distance to each risk factor, and density of its points, as rasters to look at. They are what "
            "the risk terrain model's variables are made from, on the same cells: distances from the "
            "cells' centroids to the true geometry, and Epanechnikov kernel densities in points per square "
            "map unit."
        )

    def initAlgorithm(self, configuration=None):
        model_inputs.add_study_area(self)
        model_inputs.add_factors(self)
        model_inputs.add_lengths(self)
        self.add_distance(
            self.BANDWIDTH,
            tr("Bandwidth"),
            tr("Radius of the density's kernel. Empty: one density for each distance that a model would try."),
            model_inputs.STUDY_AREA,
        )
        model_inputs.add_grid_rules(self)
        self.add_folder_output(
            self.FOLDER,
            tr("Folder of rasters"),
            tr("Where the GeoTIFFs go, named after factor, distance or density, and bandwidth."),
        )
        self.add_layers_result(self.LAYERS, tr("Factor rasters"))
        self.add_numbers({"N_CELLS": tr("Number of cells"), "N_RASTERS": tr("Number of rasters")})

    def check(self, parameters, context):
        check_area_and_factors(read_request(self, parameters, context), context)
        self._bandwidth(parameters, context)

    def compute(self, parameters, context, progress):
        folder = Path(self.parameterAsFileOutput(parameters, self.FOLDER, context))
        bandwidth = self._bandwidth(parameters, context)
        request = read_request(self, parameters, context)
        block, cell = request.lengths(block_of(request, context))
        with progress.stage(tr("Reading layers"), 0.0, 0.2) as step:
            study_area, exclude = read_area(request.study_area, request.exclude, context, step)
            factors, _ = read_factors(request, block, cell, study_area, context, step)
        with progress.stage(tr("Grid"), 0.2, 0.25):
            grid = lay_grid(study_area.shapes, cell, request.cell_rule, exclude)
        with progress.stage(tr("Distances and densities"), 0.25, 0.8) as step:
            rasters = []
            for number, factor in enumerate(factors):
                part = step.part(number / len(factors), (number + 1) / len(factors))
                rasters += _rasters_of(factor, grid, block, bandwidth, part)
        with progress.stage(tr("Writing"), 0.8, 1.0) as step, staged() as stage:
            paths = []
            for number, (name, description, values) in enumerate(rasters):
                step(number / len(rasters))
                path = folder / f"{name}.tif"
                if str(path) in paths:
                    raise FactorError(
                        tr(
                            "Two rasters would be called '{name}': rename one of the risk factors, so "
                            "that they differ in a letter or digit."
                        ).format(name=path.name)
                    )
                if path.exists() and not is_ours(path):
                    raise FactorError(
                        tr(
                            "Folder '{folder}' holds a raster '{name}' of something else: choose another folder."
                        ).format(folder=folder, name=path.name)
                    )
                settings = {
                    "raster": name,
                    "block_length": block,
                    "cell_size": cell,
                    "rule": request.cell_rule,
                }
                items = Provenance("rtm:factorrasters", settings).items()
                bands = [(description, values, {})]
                write_raster(stage(path), grid, study_area.crs, bands, items)
                paths.append(str(path))
        self._load(context, paths)
        return {
            self.FOLDER: str(folder),
            self.LAYERS: paths,
            "N_CELLS": grid.n_cells,
            "N_RASTERS": len(paths),
        }

    def _bandwidth(self, parameters, context):
        """The one bandwidth that was asked for, or None."""
        if not is_set(parameters, self.BANDWIDTH):
            return None
        bandwidth = self.parameterAsDouble(parameters, self.BANDWIDTH, context)
        return check_length(tr("bandwidth"), bandwidth, tr("use a number above 0, or leave it empty"))

    def _load(self, context, paths):
        """Layers of a folder are not loaded by themselves."""
        if context.project() is None:
            return
        group = RunGroup(self.displayName())
        for place, path in enumerate(paths):
            details = QgsProcessingContext.LayerDetails(Path(path).stem, context.project(), self.LAYERS)
            attach(details, GroupedResult(group, -place))
            context.addLayerToLoadOnCompletion(path, details)


def _rasters_of(factor, grid, block_length, bandwidth, progress):
    """(file name, description, values (n,)) of each raster of one factor; NaN where it is out of reach."""
    name = factor.spec.name
    distances = factor.spec.distances(block_length)
    rasters = []
    kinds = kinds_for(factor.spec.operationalisation, factor.shapes.kind)
    for place, kind in enumerate(KINDS[one] for one in kinds):
        part = progress.part(place / len(kinds), (place + 1) / len(kinds))
        lengths = (max(distances),) if kind.is_length else (bandwidth,) if bandwidth else distances
        for length, values in zip(lengths, kind.measure(grid, factor.shapes, lengths, part)):
            shown = plain_number(length)
            words = (name, "distance") if kind.is_length else (name, kind.name, shown)
            known = np.where(np.isfinite(values), values, np.nan)
            rasters.append((_file_name(*words), kind.measured_words(name, shown), known))
    return rasters


def _file_name(*words):
    """A file name that every system takes."""
    name, *more = (re.sub(r"[^\w.-]+", "_", word) for word in words)
    return "_".join([name[:_LONGEST_NAME], *more])

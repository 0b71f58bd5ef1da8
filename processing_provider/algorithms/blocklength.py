"""``rtm:blocklength``: how long the blocks of a place are, measured from its streets."""

import numpy as np

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.space.street_blocks import block_lengths
from ...rtm_plugin.translation import tr
from ..base import RtmAlgorithm
from ..parameters import model_inputs
from ..parameters.values import source_of
from ..reading.geometry import extent_of
from ..reading.sources import check_has_crs, check_projected, collect, read_study_area, warn_of_skipped
from ..units import length_words


class BlockLength(RtmAlgorithm):
    """Reads the streets, measures their blocks, says which length is typical."""

    GROUP = "data"
    STREETS, STUDY_AREA = "STREETS", model_inputs.STUDY_AREA

    def name(self):
        return "blocklength"

    def displayName(self):
        return tr("Block length")

    def tags(self):
        return tr("risk,crime,RTM,street,road,block,junction,length,spatial influence").split(",")

    def about(self):
        return (
            tr("Measures how long the blocks of a study area are, from its streets.")
            + "\n\n"
            + tr(
                "A block is a stretch of street from one junction to the next; dead ends are none. Junctions are where "
                "three lines or more share a vertex, whether the lines are cut there or not. The typical length is the "
                "median, of all blocks that lie at least by half in the study area."
            )
            + "\n\n"
            + tr("Select the streets that people know as such: footpaths and motorways make other blocks.")
        )

    def initAlgorithm(self, configuration=None):
        model_inputs.add_study_area(self)
        self.add_source(self.STREETS, tr("Streets"), tr("Lines of streets that meet in shared vertices."), "line")
        self.add_numbers(
            {
                "BLOCK_LENGTH": tr("Typical length of a block (median)"),
                "LOWER_QUARTILE": tr("A quarter of the blocks is no longer than"),
                "UPPER_QUARTILE": tr("A quarter of the blocks is no shorter than"),
                "N_BLOCKS": tr("Number of blocks"),
            }
        )

    def check(self, parameters, context):
        source, name = source_of(parameters, self.STUDY_AREA, context)
        check_projected(tr("Study area"), name, source.sourceCrs(), extent_of(source))
        source, name = source_of(parameters, self.STREETS, context)
        check_has_crs(tr("Streets"), name, source.sourceCrs())

    def compute(self, parameters, context, progress):
        with progress.stage(tr("Reading layers"), 0.0, 0.8) as step:
            area = read_study_area(*source_of(parameters, self.STUDY_AREA, context), context, step.part(0.0, 0.1))
            source, name = source_of(parameters, self.STREETS, context)
            collector = collect(source, "line", area.crs, context, step.part(0.1, 1.0))
            warn_of_skipped(tr("Streets"), name, collector, progress)
        with progress.stage(tr("Measuring"), 0.8, 1.0):
            lengths = block_lengths(collector.shapes(), area.shapes)
        if not len(lengths):
            raise RtmError(
                tr(
                    "Streets '{name}' have no block between two junctions in study area '{area}': choose lines that "
                    "meet in shared vertices, of the same place."
                ).format(name=name, area=area.name)
            )
        lower, median, upper = np.percentile(lengths, (25, 50, 75)).tolist()
        progress.info(
            tr(
                "A block is typically {median} long: half of the {n_blocks} blocks are between {lower} and {upper}."
            ).format(
                median=length_words(round(median), area.crs),
                n_blocks=f"{len(lengths):,}",
                lower=length_words(round(lower), area.crs),
                upper=length_words(round(upper), area.crs),
            )
        )
        return {
            "BLOCK_LENGTH": tidy_number(median),
            "LOWER_QUARTILE": tidy_number(lower),
            "UPPER_QUARTILE": tidy_number(upper),
            "N_BLOCKS": len(lengths),
        }

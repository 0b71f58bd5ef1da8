"""``rtm:checkinputs``: what a model would be made from, and what is wrong with it, before anything is fitted."""

from dataclasses import replace

from ...rtm_plugin.space.grid import lay_grid
from ...rtm_plugin.space.incidents import count_incidents
from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust.periods import NONE
from ...rtm_plugin.variables.factor_check import WARNING, check_factors
from ..base import RtmAlgorithm
from ..fields import TEXT, make_fields
from ..model_run import block_of, check_request
from ..parameters import model_inputs, periods
from ..parameters.model_inputs import read_request
from ..parameters.values import is_set
from ..reading.factor_facts import first_date, layer_facts
from ..reading.factor_layers import read_each
from ..reading.periods import read_periods
from ..reading.sources import layer_name, open_source, read_area
from ..reading.suggestion import suggestion_of
from ..staging import staged
from ..units import unit_of
from ..writing.tables import Table, write_table

FACTOR_FIELDS = make_fields(
    [
        ("factor", TEXT),
        ("layer", TEXT),
        ("features", TEXT),
        ("suggested", TEXT),
        ("why", TEXT),
        ("warnings", TEXT),
        ("problem", TEXT),
    ]
)


class CheckInputs(RtmAlgorithm):
    """Reads the request as the model does, a layer at a time, and says what it found."""

    GROUP = "data"
    OUTPUT = "OUTPUT"

    def name(self):
        return "checkinputs"

    def displayName(self):
        return tr("Check the inputs")

    def tags(self):
        return tr("risk,crime,RTM,check,factor,suggest,operationalisation,incidents,count,clipped").split(",")

    def about(self):
        return (
            tr("Says what a risk terrain model would be made from, before it is fitted.")
            + "\n\n"
            + tr(
                "Counts the incidents, those inside and the cells. For each risk factor: its features in reach, the "
                "operationalisation that its points suggest and why, what is doubtful, and what would stop the model. "
                "A layer that cannot be used does not end the check."
            )
        )

    def initAlgorithm(self, configuration=None):
        model_inputs.add_study_area(self)
        self.add_source("INCIDENTS", tr("Incidents"), tr("Points of the outcome events, one each."), "point")
        periods.add_incident_choice(self, "INCIDENTS")
        model_inputs.add_factors(self, optional=True)
        model_inputs.add_lengths(self)
        model_inputs.add_grid_rules(self)
        self.add_table(
            self.OUTPUT,
            tr("Checked risk factors"),
            tr("One row for each risk factor: its features, what is suggested and why, warnings, and what is wrong."),
            optional=True,
        )
        self.add_numbers(
            {
                "N_CELLS": tr("Number of cells"),
                "N_INCIDENTS": tr("Number of incidents"),
                "N_INCIDENTS_INSIDE": tr("Number of incidents inside"),
                "N_FACTORS": tr("Number of risk factors that can be used"),
                "N_PROBLEMS": tr("Number of risk factors that cannot be used"),
            }
        )

    def check(self, parameters, context):
        check_request(read_request(self, parameters, context), context, with_factors=False)

    def compute(self, parameters, context, progress):
        request = replace(read_request(self, parameters, context), period_split=NONE)
        lengths = request.lengths(block_of(request, context))
        with progress.stage(tr("Reading incidents"), 0.0, 0.4) as step:
            area, exclude = read_area(request.study_area, request.exclude, context, step.part(0.0, 0.2))
            incidents = read_periods(request, area, context, step.part(0.2, 1.0)).earlier
        with progress.stage(tr("Grid"), 0.4, 0.5):
            grid = lay_grid(area.shapes, lengths[1], request.cell_rule, exclude)
            counted = count_incidents(grid, incidents, area.shapes)
        found = {
            "N_CELLS": grid.n_cells,
            "N_INCIDENTS": len(incidents),
            "N_INCIDENTS_INSIDE": len(counted.points),
        }
        progress.info(
            tr("{n:,} incidents, {inside:,} of them inside, in {cells:,} cells.").format(
                n=found["N_INCIDENTS"], inside=found["N_INCIDENTS_INSIDE"], cells=found["N_CELLS"]
            )
        )
        with progress.stage(tr("Risk factors"), 0.5, 0.95) as step:
            rows = _factor_rows(request, lengths, area, context, step)
        problems = sum(bool(row[-1]) for row in rows)
        found |= {"N_FACTORS": len(rows) - problems, "N_PROBLEMS": problems}
        for row in rows:
            for text in filter(None, row[-2:]):
                progress.warn(text)
        if is_set(parameters, self.OUTPUT):
            with staged() as stage:
                made = Table(FACTOR_FIELDS, rows)
                found[self.OUTPUT] = write_table(self, parameters, self.OUTPUT, context, made, progress, stage)
        return found


def _factor_rows(request, lengths, area, context, progress):
    """Rows of :data:`FACTOR_FIELDS`, by the factors' names."""
    block, cell = lengths
    source, _ = open_source("INCIDENTS", request.incidents, context)
    first, unit = first_date(source), unit_of(area.crs)
    rows, names = [], set()
    for layer, factors, problem in read_each(request, block, cell, area, context, progress):
        known_as = layer_name(layer.name(), layer.source())
        if problem:
            rows.append((known_as, known_as, None, None, None, None, problem))
        remarks = check_factors(
            area.shapes, factors, block, first, layer_facts([layer], request.factor_field), unit=unit
        )
        for factor in factors:
            name = factor.spec.name
            own = [one for one in remarks if one.factor == name]
            said = [one.text for one in own if one.level == WARNING]
            features = [one.text for one in own if one.kind == "features"]
            suggestion = suggestion_of(factor.shapes, area, factor.spec.max_blocks * block)
            twice = tr("Two risk factors are called '{name}': rename one of the layers.").format(name=name)
            rows.append(
                (
                    name,
                    known_as,
                    " ".join(features),
                    suggestion.operationalisation,
                    suggestion.why,
                    " ".join(said) or None,
                    twice if name in names else None,
                )
            )
            names.add(name)
    return sorted(rows, key=lambda row: row[:2])

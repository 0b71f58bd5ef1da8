"""``rtm:batch``: study areas times types of incidents, each a risk terrain model, and what all of them tell."""

import json
import os
from dataclasses import fields, replace
from pathlib import Path

from qgis.core import QgsProcessingContext

from ...rtm_plugin.engine import Engine
from ...rtm_plugin.errors import RtmError, SettingsError
from ...rtm_plugin.names import listed
from ...rtm_plugin.translation import tr
from ..about import version
from ..base import RtmAlgorithm
from ..batch.folder import AREAS, COMPARISON, OVERVIEW, USUAL, claim, locked, tidy_up
from ..batch.plan import BatchRequest, check_batch, make_plan
from ..batch.processes import find_program
from ..batch.runs import make_runs
from ..entries import unknown_keys
from ..model_request import ModelRequest
from ..parameters.engine import SCHEDULER
from ..parameters.values import is_set
from ..reading.model_file import read_model
from ..reading.sources import open_layers
from ..staging import staged, write_text
from ..units import units_of
from ..writing.batch_results import (
    COMPARISON_FIELDS,
    TABLE,
    area_tables,
    comparison_rows,
    failed_row,
    paint_strongest,
    write_areas,
    write_csv,
)
from ..writing.provenance import Provenance
from ..writing.report import PACKAGES as PAGE_PACKAGES
from ..writing.result_groups import RunGroup, attach
from ..writing.styles import ResultStyler
from .riskterrainmodel import RiskTerrainModelAlgorithm

_MOST_AT_ONCE = 64
_MOST_NAMED = 3  # failed runs in the error; all are in the log and on the page


class Batch(RtmAlgorithm):
    """Plans the runs, has those made that are not there, and gathers what all of them have found."""

    SETTINGS, STUDY_AREAS, NAME_FIELD = "SETTINGS", "STUDY_AREAS", "NAME_FIELD"
    INCIDENTS, TYPE_FIELD, TYPES, FACTORS = "INCIDENTS", "TYPE_FIELD", "TYPES", "FACTORS"
    LEAVES, RUNS_AT_ONCE, FAIL, FOLDER = "LEAVES", "RUNS_AT_ONCE", "FAIL", "FOLDER"
    COMPARISON, AREAS, OVERVIEW = "COMPARISON", "AREAS", "OVERVIEW"

    PACKAGES = ("scipy", *PAGE_PACKAGES)

    def name(self):
        return "batch"

    def displayName(self):
        return tr("Batch of risk terrain models")

    def tags(self):
        return tr("risk,crime,RTM,batch,force,boroughs,many,compare,comparison,resume,parallel").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Makes a risk terrain model of each study area and type of incidents, and compares what they find."),
                tr(
                    "Each feature of a polygon layer, such as the boroughs of a force, is a study area; each incident "
                    "layer, or each value of a field, is a type. All runs have the same risk factors and settings: "
                    "those of a setup file that the panel has saved, or the defaults. Each run is a process of its own "
                    "with a folder of its own. One that fails does not stop the others."
                ),
                tr(
                    "A batch that was cancelled or killed goes on where it was when it is started again with the same "
                    "folder: finished runs are not made again, unless their data, settings or versions have changed."
                ),
                tr(
                    "At the end there are a table of all factors in all areas, the areas as layers with their factors, "
                    "and a page that says which factors matter in how many areas. Relative risk values can be compared "
                    "where a factor acts alike, within the same distance; scores cannot. The analysis shows "
                    "correlation, never cause."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        self.add_file(
            self.SETTINGS,
            tr("Setup file"),
            tr(
                "What the panel's Setup has saved, or the JSON of a single run: layers and settings of every run. "
                "Layers that are chosen below take the place of its own. Empty: the risk terrain model's defaults."
            ),
            "json",
            optional=True,
        )
        self.add_source(
            self.STUDY_AREAS,
            tr("Study areas"),
            tr("Polygons in a projected CRS, each a study area. Empty: the features of the setup's study area."),
            "polygon",
            optional=True,
        )
        self.add_field(
            self.NAME_FIELD,
            tr("Name field"),
            tr(
                "Field of the study areas' names, by which folders and rows are called. Features of one name are one "
                "study area. Empty: areas are numbered."
            ),
            self.STUDY_AREAS,
        )
        self.add_layers(
            self.INCIDENTS,
            tr("Incidents"),
            tr("Layers of points, each a type of incidents. Empty: the setup's incidents."),
            "point",
            optional=True,
        )
        self.add_text(
            self.TYPE_FIELD,
            tr("Type field"),
            tr("Field of the incidents whose values are the types, such as crime_type. Empty: each layer is a type."),
        )
        self.add_text(
            self.TYPES,
            tr("Types"),
            tr(
                "Which values of the type field, between semicolons: robbery; violence*. Capitals do not matter, and * "
                "stands for any text. Empty: all."
            ),
        )
        self.add_layers(
            self.FACTORS,
            tr("Risk factors"),
            tr("One layer for each risk factor, as in the risk terrain model. Empty: those of the setup."),
            optional=True,
        )
        self.add_choices(
            self.LEAVES,
            tr("What each run leaves"),
            tr(
                "Files in the run's folder: risk terrain, model table, report, candidates, cells. The model file, a "
                "log, and the setup file from which the run can be made again are always there."
            ),
            {
                "risk_terrain": tr("Risk terrain"),
                "model_table": tr("Model table"),
                "report": tr("Report"),
                "candidates": tr("Candidates: every variable that was tried"),
                "cells": tr("Cells, with their scores and counts"),
            },
            default=list(USUAL),
        )
        self.add_number(
            self.RUNS_AT_ONCE,
            tr("Runs at once"),
            tr(
                "How many processes work side by side: no more than the machine has processor cores, and memory for. "
                "Each run uses one core."
            ),
            2,
            whole=True,
            limits=(1, _MOST_AT_ONCE),
        )
        self.add_text(
            SCHEDULER,
            tr("Dask scheduler"),
            tr(
                "Address of a scheduler, such as tcp://localhost:8786, on whose workers the runs are made instead, as "
                "many at once as these have threads. The Python package distributed has to be installed. Workers need "
                "QGIS with this plugin, Python's qgis.PyQt, and all folders under the same paths; only paths and "
                "settings are sent. Empty: everything runs on this machine."
            ),
            advanced=True,
        )
        self.add_flag(
            self.FAIL,
            tr("End in an error where a run failed"),
            tr(
                "After all else is done and written, so that scripts see it by the exit code. Without it the number of "
                "failed runs is in the results, and QGIS loads the layers in any case."
            ),
            True,
            advanced=True,
        )
        self.add_folder_output(
            self.FOLDER,
            tr("Folder"),
            tr(
                "A new or empty one, or that of an earlier batch, which is taken up. In it: a folder for each area and "
                "in that one for each type, comparison.csv, areas.gpkg, overview.html."
            ),
        )
        self.add_layer_result(self.COMPARISON, tr("Comparison table"))
        self.add_layers_result(self.AREAS, tr("Study areas with their factors"))
        self.add_page_result(self.OVERVIEW, tr("Overview"))
        self.add_numbers(
            {
                "N_RUNS": tr("Number of runs"),
                "N_MADE": tr("Number of runs made now"),
                "N_TAKEN_UP": tr("Number of runs that were there already"),
                "N_FAILED": tr("Number of runs that failed"),
            }
        )

    # running

    def check(self, parameters, context):
        own = {definition.name() for definition in self.parameterDefinitions()}
        of_models = sorted({field.name.upper() for field in fields(ModelRequest)} & set(parameters) - own)
        if of_models:
            raise SettingsError(
                tr("{keys} are settings of the models, not of the batch: put them in the setup file.").format(
                    keys=listed(of_models)
                )
                if len(of_models) > 1
                else tr("{key} is a setting of the models, not of the batch: put it in the setup file.").format(
                    key=of_models[0]
                )
            )
        check_batch(self._asked(parameters, context), context)
        Engine(self._scheduler(parameters, context)).check()
        find_program()

    def compute(self, parameters, context, progress):
        asked = self._asked(parameters, context)
        with locked(asked.folder):
            claim(asked.folder)
            try:
                with progress.stage(tr("Reading"), 0.0, 0.05) as step, staged() as stage:
                    plan = make_plan(asked, context, step, stage)
                n_at_once = self.parameterAsInt(parameters, self.RUNS_AT_ONCE, context)
                with progress.stage(tr("Runs"), 0.05, 0.95) as step:
                    n_there, problems = make_runs(plan, n_at_once, self._scheduler(parameters, context), context, step)
                with progress.stage(tr("Comparison"), 0.95, 1.0):
                    layers = self._gather(plan, problems, context)
            finally:
                tidy_up(asked.folder)
        results = {
            self.FOLDER: asked.folder,
            self.COMPARISON: layers[0],
            self.AREAS: layers[1:],
            self.OVERVIEW: str(plan.folder / OVERVIEW),
            "N_RUNS": len(plan.runs),
            "N_MADE": len(plan.runs) - n_there - len(problems),
            "N_TAKEN_UP": n_there,
            "N_FAILED": len(problems),
        }
        if problems and self.parameterAsBoolean(parameters, self.FAIL, context):
            raise RtmError(self._failed_words(plan, problems))
        return results

    @staticmethod
    def _failed_words(plan, problems):
        """Short, for QGIS repeats it; why each failed has been said as soon as it had."""
        failed = [run.words for run in plan.runs if run.folder in problems]
        more = [tr("{n} more").format(n=len(failed) - _MOST_NAMED)] if len(failed) > _MOST_NAMED else []
        return tr(
            "{n} of {all} runs failed ({failed}), all else is done: correct what is said of them above and in "
            "'{page}', and start the batch again, which makes only these."
        ).format(
            n=len(failed),
            all=len(plan.runs),
            page=plan.folder / OVERVIEW,
            failed="; ".join([*failed[:_MOST_NAMED], *more]),
        )

    def _scheduler(self, parameters, context):
        return self.parameterAsString(parameters, SCHEDULER, context).strip()

    def _asked(self, parameters, context):
        """The :class:`BatchRequest`: the setup, with the layers that are chosen in place of its own."""
        model = ModelRequest()
        path = self.parameterAsFile(parameters, self.SETTINGS, context)
        if path:
            try:
                text = Path(path).read_text(encoding="utf-8")
                model = ModelRequest.from_json(text)
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError(
                    tr("Setup file '{path}' cannot be read: choose a file that the panel has saved.").format(path=path)
                ) from error
            unknown = unknown_keys(RiskTerrainModelAlgorithm().create(), json.loads(text)["inputs"])
            if unknown:
                raise SettingsError(tr("Setup file '{path}': {problem}").format(path=path, problem=" ".join(unknown)))
        given = {key: parameters[key] for key in (self.INCIDENTS, self.FACTORS) if parameters.get(key)}
        given = {key: open_layers(value, context) for key, value in given.items()}
        if is_set(parameters, self.STUDY_AREAS):
            model = replace(model, study_area=parameters[self.STUDY_AREAS])
        incidents = given.get(self.INCIDENTS, [model.incidents] if model.incidents else [])
        types = self.parameterAsString(parameters, self.TYPES, context).split(";")
        return BatchRequest(
            replace(model, incidents=None, factors=given.get(self.FACTORS, model.factors)),
            tuple(incidents),
            os.path.abspath(self.parameterAsFileOutput(parameters, self.FOLDER, context)),
            self.parameterAsString(parameters, self.NAME_FIELD, context).strip(),
            self.parameterAsString(parameters, self.TYPE_FIELD, context).strip(),
            tuple(filter(None, map(str.strip, types))),
            self._leaves(parameters, context),
        )

    def _leaves(self, parameters, context):
        if parameters.get(self.LEAVES) in ([], ()):  # nothing but the model, which QGIS takes for not said
            return ()
        return tuple(self.parameterAsEnumStrings(parameters, self.LEAVES, context))

    def _gather(self, plan, problems, context):
        """Write what all runs have found; addresses of the layers, the comparison table first."""
        from ...rtm_plugin.report.batch import AreaRun, area_run, render_batch, settings_words

        found, rows, settings = [], [], None
        for run in plan.runs:
            place = run.folder.relative_to(plan.folder).as_posix()
            if run.folder in problems:
                found.append(AreaRun(run.area, run.incidents, place, problem=problems[run.folder]))
                rows.append(failed_row(found[-1]))
                continue
            model = read_model(run.model).model
            settings = settings or model.settings
            found.append(area_run(run.area, run.incidents, place, run.files, model))
            rows += comparison_rows(found[-1], model)
        tables = area_tables(plan.areas, found, plan.kind, plan.crs)
        units = units_of(plan.crs)
        sources = [*plan.sources, (tr("Version of the plugin"), version())]
        if settings:
            sources.append((tr("Settings"), settings_words(settings, units)))
        page = render_batch(found, plan.title, units, sources)
        with staged() as stage:
            write_csv(stage(plan.folder / COMPARISON), COMPARISON_FIELDS, rows)
            write_areas(stage(plan.folder / AREAS), tables, rows, context)
            write_text(stage(plan.folder / OVERVIEW), page)
        return self._load(plan, tables, context)

    def _load(self, plan, tables, context):
        """Have the results loaded where there is a project; their addresses, the comparison table first."""
        path = plan.folder / AREAS
        addresses = [f"{path}|layername={name}" for name in (TABLE, *tables)]
        if context.project() is not None:
            provenance = Provenance("rtm:batch", {"RUNS": len(plan.runs)})
            about = tr("Which risk factors matter where: a row for each factor in each study area.")
            group = RunGroup(plan.title)
            stylers = [ResultStyler(provenance, tr("Comparison of runs"), about, None, group, -len(addresses))]
            about = tr("Study areas with the risk factors of their models, coloured by the strongest.")
            stylers += [
                ResultStyler(provenance, name, about, paint_strongest, group, -place)
                for place, name in enumerate(tables)
            ]
            names = [tr("Comparison of runs"), *tables]
            for address, name, styler in zip(addresses, names, stylers):
                details = QgsProcessingContext.LayerDetails(name, context.project(), name)
                attach(details, styler)
                context.addLayerToLoadOnCompletion(address, details)
        return addresses

"""The runs of a batch are made: in processes of their own, each recorded when it is finished, none stopping another."""

import time
from contextlib import closing
from functools import partial

from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr
from .base import sentence_of
from .batch_folder import AREA, FILES, LOG, MODEL, SETUP
from .qgis_processes import command_of, keep_log, run_all, why_failed
from .staging import Stage, staged, sweep, write_text
from .writing.batch_results import write_area
from .writing.saved_styles import style_path

_ASKED = "asked.json"  # for the process: the setup, and where its outputs wait
_MINUTES_FROM = 100  # seconds


def make_runs(plan, n_at_once, scheduler, context, progress):
    """Have the runs of a :class:`Plan` made that are not there already.

    Returns
    -------
    taken_up : int
        How many were there.
    problems : dict
        Why a run failed, by the folder of the run.

    Raises
    ------
    RtmError
        A folder cannot be written, or the scheduler does not answer.
    Cancelled
        What was running is killed and removed; finished runs stay.
    """
    missing = [run for run in plan.runs if not run.is_finished()]
    n_there = len(plan.runs) - len(missing)
    if n_there:
        progress.info(tr("{n} of {all} runs are there already.").format(n=n_there, all=len(plan.runs)))
    stages, problems, began = {}, {}, time.perf_counter()

    def prepared(place):
        stages[place] = Stage()
        return _prepare(missing[place], plan, stages[place], context)

    commands = [partial(prepared, place) for place in range(len(missing))]
    try:
        with closing(run_all(commands, n_at_once, scheduler, progress)) as ended:
            for place, code, seconds in ended:
                run = missing[place]
                problems[run.folder] = _finish(run, code, stages.pop(place), seconds)
                n_left = len(missing) - len(problems)
                left = (time.perf_counter() - began) * n_left / len(problems)
                _tell(run, problems[run.folder], seconds, n_left, left, progress)
    finally:
        for place, stage in stages.items():
            stage.discard()
            missing[place].give_up()
    for run in plan.runs:  # processes of a batch that was killed may have gone on for a while
        sweep(run.folder)
    return n_there, {folder: problem for folder, problem in problems.items() if problem}


def _prepare(run, plan, stage, context):
    """Lay out what a run needs, and give its command; its outputs wait in a hidden folder until it has ended well."""
    run.clear()
    with staged() as own:
        layer = write_area(own(run.folder / AREA), plan.areas[run.area], plan.kind, plan.crs, context)
    request = run.request_in(layer)
    with staged() as own:
        write_text(own(run.folder / SETUP), request.to_json() + "\n")
    names = dict([("MODEL", MODEL), FILES["risk_terrain"], *(one for one in FILES.values() if one[1] in run.files)])
    outputs = {key: str(stage(run.folder / name)) for key, name in names.items()}
    asked = stage(run.folder / _ASKED)
    write_text(asked, request.to_json(**outputs))
    return command_of("rtm:riskterrainmodel", asked, request.options(**outputs), stage(run.folder / LOG))


def _finish(run, code, stage, seconds):
    """Put the outputs of a run in their place and record it; why it failed, or ''."""
    try:
        log = stage(run.folder / LOG)
        if code:
            keep_log(log, run.folder / LOG)
            return why_failed(code, log)
        terrain = FILES["risk_terrain"][1]
        for name in (_ASKED, *(() if terrain in run.files else (terrain, style_path(terrain).name))):
            stage(run.folder / name).unlink(missing_ok=True)
        stage.publish()
        run.record(seconds)
    except (RtmError, OSError) as error:
        return sentence_of(error)
    finally:
        stage.discard()
    return ""


def _tell(run, problem, seconds, n_left, left, progress):
    """A line for a run that has ended."""
    if problem:
        progress.warn(
            tr("{run}: failed after {time}. {problem}").format(run=run.words, time=_time(seconds), problem=problem)
        )
        return
    rest = tr("{n} left, about {time}").format(n=n_left, time=_time(left)) if n_left else tr("none left")
    progress.info(tr("{run}: {time}; {rest}.").format(run=run.words, time=_time(seconds), rest=rest))


def _time(seconds):
    return f"{seconds:.0f} s" if seconds < _MINUTES_FROM else tr("{n:.0f} min").format(n=seconds / 60)

"""The runs of a batch are made: in processes of their own, each recorded when it is finished, none stopping another."""

import shutil
import time
from contextlib import closing
from functools import partial

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.names import listed
from ...rtm_plugin.translation import tr
from ..base import sentence_of
from ..staging import Stage, staged, sweep, without_hidden_folders, write_text
from ..writing.batch_results import write_area
from ..writing.saved_styles import style_path
from .folder import AREA, FILES, LOG, MODEL, SETUP, part_words
from .processes import command_of, keep_log, run_all, why_failed

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
    _tell_of_others(missing, progress)
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
    """Lay out what a run needs, and give its command; all waits in a hidden folder until it has ended well."""
    area = stage(run.folder / AREA)
    layer = write_area(area, plan.areas[run.area], plan.kind, plan.crs, context)
    write_text(stage(run.folder / SETUP), run.request_in(run.folder / AREA, layer).to_json() + "\n")
    names = dict([("MODEL", MODEL), FILES["risk_terrain"], *(one for one in FILES.values() if one[1] in run.files)])
    outputs = {key: str(stage(run.folder / name)) for key, name in names.items()}
    asked, request = stage(run.folder / _ASKED), run.request_in(area, layer)
    write_text(asked, request.to_json(**outputs))
    return command_of("rtm:riskterrainmodel", asked, request.options(**outputs), stage(run.folder / LOG))


def _finish(run, code, stage, seconds):
    """Put the outputs of a run in their place and record it; why it failed, or ''."""
    try:
        log = stage(run.folder / LOG)
        for path in (log, stage(run.folder / FILES["report"][1])):
            _say_final_places(path)
        if code:
            problem = why_failed(code, log)
            _leave_failed(run, stage)
            return problem
        terrain = FILES["risk_terrain"][1]
        for name in (_ASKED, *(() if terrain in run.files else (terrain, style_path(terrain).name))):
            stage(run.folder / name).unlink(missing_ok=True)
        run.publish(stage, seconds)
    except (RtmError, OSError) as error:
        return sentence_of(error)
    finally:
        stage.discard()
    return ""


def _leave_failed(run, stage):
    """Let a run that has failed leave its log and what it was made from; beside an earlier run's files, the log."""
    keep_log(stage(run.folder / LOG), run.folder / LOG)
    if run.has_record():
        return
    with staged() as own:
        for name in (AREA, SETUP):
            shutil.copyfile(stage(run.folder / name), own(run.folder / name))


def _say_final_places(path):
    """Have a text name files by their place, and not by the hidden folder where they waited."""
    if path.is_file():
        write_text(path, without_hidden_folders(path.read_text(encoding="utf-8", errors="replace")))


def _tell_of_others(missing, progress):
    """Warn of finished runs that are about to be made anew."""
    others = [run.other_parts() for run in missing]
    parts = [part for part in (missing[0].made_from if missing else ()) if any(part in one for one in others)]
    if parts:
        progress.warn(
            tr(
                "Finished runs that are made anew, because they were made from other {parts}: {n} of {all}. Their "
                "files stay until the new ones are complete; to keep them, cancel and choose another folder."
            ).format(parts=listed([part_words(one) for one in parts]), n=sum(map(bool, others)), all=len(missing))
        )


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

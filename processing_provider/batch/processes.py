"""Runs in processes of their own: qgis_process beside this QGIS, several at once, here or on a scheduler's workers.

Nothing else in the plugin starts a process. A run gets a profile of its own for as long as it lasts, in which this
plugin is the only one, so that runs neither disturb each other nor depend on what else the user has installed.
"""

import os
import shutil
import sys
import time
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from ...rtm_plugin.engine import Engine
from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ..staging import without_hidden_folders

# With .bin: Debian's wrapper of that name without it passes an option that the program does not know
_NAMES = ("qgis_process.exe",) if os.name == "nt" else ("qgis_process.bin", "qgis_process")
_TAKES_JSON = 32400  # from this QGIS on, parameters are read as JSON; before, they are typed as options
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_LOOK = 200  # milliseconds between two looks at what runs
_FAILED = 1  # exit code of an algorithm that says why


def find_program():
    """Path of qgis_process. Raises :class:`RtmError` where this QGIS has none."""
    folders = [QgsApplication.applicationDirPath(), QgsApplication.prefixPath()]
    folders = [Path(folder) / inner for folder in folders if folder for inner in ("", "bin")]
    for folder in folders:
        for name in _NAMES:
            if (folder / name).is_file():
                return str(folder / name)
    found = next(filter(None, map(QStandardPaths.findExecutable, _NAMES)), "")
    if not found:
        raise RtmError(
            tr(
                "The program qgis_process, in which each run is made, is not where this QGIS is ({folders}): install "
                "QGIS with it, or put it on the PATH."
            ).format(folders=", ".join(sorted({str(folder) for folder in folders})))
        )
    return found


def command_of(algorithm, parameters, options, log):
    """What is to be started, as plain values that can be sent to a worker.

    Parameters
    ----------
    algorithm : str
        Its id.
    parameters : pathlib.Path
        A JSON file with the parameters, as ``qgis_process run ID -`` takes them.
    options : sequence of str
        The same as options, for a QGIS that takes no JSON.
    log : pathlib.Path
        Where all is written that the run says, in a folder that is hidden until it has ended: beside it is the run's
        profile. A run whose folder is gone is given up.
    """
    package = __package__.partition(".")[0]
    takes_json = Qgis.QGIS_VERSION_INT >= _TAKES_JSON
    plugin = next(iter(sys.modules[package].__path__))
    return {
        "program": find_program(),
        "arguments": ["run", algorithm, *(["-"] if takes_json else options)],
        "input": str(parameters) if takes_json else "",
        "log": str(log),
        "environment": _environment(),
        "plugin": (str(plugin), package),
        "profile": (f"QGIS{Qgis.QGIS_VERSION_INT // 10000}.ini", _profile(package)),
    }


def _environment():
    # without a window there is no screen to ask for, on a server least of all
    return {**_ONE_THREAD, **({"QT_QPA_PLATFORM": "offscreen"} if sys.platform == "linux" else {})}


def _profile(package):
    """The settings of a run's profile: this plugin and no other, in the language of this QGIS."""
    language = QgsSettings().value("locale/userLocale", "")
    lines = [f"[PythonPlugins]\n{package}=true\n"]
    if QgsSettings().value("locale/overrideFlag", False, bool) and language:
        lines.append(f"[locale]\noverrideFlag=true\nuserLocale={language}\n")
    return "\n".join(lines)


def _starter():
    """The function that starts a command; made in here, so that a worker is sent itself and not its name."""

    def start(command):
        """Its QProcess, which has begun."""
        import shutil
        from pathlib import Path

        from qgis.PyQt.QtCore import QProcess, QProcessEnvironment

        home = Path(command["log"]).with_name("profile")  # goes with the hidden folder
        shutil.rmtree(home, ignore_errors=True)  # of a worker that was lost, for which another one starts again
        name, settings = command["profile"]
        profile = home / "profiles" / "default" / "QGIS"
        profile.mkdir(parents=True)
        (profile / name).write_text(settings, encoding="utf-8")
        plugin, package = command["plugin"]
        plugins = Path(plugin).parent
        if Path(plugin).name != package:  # a checkout that is called otherwise
            plugins = home / "plugins"
            plugins.mkdir()
            (plugins / package).symlink_to(plugin, target_is_directory=True)
        environment = QProcessEnvironment.systemEnvironment()
        own = {"QGIS_PLUGINPATH": str(plugins), "QGIS_CUSTOM_CONFIG_PATH": str(home)}
        for key, value in {**command["environment"], **own}.items():
            environment.insert(key, value)
        process = QProcess()
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.setStandardOutputFile(command["log"])
        process.setStandardInputFile(command["input"] or QProcess.nullDevice())
        process.start(command["program"], command["arguments"])
        return process

    return start


def _ender():
    """The function that tells how a started command has ended; made in here for the same reason."""

    def end(process):
        """Exit code, -1 where it did not end by itself; kills what still runs."""
        from qgis.PyQt.QtCore import QProcess

        is_running = process.state() != QProcess.ProcessState.NotRunning
        if is_running:
            process.kill()
            process.waitForFinished(-1)
        by_itself = process.exitStatus() == QProcess.ExitStatus.NormalExit
        started = process.error() != QProcess.ProcessError.FailedToStart
        return process.exitCode() if by_itself and started and not is_running else -1

    return end


def _worker():
    """The function that a worker runs: a command to its end, or until nobody waits for it any more."""
    start, end, look = _starter(), _ender(), _LOOK

    def work(command):
        import os
        import time

        from qgis.PyQt.QtCore import QProcess

        began = time.perf_counter()
        process = start(command)
        try:
            while process.state() != QProcess.ProcessState.NotRunning:
                process.waitForFinished(look)
                if not os.path.isdir(os.path.dirname(command["log"])):
                    break
        finally:
            code = end(process)
        return code, time.perf_counter() - began

    return work


def run_all(commands, n_at_once, scheduler, progress):
    """Run commands, and give (place, exit code, seconds) of each as soon as it has ended.

    Parameters
    ----------
    commands : sequence of callables
        Each gives a command (:func:`command_of`), and is called when that is about to start.
    n_at_once : int
        How many run at once on this machine.
    scheduler : str
        Address of a Dask scheduler, on whose workers they run instead; empty: here.

    Raises
    ------
    RtmError
        The scheduler does not answer, or has no workers.
    Cancelled
        All that was running is killed.
    """
    if not scheduler:
        yield from _run_here(commands, n_at_once, progress)
        return
    pieces = [make() for make in commands]
    for place, found in Engine(scheduler).as_finished(_worker(), pieces, progress):
        yield (place, *(found if isinstance(found, tuple) else (-1, 0.0)))  # else the worker itself has failed


def _run_here(commands, n_at_once, progress):
    from qgis.PyQt.QtCore import QProcess

    start, end = _starter(), _ender()
    waiting, running, n_ended = list(enumerate(commands)), {}, 0
    try:
        while waiting or running:
            while waiting and len(running) < n_at_once:
                place, make = waiting.pop(0)
                running[place] = start(make()), time.perf_counter()
            for place, (process, began) in list(running.items()):
                progress(n_ended / len(commands))
                process.waitForFinished(max(_LOOK // len(running), 1))
                if process.state() == QProcess.ProcessState.NotRunning:
                    code = end(running.pop(place)[0])
                    n_ended += 1
                    yield place, code, time.perf_counter() - began
    finally:
        for process, _ in running.values():
            end(process)


def why_failed(code, log):
    """In a sentence, what an ended command's log says of why it failed."""
    try:
        lines = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    said = [line.strip() for line in lines if line.strip()]
    if code == _FAILED and said:  # QGIS says the sentence last
        return without_hidden_folders(said[-1].removeprefix("ERROR:").strip())
    return tr(
        "qgis_process ended before the run was done (exit code {code}), perhaps for want of memory: see the log, or "
        "let fewer run at once."
    ).format(code=code)


def keep_log(log, place):
    """Put a log where it outlasts its run; a run that could not be started has none."""
    if Path(log).is_file():
        shutil.copyfile(log, place)

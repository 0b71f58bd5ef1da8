"""How the benchmarks measure: every side in a process of its own, by turns, time and peak memory of each."""

import os
import platform
import statistics
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"  # real data and other software's results, which are too large to be kept here
OUT = HERE / "out"
RESULTS = HERE / "RESULTS.md"

sys.path.append(str(ROOT / "tools"))
from checkout import load_package  # noqa: E402, F401  the cases take it from here

# One thread for either side: a second one would mostly measure what else the machine does.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Measure = namedtuple("Measure", "seconds megabytes stdout")


class SkippedError(Exception):
    """A case cannot be run here; the text says why."""


def measure(command, env=None):
    """Run a command to its end: wall seconds and peak memory (resident, of it and what it started)."""
    log = OUT / "stderr.log"
    began = time.perf_counter()
    with open(log, "w", encoding="utf-8") as stderr:
        process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            env={**os.environ, **_ONE_THREAD, "QT_QPA_PLATFORM": "offscreen", **(env or {})},
        )
        stdout = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    if process.returncode:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{tail}")
    return Measure(seconds, usage.ru_maxrss / 1024, stdout)


def ours(*arguments):
    """Our side in its own process."""
    return measure([sys.executable, HERE / "ours.py", *arguments])


def rscript(script, *arguments):
    """R's side in its own process."""
    return measure(["Rscript", "--vanilla", HERE / script, *arguments])


def numbers(stdout):
    """The ``key=value`` lines that a side prints, as floats."""
    pairs = (line.split("=", 1) for line in stdout.splitlines() if "=" in line)
    return {key.strip(): float(value) for key, value in pairs}


class Stopwatch:
    """Wall and processor seconds since it was made; the latter with those of finished child processes."""

    def __init__(self):
        self._began = self._now()

    @staticmethod
    def _now():
        times = os.times()
        return time.perf_counter(), sum(times[:4])

    def read(self):
        wall, processor = (now - then for now, then in zip(self._now(), self._began))
        return {"seconds": wall, "processor": processor}


class Side:
    """One contender: what it runs, and what came of each turn.

    What it runs prints ``seconds=`` and ``processor=``, the wall and processor time of the work itself.
    """

    def __init__(self, name, run):
        self.name = name
        self.run = run
        self.turns = []

    def turn(self):
        done = self.run()
        result = numbers(done.stdout)
        result["megabytes"] = done.megabytes
        self.turns.append(result)

    def median(self, key="seconds"):
        return statistics.median(turn[key] for turn in self.turns)

    def spread(self):
        """Least and most processor seconds of a turn."""
        seconds = [turn["processor"] for turn in self.turns]
        return f"{min(seconds):.2f}-{max(seconds):.2f}"


def alternate(sides, repeats):
    """Run the sides by turns, so that whatever else the machine does falls on all of them.

    Processor time is what is compared: wall time says more about who else was at work.
    """
    for _ in range(repeats):
        for side in sides:
            side.turn()
            turn = side.turns[-1]
            print(
                f"    {side.name}: {turn['seconds']:.2f} s, {turn['processor']:.2f} of a processor",
                flush=True,
            )


def comparison(problem, mine, others):
    """Rows of the table of ratios: above 1, ours takes less."""
    rows = [(problem, *_taken(mine), "", "")]
    for side in others:
        ratios = (side.median(key) / mine.median(key) for key in ("processor", "megabytes"))
        rows.append(("", *_taken(side), *(f"{ratio:.1f}" for ratio in ratios)))
    return rows


def _taken(side):
    return (
        side.name,
        f"{side.median():.2f}",
        f"{side.median('processor'):.2f}",
        side.spread(),
        f"{side.median('megabytes'):.0f}",
    )


COMPARISON_HEADER = (
    "problem",
    "side",
    "wall seconds",
    "processor seconds",
    "least and most",
    "peak MB",
    "times our processor seconds",
    "times our memory",
)


def table(header, rows):
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def versions():
    """One line of everything that has a version, and the machine."""
    import numpy
    import scipy

    r_words = "cat(R.version$major, R.version$minor, sep='.')"
    r_words += "; for (p in c('glmnet', 'MASS')) cat(',', p, as.character(packageVersion(p)))"
    r = subprocess.run(["Rscript", "--vanilla", "-e", r_words], capture_output=True, text=True)
    commit = subprocess.run(["git", "-C", str(ROOT), "describe", "--always", "--dirty"], capture_output=True, text=True)
    words = [
        f"commit {commit.stdout.strip() or 'unknown'}",
        f"Python {platform.python_version()}, numpy {numpy.__version__}, scipy {scipy.__version__}",
        f"R {r.stdout.strip()}" if r.returncode == 0 else "no R",
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
    ]
    return "; ".join(words)


def _processor():
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def keep(heading, text):
    """Put a case's results into RESULTS.md, in place of those it had there."""
    intro, *sections = (
        RESULTS.read_text(encoding="utf-8").split("\n## ") if RESULTS.exists() else ["# Measured results\n"]
    )
    kept = {section.split("\n", 1)[0]: section for section in sections}
    kept[heading] = f"{heading}\n\n{text.strip()}\n"
    RESULTS.write_text("\n## ".join([intro, *kept.values()]), encoding="utf-8")

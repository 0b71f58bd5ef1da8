"""The whole of ``rtm:riskterrainmodel`` through the real qgis_process, layers read and results written."""

import json
import os
import re
import statistics
import subprocess
import time

from harness import OUT, ROOT, SHARED, SkippedError, table
from problems import FACTOR_LAYERS

HEADING = "Whole model"
_STAGES = ("Reading layers", "Grid", "Incidents", "Variables", "Culling", "Search", "Scores", "Diagnostics")
_CASES = (
    # name, file, cell size, whether it takes minutes
    ("Camden, 50 m", "london_camden.gpkg", 50, False),
    ("Greater London, 100 m", "greater_london.gpkg", 100, True),
    ("Greater London, 50 m", "greater_london.gpkg", 50, True),
)


def run(options):
    rows, notes, medians = [], [], {}
    load = os.getloadavg()[0]
    for name, file, cell_size, long in _CASES:
        if long and options.quick:
            notes.append(f"{name}: skipped, it takes minutes.")
            continue
        if not (SHARED / "data" / file).is_file():
            notes.append(f"{name}: skipped, the file ../shared/data/{file} beside the repository is absent.")
            continue
        print(f"  {name}", flush=True)
        turns = []
        for _ in range(options.repeats):
            turns.append(_once(SHARED / "data" / file, cell_size))
            print(f"    {turns[-1]['whole']:.1f} s", flush=True)
        median = {key: statistics.median(turn[key] for turn in turns) for key in turns[0]}
        medians[name] = median
        rows.append(
            (
                name,
                f"{median['N_CELLS']:,.0f}",
                f"{median['N_CANDIDATES']:.0f} / {median['N_SURVIVORS']:.0f} / {median['N_SELECTED']:.0f}",
                f"{median['whole']:.1f}",
                f"{median['processor']:.1f}",
                *(f"{median[stage]:.1f}" for stage in _STAGES),
                f"{median['megabytes']:.0f}",
            )
        )
    if not rows:
        raise SkippedError(" ".join(notes))
    fine, coarse = medians.get("Greater London, 50 m"), medians.get("Greater London, 100 m")
    if fine and coarse:
        notes.append(
            f"Greater London, 50 m over 100 m: {fine['N_CELLS'] / coarse['N_CELLS']:.2f} times the cells, "
            f"{fine['whole'] / coarse['whole']:.2f} times the wall time, "
            f"{fine['processor'] / coarse['processor']:.2f} times the processor time, "
            f"{fine['megabytes'] / coarse['megabytes']:.2f} times the memory."
        )
    return "\n\n".join(
        [
            f"`rtm:riskterrainmodel` with its defaults: violence of 2022, {len(FACTOR_LAYERS)} "
            f"factor layers, "
            "both operationalisations, half blocks of 100 m up to three, all three count models. "
            "Seconds from the start of qgis_process (which itself takes one to two) to its end; stages as the file "
            "beside the model has them; peak memory of the whole process. As many threads as the machine gives; "
            f"its load was {load:.1f} when it began.",
            table(
                (
                    "area",
                    "cells",
                    "variables / after culling / selected",
                    "seconds",
                    "processor seconds",
                    *_STAGES,
                    "peak MB",
                ),
                rows,
            ),
            "\n".join(f"- {note}" for note in notes),
        ]
    )


def _once(path, cell_size):
    """One run: seconds of each stage, wall and processor seconds, memory, and the numbers it reports."""
    parameters = {
        "STUDY_AREA": [f"{path}|layername=study_area"],
        "INCIDENTS": [f"{path}|layername=violence_2022"],
        "FACTORS": [f"{path}|layername={name}" for name in FACTOR_LAYERS],
        "BLOCK_LENGTH": [100],
        "CELL_SIZE": [cell_size],
        "RISK_TERRAIN": [OUT / "risk_terrain.tif"],
        "MODEL": [OUT / "model.json"],
    }
    options = [f"--{key}={value}" for key, values in parameters.items() for value in values]
    began = time.perf_counter()
    process = subprocess.Popen(
        [ROOT / "tools" / "qgis_process.sh", "run", "rtm:riskterrainmodel", *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "RTM_PROFILE": str(OUT / "profile")},
    )
    result = {}
    for line in process.stdout:
        number = re.fullmatch(r"([A-Z][A-Z0-9_]+):\s+(-?[0-9.]+)", line.rstrip())
        if number:
            result[number[1]] = float(number[2])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or "N_CELLS" not in result:
        raise RuntimeError(f"qgis_process ended with {process.returncode} on {path}")
    result["whole"] = time.perf_counter() - began
    result["processor"] = usage.ru_utime + usage.ru_stime
    result["megabytes"] = usage.ru_maxrss / 1024
    seconds = json.loads((OUT / "model.run.json").read_text(encoding="utf-8"))["seconds"]
    result.update({stage: seconds.get(stage, 0.0) for stage in _STAGES})
    return result

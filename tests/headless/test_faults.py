"""Killed half way, or with a full disk: the outputs of a run are all there, or none is."""

import os
import random
import shutil
import signal
import subprocess
import time

import pytest

THOROUGH = os.environ.get("FAULTS") == "thorough"  # make test-faults: many minutes
KILLS = 50 if THOROUGH else 6
SIZES = range(2000, 4001, 100) if THOROUGH else (200, 500, 900, 1400, 6000)  # kB
TOOL = "tools/qgis_process.sh"
OUTPUTS = {"r.tif", "r.qml", "m.json", "m.run.json", "cells.gpkg", "r.html"}


def options(town, folder):
    return [
        "run",
        "rtm:riskterrainmodel",
        f"--STUDY_AREA={town('town')}",
        f"--INCIDENTS={town('thefts')}",
        f"--FACTORS={town('bars')}",
        f"--FACTORS={town('shops')}",
        f"--RISK_TERRAIN={folder / 'r.tif'}",
        f"--MODEL={folder / 'm.json'}",
        f"--CELLS={folder / 'cells.gpkg'}",
        f"--REPORT={folder / 'r.html'}",
    ]


def visible(folder):
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


@pytest.mark.slow
def test_killed_at_random_moments(qgis_process, town, tmp_path, pytestconfig):
    environment = {**os.environ, "RTM_PROFILE": str(tmp_path / "profile")}
    moments = random.Random(3)
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        command = [str(pytestconfig.rootpath / TOOL), *options(town, folder)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        run = subprocess.Popen(command, env=environment, **quiet)
        time.sleep(moments.uniform(0.8, 2.5))
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        assert visible(folder) in (set(), OUTPUTS)
        done = qgis_process.command(*options(town, folder))
        assert done.returncode == 0, done.stderr
        assert {path.name for path in folder.iterdir()} == OUTPUTS  # and nothing hidden is left


@pytest.mark.slow
def test_a_full_disk(qgis_process, town, tmp_path):
    """On file systems of growing size: an error and nothing left, until all fits."""
    if os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root can mount a file system of a given size")
    folder = tmp_path / "disk"
    folder.mkdir()
    ended = []
    for size in SIZES:
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)])
        if made.returncode:
            pytest.skip("file systems cannot be mounted here")
        try:
            done = qgis_process.command(*options(town, folder))
            ended.append(done.returncode)
            assert {path.name for path in folder.iterdir()} == (set() if done.returncode else OUTPUTS), size
            if done.returncode:
                assert "did not foresee" not in done.stderr, done.stderr
        finally:
            subprocess.run(["umount", str(folder)], check=True)
    assert THOROUGH or (ended[0] == 1 and ended[-1] == 0)
    assert ended == sorted(ended, reverse=True), "what fits once fits with more room"

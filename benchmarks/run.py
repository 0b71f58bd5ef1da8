"""Measure the plugin against R and QGIS by hand: ``run.py [culling search variables whole country] [--quick]``.

Each case builds its problems, runs all sides by turns in one go, and keeps its table in RESULTS.md. R with
glmnet and MASS is installed from the system's packages where it is missing (Debian, Ubuntu).
"""

import argparse
import datetime
import os
import shutil
import subprocess
import sys

import country
import culling
import harness
import search
import variables
import whole

CASES = {"culling": culling, "search": search, "variables": variables, "whole": whole, "country": country}
_NEEDS_R = {"culling", "search"}
_R_PACKAGES = ("r-base-core", "r-cran-glmnet", "r-cran-mass")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "cases", nargs="*", metavar="case", help=f"any of {', '.join(CASES)}; all but country without one"
    )
    parser.add_argument("--repeats", type=int, default=3, help="turns of each side, of which the median counts (3)")
    parser.add_argument("--quick", action="store_true", help="one turn of the smaller cases; RESULTS.md stays as it is")
    options = parser.parse_args()
    unknown = set(options.cases) - set(CASES)
    if unknown:
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    if options.quick:
        options.repeats = 1

    harness.OUT.mkdir(exist_ok=True)
    chosen = [name for name in CASES if name in (options.cases or set(CASES) - {"country"})]  # it takes half an hour
    have_r = _install_r() if _NEEDS_R & set(chosen) else False
    for name in chosen:
        if name in _NEEDS_R and not have_r:
            print(f"{name}: skipped, R with glmnet and MASS is not installed and cannot be installed here.")
            continue
        print(name, flush=True)
        try:
            text = CASES[name].run(options)
        except harness.SkippedError as why:
            print(f"{name}: skipped, {why}.")
            continue
        print(text)
        if options.quick:
            continue  # a first impression is not to replace a measurement
        today = datetime.date.today().isoformat()
        turns = "one turn" if options.repeats == 1 else f"medians of {options.repeats} turns"
        harness.keep(CASES[name].HEADING, f"{text}\n\nMeasured on {today}, {turns}; {harness.versions()}.")
    if not options.quick:
        print(f"kept in {harness.RESULTS}")


def _install_r():
    """Whether R and both packages are there, installed now if need be."""
    probe = ["Rscript", "--vanilla", "-e", "library(glmnet); library(MASS)"]
    if shutil.which("Rscript") and subprocess.run(probe, capture_output=True).returncode == 0:
        return True
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    if sudo and not shutil.which("sudo"):
        return False
    print("Installing", *_R_PACKAGES, flush=True)
    for command in (
        ["apt-get", "update"],
        ["apt-get", "install", "--yes", "--no-install-recommends", *_R_PACKAGES],
    ):
        if subprocess.run([*sudo, *command], env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}).returncode:
            return False
    return subprocess.run(probe, capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main())

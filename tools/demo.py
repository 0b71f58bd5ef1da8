"""The main job on the sample city, from layers to places and a map sheet: all that it makes is left in ``demo/``.

It goes the way of a user on the command line, through the real qgis_process, and ends by asking whether the
model has found what the city was made with.
"""

import csv
import importlib
import json
import subprocess
import sys
import time

from checkout import ROOT, load_package

DEMO = ROOT / "demo"
CITY = DEMO / "sample_city.gpkg"


def main():
    DEMO.mkdir(exist_ok=True)
    city = run("rtm:samplecity", OUTPUT=CITY)
    truth = importlib.import_module(f"{load_package().__name__}.rtm_plugin.sample_city")
    print(f"{city['N_INCIDENTS_PERIOD_1']} incidents, {city['N_FACTORS']} risk factors in {truth.CITY_NAME}.")

    outputs = {
        "RISK_TERRAIN": DEMO / "risk_terrain.tif",
        "MODEL_TABLE": DEMO / "factors.csv",
        "CANDIDATES": DEMO / "candidates.csv",
        "CELLS": DEMO / "cells.gpkg",
        "MODEL": DEMO / "model.json",
        "REPORT": DEMO / "report.html",
    }
    started = time.perf_counter()
    model = run(
        "rtm:riskterrainmodel",
        STUDY_AREA=city["STUDY_AREA"],
        INCIDENTS=city["INCIDENTS_PERIOD_1"],
        FACTORS=city["FACTORS"],
        FACTOR_SETTINGS=city["FACTOR_SETTINGS"],
        BLOCK_LENGTH=truth.BLOCK_LENGTH,
        **outputs,
    )
    seconds = time.perf_counter() - started
    print(
        f"{model['N_INCIDENTS']:,} incidents in {model['N_CELLS']:,} cells; {model['N_CANDIDATES']} candidate "
        f"variables, {model['N_SURVIVORS']} after culling, {model['N_SELECTED']} selected; "
        f"best count model {model['FAMILY']}; highest score {model['RRS_MAX']:.1f}; {seconds:.0f} s.\n"
    )
    with open(outputs["MODEL_TABLE"], newline="", encoding="utf-8") as file:
        fitted = {row["factor"]: row for row in csv.DictReader(file)}
    as_planted = compare(fitted, truth)
    streets = f"{CITY}|layername=streets"
    places = run(
        "rtm:priorityplaces",
        RISK_TERRAIN=outputs["RISK_TERRAIN"],
        MODEL=outputs["MODEL"],
        FACTORS=city["FACTORS"],
        INCIDENTS=city["INCIDENTS_PERIOD_1"],
        NAMES=streets,
        PLACES=DEMO / "places.gpkg",
    )
    print(f"{places['N_PLACES_FOUND']} places, {places['AREA_PERCENT']:.1f}% of the area, hold", end=" ")
    print(f"{places['OBSERVED_PERCENT']:.1f}% of the incidents.")
    run(
        "rtm:mapsheet",
        RISK_TERRAIN=outputs["RISK_TERRAIN"],
        PLACES=places["PLACES"],
        STUDY_AREA=city["STUDY_AREA"],
        BASE_LAYERS=streets,
        SOURCE="Made up: no such city exists.",
        PDF=DEMO / "map_sheet.pdf",
        PNG=DEMO / "map_sheet.png",
    )
    run(
        "rtm:placesheets",
        PLACES=places["PLACES"],
        INCIDENTS=city["INCIDENTS_PERIOD_1"],
        DATE_FIELD="date",
        HOUR_FIELD="hour",
        FACTORS=city["FACTORS"],
        RISK_TERRAIN=outputs["RISK_TERRAIN"],
        BASE_LAYERS=streets,
        SOURCE="Made up: no such city exists.",
        PDF=DEMO / "place_sheets.pdf",
    )
    print("\nIn demo/: " + ", ".join(sorted(path.name for path in DEMO.iterdir() if path.is_file())))
    return 0 if as_planted else 1


def run(algorithm, **parameters):
    """Run an algorithm with qgis_process and give back its outputs; ends the demo where it fails."""
    options = []
    for key, value in parameters.items():
        options += [f"--{key}={item}" for item in (value if isinstance(value, list) else [value])]
    print(f"$ qgis_process run {algorithm} ...", flush=True)
    done = qgis_process("run", algorithm, "--json", *options)
    if done.returncode != 0:
        sys.exit(f"{algorithm} failed:\n{done.stderr}")
    return json.loads(done.stdout)["results"]


def qgis_process(*arguments):
    command = [str(ROOT / "tools" / "qgis_process.sh"), *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def compare(fitted, truth):
    """Print the fitted factors beside those the city was made with; True where they are the same."""
    heading = ("factor", "made with", "RRV", "fitted", "RRV", "95% interval", "verdict")
    rows = [heading]
    for effect in truth.TRUTH:
        made_with = reach(effect.operationalisation, effect.distance, effect.direction)
        rows.append((effect.factor, made_with, f"{effect.rrv:.2f}", *found(fitted.get(effect.factor), effect)))
    for name in truth.NULL_FACTORS:
        verdict = found(fitted[name], None) if name in fitted else ("-", "", "", "rightly left out")
        rows.append((name, "no effect", "", *verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    for row in rows:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths)).rstrip())

    planted = {effect.factor for effect in truth.TRUTH}
    missed = sorted(planted - fitted.keys())
    wrong = sorted(fitted.keys() & set(truth.NULL_FACTORS))
    print(
        f"\n{len(planted) - len(missed)} of {len(planted)} planted factors found"
        + (f" (missed: {', '.join(missed)})" if missed else "")
        + f"; {len(wrong)} of {len(truth.NULL_FACTORS)} factors without an effect taken for one"
        + (f" ({', '.join(wrong)})." if wrong else ".")
    )
    return not missed and not wrong


def found(row, effect):
    """What the model says of a factor: its reach, relative risk value, interval, and a word on both."""
    if row is None:
        return "-", "", "", "missed"
    value, low, high = (float(row[key]) for key in ("rrv", "quoted_low", "quoted_high"))
    fitted_reach = reach(row["operationalisation"], float(row["influence"]), row["direction"])
    if effect is None:
        word = "a false find"
    elif fitted_reach != reach(effect.operationalisation, effect.distance, effect.direction):
        word = "found with another reach"
    elif low <= effect.rrv <= high:
        word = "found"
    else:
        word = "found, its value outside the interval"
    return fitted_reach, f"{value:.2f}", f"{low:.2f} to {high:.2f}", word


def reach(operationalisation, distance, direction):
    return f"{operationalisation} {distance:g} m" + (", protective" if direction == "protective" else "")


if __name__ == "__main__":
    sys.exit(main())

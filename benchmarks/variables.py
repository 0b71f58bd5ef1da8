"""Variables from layers: ours against QGIS's own tools used one after the other."""

import sys

from harness import COMPARISON_HEADER, HERE, Side, alternate, comparison, measure, ours, table

HEADING = "Variables from layers"
_N_FACTORS = 25
_BY_HAND = (0, 6, 12, 18, 24)  # the factors that are made by hand: from the smallest layer to the largest


def run(options):
    times, notes = [], []
    for n_cells in (10_000, 1_000_000):
        chosen = _BY_HAND[::2] if options.quick else _BY_HAND
        label = f"{n_cells:,} cells, {_N_FACTORS} factors, {12 * _N_FACTORS} variables"
        print(f"  {label}", flush=True)
        mine = Side("ours", lambda n=n_cells: ours("variables", n))
        hand = Side(
            "QGIS by hand, scaled",
            lambda n=n_cells, chosen=chosen: measure([sys.executable, HERE / "by_hand.py", n, *chosen]),
        )
        alternate([mine, hand], options.repeats)
        last = hand.turns[-1]
        notes.append(
            f"{n_cells:,} cells: by hand {last['factors']:.0f} of the {_N_FACTORS} factors were made, in "
            f"{hand.median():.1f} s, and the time scaled up. On average "
            f"{100 * last['proximity_differs']:.2f}% of "
            f"the cells have another value in a proximity variable made by hand than in the exact one "
            f"(distances from cell to cell), {100 * last['density_differs']:.2f}% in a density variable "
            f"(inexact kernel; mean and SD over the heatmap's own extent instead of the study area)."
        )
        for turn in hand.turns:
            turn["seconds"] *= _N_FACTORS / turn["factors"]
            turn["processor"] *= _N_FACTORS / turn["factors"]
        times += comparison(label, mine, [hand])
    return "\n\n".join(
        [
            "Proximity and density of point layers, half blocks up to 3 (12 variables a factor). By hand: "
            "rasterise, proximity, heatmap, statistics and raster calculator through Processing in QGIS, "
            "26 runs a factor, without the clicks. One thread a side; by hand each step reads and writes "
            "files, which ours does not. The memory by hand is that of QGIS and of the comparison with ours.",
            table(COMPARISON_HEADER, times),
            "\n".join(f"- {note}" for note in notes),
        ]
    )

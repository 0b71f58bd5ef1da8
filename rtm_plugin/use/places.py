"""Priority places: the highest-risk cells of a risk terrain, joined to places, ranked and outlined.

Scores have few distinct values, because a model has few variables. Cells of equal score are therefore
taken or left together; only a budget cuts through them.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..errors import SettingsError
from ..model.risk_classes import highest_risk_threshold
from ..progress import Progress
from ..rounding import plain_number
from ..translation import tr

if TYPE_CHECKING:
    from ..space.grid import StudyGrid


METHODS = ("compact_places", "above_2sd", "top_percent", "top_places", "area_budget", "patrol_places")
RANKINGS = ("expected", "mean", "maximum")
MOST_WALKED = 10_000  # cells of a compact place: what is looked at grows with its square

# Which of a cell's neighbours are in one place with it
_EDGES = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]])
_CORNERS_TOO = np.ones((3, 3), dtype=np.int64)
# Scores closer than this, relatively, are one score: equal cells may differ by rounding.
_SAME = 1e-9
_EVERY = 1000
_DIGITS = 9  # of sums of weights: cells with equal surroundings are equal
_LONGEST_ARM = 1.25  # how far a compact place may reach, over the radius of a disc of its size


@dataclass(frozen=True)
class PlaceRules:
    """Which cells make places, and how they are ranked; areas in square map units.

    Parameters
    ----------
    method : one of METHODS
        ``compact_places``: ``n_places`` compact places of at most ``patrol_area`` each, a gap apart, where most is
        expected. ``above_2sd``: cells above mean + 2 SD. ``top_percent``: the highest-scoring cells that come
        nearest to ``percent`` of the area. ``top_places``: of the places above mean + 2 SD the first
        ``n_places``. ``area_budget``: the highest-scoring cells up to ``area``. ``patrol_places``:
        ``n_places`` places of at most ``patrol_area`` each, grown from the highest-scoring cells.
    percent, n_places, area, patrol_area
        Of the methods above.
    min_cells : int
        Smaller places are left out.
    bridge : bool
        Whether cells that touch at a corner only are in one place.
    ranking : one of RANKINGS
        Expected incidents of the whole place (the sum of its scores where they are not known), or mean or
        maximum score of its cells.
    """

    method: str = "compact_places"
    percent: float = 5.0
    n_places: int = 10
    area: float = 500_000.0
    patrol_area: float = 40_000.0
    min_cells: int = 1
    bridge: bool = True
    ranking: str = "expected"

    def validate(self) -> PlaceRules:
        """Raise :class:`SettingsError`, naming the value and the remedy."""
        for label, value, allowed in ((tr("method"), self.method, METHODS), (tr("ranking"), self.ranking, RANKINGS)):
            if value not in allowed:
                raise SettingsError(
                    tr("The {label} '{value}' of priority places is not known; use one of {allowed}.").format(
                        label=label, value=value, allowed=", ".join(allowed)
                    )
                )
        if not 0 < self.percent <= 100:
            raise SettingsError(
                tr("{percent}% of the area cannot be taken; use a number above 0 up to 100.").format(
                    percent=plain_number(self.percent)
                )
            )
        if self.n_places < 1:
            raise SettingsError(tr("{n_places} places are too few; use at least 1.").format(n_places=self.n_places))
        for label, value in ((tr("budget"), self.area), (tr("patrol place"), self.patrol_area)):
            if not 0 < value < math.inf:
                raise SettingsError(
                    tr("A {label} of {value} is not an area; use a number above 0.").format(
                        label=label, value=plain_number(value)
                    )
                )
        if self.min_cells < 1:
            raise SettingsError(
                tr("A smallest place of {min_cells} cells is too small; use at least 1.").format(
                    min_cells=self.min_cells
                )
            )
        return self


@dataclass(frozen=True)
class Place:
    """One place: its cells (indices among the model cells, rising) and what they hold.

    ``expected`` is None where only scores are known, ``observed`` without incidents.
    """

    rank: int
    cells: np.ndarray
    score_mean: float
    score_max: float
    expected: float | None = None
    observed: int | None = None


def find_places(
    grid: StudyGrid,
    scores: np.ndarray,
    rules: PlaceRules,
    mean: float,
    sd: float,
    expected: np.ndarray | None = None,
    counts: np.ndarray | None = None,
    progress: Progress | None = None,
) -> list:
    """Places of highest risk, by rank.

    Parameters
    ----------
    grid : StudyGrid
    scores : (n_cells,) float64
        Relative risk scores.
    rules : PlaceRules
    mean, sd : float
        Of the relative risk score, as the risk terrain's classes have them.
    expected : (n_cells,) float64, optional
        Expected incidents.
    counts : (n_cells,) int, optional
        Observed incidents.
    progress : Progress, optional
        Is told where cells of equal score stood at a limit, and what became of them.

    Returns
    -------
    list of Place
        Ranked from 1; equal ones by position, from the north-west along the rows. Empty where all scores
        are the same: nowhere is a place of higher risk then.

    Raises
    ------
    SettingsError
    Cancelled
    """
    progress = progress or Progress()
    rules.validate()
    scores = np.asarray(scores, dtype=np.float64)
    level = levels(scores)
    if level.max() == 0:
        progress.warn(tr("All cells have the same relative risk score, so there are no priority places."))
        return []
    weights = scores if expected is None else np.asarray(expected, dtype=np.float64)
    if rules.method == "compact_places":
        most = min(_cells_in(tr("place"), rules.patrol_area, grid.cell_size), grid.n_cells)
        if most > MOST_WALKED:
            raise SettingsError(
                tr(
                    "A place of {n_cells:,} cells is not to be walked: use a smaller area of one place, at most "
                    "{most:,} cells."
                ).format(n_cells=most, most=MOST_WALKED)
            )
        numbers = compact_places(grid, weights, scores > mean, rules.n_places, most, progress)
        if numbers.max() < rules.n_places:
            progress.info(
                tr("There is room for {found:,} places above the mean score, {gap} apart.").format(
                    found=int(numbers.max()), gap=tr("half a place's side")
                )
            )
    elif rules.method == "patrol_places":
        numbers = _patrol_places(grid, scores, level, mean, rules, progress)
    else:
        chosen = _chosen(grid, scores, level, mean, sd, rules, progress)
        numbers = contiguous(grid, chosen, rules.bridge)
    progress(0.8)
    members = [cells for cells in members_of(numbers) if len(cells) >= rules.min_cells]
    n_small = int(numbers.max()) - len(members)
    if n_small:
        progress.info(
            tr("Places left out because they have fewer than {min_cells:,} cells: {n_small:,}.").format(
                min_cells=rules.min_cells, n_small=n_small
            )
        )
    members.sort(key=lambda cells: _rank_key(cells, scores, weights, rules.ranking))
    if rules.method == "top_places":
        if len(members) < rules.n_places:
            progress.info(
                tr("Only {n_members:,} of the {n_places:,} places asked for lie above mean + 2 SD.").format(
                    n_members=len(members), n_places=rules.n_places
                )
            )
        members = members[: rules.n_places]
    progress(1.0)
    return [_describe(rank, cells, scores, expected, counts) for rank, cells in enumerate(members, 1)]


def levels(scores: np.ndarray) -> np.ndarray:
    """(n,) int64: number of each score among the distinct ones, from the lowest; noise is no difference."""
    order = np.argsort(scores, kind="stable")
    rising = scores[order]
    step = np.diff(rising) > _SAME * np.maximum(np.abs(rising[1:]), np.abs(rising[:-1]))
    level = np.empty(len(scores), dtype=np.int64)
    level[order] = np.concatenate([[0], np.cumsum(step)])
    return level


def contiguous(grid: StudyGrid, chosen: np.ndarray, bridge: bool) -> np.ndarray:
    """(n_cells,) int64: number of the contiguous group of each chosen cell, from 1; 0 elsewhere.

    Parameters
    ----------
    grid : StudyGrid
    chosen : (n_cells,) bool
    bridge : bool
        Whether cells that touch at a corner only belong together.
    """
    from scipy import ndimage

    found, _ = ndimage.label(grid.raster(chosen, fill=0) > 0, _CORNERS_TOO if bridge else _EDGES)
    return found[grid.mask].astype(np.int64)


def compact_places(
    grid: StudyGrid, weights: np.ndarray, start: np.ndarray, n_places: int, most: int, progress: Progress | None = None
) -> np.ndarray:
    """Compact places where most is expected, each of a size that can be walked.

    The next place begins where a disc of its size holds most weight. It grows cell by cell to its full size, for who
    walks there walks around it too: of the cells at its edge that lie within the disc, it takes the one with the
    largest (weight + mean weight) k^2, k being the number of its sides that it shares with the place (1 to 4). Such a
    cell adds 4 - 2 k sides to the outline, so that the isoperimetric quotient 4 pi area / outline^2 (Polsby & Popper
    1991, Yale Law & Policy Review 9) stays high. Around a place, half its side stays free.

    Parameters
    ----------
    grid : StudyGrid
    weights : (n_cells,) float64
        Expected incidents, or scores; not below 0.
    start : (n_cells,) bool
        Cells in which a place may begin.
    n_places, most : int
        How many places, of at most how many cells each.
    progress : Progress, optional

    Returns
    -------
    (n_cells,) int64
        Number of the place of each cell, from 1 in the order of growing; 0 elsewhere.
    """
    progress = progress or Progress()
    reach = math.sqrt(most / math.pi)
    radius = math.ceil(reach)
    away = np.arange(-radius, radius + 1)
    disc = (away[:, None] ** 2 + away[None] ** 2 <= (_LONGEST_ARM * reach) ** 2).astype(np.float64)
    gap = max(1, round(math.sqrt(most) / 2))
    frame = radius + gap + 1  # so that every window around a cell lies in the rasters
    open_cells, starts = np.pad(grid.mask, frame), np.pad(grid.raster(start, fill=0) > 0, frame)
    weight = np.pad(grid.raster(weights, fill=0.0), frame)
    least = float(weights.mean())
    digits = _DIGITS - math.ceil(math.log10(max(weights.max(), 1e-300) * disc.sum()))
    held = _held(weight, disc, digits)
    place_at = np.zeros(weight.shape, dtype=np.int64)
    for number in range(1, n_places + 1):
        progress(0.8 * number / n_places)
        first = int(np.argmax(np.where(open_cells & starts, held, -1.0)))
        centre = divmod(first, held.shape[1])
        if not (open_cells & starts)[centre]:
            break
        around = tuple(slice(middle - radius, middle + radius + 1) for middle in centre)
        place = _grown(weight[around] + least, open_cells[around] & (disc > 0), most)
        place_at[around][place] = number
        window = tuple(slice(middle - frame, middle + frame + 1) for middle in centre)
        open_cells[window] &= ~_within(place_at[window] == number, gap)
        weight[window] = np.where(open_cells[window], weight[window], 0.0)
        # what discs hold changes as far as they reach into the window; what these reach has to be looked at too
        outer = [max(middle - frame - 2 * radius, 0) for middle in centre]
        looked_at = tuple(slice(low, middle + frame + 2 * radius + 1) for low, middle in zip(outer, centre))
        changed = tuple(slice(max(middle - frame - radius, 0), middle + frame + radius + 1) for middle in centre)
        within = tuple(slice(one.start - low, one.stop - low) for one, low in zip(changed, outer))
        held[changed] = _held(weight[looked_at], disc, digits)[within]
    return place_at[frame:-frame, frame:-frame][grid.mask]


def _held(weight: np.ndarray, disc: np.ndarray, digits: int) -> np.ndarray:
    """What a disc around each cell holds; rounded, so that equal surroundings are equal whatever lies farther off."""
    from scipy import ndimage

    return np.round(ndimage.convolve(weight, disc, mode="constant"), digits)


def _within(place: np.ndarray, distance: int) -> np.ndarray:
    """Where a cell is no farther from a place than a number of cells."""
    from scipy import ndimage

    return ndimage.distance_transform_edt(~place) <= distance


def _grown(weight: np.ndarray, allowed: np.ndarray, most: int) -> np.ndarray:
    """A place of at most ``most`` cells grown from the middle of a window, as :func:`compact_places` says."""
    middle = weight.shape[0] // 2
    place = np.zeros(weight.shape, dtype=bool)
    place[middle, middle] = True
    sides = np.zeros(weight.shape, dtype=np.int64)
    newest = (middle, middle)
    while True:
        for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            row, col = newest[0] + down, newest[1] + right
            if 0 <= row < weight.shape[0] and 0 <= col < weight.shape[1]:
                sides[row, col] += 1
        if place.sum() == most:
            return place
        gain = np.where(allowed & ~place, weight * sides**2, 0.0)
        newest = divmod(int(np.argmax(gain)), gain.shape[1])
        if gain[newest] <= 0:
            return place
        place[newest] = True


def members_of(numbers: np.ndarray) -> list[np.ndarray]:
    """Cells of each group, by its number."""
    order = np.argsort(numbers, kind="stable")
    limits = np.searchsorted(numbers[order], np.arange(1, int(numbers.max()) + 2))
    return [order[start:stop] for start, stop in zip(limits[:-1], limits[1:])]


def _rank_key(cells: np.ndarray, scores: np.ndarray, weights: np.ndarray, ranking: str) -> tuple[float, int]:
    """Sorts the most important place first, equal ones by position."""
    value = {
        "expected": lambda: weights[cells].sum(),
        "mean": lambda: scores[cells].mean(),
        "maximum": lambda: scores[cells].max(),
    }[ranking]()
    return -float(f"{value:.9g}"), int(cells[0])  # sums of the same cells in another order are the same


def _describe(
    rank: int, cells: np.ndarray, scores: np.ndarray, expected: np.ndarray, counts: np.ndarray | None
) -> Place:
    return Place(
        rank,
        cells,
        float(scores[cells].mean()),
        float(scores[cells].max()),
        None if expected is None else float(expected[cells].sum()),
        None if counts is None else int(counts[cells].sum()),
    )


def _chosen(
    grid: StudyGrid,
    scores: np.ndarray,
    level: np.ndarray,
    mean: float,
    sd: float,
    rules: PlaceRules,
    progress: Progress,
) -> np.ndarray:
    """(n_cells,) bool: the cells that make the places."""
    if rules.method in ("above_2sd", "top_places"):
        limit = highest_risk_threshold(mean, sd)
        chosen = scores > limit
        progress.info(
            tr("{chosen:,} of {n_scores:,} cells are above mean + 2 SD, a relative risk score of {limit:.4g}.").format(
                chosen=chosen.sum(), n_scores=len(scores), limit=limit
            )
        )
        if not chosen.any():
            progress.warn(
                tr("No cell is above mean + 2 SD ({limit:.4g}): there are no priority places.").format(limit=limit)
            )
        return chosen
    if rules.method == "top_percent":
        return _nearest_to(level, rules.percent / 100 * len(scores), rules.percent, progress)
    n_affordable = _cells_in(tr("budget"), rules.area, grid.cell_size)
    return _affordable(grid, scores, level, n_affordable, rules.bridge, progress)


def _nearest_to(level: np.ndarray, wanted: float, percent: float, progress: Progress) -> np.ndarray:
    """The highest-scoring cells, whole levels only, nearest in number to those wanted (fewer on a tie)."""
    sizes = np.bincount(level)[::-1]
    taken = np.cumsum(sizes)
    n_levels = 1 + int(np.argmin(np.abs(taken - wanted)))
    n_taken = int(taken[n_levels - 1])
    progress.info(
        tr(
            "The {n_taken:,} highest-scoring cells are {value:.3g}% of the area: cells of equal score are "
            "taken or left together, and this is the nearest to {percent}%."
        ).format(n_taken=n_taken, value=100 * n_taken / len(level), percent=plain_number(percent))
    )
    return level > level.max() - n_levels


def _cells_in(what: str, area: float, cell_size: float) -> int:
    """Whole cells in an area; raises :class:`SettingsError` where there is none."""
    n_cells = int(area / cell_size**2 * (1 + _SAME))
    if n_cells < 1:
        raise SettingsError(
            tr(
                "A {what} of {area} square map units is smaller than one cell ({cell_size}): use a larger "
                "one, or smaller cells."
            ).format(what=what, area=plain_number(area), cell_size=plain_number(cell_size**2))
        )
    return n_cells


def _affordable(
    grid: StudyGrid, scores: np.ndarray, level: np.ndarray, n_affordable: int, bridge: bool, progress: Progress
) -> np.ndarray:
    """The highest-scoring cells up to a number; of a level that it cuts, those in the weightiest group.

    The level's cells are grouped together with the cells above it; those in the group with the largest sum of
    scores come first, then by position.
    """
    sizes = np.bincount(level)[::-1]
    taken = np.cumsum(sizes)
    n_whole = int(np.searchsorted(taken, n_affordable, side="right"))
    chosen = level > level.max() - n_whole
    left = n_affordable - int(chosen.sum())
    if left and n_whole < len(sizes):
        tied = level == level.max() - n_whole
        groups = contiguous(grid, chosen | tied, bridge)
        weight = np.bincount(groups, scores * (groups > 0))
        candidates = np.flatnonzero(tied)
        order = np.lexsort((candidates, groups[candidates], -weight[groups[candidates]]))
        chosen[candidates[order[:left]]] = True
        progress.info(
            tr(
                "The budget ends among {tied:,} cells of equal score ({scores:.4g}): {left:,} of them are taken, "
                "first in the groups that carry the most risk, then from the north-west."
            ).format(tied=tied.sum(), scores=scores[tied][0], left=left)
        )
    return chosen


def _patrol_places(
    grid: StudyGrid, scores: np.ndarray, level: np.ndarray, mean: float, rules: PlaceRules, progress: Progress
) -> np.ndarray:
    """(n_cells,) int64: number of the patrol place of each cell, 0 else.

    Each begins at the highest-scoring cell that is left (of equal ones that with the riskier surroundings,
    then by position) and takes the highest-scoring cell around it (of equal ones the nearest to its
    beginning, then by position) until it is full. Only cells above the mean score are taken, and to keep
    it compact none that is farther from its beginning than the side of a square of its area.
    """
    from scipy import ndimage

    most = _cells_in(tr("patrol place"), rules.patrol_area, grid.cell_size)
    around = ndimage.convolve(grid.raster(scores, fill=0.0), np.ones((3, 3)), mode="constant")[grid.mask]
    seeds = np.lexsort((np.arange(len(scores)), -levels(around), -level))
    steps = (np.argwhere(_CORNERS_TOO if rules.bridge else _EDGES) - 1).tolist()
    # rasters with a frame of one cell, so that every cell has neighbours on all sides
    cell_at = np.pad(grid.raster(np.arange(grid.n_cells), fill=-1).astype(np.int64), 1, constant_values=-1)
    place_at = np.zeros(cell_at.shape, dtype=np.int64)
    rows, cols = (1 + axis for axis in np.divmod(grid.cells, grid.cols))
    free = scores > mean
    found = 0
    for number, seed in enumerate(seeds.tolist()):
        if number % _EVERY == 0:
            progress(0.8 * found / rules.n_places)
        if not free[seed]:
            continue
        if found == rules.n_places:
            break
        found += 1
        reached = {seed}
        queue = [(0, 0, seed)]
        size = 0
        while queue and size < most:
            cell = heapq.heappop(queue)[-1]
            row, col = rows[cell], cols[cell]
            place_at[row, col] = found
            free[cell] = False
            size += 1
            for to_row, to_col in steps:
                r, c = row + to_row, col + to_col
                neighbour = int(cell_at[r, c])
                if neighbour < 0 or not free[neighbour] or neighbour in reached:
                    continue
                beside = place_at[row, c], place_at[r, col]
                if to_row and to_col and beside[0] == beside[1] > 0 and beside[0] != found:
                    continue  # across a corner that another place is joined at
                away = int((r - rows[seed]) ** 2 + (c - cols[seed]) ** 2)
                if away <= most:
                    reached.add(neighbour)
                    heapq.heappush(queue, (-int(level[neighbour]), away, neighbour))
    progress.info(
        tr(
            "{found:,} patrol places of at most {most:,} cells; where equal cells had to be cut, the nearest "
            "to a place's riskiest cell were taken."
        ).format(found=found, most=most)
    )
    if found < rules.n_places:
        progress.info(
            tr("No cell above the mean score is left for more than {found:,} patrol places.").format(found=found)
        )
    return place_at[1:-1, 1:-1][grid.mask]

"""The slow and obvious way to do what the science does fast: what its results are compared with."""

import numpy as np
from scipy.optimize import minimize

from risk_terrain_modelling.rtm_plugin.selection.count_models import GroupedCounts, fit_counts
from risk_terrain_modelling.rtm_plugin.selection.folds import spatial_blocks
from risk_terrain_modelling.rtm_plugin.space.influence import kernel_density
from risk_terrain_modelling.rtm_plugin.space.shapes import contains
from risk_terrain_modelling.rtm_plugin.trust import validation
from risk_terrain_modelling.rtm_plugin.trust.validation import Ranking
from risk_terrain_modelling.rtm_plugin.variables.candidates import Candidates
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable

STEPS = {False: ((0, 1), (1, 0), (0, -1), (-1, 0))}  # to neighbours, without and with the diagonal ones
STEPS[True] = (*STEPS[False], (1, 1), (1, -1), (-1, 1), (-1, -1))


def slow_distance(grid, shapes, limit):
    """Every centroid by every point or segment."""
    x, y = grid.centroids.T[:, :, None]
    if shapes.kind == "point":
        distance = np.hypot(x - shapes.vertices[:, 0], y - shapes.vertices[:, 1]).min(axis=1)
    else:
        x0, y0, x1, y1 = shapes.segments.T
        squared = (x1 - x0) ** 2 + (y1 - y0) ** 2
        t = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / np.where(squared > 0, squared, 1)
        t = np.clip(t, 0, 1)
        distance = np.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)).min(axis=1)
    if shapes.kind == "polygon":
        distance[contains(shapes, grid.centroids)] = 0
    return np.where(distance <= limit, distance, np.inf)


def slow_density(grid, points, bandwidth):
    distance = np.hypot(*(grid.centroids[:, None] - points[None]).transpose(2, 0, 1))
    kernel = 2 / (np.pi * bandwidth**2) * (1 - (distance / bandwidth) ** 2)
    return np.where(distance <= bandwidth, kernel, 0).sum(axis=1)


def slow_neighbours(grid, values, radius, instead):
    """Mean of the cells around each, weighed by Epanechnikov's kernel, without itself and what is not known."""
    found = []
    for cell, centre in enumerate(grid.centroids):
        weight = 1 - ((grid.centroids - centre) ** 2).sum(1) / radius**2
        weight[cell] = 0.0
        weight[(weight < 0) | np.isnan(values)] = 0.0
        found.append((weight * np.nan_to_num(values)).sum() / weight.sum() if weight.sum() else instead)
    return np.array(found)


def slow_cell_of(grid, points):
    """The cell that each point is in or on the edge of: the southernmost of them and, of these, the westernmost."""
    squares = [(*divmod(int(cell), grid.cols), number) for number, cell in enumerate(grid.cells)]
    found = []
    for x, y in points:
        col, row = (x - grid.x_min) / grid.cell_size, (grid.y_max - y) / grid.cell_size
        touching = [(-r, c, n) for r, c, n in squares if r <= row <= r + 1 and c <= col <= c + 1]
        found.append(min(touching)[2] if touching else -1)
    return found


def slow_contains(polygons, points):
    """Ray by ray and polygon by polygon, for points that are on no edge."""
    inside = np.zeros(len(points), dtype=bool)
    for number in set(polygons.polygon.tolist()):
        of_polygon = polygons.segments[polygons.segment_polygon == number]
        for i, (px, py) in enumerate(points):
            crossings = 0
            for x0, y0, x1, y1 in of_polygon:
                if (y0 > py) != (y1 > py) and px < x0 + (py - y0) * (x1 - x0) / (y1 - y0):
                    crossings += 1
            inside[i] |= crossings % 2 == 1
    return inside


def slow_elastic_net(columns, counts, offset, unpenalised, penalty, alpha):
    """L-BFGS-B on the full matrix, all columns scaled to unit SD; raw coefficients, always-in ones first."""
    n = len(counts)
    free = np.column_stack([np.ones(n), unpenalised])
    spread = np.concatenate([[1.0], unpenalised.std(axis=0)])
    sd = columns.std(axis=0)
    usable = sd > 0
    design = np.column_stack([free / spread, columns[:, usable] / sd[usable]])
    n_free = free.shape[1]

    def value(b):
        eta = offset + design @ b
        mean = np.exp(eta)
        own = b[n_free:]
        gradient = design.T @ (mean - counts) / n
        gradient[n_free:] += penalty * ((1 - alpha) * own + alpha)
        penalties = penalty * ((1 - alpha) / 2 * (own**2).sum() + alpha * own.sum())
        return (mean - counts * eta).mean() + penalties, gradient

    bounds = [(None, None)] * n_free + [(0, None)] * usable.sum()
    start = np.zeros(design.shape[1])
    start[0] = np.log(counts.sum() / np.exp(offset).sum())
    for _ in range(3):  # restarts renew its picture of the curvature
        found = minimize(
            value, start, jac=True, method="L-BFGS-B", bounds=bounds,
            options={"ftol": 1e-16, "gtol": 1e-11, "maxiter": 20000, "maxfun": 40000, "maxcor": 30},
        )  # fmt: skip
        start = found.x
    raw = np.zeros(columns.shape[1])
    raw[usable] = found.x[n_free:] / sd[usable]
    return found.x[:n_free] / spread, raw


def random_case(seed, n=350):
    """What :func:`slow_search` searches: four factors of three alike variables each, counts with ties in the rest."""
    rng = np.random.RandomState(seed)
    variables, columns = [], []
    for factor in range(4):
        direction = "protective" if factor == 1 else "aggravating"
        base = rng.rand(n)
        for distance in (100.0, 200.0, 300.0):
            variables.append(Variable(f"f{factor}", "proximity", distance, direction))
            columns.append((base + rng.normal(0, 0.1, n)) < distance / 700)
    candidates = Candidates.from_columns(n, [(v, c, np.nan) for v, c in zip(variables, columns)])
    unpenalised = rng.choice([0.0, 1.0, 2.5], (n, 1)) if seed % 2 else np.empty((n, 0))
    offset = rng.choice([-0.5, 0.0, 0.7], n) if seed % 3 else np.zeros(n)
    eta = -0.4 + offset + 0.3 * unpenalised.sum(axis=1)
    eta = eta + 0.7 * columns[1] - 0.8 * columns[4] + 0.5 * columns[8] - 0.3 * columns[10]
    counts = rng.poisson(np.exp(eta) * rng.gamma(2, 0.5, n))
    return candidates, np.column_stack(columns) * candidates.signs, counts, offset, unpenalised


def slow_search(variables, columns, counts, offset, unpenalised, family, swaps, p_limit=0.05):
    """Each candidate refitted from scratch on all cells; the formal rules, spelled out."""
    n = len(counts)

    def judged(chosen):
        design = np.column_stack([np.ones(n), unpenalised, columns[:, chosen]])
        fits = fit_counts(family, GroupedCounts.from_cells(design, counts, offset))
        effects, p = fits.coefficients[0, design.shape[1] - len(chosen) :], fits.p_values[0]
        valid = (effects > 0).all() and (p[len(p) - len(chosen) :] <= p_limit).all()
        return fits.bic(n)[0], valid or not chosen

    selected, (bic, _) = [], judged([])
    while True:
        used = {variables[j].factor for j in selected}
        moves = [[*selected, j] for j, v in enumerate(variables) if v.factor not in used]
        moves += [[kept for kept in selected if kept != j] for j in selected]
        if swaps:
            moves += [
                [kept for kept in selected if kept != j] + [other]
                for j in selected
                for other, v in enumerate(variables)
                if v.factor == variables[j].factor and other != j
            ]
        options = [(judged(move)[0], move) for move in moves if judged(move)[1]]
        best = min(options, default=(np.inf, None))
        if not best[0] < bic - 1e-7:
            return selected, bic
        bic, selected = best


def slow_resample(grid, counts, surfaces, found, block_size, seed):
    """Figures of every resample, its cells written out and ranked anew."""
    blocks = spatial_blocks(grid, block_size)
    n_blocks = blocks.max() + 1
    random = np.random.RandomState(seed)
    drawn = random.multinomial(n_blocks, np.full(n_blocks, 1 / n_blocks), found.resamples)
    shares = np.array([share for _, share in found.levels])
    rows = []
    for times in drawn:
        cells = np.repeat(np.arange(grid.n_cells), times[blocks])
        best = Ranking.of(counts[cells], counts[cells])
        rows.append(
            [
                validation._measures(Ranking.of(surface.scores[cells], counts[cells]), best, shares)
                for surface in surfaces
            ]
        )
    return np.array(rows)


def flood(grid, chosen, bridge):
    """Groups of chosen cells as sets, by plain flood fill."""
    where = {tuple(rc): n for n, rc in enumerate(np.argwhere(grid.mask).tolist()) if chosen[n]}
    groups = []
    while where:
        queue, group = [next(iter(where))], set()
        while queue:
            r, c = queue.pop()
            cell = where.pop((r, c), None)
            if cell is not None:
                group.add(cell)
                queue += [(r + dr, c + dc) for dr, dc in STEPS[bridge]]
        groups.append(frozenset(group))
    return groups


def slow_budget(grid, scores, budget):
    """Cell by cell: the highest score; of equal ones in the group with most weight, then by position."""
    best = sorted(set(scores), reverse=True)
    taken = []
    for score in best:
        tied = np.flatnonzero(scores == score).tolist()
        if len(taken) + len(tied) <= budget:
            taken += tied
            continue
        chosen = np.zeros(len(scores), dtype=bool)
        chosen[taken + tied] = True
        for group in sorted(flood(grid, chosen, True), key=lambda g: (-sum(scores[list(g)]), min(g))):
            taken += sorted(cell for cell in group if scores[cell] == score)[: budget - len(taken)]
        break
    return taken


def slow_areas(grid, points, bandwidth, rules):
    """By sets of (row, col), looking at everything at every step."""
    density = kernel_density(grid, points, [bandwidth])[0]
    places = [tuple(divmod(int(cell), grid.cols)) for cell in grid.cells]
    height = {place: round(float(d / density.max()), 9) for place, d in zip(places, density)}
    counts = dict(zip(places, grid.count(points)))
    free, areas = set(places), []

    def beside(place):
        r, c = place
        return [(r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)]

    def around(place):
        r, c = place
        return [(r + i, c + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]

    peaks = [p for p in places if height[p] > 0 and height[p] == max(height.get(q, 0) for q in around(p))]
    for peak in sorted(peaks, key=lambda p: (-height[p], p)):
        if peak not in free or len(areas) == rules.n_areas:
            continue
        area = {peak}
        while len(area) * grid.cell_size**2 < rules.min_area or sum(counts[p] for p in area) < rules.min_incidents:
            edge = {q for p in area for q in beside(p)} & free - area
            large = len(area) * grid.cell_size**2 >= rules.min_area
            if not edge or (large and max(height[q] for q in edge) == 0):
                area = set()
                break

            def worth(q, peak=peak):
                return -height[q], (q[0] - peak[0]) ** 2 + (q[1] - peak[1]) ** 2, q

            area.add(min(edge, key=worth))
        if not area:
            continue
        every = {(r, c) for r in range(-1, grid.rows + 1) for c in range(-1, grid.cols + 1)}
        outside, queue = set(), [(-1, -1)]
        while queue:
            place = queue.pop()
            if place in every and place not in area and place not in outside:
                outside.add(place)
                queue += beside(place)
        area |= (every - outside) & free
        free -= area
        areas.append(sorted(places.index(p) for p in area))
    return areas


def slow_compact(grid, weights, start, n_places, most):
    """Compact places cell by cell, with nothing but lists and distances."""
    reach = 1.25 * (most / np.pi) ** 0.5
    gap = max(1, round(most**0.5 / 2))
    at = {divmod(int(cell), grid.cols): number for number, cell in enumerate(grid.cells)}
    where = {number: place for place, number in at.items()}
    is_open, places = dict.fromkeys(where, True), []

    def disc(number):
        (r, c), radius = where[number], int(np.ceil((most / np.pi) ** 0.5))
        return [
            at[r + i, c + j]
            for i in range(-radius, radius + 1)
            for j in range(-radius, radius + 1)
            if i * i + j * j <= reach**2 and (r + i, c + j) in at and is_open[at[r + i, c + j]]
        ]

    for _ in range(n_places):
        held = {number: round(sum(weights[one] for one in disc(number)), 6) for number in where if is_open[number]}
        held = {number: value for number, value in held.items() if start[number]}
        if not held:
            break
        first = max(held, key=lambda number: (held[number], -number))
        allowed, place = set(disc(first)), [first]
        while len(place) < most:
            sides = {}
            for one in place:
                r, c = where[one]
                for step in ((-1, 0), (1, 0), (0, -1), (0, 1)):
                    beside = at.get((r + step[0], c + step[1]))
                    if beside in allowed and beside not in place:
                        sides[beside] = sides.get(beside, 0) + 1
            if not sides:
                break
            gains = {one: (weights[one] + weights.mean()) * number**2 for one, number in sides.items()}
            place.append(max(gains, key=lambda one: (gains[one], -one)))
        places.append(sorted(place))
        for number in where:
            r, c = where[number]
            if any((r - where[one][0]) ** 2 + (c - where[one][1]) ** 2 <= gap**2 for one in place):
                is_open[number] = False
    return places

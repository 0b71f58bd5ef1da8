"""A trial as it is laid out: its places, what lots have dealt them, and all of that as rows."""

import datetime
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use import trial
from ...rtm_plugin.use.impact import groups_alike
from ...rtm_plugin.use.power import Plan
from ...rtm_plugin.use.randomisation import Design
from ...rtm_plugin.use.small_counts import fewest_values
from ...rtm_plugin.use.trial import CROSSOVER, DAYS_IN_WEEK, FATES, PARALLEL, STEPPED, TAKEN, TOO_FEW, TrialRules
from ...rtm_plugin.use.undated import Undated
from ..reading.trial_baseline import DAYS_IN_MONTH, Baseline
from .trial_styles import LEFT_OUT
from .trial_tables import arm_name, calendar_rows, calendar_seal, fate_words


@dataclass
class LaidTrial:
    """A trial; :meth:`draw_lots` comes first.

    Attributes
    ----------
    places : list of TrialPlace
        (n) in the order of their numbers.
    baseline : Baseline
    risk : (n,) or None
    hectare : float
        Square map units.
    rules : TrialRules
    seed : int
    start : datetime.date or None
        Its first day.
    months : float
    level : float
        Confidence at which it will be judged.
    smallest : int
        Counts of places below it are not printed.
    members : (m,) int64
        Places of the trial, in the order of the design's units.
    design : Design
    fates : (n,) int64
        Indices into :data:`FATES`.
    """

    places: list
    baseline: Baseline
    risk: Optional[np.ndarray]
    hectare: float
    rules: TrialRules
    seed: int
    start: Optional[datetime.date]
    months: float
    level: float
    smallest: int
    members: np.ndarray = field(init=False)
    design: Design = field(init=False)
    fates: np.ndarray = field(init=False)

    @property
    def areas(self):
        """(n,) square map units."""
        return np.array([place.area for place in self.places])

    def draw_lots(self, near, order):
        """Take places of which no two are ``near`` (pairs, (k, 2)), in an order (n,), and deal them arms."""
        self.fates = trial.choose(self.areas, self.baseline.counts, near, order, self.rules)
        self.members = np.flatnonzero(self.fates == FATES.index(TAKEN))
        if self.rules.plan == CROSSOVER:
            self.design = trial.calendar(len(self.members), self.rules, self.seed)
            return
        known = [self.baseline.counts, *([] if self.risk is None else [self.risk])]
        known = np.column_stack(known).astype(np.float64)[self.members]
        part, self.design = trial.deal(known, np.argsort(order)[self.members], self.rules, self.seed)
        self.fates[self.members[~part]] = FATES.index(trial.ALONE)
        self.members = self.members[part]

    # what it can tell

    def n_slices(self):
        """Into how many parts the time before is divided to see how dispersed counts are: each as long as a period of
        the trial, but at least two."""
        length = {PARALLEL: self.months, STEPPED: self.months / self.rules.waves, CROSSOVER: 1 / DAYS_IN_MONTH}
        return min(max(int(self.baseline.months / length[self.rules.plan] + 1e-9), 2), self.baseline.n_parts)

    def plan(self, spread):
        """What is simulated."""
        counts = self.baseline.counts[self.members].astype(np.float64)
        if self.rules.plan == CROSSOVER:
            per_day = counts / (self.baseline.months * DAYS_IN_MONTH)
            return Plan(self.design, np.repeat(per_day, self.rules.weeks * DAYS_IN_WEEK)[:, None], None, spread)
        lengths = np.diff(trial.step_edges(self.rules, self.months))
        return Plan(self.design, np.outer(counts / self.baseline.months, lengths), counts, spread)

    # as rows

    def label(self, place):
        return str(self.places[place].get("label") or tr("Place {0}").format(place + 1))

    def place_arms(self):
        """(m,) the arm of each place; 0 in a crossover, where days have arms."""
        return np.zeros(len(self.members), dtype=np.int64) if self.rules.plan == CROSSOVER else self.design.arms

    def units(self):
        """(number, label, arm, block or None, first day or '', incidents before) of each place of the trial."""
        blocks = [None] * len(self.members)
        if self.rules.plan != CROSSOVER:
            blocks = (self.design.strata + 1).tolist()
        return [
            (
                place + 1,
                self.label(place),
                arm_name(self.rules.plan, arm),
                block,
                self._first_day(arm),
                int(self.baseline.counts[place]),
            )
            for place, arm, block in zip(self.members.tolist(), self.place_arms().tolist(), blocks)
        ]

    def _first_day(self, arm):
        """Of the treatment of an arm, as text; empty where it is not known, or never comes."""
        if self.start is None or (self.rules.plan == PARALLEL and not arm):
            return ""
        step = arm if self.rules.plan == STEPPED else 0
        return trial.steps_of(self.rules, self.start, self.months)[step][0].isoformat()

    def ends(self):
        """The last day, as text; empty where the first is not known."""
        if self.start is None:
            return ""
        return trial.steps_of(self.rules, self.start, self.months)[-1][1].isoformat()

    def rows(self):
        """A row of the layer for each place that was given."""
        dealt = dict(zip(self.members.tolist(), self.units()))
        rows = []
        for place in range(len(self.places)):
            _, _, arm, block, start, _ = dealt.get(place, (None, None, LEFT_OUT, None, "", None))
            rank = self.places[place].get("rank")
            rows.append(
                (
                    place + 1,
                    rank if isinstance(rank, int) else place + 1,
                    self.label(place),
                    arm,
                    block,
                    int(arm.split()[1]) if place in dealt and self.rules.plan == STEPPED else None,
                    start or None,
                    self.ends() or None if place in dealt else None,
                    tidy_number(self.months) if place in dealt else None,
                    fate_words(FATES[self.fates[place]]),
                    int(self.baseline.counts[place]),
                    *((day or None) if place in dealt else None for day in self.baseline.dates),
                    self._percent if place in dealt else None,
                    self.rules.min_count if place in dealt else None,
                    self.smallest if place in dealt else None,
                    None if self.risk is None else tidy_number(float(self.risk[place])),
                    tidy_number(float(self.areas[place] / self.hectare)),
                )
            )
        return rows

    def calendar(self):
        """A row for each place and day of a crossover; none of another trial."""
        if self.rules.plan != CROSSOVER:
            return []
        places = [(place + 1, self.label(place)) for place in self.members.tolist()]
        return calendar_rows(self.design, places, self.start)

    @property
    def _percent(self):
        """The confidence as the layer has it."""
        return tidy_number(100 * self.level)

    def seal(self):
        """Of the places' outlines, the time before and the confidence, and of the calendar or of arms, blocks, days and
        length."""
        before = (*(day for day in self.baseline.dates if day), self._percent)
        if self.rules.plan == CROSSOVER:
            outlines = [(place + 1, *before, self.places[place].outline) for place in self.members.tolist()]
            return trial.seal([*outlines, *calendar_seal((row[0], row[2], row[3]) for row in self.calendar())])
        length = (self.ends(), tidy_number(self.months))
        return trial.seal(
            (number, arm, block, start, *length, *before, self.places[number - 1].outline)
            for number, _, arm, block, start, _ in self.units()
        )

    def groups(self):
        """(m,) of each place the group whose sum is told here, or could be found when the trial is judged."""
        if self.rules.plan != PARALLEL:
            return self.place_arms().tolist()
        return groups_alike(self.place_arms() > 0, self.design).tolist()

    def alike_in(self):
        """What places of a block are alike in."""
        return (tr("incidents before"), *(() if self.risk is None else (tr("relative risk"),)))

    def balance(self):
        """Of what is known before, a tuple of Balance; empty in a crossover."""
        if self.rules.plan == CROSSOVER:
            return ()
        known = [self.baseline.counts, *(() if self.risk is None else (self.risk,)), self.areas / self.hectare]
        values = np.column_stack(known).astype(np.float64)[self.members]
        return trial.balance(values, [*self.alike_in(), tr("area (ha)")], self.design.arms, counts=1)

    def undated(self):
        """The :class:`Undated` of its places: by arm where places have one; None where dates were not asked for."""
        before = self.baseline
        if before.undated is None:
            return None
        groups = [self.members]
        if self.rules.plan == PARALLEL:
            groups = [self.members[self.place_arms() == arm] for arm in (1, 0)]
        undated = tuple(tuple(before.undated[group].tolist()) for group in groups)
        counted = tuple(int(before.counts[group].sum()) for group in groups)
        return Undated(before.n_undated, before.n_given, undated, counted)

    def missed(self):
        """Labels of the places with too few incidents that would have enough if those without a date counted; None
        where that is not to be told, which hangs on nothing but what is told anyway.

        Who knows that a place is one of them knows that no more incidents are missing from its count than have no date
        and lie in no place of the trial, nor in another that is left out for its count.
        """
        few = np.flatnonzero(self.fates == FATES.index(TOO_FEW))
        before, least = self.baseline, self.rules.min_count
        if before.undated is None or not before.n_undated or not len(few):
            return ()
        most = before.n_undated - int(before.undated[self.members].sum()) - (len(few) - 1)
        if self.smallest > 1 and min(least, most) < fewest_values(self.smallest):
            return None
        enough = few[(before.counts + before.undated)[few] >= least]
        return tuple(self.label(place) for place in enough.tolist())

    def numbers(self):
        """The declared numbers about its places."""
        is_parallel, n = self.rules.plan == PARALLEL, len(self.members)
        treated = int((self.place_arms() > 0).sum()) if is_parallel else n
        return {
            "N_GIVEN": len(self.places),
            "N_IN_TRIAL": n,
            "N_TREATMENT": treated,
            "N_CONTROL": n - treated,
            "N_BLOCKS": int(self.design.strata.max()) + 1,
            "N_INCIDENTS": int(self.baseline.counts[self.members].sum()),
        }

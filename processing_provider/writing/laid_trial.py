"""A trial as it was laid out: its places in order of priority, and what lots have dealt them, as rows."""

from dataclasses import dataclass, field

import numpy as np

from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.randomisation import Design
from ...rtm_plugin.use.trial import CROSSOVER, FATES, STEPPED, Balance, TrialRules, balance
from ..reading.trial_places import Baseline
from .trial_styles import LEFT_OUT
from .trial_tables import arm_name, calendar_rows, fate_words


@dataclass
class LaidTrial:
    """Places (n) in order of priority; those of the trial are ``members``, in the order of the design's units.

    ``risk`` (n,) is None where it is not known, ``areas`` are in hectares, ``starts`` are those of the members.
    """

    places: list
    ranks: list
    baseline: Baseline
    risk: np.ndarray
    areas: np.ndarray
    fates: np.ndarray
    members: np.ndarray
    design: Design
    rules: TrialRules
    seed: int
    starts: list = field(default_factory=list)

    def label(self, place):
        return str(self.places[place].get("label") or tr("Place {0}").format(place + 1))

    def place_arms(self):
        """(members,) the arm of each place; 0 in a crossover, where days have arms."""
        return np.zeros(len(self.members), dtype=np.int64) if self.rules.plan == CROSSOVER else self.design.arms

    def blocks(self):
        """The number of each member's block, from 1 on; None in a crossover."""
        if self.rules.plan == CROSSOVER:
            return [None] * len(self.members)
        return (self.design.strata + 1).tolist()

    def units(self):
        """(number, label, arm, block, first day, incidents before) of each place of the trial."""
        arms = [arm_name(self.rules.plan, arm) for arm in self.place_arms().tolist()]
        return [
            (place + 1, self.label(place), arm, block, start, int(self.baseline.counts[place]))
            for place, arm, block, start in zip(self.members.tolist(), arms, self.blocks(), self.starts)
        ]

    def lots(self):
        """What the seal is made of: place, arm, block."""
        return [(number, arm, block) for number, _, arm, block, _, _ in self.units()]

    def rows(self):
        """A row of the layer for each place that was given."""
        dealt = dict(zip(self.members.tolist(), self.units()))
        rows = []
        for place in range(len(self.places)):
            _, _, arm, block, start, _ = dealt.get(place, (None, None, LEFT_OUT, None, "", None))
            is_in_wave = place in dealt and self.rules.plan == STEPPED
            rows.append(
                (
                    place + 1,
                    self.ranks[place],
                    self.label(place),
                    arm,
                    block,
                    int(arm.split()[1]) if is_in_wave else None,
                    start or None,
                    fate_words(FATES[self.fates[place]]),
                    int(self.baseline.counts[place]),
                    None if self.risk is None else tidy_number(float(self.risk[place])),
                    tidy_number(float(self.areas[place])),
                )
            )
        return rows

    def calendar(self, first):
        """A row for each place and day."""
        return calendar_rows(self.design, [(place + 1, self.label(place)) for place in self.members.tolist()], first)

    def balance(self) -> tuple[Balance, ...]:
        """Of what is known before; empty in a crossover."""
        if self.rules.plan == CROSSOVER:
            return ()
        known = {tr("incidents before"): self.baseline.counts.astype(np.float64)}
        if self.risk is not None:
            known[tr("relative risk")] = self.risk
        known[tr("area (ha)")] = self.areas
        values = np.column_stack(list(known.values()))[self.members]
        return balance(values, list(known), self.design.arms)

    def alike_in(self):
        """What places of a block are alike in."""
        return (tr("incidents before"), *(() if self.risk is None else (tr("relative risk"),)))

"""Who lives in or near flagged places, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..names import listed
from ..rounding import rounded
from ..translation import tr

if TYPE_CHECKING:
    from .residents import Residents

_PLAIN = 0.0095  # of less, two decimals would show nothing
FEW_AREAS = 50  # polygons: a group of fewer is not called more or less exposed


def summary(found: Residents) -> str:
    """What part of all people lives there, beside the part of the area."""
    if found.area_flagged >= 1:
        return tr("Everything is flagged: there is nobody outside to compare with.")
    area = percent(found.area_near)
    if found.area_near > found.area_flagged:
        where = tr("in or near the flagged places, which are {area} of the area ({flagged} are flagged)").format(
            area=area, flagged=percent(found.area_flagged)
        )
    else:
        where = tr("in the flagged places, which are {area} of the area").format(area=area)
    if np.isnan(found.share[0]) and found.few_outside:
        if found.area_near > found.area_flagged:
            return tr("Too few people live away from the flagged places for the share in or near them to be told.")
        return tr("Too few people live outside the flagged places, for the share in them to be told.")
    if np.isnan(found.share[0]):
        return tr("Too few people live {where}, for their share to be told.").format(where=where)
    return tr("{share} of all people live {where}.").format(share=percent(found.share[0]), where=where)


def tells_nothing(found: Residents) -> bool:
    """Whether of nobody is told how many live there, not even of all people: the summary says why."""
    return bool(np.isnan([found.share[0], *found.ratio]).all())


def group_sentences(found: Residents) -> list[str]:
    """The sentence of each group; none where they all would say that nothing is told."""
    return [] if tells_nothing(found) else [group_sentence(found, group) for group in range(len(found.names))]


def group_sentence(found: Residents, group: int) -> str:
    """The share and the ratio of one group, and whether it differs from all people."""
    name, ratio = found.names[group], found.ratio[group]
    if found.people[1 + group] == 0:
        return tr("{name}: nobody is counted in the cells.").format(name=name)
    if np.isnan(ratio):
        return tr(
            "{name}: not told, because fewer than {smallest} people would be, or could be worked out from the others."
        ).format(name=name, smallest=found.smallest)
    said = tr("{name}: {share} live there, {ratio} times the share of all people").format(
        name=name, share=percent(found.share[1 + group]), ratio=times(ratio)
    )
    low, high = found.low[group], found.high[group]
    if np.isnan(low):
        if not found.resamples:
            return f"{said}."
        return _without_interval(found, group).format(said=said, n=found.areas[group])
    return tr("{said} (95% interval {low} to {high}): {outcome}.").format(
        said=said, low=times(low), high=times(high), outcome=outcome(low, high, found.areas[group])
    )


def _without_interval(found: Residents, group: int) -> str:
    """Why a group has a ratio without an interval."""
    from .residents import BEYOND, NOBODY_THERE  # which needs scipy; the words of an algorithm's help do not

    if found.without[group] == NOBODY_THERE:
        return tr("{said}; without an interval, because too many resamples of the areas had nobody of them there.")
    if found.without[group] == BEYOND:
        return tr(
            "{said}; without an interval, because it would reach beyond what can be: so little do {n} areas tell."
        )
    return tr("{said}; one area is too few for an interval.")


def is_as_all(low: float, high: float) -> bool:
    """Whether an interval is printed as 1.00 at both ends: what is apart from 1 by less is no difference."""
    return bool(np.isfinite([low, high]).all()) and times(low) == times(high) == times(1.0)


def clear(found: Residents) -> tuple[np.ndarray, np.ndarray]:
    """(g,) bool, bool: groups of enough areas that are more, and that are less exposed than all people."""
    told = np.array([not is_as_all(*limits) for limits in zip(found.low, found.high)], dtype=bool)
    told &= found.areas >= FEW_AREAS
    return told & (found.low > 1), told & (found.high < 1)


def outcome(low: float, high: float, n_areas: int) -> str:
    """What an interval of a ratio says, of a group that is counted by so many areas."""
    if is_as_all(low, high):
        return tr("no clear difference")
    if n_areas < FEW_AREAS and (low > 1 or high < 1):
        return tr("too few areas ({n:,}) to say more or less").format(n=n_areas)
    if low > 1:
        return tr("more than all people")
    if high < 1:
        return tr("less than all people")
    return tr("no clear difference")


def outcome_of(found: Residents, group: int) -> str:
    """What the ratio of a group says, in a few words, or why it says nothing; '' where no interval was asked for."""
    from .residents import BEYOND, NOBODY_THERE, ONE_AREA

    if np.isnan(found.ratio[group]):
        return tr("everything is flagged") if found.area_flagged >= 1 else tr("not told")
    if np.isnan(found.low[group]):
        return {
            BEYOND: tr("no interval: {n} areas tell too little").format(n=found.areas[group]),
            NOBODY_THERE: tr("no interval: too many resamples had nobody there"),
            ONE_AREA: tr("no interval: one area"),
        }.get(found.without[group], "")
    return outcome(found.low[group], found.high[group], int(found.areas[group]))


def strongest_sentences(found: Residents) -> list[str]:
    """Which groups are more or less exposed than all people, and which factor that hangs on most."""
    enough = found.areas >= FEW_AREAS
    above, below = clear(found)
    more = [name for name, is_so in zip(found.names, above) if is_so]
    less = [name for name, is_so in zip(found.names, below) if is_so]
    said = []
    if more:
        said.append(tr("More exposed than all people: {names}.").format(names=listed(more)))
    if less:
        said.append(tr("Less exposed than all people: {names}.").format(names=listed(less)))
    if not more and not less and np.isfinite(found.low[enough]).any():
        said.append(
            tr("No group's share clearly differs from that of all people.")
            if enough.all()
            else tr("No share of a group of {fewest} or more areas clearly differs from that of all people.").format(
                fewest=FEW_AREAS
            )
        )
    if found.drivers is None:
        return said
    doubtful = ~(above | below) & (found.resamples > 0)
    known = [
        group
        for group, ratio in enumerate(found.drivers.ratio)
        if ratio > 0 and not doubtful[group] and times(ratio) != times(1.0)
    ]
    for group in sorted(known, key=lambda one: -abs(np.log(found.drivers.ratio[one])))[:3]:
        driver = found.drivers.strongest(group)
        if driver is not None:
            said.append(
                tr(
                    "{name}: with the RRV of {factor} set to 1, and as many of the riskiest cells flagged, the ratio "
                    "would be {without} rather than {ratio}; no other factor moves it more."
                ).format(
                    name=found.names[group],
                    factor=driver.factor,
                    without=times(driver.ratio[group]),
                    ratio=times(found.drivers.ratio[group]),
                )
            )
    return said


def doubts(found: Residents) -> list[str]:
    """What about the numbers at hand deserves a warning."""
    said = []
    if found.not_whole:
        said.append(
            tr(
                "In most areas the numbers of {names} are not whole: if these are shares or densities rather than "
                "people, choose fields that count people."
            ).format(names=listed(found.not_whole))
        )
    if found.n_areas < FEW_AREAS:
        said.append(
            tr(
                "The people are counted by {n:,} areas only: the intervals say little, and evenly spread people are a "
                "bold assumption. Use smaller areas."
            ).format(n=found.n_areas)
        )
    few = [group for group in range(len(found.names)) if 0 < found.areas[group] < FEW_AREAS]
    if few and found.n_areas >= FEW_AREAS and not tells_nothing(found):
        said.append(
            tr(
                "Some groups are counted by fewer than {fewest} areas, of which single ones decide the ratio: {names}. "
                "They are not called more or less exposed."
            ).format(
                fewest=FEW_AREAS,
                names=listed([f"{found.names[group]} ({found.areas[group]})" for group in few]),
            )
        )
    from .residents import NOBODY_THERE

    told = np.isfinite(found.ratio).tolist()
    if any(why == NOBODY_THERE and is_told for why, is_told in zip(found.without, told)):
        said.append(
            tr("Some ratios have no interval, because too many resamples had nobody in or near a flagged place.")
        )
    return said


def caution() -> str:
    """What every reader has to know first."""
    return tr(
        "This describes who lives where. It does not certify that the map, or what is done with it, is fair, and "
        "equal ratios would not do so either."
    )


def cautions(found: Residents) -> list[str]:
    """What the numbers are, and what they are not."""
    return [
        caution(),
        tr(
            "To be exposed means to live in or near a flagged place: who works, shops or passes there is not counted, "
            "and whether being there does people good or harm is not measured."
        ),
        tr(
            "People are taken to be spread evenly over each area that they were counted by; with areas that are large "
            "beside the flagged places, the shares are rough."
        ),
        tr(
            "The intervals are from resamples of the areas, as if these were independent; neighbouring areas are "
            "alike, so the true doubt is larger. They say nothing about errors of the counts or of the map."
        ),
        *_several(found),
        tr(
            "Fewer than {smallest} people of a group, inside or outside, are not told, nor what would give them away."
        ).format(smallest=found.smallest)
        if found.smallest
        else tr("Small counts are not held back: do not share this outside of those who may see them."),
    ]


def _several(found: Residents) -> list[str]:
    """That more than one interval is read at once."""
    n = int(np.isfinite(found.low).sum())
    if n < 2:
        return []
    return [
        tr(
            "{n} intervals are read at once: even if no group differed, about one in twenty would lie off 1, and the "
            "chance that some of {n} does would be {percent} if they had nothing to do with one another."
        ).format(n=n, percent=percent(1 - 0.95**n))
    ]


def times(ratio: float) -> str:
    """A ratio for reading: two decimals, for those near 1 are what matters."""
    return f"{ratio:.2f}" if _PLAIN <= ratio < 10 else rounded(ratio)


def percent(share: float) -> str:
    return f"{rounded(100 * share)}%"

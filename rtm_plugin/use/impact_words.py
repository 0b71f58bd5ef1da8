"""What became of treated places, in sentences that can be quoted; each says how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite, isinf

from ..names import listed
from ..rounding import signed
from ..translation import tr
from .impact import ETEST, FEWEST_CONTROL, ByLots, Estimate, Impact, RateRatio
from .randomisation import LEAST_SURE, Randomisation
from .small_counts import told_from, withheld
from .trial import CROSSOVER, PARALLEL
from .undated import spoilt_words

_LEAST_SHOWN = 0.001
_OPEN = 100  # limits of a ratio that are so many times apart say nothing
_MOST_DECIMALS = 2  # of a change in percent
_AS_LONG = 0.02  # periods that differ by less are called as long: a leap year, a month


def arm_words(arm: str) -> str:
    """What the code of an arm means: treatment, control, or a wave."""
    if arm.startswith("wave "):
        return tr("Wave {n}").format(n=arm.split()[1])
    return {"treatment": tr("treatment"), "control": tr("control")}.get(arm, arm)


def is_told(found: Impact, least: int) -> bool:
    """Whether differences and ratios of the places may be told: not where one of the sums that they are made of would
    give away a place's count below ``least``. 0 or 1 hides nothing."""
    return not any(_gives_away(found, least))


def is_near_told(found: Impact, least: int) -> bool:
    """The same of their surroundings."""
    return not any(withheld(group, least)[1] for group in found.near_counts)


def _are_treated(found: Impact) -> list[bool]:
    """Whether each group of places is one of treatment: these come last."""
    sizes = [len(group) for group in found.counts[::2]]
    return [sum(sizes[: number + 1]) > found.n_control for number in range(len(sizes))]


def is_spread_told(found: Impact, least: int) -> bool:
    """Whether it may be told how much the counts of control places vary: of two that are hidden that, beside their sum,
    tells both."""
    every = [
        (counts[2 * group + when], lowest if when == 0 else 0)
        for counts, lowest in ((found.counts, found.lowest), (found.near_counts, 0))
        for group, one in enumerate(_are_treated(found) if counts and found.plan == PARALLEL else ())
        for when in (0, 1)
        if not one
    ]
    return not any(withheld(group, least, lowest)[0].any() for group, lowest in every)


def _gives_away(found: Impact, least: int) -> list[bool]:
    """Whether each sum of the places' counts would give one of them away."""
    return [
        withheld(group, least, found.lowest if _is_before(found, number) else 0)[1]
        for number, group in enumerate(found.counts)
    ]


def _is_before(found: Impact, number: int) -> bool:
    """Whether counts of that number are those before, of which a trial knows the lowest."""
    return found.plan != CROSSOVER and number % 2 == 0


def told_sums(found: Impact, least: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """The incidents of treatment and of control, (before, after) each, as text; those that are not told as such."""
    hidden = [not is_told(found, least)] * 4  # in waves each is a sum of parts of all
    if found.plan == CROSSOVER and found.counts:
        treated, control = _gives_away(found, least)
        hidden = [treated, treated, control, control]
    elif found.plan == PARALLEL and found.counts:
        of_group, is_of = _gives_away(found, least), _are_treated(found)
        hidden = [
            any(of_group[2 * group + when] for group, one in enumerate(is_of) if one == treated)
            for treated in (True, False)
            for when in (0, 1)
        ]
    before = told_from(least, found.lowest if found.plan == PARALLEL else 0)
    limits = (before, least, before, least)
    texts = [
        f"{count:,}"
        if not is_hidden
        else tr("fewer than {least}").format(least=limit)
        if count < limit
        else _not_told()
        for count, is_hidden, limit in zip((*found.treated, *found.control), hidden, limits)
    ]
    return (texts[0], texts[1]), (texts[2], texts[3])


def verdict(found: Impact, least: int = 0) -> str:
    """One sentence for a commander: whether anything changed, by how much, and how sure that is; without counts of a
    single place below ``least``, and what would give them away. Where too many incidents have no date, that is said."""
    if found.is_spoilt[0]:
        return tr("Cannot be judged: {why}.").format(why=spoilt_words())
    return tr("{evidence}: {what}; {certainty}.").format(
        evidence=_evidence(found), what=_what(found, least), certainty=certainty(found, least)
    )


def undated_words(found: Impact) -> str:
    """What has to stand beside the verdict where some incidents have no date; '' where nothing has."""
    if found.undated is None or not found.undated.n or found.is_spoilt[0]:
        return ""
    if found.is_too_narrow and any(found.undated.sums):
        return tr("Incidents without a date are counted nowhere; with their dates the difference could be another.")
    if found.could_change[0]:
        return tr("Incidents without a date are counted nowhere; with their dates there might be evidence.")
    said = (
        tr(
            "Incidents without a date are counted nowhere. Judged again with each of them at the time that would raise "
            "the difference most, at that which would lower it most, and with those of control at times that would set "
            "its places apart or make them alike, {what} stays; not every spread of their dates was tried."
        )
        if found.drawn is None
        else tr(
            "Incidents without a date are counted nowhere. Judged again with each of them at the time that would raise "
            "the difference most, and at that which would lower it most, {what} stays; not every spread of their dates "
            "was tried."
        )
    )
    what = tr("what is said of the places") if any(found.could_change) else tr("what is said of evidence")
    return said.format(what=what)


def not_judged(found: Impact) -> str:
    """What has to stand above all figures where the places cannot be judged; '' where they can."""
    if not found.is_spoilt[0]:
        return ""
    return tr(
        "No figure of the places is to be quoted, nor any that they are part of: incidents without a date are missing "
        "in them, in p-values and counts of single places too."
    )


def _evidence(found: Impact) -> str:
    if found.verdict < 0:
        return tr("Evidence of fewer incidents where places were treated")
    if found.verdict > 0:
        return tr("Evidence of more incidents where places were treated")
    if found.is_too_narrow and found.difference.beyond_chance:
        return (
            tr("No more than a sign of fewer incidents where places were treated")
            if found.difference.value < 0
            else tr("No more than a sign of more incidents where places were treated")
        )
    return tr("No evidence either way")


def _what(found: Impact, least: int) -> str:
    """What was counted, and the difference with its interval."""
    if not is_told(found, least):
        return _what_is_told(found, least)
    difference = difference_words(found.quoted)
    if found.plan == CROSSOVER:
        return tr(
            "{treated} on {treated_days} against {control:,} on {control_days}, {difference} than expected on treated "
            "days"
        ).format(
            treated=_incidents(found.treated[1]),
            treated_days=_number(found.n_treated, tr("1 treated day of a place"), tr("{n:,} treated days of places")),
            control=found.control[1],
            control_days=_number(found.n_control, tr("1 untreated one"), tr("{n:,} untreated ones")),
            difference=difference,
        )
    if found.plan == PARALLEL:
        return tr(
            "in {treated_places} {treated} after against {before:,} before{scaled}, which, set against "
            "{control_places}, is {difference} than expected{part}"
        ).format(
            part=_part(found),
            scaled=_scaled(found),
            treated_places=_number(found.n_treated, tr("the one treated place"), tr("the {n:,} treated places")),
            treated=_incidents(found.treated[1]),
            before=found.treated[0],
            control_places=tr("the control places of their blocks ({compared:,} of {n:,})").format(
                compared=found.compared[1], n=found.n_control
            )
            if found.compared[1]
            else _number(found.n_control, tr("the one control place"), tr("the {n:,} control places")),
            difference=difference,
        )
    return tr(
        "in places whose turn had come {treated} while others waited, which, set against those that waited, is "
        "{difference} than expected"
    ).format(treated=_incidents(found.treated[1]), difference=difference)


def _part(found: Impact) -> str:
    """Of how many treated places a difference is, where that is not all."""
    if found.compared[0] in (0, found.n_treated):
        return ""
    return tr(" in the {compared:,} of these whose blocks have any").format(compared=found.compared[0])


def no_part_words(treated: Sequence[str], control: Sequence[str]) -> list[str]:
    """What there is to say of places, by their names, whose blocks have no place of the other arm: sentences."""
    said = []
    if treated:
        said.append(
            tr(
                "Treated places in blocks without a control place add nothing to the comparison by the lots: {names}."
            ).format(names=listed(treated))
        )
    if control:
        said.append(
            tr(
                "Control places in blocks without a treated place add nothing to the comparison by the lots: {names}."
            ).format(names=listed(control))
        )
    return said


def _what_is_told(found: Impact, least: int) -> str:
    """What was counted, where a sum is not told."""
    (before, treated), (_, control) = told_sums(found, least)
    if treated == _not_told():
        treated = tr("a number of incidents that is not told")
    else:
        treated = tr("1 incident") if treated == "1" else tr("{n} incidents").format(n=treated)
    before, control = (tr("a number that is not told") if one == _not_told() else one for one in (before, control))
    if found.plan == CROSSOVER:
        said = tr("{treated} on treated days against {control} on untreated days of the same places")
    elif found.plan == PARALLEL:
        said = _number(
            found.n_treated,
            tr("in the one treated place {treated} after against {before} before"),
            tr("in the {n:,} treated places {{treated}} after against {{before}} before"),
        )
    else:
        said = tr("in places whose turn had come {treated} while others waited")
    return tr(
        "{counted}; how many more or fewer than expected is not told, for small counts could be found from it"
    ).format(counted=said.format(treated=treated, before=before, control=control))


def _not_told() -> str:
    return tr("not told")


def _incidents(n: int) -> str:
    return _number(n, tr("1 incident"), tr("{n:,} incidents"))


def _number(n: int, one: str, many: str) -> str:
    return one if n == 1 else many.format(n=n)


def _scaled(found: Impact) -> str:
    """What the incidents before would be in a time as long as the one after; empty where both are as long."""
    before, after = found.lengths
    if abs(after / before - 1) < _AS_LONG:
        return ""
    return tr(" ({n} for a time as long)").format(n=f"{found.treated[0] * after / before:,.0f}")


def difference_words(found: Estimate | ByLots) -> str:
    """``12 fewer (95% interval: 30 fewer to 6 more)``."""
    value = more_or_fewer(found.value)
    value = tr("neither more nor fewer") if value == more_or_fewer(0.0) else value
    if isinf(found.high):
        return tr("{value} ({percent:.9g}% interval: without limit)").format(value=value, percent=100 * found.level)
    return tr("{value} ({percent:.9g}% interval: {low} to {high})").format(
        value=value,
        percent=100 * found.level,
        low=more_or_fewer(found.low),
        high=more_or_fewer(found.high),
    )


def more_or_fewer(value: float) -> str:
    """A difference in incidents in words: ``12 fewer``."""
    shown = f"{abs(value):,.0f}" if abs(value) >= 9.5 else f"{abs(value):.1f}"
    if float(shown.replace(",", "")) == 0:
        return tr("no difference")
    return tr("{n} fewer").format(n=shown) if value < 0 else tr("{n} more").format(n=shown)


def certainty(found: Impact, least: int = 0) -> str:
    """The p-value and where it comes from, or that no lots were drawn; nothing of an interval that is not told."""
    if found.drawn is not None:
        return lots_words(found.drawn)
    said = tr("no lots were drawn, so that what else differs between the places may be behind it")
    return f"{said}, {_too_narrow()}" if found.is_too_narrow and is_told(found, least) else said


def _too_narrow() -> str:
    return tr(
        "and the interval is too narrow, for fewer than {n} control places do not show how much places change by "
        "themselves"
    ).format(n=FEWEST_CONTROL)


def lots_words(drawn: Randomisation) -> str:
    """``p = 0.03: of all 1,024 ways in which the lots could have fallen``."""
    ways = (
        tr("by all {n:,} ways in which the lots could have fallen")
        if drawn.exact
        else tr("by {n:,} ways in which the lots could have fallen")
    )
    return tr("{p} {ways}").format(p=p_words(drawn.p_value), ways=ways.format(n=drawn.looked_at))


def p_words(p_value: float) -> str:
    return tr("p below {least:g}").format(least=_LEAST_SHOWN) if p_value < _LEAST_SHOWN else f"p = {p_value:.2g}"


def doubts(found: Impact, least: int = 0) -> list[str]:
    """What else has to be said beside the verdict, as sentences; without what gives away counts below ``least``."""
    if not is_told(found, least):
        return [
            tr(
                "Counts of places below {least} could be found from the sums of treatment or control: these are not "
                "told, nor are differences and ratios. SMALLEST_COUNT=0 tells them to whoever may know."
            ).format(least=least),
            *_too_few_ways(found),
        ]
    said = []
    spread = None if found.is_spoilt[0] else found.overdispersion  # else nothing is quoted that it could be said of
    if spread is not None and not is_spread_told(found, least):
        said.append(
            tr(
                "No lots were drawn, so that the intervals above allow for how much places change by themselves, by "
                "the changes of the {n:,} control places; how much that is is not told, for small counts could be "
                "found from it."
            ).format(n=found.n_control)
        )
    elif spread is not None:
        said.append(
            tr(
                "No lots were drawn, so that the intervals above allow for how much places change by themselves: the "
                "variance of the difference is {factor:.1f} times that of Poisson counts, by the changes of the {n:,} "
                "control places."
            ).format(factor=spread, n=found.n_control)
        )
    is_near = spread is not None and found.near_overdispersion is not None and not found.is_spoilt[1]
    if is_near and is_spread_told(found, least) and is_near_told(found, least):
        said.append(
            tr("Around the places it is {factor:.1f} times that of Poisson counts.").format(
                factor=found.near_overdispersion
            )
        )
    if not found.verdict and not found.is_spoilt[0] and found.quoted.low < 0 < found.quoted.high < inf:
        said.append(
            tr(
                "That there is no evidence does not show that nothing changed: the interval leaves room for {low} and "
                "for {high}."
            ).format(low=more_or_fewer(found.quoted.low), high=more_or_fewer(found.quoted.high))
        )
    said += _too_few_ways(found)
    if more_or_fewer(found.quoted.value) != more_or_fewer(found.difference.value):
        said.append(
            tr(
                "The lots compare places within their blocks, each place as one, and say {lots}; the weighted "
                "displacement difference compares all places, sizes brought to one as asked for, and is {difference}."
            ).format(lots=more_or_fewer(found.quoted.value), difference=more_or_fewer(found.difference.value))
        )
    if _lots_differ(found):
        said.append(
            tr(
                "The interval by the lots, which is quoted, and that of the weighted displacement difference, which is "
                "in the table, do not say the same: the latter takes counts for Poisson, which those of places seldom "
                "are, and the lots presume nothing; they decide."
            )
        )
    said += _beside_change(found)
    expected, control = found.treated[0], found.control[0] / found.weight
    if found.plan == PARALLEL and min(expected, control) > 0 and not 0.5 <= control / expected <= 2:
        said.append(
            tr(
                "Before, control had {ratio:.2g} times the incidents of treatment, size allowed for: that both would "
                "have changed by the same number is doubtful, and the change in percent says more."
            ).format(ratio=control / expected)
        )
    return said


def _too_few_ways(found: Impact) -> list[str]:
    """What there is to say where the lots could have shown nothing."""
    if found.drawn is None or found.drawn.least <= 1 - found.level + LEAST_SURE:
        return []
    return [
        tr(
            "The lots could have fallen in {n:,} ways only, so that no result whatever could have been evidence at "
            "this level: more places are needed."
        ).format(n=found.drawn.possible)
    ]


def _beside_change(found: Impact) -> list[str]:
    """What reconciles the difference with the change in percent, where that is told and does not say the same."""
    change = found.quoted_change
    if not change_words(found):
        return []
    if (change.value - 1) * found.quoted.value < 0:
        return [
            tr(
                "In number and in proportion the result points either way: the one presumes that without treatment "
                "both would have changed by the same number, the other in proportion; where they differ, neither is "
                "evidence without the other."
            )
        ]
    if not found.verdict and change.beyond_chance and found.quoted.low < 0 < found.quoted.high:
        return [
            tr(
                "That the interval of the change in percent leaves no change out is no evidence either: it presumes "
                "other things than the difference, by which it is judged."
            )
        ]
    if found.verdict and not change.beyond_chance and change.low < 1 < change.high:
        return [tr("In proportion that is less sure: the interval of the change in percent leaves room for none.")]
    return []


def _lots_differ(found: Impact) -> bool:
    """Whether lots and Poisson counts say other things, of the places or of their surroundings."""
    both = ((found.verdict, found.drawn, found.difference), (found.near_verdict, found.near_drawn, found.near))
    return any(
        drawn is not None and difference is not None and said != _by_interval(difference)
        for said, drawn, difference in both
    )


def _by_interval(found: Estimate) -> int:
    return 0 if not found.beyond_chance else 1 if found.value > 0 else -1


def near_words(found: Impact, least: int = 0) -> str:
    """Displacement or diffusion of benefits around the places; empty where it was not looked at. What is said of both
    together is left out where it would give away counts below ``least``."""
    quoted = found.near_quoted
    if quoted is None:
        return ""
    if not is_near_told(found, least):
        return tr(
            "What changed around the places is not told, for small counts could be found from it; SMALLEST_COUNT=0 "
            "tells it to whoever may know."
        )
    _, is_spoilt, both_spoilt = found.is_spoilt
    _, could_change, both_could_change = found.could_change
    if is_spoilt:
        said = tr("What changed around the treated places cannot be judged: {why}.").format(why=spoilt_words())
    else:
        said = _around_words(found, quoted)
        if could_change:
            said += " " + tr("With the dates of all incidents there might be a sign of one or the other.")
    if found.total_quoted is None or not is_told(found, least):
        return said
    shown = difference_words(found.total_quoted)
    if both_spoilt and (is_spoilt or found.is_spoilt[0]):
        together = tr("In and around them together it cannot be judged either.")
    elif both_spoilt:
        together = tr("In and around them together it cannot be judged: {why}.").format(why=spoilt_words())
    elif both_could_change:
        together = tr(
            "In and around them together there were {shown}, which might be evidence, or none, with the dates of all "
            "incidents."
        ).format(shown=shown)
    else:
        together = tr("In and around them together there were {shown}.").format(shown=shown)
    return f"{said} {together}"


def _around_words(found: Impact, quoted: Estimate | ByLots) -> str:
    """What changed around the places, and whether that is a sign of anything."""
    if found.near_verdict > 0:
        what = tr("a sign of displacement")
    elif found.near_verdict < 0:
        what = tr("a sign of diffusion of benefits")
    else:
        what = tr("neither displacement nor diffusion of benefits is shown, and neither is ruled out")
    sure = "" if found.near_drawn is None else f"; {lots_words(found.near_drawn)}"
    if found.is_too_narrow and quoted.beyond_chance:
        sure = f", {_too_narrow()}"
    return tr("Around the treated places, set against those around control, there were {shown}: {what}{sure}.").format(
        shown=difference_words(quoted), what=what, sure=sure
    )


def change_words(found: Impact, least: int = 0) -> str:
    """The change in percent, beside control's; empty where there is none, where its interval leaves everything open,
    where it would give away counts below ``least``, or where nothing can be judged."""
    if not is_told(found, least) or found.is_spoilt[0]:
        return ""
    change = found.quoted_change
    if not isfinite(change.value) or (
        change.low < 1 < change.high and change.high > _OPEN * max(change.low, 1 / _OPEN)
    ):
        return ""
    limits = ""
    if isfinite(change.low) and change.low == change.low:
        limits = tr(" ({percent:.9g}% interval: {low} to {high})").format(
            percent=100 * found.level, low=percent_words(change.low), high=percent_words(change.high)
        )
    if found.plan == CROSSOVER:
        said = tr("Per day, that is {change}{limits} against untreated days of the same places.")
    elif found.plan == PARALLEL:
        said = tr("In proportion, that is a change of {change}{limits} against control.")
    else:
        said = tr("In proportion, that is {change}{limits} against what was to be expected.")
    return said.format(change=percent_words(found.change.value), limits=limits)


def percent_words(ratio: float) -> str:
    """A ratio as a change: 0.7 -> ``−30%``; with as many decimals as tell it from none."""
    if isinf(ratio):
        return tr("no limit")
    change = 100 * (ratio - 1)
    digits = next((n for n in range(_MOST_DECIMALS + 1) if round(change, n)), 0)
    return f"{signed(change, digits)}%"


def ratio_words(found: RateRatio | None) -> tuple[str, str, str]:
    """A ratio, its interval and its p-value for a table; dashes where it has none."""
    if found is None or found.value != found.value:
        return "–", "–", "–"
    ends = ["∞" if isinf(one) else f"{one:.2f}" for one in (found.value, found.low, found.high)]
    p_value = "–" if found.p_value != found.p_value else p_words(found.p_value)
    return ends[0], tr("{low} to {high}").format(low=ends[1], high=ends[2]), p_value


def presumed(found: Impact) -> list[str]:
    """What the figures rest on, and what they do not say."""
    said = {
        CROSSOVER: [
            tr(
                "Each place is its own control: the difference is that of its treated and untreated days within a "
                "week, summed over all. Its interval takes counts for Poisson."
            ),
            tr("What a visit does may last into the next day, which counts as untreated: the effect is understated."),
        ],
        PARALLEL: [
            tr(
                "The difference is the weighted displacement difference: change of treatment minus change of control. "
                "It presumes that without treatment both would have changed by the same number of incidents; its own "
                "interval takes counts for Poisson."
            ),
            tr(
                "The change in percent presumes instead that without treatment both would have changed in proportion; "
                "its interval and p-value are Fisher's exact ones."
            )
            if found.quoted is found.difference
            else tr(
                "The change in percent presumes instead that without treatment both would have changed in proportion. "
                "Its interval and p-value in the table are Fisher's exact ones, which take counts for Poisson; the "
                "interval that is quoted is wider than that by as much as the one of the difference is."
            ),
        ],
    }
    by_etest = (
        [tr("The other three ratios in the table have the p-value and the interval of the E-test.")]
        if found.method == ETEST and found.plan == PARALLEL
        else [tr("The ratio has the p-value and the interval of the E-test.")]
        if found.method == ETEST and found.plan == CROSSOVER
        else []
    )
    in_waves = tr(
        "The difference is that of places whose turn had come and of those of the same block that waited, in each "
        "step, minus what was before; a step weighs the more, the more places are treated and wait in it, and one in "
        "which none waits tells nothing. It presumes that without treatment both would have changed by the same number "
        "of incidents; its interval takes counts for Poisson."
    )
    return [
        *said.get(found.plan, [in_waves]),
        *by_etest,
        tr(
            "Where lots were drawn, the p-value presumes nothing but that they were: it compares the result with those "
            "of all other ways in which they could have fallen. The interval that is quoted then holds all effects, "
            "the same for each treated unit, that this test does not reject."
        ),
        tr(
            "Recorded incidents are counted. Whether recording changed with treatment cannot be seen in them, and "
            "nothing here is about any person."
        ),
    ]

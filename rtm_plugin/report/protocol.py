"""The protocol of a trial as a page, ready to be registered before it begins: units, lots, outcome, analysis, power."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..names import listed
from ..rounding import plain_number, with_minus
from ..translation import tr
from ..use.impact_words import arm_words
from ..use.power import WANTED, Power
from ..use.trial import (
    COMPLETE,
    CROSSOVER,
    IMBALANCE,
    PAIRS,
    PARALLEL,
    STEPPED,
    VISIT_MINUTES,
    Balance,
    TrialRules,
    enough_places,
    enough_weeks,
    step_edges,
)
from ..use.undated import Undated
from .content import ReportTable, rounded
from .render import page_environment
from .small_counts import PrintableCounts, hidden_words, not_shown, printable

_FOLDER = Path(__file__).resolve().parent
_WAVE = "wave {n}"  # as the field of the arm has it


@dataclass(frozen=True)
class TrialUnit:
    """A place of the trial, as the protocol lists it."""

    number: int
    label: str
    arm: str
    block: int | None
    starts: str
    count: int


@dataclass(frozen=True)
class Protocol:
    """All that :func:`render_protocol` needs.

    Attributes
    ----------
    title : str
    rules : TrialRules
    eligible : tuple of (what, which)
        Which places are taken, in words.
    fates : tuple of (words, number of places)
        What became of the places that were given.
    buffer : str
        With its unit.
    units : tuple of TrialUnit
    seed : int
    seal : str
    start, ends : str
        First and last day; empty where they are not set.
    months, baseline_months : float
    baseline : tuple of str
        First and last day of the time before; two empty ones where they are not known.
    baseline_notes : tuple of str
        What there is to say of its incidents, in sentences.
    n_incidents : int
        Before, in the places of the trial.
    treatment, outcome : str
        In the user's words; empty for a blank to be filled in.
    level : float
    alike_in : tuple of str
        What places of a block are alike in.
    balance : tuple of Balance
    least_p_value : float
        No result whatever of the trial has a smaller one.
    power : Power
    dispersion_from : str
        Where the dispersion comes from, in words.
    least : int
        Counts of places below it are not printed.
    sources : tuple of (what, which)
    command : str
    is_spread_of_places : bool
        Whether the dispersion is that between the places' counts before.
    undated : Undated or None
        Incidents before that have no date; None where dates were not asked for.
    groups : tuple of int
        Of each unit the group whose sum could be found when the trial is judged; none where that is its arm.
    missed : tuple of str or None
        Places with too few incidents that would have enough if those without a date counted; None where that is not
        to be told.
    """

    title: str
    rules: TrialRules
    eligible: tuple[tuple[str, str], ...]
    fates: tuple[tuple[str, int], ...]
    buffer: str
    units: tuple[TrialUnit, ...]
    seed: int
    seal: str
    start: str
    ends: str
    months: float
    baseline_months: float
    baseline: tuple[str, str]
    baseline_notes: tuple[str, ...]
    n_incidents: int
    treatment: str
    outcome: str
    level: float
    alike_in: tuple[str, ...]
    balance: tuple[Balance, ...]
    least_p_value: float
    power: Power
    dispersion_from: str
    least: int
    sources: tuple[tuple[str, str], ...]
    command: str = ""
    is_spread_of_places: bool = False
    undated: Undated | None = None
    groups: tuple[int, ...] = ()
    missed: tuple[str, ...] | None = ()


def render_protocol(protocol: Protocol) -> str:
    """The protocol as HTML text that needs no other file; the same protocol gives the same text.

    Raises :class:`MissingPackageError` where Jinja2 cannot be used.
    """
    counts = _counts_before(protocol)
    futile = futile_words(protocol)
    spread_is_told = not (protocol.is_spread_of_places and counts.incomplete)
    return (
        page_environment()
        .get_template("protocol.html")
        .render(
            protocol=protocol,
            n_incidents=None if counts.without_sum else protocol.n_incidents,
            in_short=in_short(protocol),
            undated="" if protocol.undated is None else protocol.undated.words(protocol.least),
            missed=missed_words(protocol.missed),
            allocation=allocation_words(protocol),
            analysis=analysis_words(protocol),
            is_futile=bool(futile),
            power=(futile,) if futile else power_words(protocol.power, protocol.level, spread_is_told),
            curve=_curve(protocol.power),
            balance=balance_table(
                protocol.balance, protocol.rules, bool(counts.incomplete), _without_mean(protocol, counts)
            ),
            imbalance=balance_words(protocol.balance, bool(counts.incomplete)),
            hidden_words=hidden_words(protocol.least, protocol.rules.min_count),
            units=_units(protocol, counts),
            limits=limits_words(protocol.rules),
            style=(_FOLDER / "report.css").read_text(encoding="utf-8"),
        )
    )


def in_short(protocol: Protocol) -> str:
    """What will be done, and what it can tell, in a few sentences."""
    rules, n = protocol.rules, len(protocol.units)
    if rules.plan == CROSSOVER:
        done = tr(
            "Each of {n:,} places is treated on {days} days of every week for {weeks} weeks, drawn by lot, with visits "
            "of {minutes} minutes; the other days are its control."
        ).format(n=n, days=rules.days_per_week, weeks=rules.weeks, minutes=VISIT_MINUTES)
    elif rules.plan == PARALLEL:
        treated = sum(unit.arm == "treatment" for unit in protocol.units)
        done = tr(
            "Of {n:,} places {treated:,} are treated and {control:,} are left as they are, for {months} months."
        ).format(n=n, treated=treated, control=n - treated, months=plain_number(protocol.months))
    else:
        done = tr(
            "{n:,} places are treated in {waves} waves over {months} months; those that wait are the control."
        ).format(n=n, waves=rules.waves, months=plain_number(protocol.months))
    said = [done, futile_words(protocol) or power_words(protocol.power, protocol.level)[0]]
    if protocol.undated is not None and protocol.undated.why():
        said.append(protocol.undated.of_a_design())
    if protocol.missed:
        said.append(missed_words(protocol.missed))
    return " ".join(said)


def missed_words(missed: tuple[str, ...] | None) -> str:
    """Which places are left out for want of dates, in a sentence; '' where none is."""
    if missed is None:
        return tr(
            "Whether places with too few incidents would have enough if those without a date counted is not told, for "
            "small counts could be found from it: find the dates before lots are relied on."
        )
    if not missed:
        return ""
    return tr(
        "Left out for too few incidents, but with enough if those without a date counted: {places}. Find the dates "
        "before lots are relied on."
    ).format(places=listed(missed))


def futile_words(protocol: Protocol) -> str:
    """What there is to say where no result whatever would count as evidence, and what helps; '' where one can."""
    least, limit = protocol.least_p_value, round(1 - protocol.level, 12)
    if least <= limit:
        return ""
    return tr(
        "This trial cannot show anything: however large the effect, its p-value cannot be below {least}, and to count "
        "as evidence it has to be at most {limit}. What helps: {help}."
    ).format(least=f"{least:.3g}", limit=plain_number(limit), help=tr(", or ").join(_what_helps(protocol, limit)))


def _what_helps(protocol: Protocol, limit: float) -> list[str]:
    """What makes a p-value of at most ``limit`` possible."""
    rules, n = protocol.rules, len(protocol.units)
    wanted = enough_places(rules, limit, n)
    if rules.plan == CROSSOVER:
        weeks = enough_weeks(rules, limit, n)
        return [tr("at least {n:,} places").format(n=wanted), tr("at least {n:,} weeks").format(n=weeks)]
    if rules.grouping == COMPLETE:
        return [tr("at least {n:,} places").format(n=wanted)]
    is_of_pairs = rules.grouping == PAIRS and rules.plan == PARALLEL
    helps = [
        tr("at least {n:,} pairs").format(n=wanted // 2)
        if is_of_pairs
        else tr("at least {n:,} places").format(n=wanted)
    ]
    at_once = enough_places(replace(rules, grouping=COMPLETE), limit, n)
    if at_once == n:
        helps.append("GROUPING=complete")
    elif at_once < wanted:
        helps.append(tr("at least {n:,} places and GROUPING=complete").format(n=at_once))
    return helps


def power_words(power: Power, level: float, spread_is_told: bool = True) -> tuple[str, ...]:
    """What the trial can tell, in sentences; the first one stands alone."""
    first = tr(
        "If treatment takes away {effect}% of the incidents, the trial will show it with a probability of {power}% "
        "(± {error} by the simulation itself)."
    ).format(
        effect=plain_number(100 * power.effect),
        power=f"{100 * power.power:.0f}",
        error=f"{100 * 1.96 * power.error:.1f}",
    )
    if power.detectable is None:
        second = tr(
            "No effect up to 95% would be shown with a probability of {wanted}%: take more places, a longer time, or "
            "places with more incidents."
        ).format(wanted=round(100 * WANTED))
    else:
        second = tr("The smallest effect that it shows with a probability of {wanted}% is {effect}%.").format(
            wanted=round(100 * WANTED), effect=round(100 * power.detectable)
        )
    third = tr(
        "From {n:,} simulated trials with negative binomial counts (variance = mean + {spread} × mean²), each judged "
        "as this one will be, at {level}% confidence (seed {seed})."
    ).format(
        n=power.simulations,
        spread=rounded(power.dispersion) if spread_is_told else tr("dispersion"),
        level=plain_number(100 * level),
        seed=power.seed,
    )
    if not spread_is_told:
        third = tr("{sentence} The dispersion is not told, for small counts could be found from it.").format(
            sentence=third
        )
    return first, second, third


def _curve(power: Power) -> ReportTable:
    return ReportTable(
        tr("Probability that the trial shows an effect, by its size"),
        (tr("Incidents taken away"), *(f"{100 * effect:.0f}%" for effect, _ in power.curve)),
        ((tr("Shown with a probability of"), *(f"{100 * value:.0f}%" for _, value in power.curve)),),
        tuple(range(1, len(power.curve) + 1)),
    )


def allocation_words(protocol: Protocol) -> list[str]:
    """How lots were drawn."""
    rules = protocol.rules
    if rules.plan == CROSSOVER:
        how = tr(
            "For each place and each week {days} of the 7 days were drawn by lot, each set of days being as likely."
        )
        said = [how.format(days=rules.days_per_week)]
    elif rules.grouping == COMPLETE:
        said = [tr("Lots were drawn among all places at once.")]
    else:
        size = tr("pairs") if rules.grouping == PAIRS and rules.plan == PARALLEL else tr("blocks")
        said = [
            tr(
                "Places were put into {size} that are alike in what is known before ({known}); no exchange of two "
                "places would make them more alike. Lots were drawn within each."
            ).format(size=size, known=listed(protocol.alike_in))
        ]
    if rules.plan == STEPPED:
        said.append(_step_words(protocol))
    return [
        *said,
        tr(
            "The seed of the random numbers is {seed}: who runs the command below with the same layers gets the same "
            "lots."
        ).format(seed=protocol.seed),
    ]


def _step_words(protocol: Protocol) -> str:
    """How long places of a wave are treated before the next one's turn comes."""
    edges = step_edges(protocol.rules, protocol.months)
    lengths = [plain_number(round(float(one), 3)) for one in np.diff(edges)]
    starts = sorted({unit.starts for unit in protocol.units if unit.starts})
    when = tr("Each wave begins on its first day ({days})").format(days=", ".join(starts)) if starts else ""
    if len(set(lengths)) == 1:
        how = (
            tr("the {n} steps last 1 month each").format(n=len(lengths))
            if lengths[0] == "1"
            else tr("the {n} steps last {months} months each").format(n=len(lengths), months=lengths[0])
        )
    else:
        how = tr("the {n} steps last {months} months, for they have whole months that are as equal as can be").format(
            n=len(lengths), months=listed(lengths)
        )
    said = tr("{when}: {how}.").format(when=when, how=how) if when else f"{how}."
    return said[:1].upper() + said[1:]


def analysis_words(protocol: Protocol) -> list[str]:
    """How the trial will be judged, set down before it begins."""
    rules = protocol.rules
    if rules.plan == CROSSOVER:
        what = tr(
            "Outcome: incidents per day. Effect: the rate of treated days minus that of untreated days of the same "
            "place and week."
        )
        test = tr("as if the days of each place and week had been drawn anew")
        beside = tr("the difference in incidents, and the rate of treated days over that of untreated days")
    elif rules.plan == PARALLEL:
        what = tr(
            "Outcome: incidents in each place while the trial lasts, minus those before, as if both were as long. "
            "Effect: its mean in treated places minus that in control places of the same block."
        )
        test = tr("as if lots had been drawn anew within the blocks")
        beside = tr(
            "the weighted displacement difference, the ratios of rates, and, where a displacement width is given, "
            "displacement or diffusion of benefits"
        )
    else:
        what = tr(
            "Outcome: incidents of each place in each step, minus those before, as if both were as long. Effect: its "
            "mean in places whose turn has come minus that in those of the same block that wait, steps being weighted "
            "by how many are treated and how many wait."
        )
        test = tr("as if the waves had been drawn anew within the blocks")
        beside = tr("the difference in incidents, and the incidents in treated places over what was to be expected")
    return [
        what,
        tr(
            "Test: the effect is compared with those of all other ways in which the lots could have fallen, {test} "
            "(9,999 of them where there are more than 20,000). It counts as evidence where the two-sided p-value is at "
            "most {limit}."
        ).format(test=test, limit=plain_number(1 - protocol.level)),
        tr("Beside it, with intervals: {beside}. The algorithm “Impact” does all of this.").format(beside=beside),
        tr("What is decided after the result is known is to be called so."),
    ]


def balance_words(balance: Sequence[Balance], hides_counts: bool = False) -> str:
    """Whether the groups are alike, in one sentence; not in counts of which some are hidden, for beside the means that
    would tell something of their SD."""
    told = [one for one in balance if not (one.of_counts and hides_counts)]
    apart = [one.name for one in told if one.differs]
    if not told:
        return ""
    if not apart and len(told) < len(balance):
        return tr("The groups are alike in {names}: no standardised difference is beyond {limit}.").format(
            names=listed([one.name for one in told]), limit=IMBALANCE
        )
    if not apart:
        return tr("The groups are alike in all of this: no standardised difference is beyond {limit}.").format(
            limit=IMBALANCE
        )
    return tr(
        "The groups differ by more than {limit} in: {names}. The lots remain fair, and the test allows for it; drawing "
        "again until the groups please would not be."
    ).format(limit=IMBALANCE, names=", ".join(apart))


def balance_table(
    balance: Sequence[Balance],
    rules: TrialRules,
    hides_counts: bool = False,
    without_mean: frozenset[str] = frozenset(),
) -> ReportTable | None:
    """Means (SD) of the groups and their standardised difference; None for a crossover, where places are their own
    control.

    Where a count is hidden, of counts neither the SD nor the difference is told, for of two that are hidden the mean
    and the SD tell both; and the mean only of arms that are not ``without_mean``, whose sum may be told.
    """
    if not balance or rules.plan == CROSSOVER:
        return None
    if rules.plan == PARALLEL:
        groups, order, arms = (tr("Treatment"), tr("Control")), (1, 0), ("treatment", "control")
    else:
        order = tuple(range(rules.waves))
        groups = tuple(tr("Wave {n}").format(n=wave + 1) for wave in order)
        arms = tuple(_WAVE.format(n=wave + 1) for wave in order)
    rows = []
    for one in balance:
        if one.of_counts and hides_counts:
            means = (
                not_shown() if name in without_mean else rounded(one.means[arm], 3) for name, arm in zip(arms, order)
            )
            rows.append((one.name, *means, not_shown()))
            continue
        means = (f"{rounded(one.means[arm], 3)} ({rounded(one.sds[arm], 3)})" for arm in order)
        rows.append((one.name, *means, "∞" if np.isinf(one.difference) else with_minus(f"{one.difference:.2f}")))
    return ReportTable(
        tr("Means (SD) before, and standardised difference"),
        ("", *groups, tr("Difference")),
        tuple(rows),
        tuple(range(1, len(groups) + 2)),
    )


def _counts_before(protocol: Protocol) -> PrintableCounts:
    """Incidents before of each place, as they may be printed; that of what is eligible stands in the rules."""
    units = protocol.units
    groups = [str(group) for group in protocol.groups] or [unit.arm for unit in units]
    return printable([unit.count for unit in units], groups, protocol.least, protocol.rules.min_count)


def _without_mean(protocol: Protocol, counts: PrintableCounts) -> frozenset[str]:
    """Arms whose mean is not told: it gives away the sum of their groups, one of which would give a count away."""
    groups = [str(group) for group in protocol.groups] or [unit.arm for unit in protocol.units]
    return frozenset(unit.arm for unit, group in zip(protocol.units, groups) if group in counts.without_sum)


def _units(protocol: Protocol, counts: PrintableCounts) -> ReportTable:
    is_by_day = protocol.rules.plan == CROSSOVER
    rows = []
    for unit, count in zip(protocol.units, counts.texts):
        block = "–" if unit.block is None else str(unit.block)
        lots = () if is_by_day else (arm_words(unit.arm), block, unit.starts or "–")
        rows.append((str(unit.number), unit.label, *lots, count))
    lots = () if is_by_day else (tr("Arm"), tr("Block"), tr("Starts"))
    headers = (tr("Place"), tr("Name"), *lots, tr("Incidents before"))
    return ReportTable("", headers, tuple(rows), (0, len(headers) - 1))


def limits_words(rules: TrialRules) -> list[str]:
    """What a trial like this cannot see."""
    said = [
        tr(
            "Places that are chosen because much was recorded there tend to have less by themselves later. That "
            "touches treatment and control alike, but leaves fewer incidents to tell them apart: the power is "
            "somewhat lower than stated."
        ),
        tr("Recorded incidents are counted; if treatment changes how many are reported, that is counted, too."),
        tr("Places are studied, not persons; no incident is shown as a point in what is handed on."),
    ]
    if rules.plan == CROSSOVER:
        said.insert(
            1,
            tr(
                "What a visit does may last into the next day, which is then counted as untreated: the effect is "
                "understated."
            ),
        )
    return said

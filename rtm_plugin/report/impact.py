"""The impact of a treatment as one page: the sentence to quote, all figures, and what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf, isnan, nan
from pathlib import Path

from ..rounding import signed
from ..translation import tr
from ..use import impact_words as words
from ..use.impact import ByLots, Estimate, Impact, RateRatio
from ..use.randomisation import Randomisation
from ..use.trial import CROSSOVER, PARALLEL
from .content import ReportTable, rounded
from .render import page_environment
from .small_counts import hidden_words, printable

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class JudgedPlace:
    """A place and what was counted in it; ``change`` is rate after over rate before, None where it was not asked."""

    number: int
    label: str
    arm: str
    before: int
    after: int
    change: RateRatio | None = None


def render_impact(
    found: Impact,
    title: str,
    places: Sequence[JudgedPlace],
    least: int,
    sources: Sequence[tuple[str, str]],
    notes: Sequence[str] = (),
    command: str = "",
) -> str:
    """An :class:`Impact` as HTML text that needs no other file; the same result gives the same text.

    Parameters
    ----------
    found : Impact
    title : str
    places : sequence of JudgedPlace
    least : int
        Counts below it are not printed, nor what would give them away.
    sources : sequence of (what, which)
        What went in.
    notes : sequence of str
        What the run has to say beside, in sentences.
    command : str
        What to type to make the same result again.

    Raises
    ------
    MissingPackageError
        Jinja2 cannot be used.
    """
    undated = [] if found.undated is None else [found.undated.words(least)]
    undated += [] if found.near_undated is None else [found.near_undated.words_around(least)]
    return (
        page_environment()
        .get_template("impact.html")
        .render(
            title=title,
            sentences=[
                text
                for text in (
                    words.verdict(found, least),
                    words.undated_words(found),
                    words.change_words(found, least),
                    words.near_words(found, least),
                )
                if text
            ],
            doubts=[*words.doubts(found, least), *filter(None, undated), *notes],
            figures_words=words.not_judged(found),
            tables=tables(found, least),
            places=place_table(found, places, least),
            place_words=place_words(found),
            least=least,
            hidden_words=hidden_words(least, 0 if found.plan == CROSSOVER else found.lowest),
            presumed=words.presumed(found),
            sources=sources,
            command=command,
            style=(_FOLDER / "report.css").read_text(encoding="utf-8"),
        )
    )


def tables(found: Impact, least: int = 0) -> tuple[ReportTable, ...]:
    """What was counted, the differences, and the ratios; without what would give away counts below ``least``."""
    if not words.is_told(found, least):
        return (_counts(found, least),)
    level = f"{100 * found.level:.9g}%"
    by_lots = found.drawn is not None
    near = found.near is not None and found.total is not None and words.is_near_told(found, least)
    scopes = (
        (tr("In the places"), found.difference, found.wide, found.drawn),
        *(((tr("Around them"), found.near, found.near_wide, found.near_drawn),) if near else ()),
        *(((tr("Both together"), found.total, found.total_wide, found.total_drawn),) if near else ()),
    )
    differences = (
        [
            _difference_row(tr("{scope}, by the lots").format(scope=name), found.by_lots(drawn), drawn)
            for name, _, _, drawn in scopes
        ]
        if by_lots
        else []
    )
    differences += [
        _difference_row(tr("{scope}, counts taken for Poisson").format(scope=name), difference)
        for name, difference, _, _ in scopes
    ]
    differences += [
        _difference_row(
            tr("{scope}, overdispersion allowed for").format(scope=name),
            wide,
            rough=not words.is_spread_told(found, least),
        )
        for name, _, wide, _ in scopes
        if wide is not None
    ]
    return (
        _counts(found, least),
        ReportTable(
            tr("Difference in incidents, treatment against control; below 0 is fewer"),
            (
                "",
                tr("Difference"),
                tr("{level} interval").format(level=level),
                tr("Standard error"),
                "Z",
                *((tr("p-value by the lots"),) if by_lots else ()),
            ),
            tuple(row[: 6 if by_lots else 5] for row in differences),
            (1, 2, 3, 4, 5),
        ),
        _ratios(found, level),
    )


def _ratios(found: Impact, level: str) -> ReportTable:
    """The ratios of rates; in waves, where there is none, what was counted over what was to be expected."""
    interval = tr("{level} interval").format(level=level)
    if found.plan not in (PARALLEL, CROSSOVER):
        return ReportTable(
            tr("Counted over expected; 1 is no change"),
            ("", tr("Counted over expected"), interval),
            ((_change_name(found), *words.ratio_words(found.change)[:2]),),
            (1, 2),
        )
    ratios = [
        (tr("Treatment: rate after over rate before"), found.treated_change),
        (tr("Control: rate after over rate before"), found.control_change),
        (
            tr("After: rate of treatment over rate of control (what set them apart before is in it)")
            if found.drawn is None
            else tr("After: rate of treatment over rate of control"),
            found.after_ratio,
        ),
        (_change_name(found), found.change),
    ]
    return ReportTable(
        tr("Ratios of rates, counts taken for Poisson; 1 is no change"),
        ("", tr("Ratio"), interval, tr("p-value")),
        tuple((name, *words.ratio_words(ratio)) for name, ratio in ratios if ratio is not None),
        (1, 2, 3),
    )


def _change_name(found: Impact) -> str:
    if found.plan == CROSSOVER:
        return tr("Rate of treated days over rate of untreated days")
    if found.plan == PARALLEL:
        return tr("Change of treatment over change of control")
    return tr("Incidents in treated places over what was to be expected")


def _counts(found: Impact, least: int) -> ReportTable:
    treated, control = words.told_sums(found, least)
    rows = ((tr("Treatment"), found.n_treated, treated), (tr("Control"), found.n_control, control))
    if found.plan == CROSSOVER:
        return ReportTable(
            tr("What was counted"),
            ("", tr("Days of places"), tr("Incidents"), tr("Incidents per 100 days")),
            tuple((name, f"{n:,}", after, _per_100_days(after, n)) for name, n, (_, after) in rows),
            (1, 2, 3),
        )
    if found.plan == PARALLEL:
        what, headers = tr("Places"), (tr("Incidents before"), tr("Incidents after"))
    else:
        what, headers = tr("Places times steps"), (tr("Before, for a time as long"), tr("Incidents while it lasted"))
    return ReportTable(
        tr("What was counted"),
        ("", what, *headers),
        tuple((name, f"{n:,}", *counts) for name, n, counts in rows),
        (1, 2, 3),
    )


def _per_100_days(after: str, n: int) -> str:
    """Incidents as told, per 100 days; a dash where they are not."""
    count = after.replace(",", "")
    return rounded(100 * int(count) / n, 3) if count.isdigit() else "–"


def _difference_row(
    name: str, found: Estimate | ByLots, drawn: Randomisation | None = None, rough: bool = False
) -> tuple[str, ...]:
    """A difference with all that is known of it; dashes where it has none. ``rough``: limits are whole, and the
    standard error is not told."""
    digits = 0 if rough else 1
    interval = tr("{low} to {high}").format(low=signed(found.low, digits), high=signed(found.high, digits))
    error, z = "–", nan
    if isinstance(found, Estimate) and not rough:
        error, z = f"{found.std_error:.1f}", found.z
    return (
        name,
        signed(found.value),
        tr("without limit") if isinf(found.high) else interval,
        error,
        "–" if isnan(z) else signed(z, 2),
        "–" if drawn is None else words.p_words(drawn.p_value),
    )


def place_words(found: Impact) -> str:
    """What stands before the places, one by one."""
    if found.plan == CROSSOVER:
        return tr(
            "Where a place has not as many treated as untreated days, its two counts are not to be compared as they "
            "are. The treatment is judged by the days of all places together."
        )
    if found.plan == PARALLEL:
        return tr(
            "A single place has few incidents, so that its ratio is unsure; those of many places differ by chance "
            "alone. The treatment is judged by all of them together."
        )
    return tr(
        "After is the whole time from the first wave on: places of later waves waited for a part of it, and were "
        "treated for the rest. What treatment did cannot be read from a place's counts, but from all places together."
    )


def place_table(found: Impact, places: Sequence[JudgedPlace], least: int) -> ReportTable:
    """Each place with its counts, but for those that are too small to be handed on."""
    arms = [str(group) for group in found.groups] or [place.arm for place in places]
    lowest = 0 if found.plan == CROSSOVER else found.lowest
    before = printable([place.before for place in places], arms, least, lowest)
    after = printable([place.after for place in places], arms, least)
    first, second = (
        (tr("On untreated days"), tr("On treated days"))
        if found.plan == CROSSOVER
        else (tr("Incidents before"), tr("Incidents after"))
    )
    rows = []
    for place, earlier, later, *are_told in zip(places, before.texts, after.texts, before.are_told, after.are_told):
        ratio, interval, _ = words.ratio_words(place.change if all(are_told) else None)
        own = (ratio, interval) if found.plan == PARALLEL else ()  # in waves after holds the time of waiting
        rows.append((str(place.number), place.label, words.arm_words(place.arm), earlier, later, *own))
    ratios = (tr("Ratio of rates"), tr("{level:.9g}% interval").format(level=100 * found.level))
    ratios = ratios if found.plan == PARALLEL else ()
    return ReportTable(
        "",
        (
            tr("Place"),
            tr("Name"),
            tr("Arm"),
            first,
            second,
            *ratios,
        ),
        tuple(rows),
        (0, 3, 4, 5, 6),
    )

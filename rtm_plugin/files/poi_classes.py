"""Points of interest by class: the prefix of an Ordnance Survey code or a field's value, each a factor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import TableError
from ..names import in_apostrophes, shortened
from ..progress import Progress
from ..translation import tr
from .tables import open_table, plain_name

LEVELS = {"class": 8, "category": 4, "group": 2}  # digits of the code
CODE_COLUMNS = (
    "pointx_class",
    "pointx_classification_code",
    "classification_code",
    "pointx_class_code",
    "pointx_classification",
)
VALUE_COLUMNS = ("fclass",)
TAG_COLUMNS = ("amenity", "shop", "leisure", "tourism", "office")  # a place has one of them, as a rule
ID_COLUMNS = ("ref_no", "reference_number", "unique_reference_number", "osm_id", "full_id")
NAME_COLUMNS = {"class": "classname", "category": "categoryname", "group": "groupname"}

NO_CLASS = "no_class"
NO_PLACE = "no_place"
DUPLICATE = "duplicate"
TOO_FEW = "too_few"
NOT_KEPT = "not_kept"

_SHOWN_FACTORS = 40


@dataclass(frozen=True)
class ClassFactor:
    """One factor: its name, the classes in it, and the rows (positions in the input) of its places."""

    name: str
    classes: tuple
    rows: tuple


@dataclass(frozen=True)
class Split:
    """Factors to write in the order of their names, all others, and the number of rows left out by reason.

    ``repeated`` tells of the factors in which reference numbers occur in several classes how many do.
    """

    factors: tuple
    others: tuple
    left_out: dict
    repeated: dict


def reason_words() -> dict[str, str]:
    """What each reason to leave a place out is called."""
    return {
        NO_CLASS: tr("no class"),
        NO_PLACE: tr("no geometry"),
        DUPLICATE: tr("reference number came before"),
        TOO_FEW: tr("fewer than the minimum in its class"),
        NOT_KEPT: tr("class not asked for"),
    }


def full_code(value: float | str) -> str:
    """The class code of eight digits, with the leading zero that many extracts lose; '' where it is none.

    1020034, '1020034', '1020034.0' and '01020034' are all '01020034'.
    """
    text = re.sub(r"\.0+$", "", str(value).strip())
    return text.zfill(8) if re.fullmatch(r"\d{7,8}", text) else ""


def code_prefix(text: str) -> str:
    """A group (2 digits), category (4) or class (8) from a code, its lost zero put back; '' if it is none."""
    text = text.strip()
    if not re.fullmatch(r"\d{1,4}|\d{7,8}", text):
        return ""
    return text.zfill(len(text) + len(text) % 2)


def factor_name(text: str) -> str:
    """A name that files, tables and the command line take: 'Pubs, bars & inns' -> 'pubs_bars_inns'."""
    return re.sub(r"[^\w-]+", "_", text.strip().casefold()).strip("_")


def are_codes(values: list[str]) -> bool:
    """Whether a column holds class codes: nearly all values that it has are seven or eight digits."""
    filled = [value for value in values if str(value).strip()]
    return bool(filled) and sum(bool(full_code(value)) for value in filled) >= 0.95 * len(filled)


def class_columns(names: list[str]) -> tuple[int, ...]:
    """Indices of the columns that hold the class; of tags the first that is filled counts for a place.

    Raises :class:`TableError` where no column is known.
    """
    plain = [plain_name(name) for name in names]
    for known in (*CODE_COLUMNS, *VALUE_COLUMNS):
        if known in plain:
            return (plain.index(known),)
    tags = tuple(plain.index(known) for known in TAG_COLUMNS if known in plain)
    if not tags:
        shown = ", ".join(map(in_apostrophes, names))
        raise TableError(
            tr("No field is known as the class of a place: name it. The fields are {shown}.").format(shown=shown)
        )
    return tags


def read_names(path: Path, progress: Progress | None = None) -> dict[str, str]:
    """Names of groups, categories and classes from the product's look-up file: {code: name}.

    Any delimited file will do in which a name stands to the right of its code. In a row of three codes the
    second and third may be complete (0102, 01020034) or continue the one before (02, 0034).
    """
    table = open_table(path, progress=progress)
    names = {}
    for cells in (table.header, *(row for _, row in table.rows())):
        code, named = "", True
        for cell in (cell.strip() for cell in cells):
            if cell.isdigit():
                code, named = _continued(code, cell), False
            elif cell and code and not named:
                names.setdefault(code, cell)
                named = True
    if not names:
        raise TableError(
            tr("'{name}' names no classes: it needs a column of codes and, right of it, one of names.").format(
                name=table.name
            )
        )
    return names


def _continued(before: str, cell: str) -> str:
    """The code of a cell, given the code to its left."""
    if len(before) in (2, 4) and len(cell) <= len(before):
        return before + cell.zfill(len(before))
    return code_prefix(cell)


def read_merges(path: Path, progress: Progress | None = None) -> list[tuple[str, str]]:
    """A merge table: [(class, factor)] from the first two columns of a text file; a header is optional."""
    table = open_table(path, progress=progress)
    rows = [tuple(cell.strip() for cell in row[:2]) for _, row in table.rows()]
    first = tuple(cell.strip() for cell in table.header[:2])
    if plain_name(first[0]) not in ("class", "code", "value", "fclass", "poi_class", "from"):
        rows.insert(0, first)
    rows = [(kind, factor) for kind, factor in rows if kind or factor]
    for kind, factor in rows:
        if not kind or not factor_name(factor):
            raise TableError(
                tr("'{name}' has the row '{kind}, {factor}': it needs a class and its factor.").format(
                    name=table.name, kind=kind, factor=factor
                )
            )
    return rows


def split_classes(
    values: list[str],
    refs: list[str],
    placed: np.ndarray,
    level: str = "class",
    names: dict[str, str] | None = None,
    merges: Sequence = (),
    keep: Sequence = (),
    min_count: int = 1,
    once_in: str = "class",
) -> Split:
    """Sort places into factors by their class.

    Parameters
    ----------
    values : sequence of str, length n
        The class of each place, '' for none.
    refs : sequence of str, length n
        Reference numbers, '' for none. Of places with the same number the first is taken.
    placed : sequence of bool, length n
        Whether a place has a geometry.
    level : {"class", "category", "group"}, or "" where the values are no codes
    names : mapping, optional
        Names of codes. A factor is called by its name or, without one, by its code or value.
    merges : sequence of (class, factor)
        Classes are codes or prefixes of codes, values, or names; several make one factor. The longest prefix
        that fits counts.
    keep : sequence of str
        Factors to keep, by their name or code, or any prefix of it; empty for all.
    min_count : int
        Factors with fewer places are left out.
    once_in : {"class", "factor"}
        A number counts once in each class or, where classes are merged, once in each factor.

    Returns
    -------
    Split

    Raises
    ------
    TableError
        Something to keep does not exist, or no factor is left.
    """
    names = dict(names or {})
    assign = _Assignment(level, names, merges)
    left_out = Counter()
    rows, classes, seen, repeated = {}, {}, set(), Counter()
    for row, (value, ref, is_placed) in enumerate(zip(values, refs, placed)):
        key = assign.key(value)
        if not key or not is_placed:
            left_out[NO_PLACE if key else NO_CLASS] += 1
            continue
        for factor in assign.factors(key):
            if ref and (factor, key, ref) in seen:
                left_out[DUPLICATE] += 1
                continue
            if ref and (factor, ref) in seen:
                if once_in == "factor":
                    left_out[DUPLICATE] += 1
                    continue
                repeated[factor] += 1
            seen.update(((factor, key, ref), (factor, ref)))
            rows.setdefault(factor, []).append(row)
            classes.setdefault(factor, set()).add(key)
    unique = _unique_names(rows, assign)
    found = [ClassFactor(name, tuple(sorted(classes[factor])), tuple(rows[factor])) for factor, name in unique.items()]
    found.sort(key=lambda factor: factor.name)
    kept, others = _choose(found, keep, min_count, level, left_out)
    twice = {unique[factor]: count for factor, count in repeated.items()}
    return Split(tuple(kept), tuple(others), dict(left_out), twice)


class _Assignment:
    """Which factors a class goes to."""

    def __init__(self, level: str, names: dict[str, str], merges: Sequence) -> None:
        self.is_code = bool(level)
        self.digits = LEVELS[level] if level else None
        self.names = names
        by_name = {factor_name(name): code for code, name in names.items()}
        self._merged = {}
        for kind, factor in merges:
            wanted = by_name.get(factor_name(kind)) or code_prefix(kind) if level else factor_name(kind)
            self._merged.setdefault(wanted or factor_name(kind), []).append(factor_name(factor))
        self._known = {}

    def key(self, value: str) -> str:
        return full_code(value) if self.is_code else factor_name(value)

    def factors(self, key: str) -> list[tuple[str, str]]:
        """Identifiers of the factors: ("merged", name), or ("class", code or value)."""
        if key not in self._known:
            prefixes = (key[:digits] for digits in (8, 4, 2)) if self.is_code else (key,)
            merged = next((self._merged[prefix] for prefix in prefixes if prefix in self._merged), None)
            self._known[key] = (
                [("merged", name) for name in dict.fromkeys(merged)]
                if merged
                else [("class", key[: self.digits] if self.is_code else key)]
            )
        return self._known[key]

    def name(self, factor: tuple[str, str]) -> str:
        kind, key = factor
        return key if kind == "merged" else factor_name(self.names.get(key, key))


def _unique_names(factors: dict[tuple[str, str], list[int]], assign: _Assignment) -> dict[tuple[str, str], str]:
    """{factor: name}; factors that would share a name get their code or value behind it."""
    times = Counter(assign.name(factor) for factor in factors)
    return {
        factor: assign.name(factor)
        if times[assign.name(factor)] == 1 or factor[0] == "merged"
        else f"{assign.name(factor)}_{factor[1]}"
        for factor in factors
    }


def _choose(found: list, keep: Sequence, min_count: int, level: str, left_out: Counter) -> tuple:
    """Factors that are asked for and large enough, and the others, which are counted."""
    wanted = {text: _matches(found, text, level) for text in keep}
    for text, factors in wanted.items():
        if not factors:
            raise TableError(
                tr("There is no class '{text}' to keep; there are {names}.").format(
                    text=text, names=shortened([factor.name for factor in found], _SHOWN_FACTORS)
                )
            )
    asked_for = {factor.name for factors in wanted.values() for factor in factors}
    kept, others = [], []
    for factor in found:
        reason = NOT_KEPT if keep and factor.name not in asked_for else ""
        reason = reason or (TOO_FEW if len(factor.rows) < min_count else "")
        if reason:
            left_out[reason] += len(factor.rows)
        (others if reason else kept).append(factor)
    if not kept:
        largest = max((len(factor.rows) for factor in found), default=0)
        raise TableError(
            tr(
                "No class has at least {min_count:,} places (the largest has {largest:,}): lower the minimum count."
            ).format(min_count=min_count, largest=largest)
            if found
            else tr("No place has both a class and a geometry: check the field of the class.")
        )
    return kept, others


def _matches(found: list[ClassFactor], text: str, level: str) -> list:
    """Factors that a text to keep means: by name or, for codes, all whose classes begin with it."""
    by_name = [factor for factor in found if factor.name == factor_name(text)]
    prefix = code_prefix(text) if level else ""
    if by_name or not prefix:
        return by_name
    return [factor for factor in found if all(code.startswith(prefix) for code in factor.classes)]

"""One source of content for pages and Markdown: fields with what is known, and marked blanks for what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...names import in_quotes, listed
from ...translation import tr
from ..content import ReportTable
from ..render import page_environment

_FOLDER = Path(__file__).resolve().parent.parent
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")  # that Markdown, or the HTML in it, would take for markup
NUMBER, PRESENCE = "number", "presence"  # what about a field was not verified
MODEL, EVERY, NOTHING = "model", "every", "nothing"  # what a field tells of: this model, every one, what is not known


@dataclass(frozen=True)
class Entry:
    """One field of a form.

    Attributes
    ----------
    name : str
    said : tuple of str
        Paragraphs of what is known.
    items : tuple of str
        A list below them.
    tables : tuple of ReportTable
    code : str
        What is to be typed as it stands.
    knows : str
        MODEL where it tells something of this model, EVERY where only what holds for every one (or an empty form),
        NOTHING where only that something was not done or is not known.
    asked : str
        What only the organisation can say: a marked blank. '' where nothing is left to say.
    number : str
        Of the field in its form; '' for none.
    doubt : str
        NUMBER or PRESENCE where the field's place in the form is not verified; else ''.
    """

    name: str
    said: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    asked: str = ""
    number: str = ""
    doubt: str = ""
    code: str = ""
    knows: str = MODEL

    @property
    def stands(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.said or self.items or self.tables or self.code)

    @property
    def is_known(self) -> bool:
        """Whether something of this model stands in it."""
        return self.stands and self.knows == MODEL

    @property
    def heading(self) -> str:
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True)
class Part:
    """Fields under one heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Document:
    """A form to be completed: its kind, what it is of, what to know first, its parts, the tables given for it."""

    kind: str
    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    given: tuple[str, ...] = ()

    @property
    def entries(self) -> Iterator[Entry]:
        return (entry for part in self.parts for entry in part.entries)

    def count(self) -> str:
        """How much of it stands, in a sentence."""
        entries = list(self.entries)
        numbers = {
            "n": len(entries),
            "known": sum(entry.is_known for entry in entries),
            "every": sum(entry.stands and entry.knows == EVERY for entry in entries),
            "nothing": sum(entry.stands and entry.knows == NOTHING for entry in entries),
            "asked": sum(bool(entry.asked) for entry in entries),
            "tables": listed([in_quotes(name) for name in self.given]),
        }
        if self.given:
            said = tr("Of {n} fields {known} hold what the model file and the tables given ({tables}) tell")
        else:
            said = tr("Of {n} fields {known} hold what the model file tells")
        rest = tr(
            "{every} what holds for every risk terrain, {nothing} only that something is not known or was not done; in "
            "{asked} something is left to say."
        )
        return f"{said}, {rest}".format(**numbers)


def blank_words() -> str:
    return tr("To be completed by the organisation:")


def doubt_words(doubt: str) -> str:
    """What about a field's place in its form is not verified; '' where that is nothing."""
    if doubt == NUMBER:
        return tr("Not verified: the number of this field. Check it against the official template.")
    if doubt == PRESENCE:
        return tr("Not verified: whether this field is in the form, and where. Check it against the official template.")
    return ""


def to_html(document: Document) -> str:
    """A page that needs no other file. Raises :class:`MissingPackageError` where Jinja2 cannot be used."""
    return (
        page_environment()
        .get_template("accountability.html")
        .render(
            document=document,
            blank=blank_words(),
            doubt=doubt_words,
            style=(_FOLDER / "report.css").read_text(encoding="utf-8"),
        )
    )


def to_markdown(document: Document) -> str:
    """The same as Markdown text."""
    lines = [f"# {plain(document.title)}", "", f"**{plain(document.kind)}**", ""]
    for text in (*document.about, document.count()):
        lines += [plain(text), ""]
    for part in document.parts:
        lines += [f"## {plain(part.heading)}", ""]
        for entry in part.entries:
            lines += [f"### {plain(entry.heading)}", ""]
            if entry.doubt:
                lines += [f"*{plain(doubt_words(entry.doubt))}*", ""]
            for text in entry.said:
                lines += [plain(text), ""]
            if entry.items:
                lines += [*(f"- {plain(text)}" for text in entry.items), ""]
            for table in entry.tables:
                lines += [*_table_lines(table), ""]
            if entry.code:
                lines += [*(f"    {line}" for line in entry.code.splitlines()), ""]
            if entry.asked:
                lines += [f"> **{plain(blank_words())}** {plain(entry.asked)}", ">", "> …", ""]
    return "\n".join(lines).rstrip() + "\n"


def _table_lines(table: ReportTable) -> Iterator[str]:
    if table.caption:
        yield plain(table.caption)
        yield ""
    yield _row(table.headers)
    yield _row(["--:" if place in table.numeric else "---" for place in range(len(table.headers))], escaped=False)
    for row in table.rows:
        yield _row(row)


def _row(cells: tuple[str, ...] | list[str], escaped: bool = True) -> str:
    return f"| {' | '.join(plain(cell) if escaped else cell for cell in cells)} |"


def plain(text: str) -> str:
    """Text on one line that Markdown shows as it is, whatever somebody called a layer."""
    text = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return re.sub(r"^([+-]|\d+[.)])(?=\s)", r"\\\1", text)

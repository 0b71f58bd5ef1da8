"""The one function that every text for the user goes through; whoever has a translator lends it to the science."""

from __future__ import annotations

from collections.abc import Callable

_translate: Callable[[str], str] | None = None


def tr(text: str) -> str:
    """A text in the user's language, or as it is where no translator was lent.

    Call it inside a function with one literal, so that a tool can collect all texts, and put values into the
    result: ``tr("Risk factor '{name}' has no feature.").format(name=name)``.
    """
    return text if _translate is None else _translate(text)


def lend_translator(translate: Callable[[str], str] | None) -> None:
    """Have all texts translated by a function from the English text to that of the user's language."""
    global _translate
    _translate = translate

"""Names of layers as people read them."""

from __future__ import annotations


def readable(name: str) -> str:
    """``parks_recreation_areas`` as ``parks recreation areas``; ids stay as they are wherever a machine reads them."""
    return " ".join(name.replace("_", " ").split()) or name

"""Digits that all machines agree on: results are rounded to them before they are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

_DIGITS = 10  # significant ones: what two machines' linear algebra agrees on
_DISTANCE_DIGITS = 9  # distances are products of a few decimals: this takes float noise out of their names


def tidy(values: np.ndarray) -> np.ndarray:
    """Numbers rounded to 10 significant digits: (n,) float64, just what those digits written out would be."""
    distinct, place = np.unique(np.asarray(values, dtype=np.float64), return_inverse=True)
    return np.array([float(f"{value:.{_DIGITS}g}") for value in distinct.tolist()])[place.ravel()]


def tidy_number(value: float | None) -> float | None:
    """One number rounded to 10 significant digits; None where it is missing."""
    return None if value is None or not np.isfinite(value) else float(f"{value:.{_DIGITS}g}")


def tidy_json(value: Any) -> Any:
    """A structure for JSON with all its floats rounded to 10 significant digits, NaN as null."""
    if isinstance(value, dict):
        return {str(key): tidy_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [tidy_json(item) for item in value]
    return tidy_number(value) if isinstance(value, float) else value


def with_minus(number: str) -> str:
    """A written number with the minus of print; a zero has no sign: '-20.8' -> '−20.8', '-0.0' -> '0.0'."""
    has_value = any(digit in number for digit in "123456789") or "inf" in number
    return number.replace("-", "−") if has_value else number.lstrip("+-")


def signed(value: float, decimals: int = 1) -> str:
    """A difference for reading, with its sign: 1.6 -> '+1.6', -20.8 -> '−20.8'."""
    return with_minus(f"{value:+.{decimals}f}")


def plain_number(value: float) -> str:
    """Text of a number without a trailing ``.0`` or float noise: 250.0 -> '250', 76.2 -> '76.2'."""
    return f"{value:.{_DISTANCE_DIGITS}g}"


def sum_and_parts(parts: Sequence[float]) -> tuple[str, ...]:
    """A sum to three digits and its parts, none below 0, with as many decimals: as printed, they add up."""
    total = sum(parts)
    decimals = max(0, 2 - int(f"{total:e}".split("e")[1])) if total > 0 else 0
    shown = [round(part, decimals) for part in parts]
    least = f"<{10.0**-decimals:.{decimals}f}"  # of what is there, and too little to be printed
    texts = (least if value == 0 < part else f"{value:,.{decimals}f}" for part, value in zip(parts, shown))
    return (f"{sum(shown):,.{decimals}f}", *texts)


def rounded_limit(value: float) -> str:
    """A limit of a ratio's interval for reading: as :func:`rounded`, and told from 1 where it is another."""
    shown = rounded(value)
    return rounded(value, 3) if float(shown.replace(",", "")) == 1.0 != value else shown


def rounded(value: float | None, digits: int = 2) -> str:
    """A number for reading, to so many significant digits, never in powers of ten: 2.2, 21, 3,900, 0.51."""
    if value is None:
        return "–"
    if value == 0:
        return "0"
    shown = float(f"{value:.{digits}g}")
    decimals = max(0, digits - 1 - int(f"{shown:e}".split("e")[1]))
    return f"{shown:,.{decimals}f}"

"""The settings of a model."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from ..errors import SettingsError
from ..selection.count_models import FAMILIES
from ..selection.folds import KINDS as FOLD_KINDS
from ..space.grid import CELL_RULES
from ..variables.factors import plain_number


@dataclass(frozen=True)
class Settings:
    """Settings of a model; lengths in map units."""

    block_length: float
    cell_size: float
    families: tuple[str, ...] = FAMILIES
    folds: int = 5
    fold_kind: str = "stratified"
    cv_repeats: int = 1
    swaps: bool = True
    p_limit: float = 0.05
    seed: int = 1
    cell_rule: str = "overlap"

    def validate(self):
        """Raise :class:`SettingsError`, naming the value and the remedy."""
        if not (self.block_length > 0 and isfinite(self.block_length)):
            raise SettingsError(f"A block length of {self.block_length} is not a length; use a number above 0.")
        if not (self.cell_size > 0 and isfinite(self.cell_size)):
            raise SettingsError(
                f"A cell size of {plain_number(self.cell_size)} is not a length; use a number above 0, "
                "usually half the block length."
            )
        if self.block_length < self.cell_size:
            raise SettingsError(
                f"The block length ({plain_number(self.block_length)}) is smaller than the cell size "
                f"({plain_number(self.cell_size)}); use cells of half the block length, "
                f"{plain_number(self.block_length / 2)}."
            )
        if not self.families or any(family not in FAMILIES for family in self.families):
            raise SettingsError(f"Model families {self.families} are not known; choose from {', '.join(FAMILIES)}.")
        if self.folds < 2:
            raise SettingsError(f"{self.folds} folds cannot be cross-validated; use at least 2, usually 5.")
        if self.fold_kind not in FOLD_KINDS:
            raise SettingsError(f"Folds of kind '{self.fold_kind}' are not known; use {' or '.join(FOLD_KINDS)}.")
        if self.cv_repeats < 1:
            raise SettingsError(f"{self.cv_repeats} repeats of the cross-validation are too few; use at least 1.")
        if not 0 < self.p_limit <= 1:
            raise SettingsError(f"A largest p-value of {self.p_limit} is not a probability; use for example 0.05.")
        if not 0 <= self.seed < 2**32:
            raise SettingsError(f"Seed {self.seed} cannot be used; use a whole number from 0 to 4294967295.")
        if self.cell_rule not in CELL_RULES:
            raise SettingsError(f"Cell rule '{self.cell_rule}' is not known; use {' or '.join(CELL_RULES)}.")
        return self

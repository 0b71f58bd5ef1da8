"""The settings of a model."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import SettingsError
from ..lengths import check_block, check_length
from ..names import choice
from ..selection.folds import FOLD_KINDS
from ..space.grid import check_cell_rule
from ..translation import tr

FAMILIES = ("poisson", "nb1", "nb2")  # of selection/count_models
SPATIAL_TESTS = ("none", "random_shift")
FEWEST_SHIFTS = 19  # with fewer, no p-value reaches 0.05


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
    spatial_test: str = "none"
    shifts: int = 0  # all that are possible

    def validate(self) -> Settings:
        """Raise :class:`SettingsError`, naming the value and the remedy."""
        check_length(tr("block length"), self.block_length)
        check_length(tr("cell size"), self.cell_size, tr("use a number above 0, usually half the block length"))
        check_block(self.block_length, self.cell_size)
        if not self.families or any(family not in FAMILIES for family in self.families):
            raise SettingsError(
                tr("Model families {families} are not known; choose from {known}.").format(
                    families=self.families, known=", ".join(FAMILIES)
                )
            )
        if self.folds < 2:
            raise SettingsError(
                tr("{folds} folds cannot be cross-validated; use at least 2, usually 5.").format(folds=self.folds)
            )
        if self.fold_kind not in FOLD_KINDS:
            raise SettingsError(
                tr("Folds of kind '{fold_kind}' are not known; use {fold_kinds}.").format(
                    fold_kind=self.fold_kind, fold_kinds=choice(FOLD_KINDS)
                )
            )
        if self.cv_repeats < 1:
            raise SettingsError(
                tr("{cv_repeats} repeats of the cross-validation are too few; use at least 1.").format(
                    cv_repeats=self.cv_repeats
                )
            )
        if not 0 < self.p_limit <= 1:
            raise SettingsError(
                tr("A largest p-value of {p_limit} is not a probability; use for example 0.05.").format(
                    p_limit=self.p_limit
                )
            )
        if not 0 <= self.seed < 2**32:
            raise SettingsError(
                tr("Seed {seed} cannot be used; use a whole number from 0 to 4294967295.").format(seed=self.seed)
            )
        if self.spatial_test not in SPATIAL_TESTS:
            raise SettingsError(
                tr("A spatial test '{spatial_test}' is not known; use {spatial_tests}.").format(
                    spatial_test=self.spatial_test, spatial_tests=choice(SPATIAL_TESTS)
                )
            )
        if self.shifts < 0 or (self.spatial_test != "none" and 0 < self.shifts < FEWEST_SHIFTS):
            raise SettingsError(
                tr(
                    "{shifts} random shifts cannot be used; use 0 for all that are possible, or at least {fewest}."
                ).format(shifts=self.shifts, fewest=FEWEST_SHIFTS)
            )
        check_cell_rule(self.cell_rule)
        return self

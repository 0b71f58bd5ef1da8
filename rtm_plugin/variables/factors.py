"""Risk factors: what the analyst asks of each, and the variables that follow from it."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import FactorError
from ..names import readable
from ..rounding import plain_number
from ..space.shapes import Shapes
from ..translation import tr
from .operationalisations import BOTH, KINDS, Operationalisation, check_shape, kinds_for

OPERATIONALISATIONS = (*KINDS, BOTH)
INCREMENTS = ("half", "whole")
DIRECTIONS = ("aggravating", "protective")
MOST_BLOCKS = 100  # each step is a variable: far more than any method asks for


def direction_words(direction: str) -> str:
    return {"aggravating": tr("aggravating"), "protective": tr("protective")}[direction]


@dataclass(frozen=True)
class Variable:
    """One 0/1 variable: a factor within a distance, or at high density, of a cell's centroid.

    ``distance`` is the spatial influence in map units; ``direction`` tells the coding: aggravating variables are
    0/1, protective ones 0/-1, so that every expected coefficient is positive. ``label`` is the factor's name for
    people where somebody gave it one.
    """

    factor: str
    operationalisation: str
    distance: float
    direction: str = "aggravating"
    label: str = ""

    @property
    def shown(self) -> str:
        """The factor's name for people."""
        return self.label or readable(self.factor)

    @property
    def kind(self) -> Operationalisation:
        """The operationalisation itself: what it measures, and how it is said."""
        return KINDS[self.operationalisation]

    @property
    def name(self) -> str:
        return f"{self.factor}_{self.operationalisation}_{plain_number(self.distance)}"

    @property
    def sign(self) -> int:
        return -1 if self.direction == "protective" else 1


@dataclass(frozen=True)
class FactorSpec:
    """How one risk factor is to be operationalised.

    Parameters
    ----------
    name : str
        The factor's name, unique in a model.
    operationalisation : {"proximity", "density", "both"}
    max_blocks : float
        Maximum spatial influence, in block lengths.
    increment : {"half", "whole"}
        Step of the ladder of distances, in blocks.
    direction : {"aggravating", "protective"}
    label : str
        Its name for people; empty for its name without underscores.
    """

    name: str
    operationalisation: str = "both"
    max_blocks: float = 3.0
    increment: str = "half"
    direction: str = "aggravating"
    label: str = ""

    @property
    def shown(self) -> str:
        """The factor's name for people."""
        return self.label or readable(self.name)

    def validate(self) -> FactorSpec:
        """Raise :class:`FactorError`, naming the factor, the value and what is allowed, where a setting is wrong."""
        for label, value, allowed in (
            (tr("operationalisation"), self.operationalisation, OPERATIONALISATIONS),
            (tr("increment"), self.increment, INCREMENTS),
            (tr("direction"), self.direction, DIRECTIONS),
        ):
            if value not in allowed:
                choices = ", ".join(allowed)
                raise FactorError(
                    tr("Risk factor '{name}': {label} '{value}' is not known; use one of {choices}.").format(
                        name=self.name, label=label, value=value, choices=choices
                    )
                )
        if not self.name:
            raise FactorError(tr("A risk factor has no name; give its layer a name."))
        if ";" in self.label or "\n" in self.label:
            raise FactorError(
                tr(
                    "Risk factor '{name}': the name to show '{label}' holds a semicolon or a line break; use a comma."
                ).format(name=self.name, label=self.label)
            )
        if not 0 < self.max_blocks < float("inf"):
            raise FactorError(
                tr(
                    "Risk factor '{name}': maximum spatial influence of {max_blocks} blocks is not a distance; "
                    "use a number above 0, usually 3."
                ).format(name=self.name, max_blocks=self.max_blocks)
            )
        if self.max_blocks > MOST_BLOCKS:
            raise FactorError(
                tr(
                    "Risk factor '{name}': maximum spatial influence of {max_blocks} blocks is too far; use at "
                    "most {most_blocks}, usually 3, and longer blocks where they are short."
                ).format(name=self.name, max_blocks=plain_number(self.max_blocks), most_blocks=MOST_BLOCKS)
            )
        if self.max_blocks < self.step_blocks:
            raise FactorError(
                tr(
                    "Risk factor '{name}': maximum spatial influence of {max_blocks} blocks is below its own "
                    "increment of {step_blocks} blocks; raise it, or use half blocks."
                ).format(
                    name=self.name, max_blocks=plain_number(self.max_blocks), step_blocks=plain_number(self.step_blocks)
                )
            )
        return self

    @property
    def step_blocks(self) -> float:
        return 0.5 if self.increment == "half" else 1.0

    def distances(self, block_length: float) -> tuple[float, ...]:
        """The ladder of spatial influences in map units: 500 ft blocks, 3 blocks, half -> 250, 500, ..., 1500."""
        n_steps = int(self.max_blocks / self.step_blocks + 1e-9)
        return tuple(block_length * self.step_blocks * step for step in range(1, n_steps + 1))

    @property
    def kinds(self) -> tuple[str, ...]:
        """Names of the operationalisations that are tried."""
        return tuple(KINDS) if self.operationalisation == BOTH else (self.operationalisation,)

    def variables(self, block_length: float, shape: str = "point") -> tuple[Variable, ...]:
        """All variables of this factor, proximity before density, each by rising distance."""
        return tuple(
            Variable(self.name, kind, distance, self.direction, self.label)
            for kind in kinds_for(self.operationalisation, shape)
            for distance in self.distances(block_length)
        )


@dataclass(frozen=True)
class Factor:
    """A risk factor: how it is to be operationalised, and its features (in the study area's CRS)."""

    spec: FactorSpec
    shapes: Shapes

    def validate(self) -> Factor:
        """Raise :class:`FactorError` where the settings do not fit the factor or its geometry."""
        self.spec.validate()
        check_shape(self.spec.name, self.spec.operationalisation, self.shapes.kind)
        return self

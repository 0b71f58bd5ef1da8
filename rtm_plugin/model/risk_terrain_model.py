"""The fitted risk terrain model: what was asked, what was found, and how to score a grid with it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from math import exp, isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import ModelFileError
from ..progress import Progress
from ..rounding import plain_number
from ..selection.random_shift import SpatialTest
from ..translation import tr
from ..variables.candidates import operationalise
from ..variables.factors import FactorSpec, Variable
from .risk_classes import highest_risk_threshold
from .schema import FORMAT, FORMAT_VERSION, read_content
from .seen import Seen
from .settings import Settings

if TYPE_CHECKING:
    from ..space.exposure import Exposure
    from ..space.grid import StudyGrid
    from ..space.shapes import Shapes


Z_95 = 1.959963984540054
_DIGITS = 12  # what is left after rounding noise of different BLAS builds
P_VALUE_DIGITS = 6  # in the tails they magnify that noise a thousand times


@dataclass(frozen=True)
class SelectedVariable:
    """A variable of the final model; ``coefficient`` is positive, for a protective variable is coded 0/-1."""

    variable: Variable
    coefficient: float
    std_error: float
    p_value: float
    threshold: float | None

    @property
    def rrv(self) -> float:
        """Relative risk value exp(b): expected incidents where the factor acts over those where it does not.

        For a protective factor it is the other way round, so that the value is above 1 as well.
        """
        return exp(self.coefficient)

    @property
    def rrv_interval(self) -> tuple[float, float]:
        """95% Wald interval of the RRV."""
        return exp(self.coefficient - Z_95 * self.std_error), exp(self.coefficient + Z_95 * self.std_error)


@dataclass(frozen=True)
class CandidateRecord:
    """What became of one variable: cells and incidents where it is 1, its RRV alone, and how far it came."""

    variable: Variable
    cells: int
    incidents: int
    single_rrv: float | None
    threshold: float | None
    survived: bool
    selected: bool


@dataclass(frozen=True)
class Adjustment:
    """A covariate that is always in: change of the log rate per unit, counted from the covariate's mean."""

    name: str
    coefficient: float
    std_error: float
    p_value: float
    mean: float


@dataclass(frozen=True)
class FamilyFit:
    """The best model found under one family."""

    family: str
    bic: float
    log_likelihood: float
    dispersion: float | None
    variables: tuple[str, ...]
    n_fits: int


@dataclass(frozen=True)
class GridFrame:
    """Where a model's grid lay: top-left corner, cell size in map units, rows and columns, model cells."""

    x_min: float
    y_max: float
    cell_size: float
    rows: int
    columns: int
    n_cells: int


@dataclass(frozen=True)
class RiskTerrainModel:
    """Everything about a fitted model but the values of the cells; it goes to JSON and back.

    Attributes
    ----------
    specs : tuple of FactorSpec
        Every factor that was offered.
    family : str
        The family with the lowest BIC; ``fits`` has the others too.
    intercept, intercept_se, dispersion, log_likelihood, bic : float
    selected : tuple of SelectedVariable, by falling RRV
    candidates : tuple of CandidateRecord
    constant : tuple of str
        Names of variables left out because they were the same in every cell.
    alpha, penalty, cv_deviance : float or None
        What the cross-validation chose; None where there was nothing to cull.
    lowest : float
        Smallest expected count over the model cells (with a denominator: smallest rate): what a relative risk
        score of 1 means.
    rrs_mean, rrs_sd, rrs_max : float
    inputs : dict
        Layers, sources and counts, as the caller describes them.
    denominator : str or None
        What expected incidents are in proportion to.
    adjustments : tuple of Adjustment
        Their effects are part of rates and scores, at a covariate's mean they are nil.
    spatial : SpatialTest or None
        Which factors random shifts left standing, where that was tested.
    seen : Seen or None
        What the fitted cells had; None in files of before it was kept.
    """

    settings: Settings
    frame: GridFrame
    specs: tuple[FactorSpec, ...]
    family: str
    intercept: float
    intercept_se: float
    selected: tuple[SelectedVariable, ...]
    dispersion: float | None
    log_likelihood: float
    bic: float
    fits: tuple[FamilyFit, ...]
    candidates: tuple[CandidateRecord, ...]
    constant: tuple[str, ...]
    alpha: float | None
    penalty: float | None
    cv_deviance: float | None
    n_cells_with_incidents: int
    n_incidents: int
    n_incidents_outside: int
    n_incidents_excluded: int
    lowest: float
    rrs_mean: float
    rrs_sd: float
    rrs_max: float
    warnings: tuple[str, ...] = ()
    inputs: dict = field(default_factory=dict)
    denominator: str | None = None
    adjustments: tuple[Adjustment, ...] = ()
    spatial: SpatialTest | None = None
    seen: Seen | None = None

    @property
    def highest_risk_threshold(self) -> float:
        """Mean + 2 SD of the relative risk scores: above it lie the highest-risk places."""
        return highest_risk_threshold(self.rrs_mean, self.rrs_sd)

    @property
    def n_survivors(self) -> int:
        return sum(record.survived for record in self.candidates)

    def bic_of(self, family: str) -> float | None:
        """BIC of the best model of a family, or None where it was not fitted."""
        return next((fit.bic for fit in self.fits if fit.family == family), None)

    def rate(self, flags: np.ndarray, unpenalised: np.ndarray | None = None) -> np.ndarray:
        """Expected incidents per cell, or per unit of the denominator in it; a score is this over ``lowest``.

        Parameters
        ----------
        flags : (k, n_cells)
            Where the selected variables act, without their signs.
        unpenalised : (n_cells, q) float64
            Adjustment covariates, where the model has any.
        """
        effects = np.array([chosen.coefficient * chosen.variable.sign for chosen in self.selected])
        linear = self.intercept + effects @ np.asarray(flags, dtype=np.float64)
        if self.adjustments:
            slopes, means = np.array([(one.coefficient, one.mean) for one in self.adjustments]).T
            linear = linear + (np.asarray(unpenalised, dtype=np.float64) - means) @ slopes
        return np.exp(linear)

    def expected(
        self, flags: np.ndarray, amounts: np.ndarray | None = None, unpenalised: np.ndarray | None = None
    ) -> np.ndarray:
        """Expected incidents per cell: the rate, times the denominator's ``amounts`` (n_cells,) if given."""
        rate = self.rate(flags, unpenalised)
        return rate if amounts is None else rate * np.asarray(amounts, dtype=np.float64)

    def score(
        self,
        grid: StudyGrid,
        shapes: dict[str, Shapes],
        progress: Progress | None = None,
        exposure: Exposure | None = None,
    ) -> tuple[np.ndarray, np.ndarray]:
        """Score a grid, the model's own or another, from the factors' features.

        Parameters
        ----------
        grid : StudyGrid
        shapes : mapping of factor name to Shapes, in the grid's CRS
        exposure : Exposure, optional
            Denominator and adjustments by the model's names for them, where it has any. Without the
            denominator, rates come back.

        Returns
        -------
        expected : (n_cells,) float64
            Expected incidents per cell *of the model's cell size and period*; :attr:`lowest` times the score
            where there is no denominator.
        flags : (k, n_cells) bool
            Which selected variables act in which cell.

        Raises
        ------
        ModelFileError
            Where a factor or an adjustment of the model is missing, or the cell sizes differ.

        Density variables use the thresholds of the fitted model, not those of the new grid: the same density
        means the same thing in both.
        """
        if abs(grid.cell_size / self.settings.cell_size - 1) > 1e-9:
            raise ModelFileError(
                tr(
                    "The model was fitted on cells of {cell_size} map units and cannot score cells of "
                    "{asked}; use its own cell size."
                ).format(cell_size=plain_number(self.settings.cell_size), asked=plain_number(grid.cell_size))
            )
        progress = progress or Progress()
        amounts, unpenalised = self._exposure_on(grid, exposure, progress)
        flags = np.zeros((len(self.selected), grid.n_cells), dtype=bool)
        for place, chosen in enumerate(self.selected):
            name = chosen.variable.factor
            if name not in shapes:
                raise ModelFileError(
                    tr("The model needs the risk factor '{name}'; add the layer of that name.").format(name=name)
                )
            step = progress.part(place / len(self.selected), (place + 1) / len(self.selected))
            cut = [np.nan if chosen.threshold is None else chosen.threshold]
            ((flags[place], _),) = operationalise(grid, shapes[name], [chosen.variable], cut, step)
        return self.expected(flags, amounts, unpenalised), flags

    def _exposure_on(self, grid: StudyGrid, exposure: Exposure | None, progress: Progress) -> tuple:
        """Amounts (n,) and adjustment columns (n, q) in the model's order; None for what it does not have."""
        laid = exposure.on(grid, progress) if exposure else None
        names = laid.names if laid else ()
        for one in self.adjustments:
            if one.name not in names:
                raise ModelFileError(
                    tr("The model needs the adjustment '{name}'; add the layer of that name.").format(name=one.name)
                )
        amounts = laid.amounts if laid and self.denominator is not None else None
        if not self.adjustments:
            return amounts, None
        return amounts, laid.unpenalised[:, [names.index(one.name) for one in self.adjustments]]

    def with_inputs(self, **inputs: Any) -> RiskTerrainModel:
        return replace(self, inputs={**self.inputs, **inputs})

    def to_json(self) -> str:
        """Text of the model: deterministic, floats to 12 significant digits, p-values to 6."""
        return json.dumps(
            {"format": FORMAT, "format_version": FORMAT_VERSION, **_plain(asdict(self))},
            indent=1,
            ensure_ascii=False,
            allow_nan=False,
        )

    @classmethod
    def from_json(cls, text: str) -> RiskTerrainModel:
        """Read :meth:`to_json`'s text back. Raises :class:`ModelFileError` where it is not such a text."""
        content = read_content(text)
        content["settings"] = Settings(**{**content["settings"], "families": tuple(content["settings"]["families"])})
        content["frame"] = GridFrame(**content["frame"])
        content["specs"] = tuple(FactorSpec(**spec) for spec in content["specs"])
        for key, kind in (("selected", SelectedVariable), ("candidates", CandidateRecord)):
            content[key] = tuple(kind(**{**row, "variable": Variable(**row["variable"])}) for row in content[key])
        content["adjustments"] = tuple(Adjustment(**row) for row in content.get("adjustments", ()))
        content["fits"] = tuple(FamilyFit(**{**fit, "variables": tuple(fit["variables"])}) for fit in content["fits"])
        if content.get("spatial"):
            content["spatial"] = SpatialTest.from_plain(content["spatial"])
        if content.get("seen"):
            content["seen"] = Seen(tuple(content["seen"]["combinations"]), tuple(map(tuple, content["seen"]["ranges"])))
        for key in ("constant", "warnings"):
            content[key] = tuple(content.get(key, ()))
        return cls(**content)


def _plain(value: Any, digits: int = _DIGITS) -> Any:
    """Values for JSON: floats rounded to the digits that do not depend on the machine, NaN and infinity null."""
    if isinstance(value, dict):
        return {key: _plain(item, P_VALUE_DIGITS if key.endswith("p_value") else digits) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item, digits) for item in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, np.integer):
        return int(value)
    if isinstance(value, (float, np.floating)):
        return float(f"{value:.{digits}g}") if isfinite(value) else None
    return value

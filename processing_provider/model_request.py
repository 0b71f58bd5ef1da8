"""What is asked of a risk terrain model, as one plain object that algorithm, command line, batch and window share."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass, fields, replace
from typing import Any

from ..rtm_plugin.errors import SettingsError
from ..rtm_plugin.lengths import check_block, check_length
from ..rtm_plugin.model.settings import Settings
from ..rtm_plugin.rounding import plain_number
from ..rtm_plugin.translation import tr
from ..rtm_plugin.trust.draws import USUAL_DRAWS, check_draws
from ..rtm_plugin.trust.periods import HALF, NONE
from ..rtm_plugin.use.small_counts import SMALLEST
from ..rtm_plugin.variables.factors import FactorSpec

MOST_RESAMPLES = 10_000
MOST_FOLDS = MOST_REPEATS = 100  # what more would tell is less than what it takes
LAYERS, LAYER_LISTS = ("study_area", "incidents", "exclude", "denominator"), ("factors", "adjustments")  # the fields
_IN_JSON = {  # types of values by a field's annotation
    "Any": (str,),
    "str": (str,),
    "str | None": (str, type(None)),
    "int": (int,),
    "float": (int, float),
    "float | None": (int, float, type(None)),
    "bool": (bool,),
    "tuple": (list,),
}
_AS_THEY_ARE = (  # in a model's settings
    *("cell_rule", "folds", "fold_kind", "cv_repeats", "swaps", "p_limit", "seed", "spatial_test", "shifts"),
)


@dataclass(frozen=True)
class ModelRequest:
    """The inputs and settings of a risk terrain model.

    A field's name in capitals is the key of the parameter: this is the one list of them. Layers are what
    Processing takes for one: a path, ``file.gpkg|layername=pubs``, the id of a loaded layer, or the layer or
    selection itself. None, and what is empty, was not asked for. Lengths are in the study area's map units.
    """

    study_area: Any = None
    incidents: Any = None
    exclude: Any = None
    factors: Any = ()
    factor_field: str = ""
    denominator: Any = None
    adjustments: Any = ()
    denominator_field: str = ""
    adjustment_field: str = ""
    incident_filter: str = ""  # an expression
    period_field: str = ""
    date_from: str = ""
    date_to: str = ""
    period_split: str = HALF
    resamples: int = 0
    snap_width: float | None = None
    snap_draws: int = USUAL_DRAWS
    factor_settings: tuple = ()  # rows of five cells, one after the other
    factor_labels: str = ""
    operationalisation: str | None = FactorSpec.operationalisation
    max_blocks: float | None = FactorSpec.max_blocks
    increment: str | None = FactorSpec.increment
    direction: str | None = FactorSpec.direction
    block_length: float | None = None
    cell_size: float | None = None
    cell_rule: str = Settings.cell_rule
    families: str = "+".join(Settings.families)
    folds: int = Settings.folds
    fold_kind: str = Settings.fold_kind
    cv_repeats: int = Settings.cv_repeats
    swaps: bool = Settings.swaps
    p_limit: float = Settings.p_limit
    seed: int = Settings.seed
    spatial_test: str = Settings.spatial_test
    shifts: int = Settings.shifts
    smallest_count: int = SMALLEST  # of the report alone

    def parameters(self) -> dict[str, Any]:
        """The parameters of ``rtm:riskterrainmodel`` by key, without those that were not asked for."""
        found = {field.name.upper(): getattr(self, field.name) for field in fields(self)}
        if not self.period_field:
            del found["PERIOD_SPLIT"]
        if not self.resamples:
            del found["RESAMPLES"]
        if not self.snap_width:
            del found["SNAP_WIDTH"], found["SNAP_DRAWS"]
        if self.spatial_test == "none":
            del found["SPATIAL_TEST"], found["SHIFTS"]
        return {key: value for key, value in found.items() if value not in (None, "", (), [])}

    def options(self, **outputs: str) -> list[str]:
        """The options of ``qgis_process run rtm:riskterrainmodel``; layers have to be addresses."""
        options = []
        for key, value in {**self.parameters(), **outputs}.items():
            if key == "FACTOR_SETTINGS":
                options.append((key, ",".join(map(_typed, value))))
            else:
                options += [(key, _typed(one)) for one in (value if isinstance(value, (list, tuple)) else [value])]
        return [f"--{key}={value}" for key, value in options]

    def command(self, **outputs: str) -> str:
        """What to type to run it; layers have to be addresses."""
        lines = ["qgis_process run rtm:riskterrainmodel", *map(shlex.quote, self.options(**outputs))]
        return " \\\n  ".join(lines)

    def to_json(self, **outputs: str) -> str:
        """As ``qgis_process run rtm:riskterrainmodel -`` takes it; layers have to be texts."""
        return json.dumps({"inputs": {**self.parameters(), **outputs}}, indent=1, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ModelRequest:
        """The request of :meth:`to_json`. Raises :class:`SettingsError` where it is none."""
        known = {field.name.upper(): field for field in fields(cls)}
        try:
            inputs = json.loads(text)["inputs"]
            asked = {known[key]: value for key, value in inputs.items() if key in known}
            if inputs and not asked:  # a model file, say, which has inputs of its own
                raise KeyError(next(iter(inputs)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SettingsError(
                tr("This is no setup of a risk terrain model: choose a file that the panel has saved.")
            ) from error
        return cls(**{field.name: _read(field, value) for field, value in asked.items()})

    def with_layers(self, change) -> ModelRequest:
        """The same with every layer that it names replaced by ``change(layer)``; what that makes None is left out."""
        lists = {name: [change(one) for one in getattr(self, name)] for name in LAYER_LISTS if getattr(self, name)}
        return replace(
            self,
            **{name: change(getattr(self, name)) for name in LAYERS if getattr(self, name) is not None},
            **{name: [one for one in changed if one is not None] for name, changed in lists.items()},
        )

    def layers(self) -> list:
        """All layers that it names."""
        single = [getattr(self, name) for name in LAYERS]
        return [one for one in (*single, *self.factors, *self.adjustments) if one is not None]

    def lengths(self, default_block: float) -> tuple[float, float]:
        """Block length and cell size, or their defaults. Raises ``RtmError`` for what is no length."""
        block = default_block if self.block_length is None else self.block_length
        check_length(tr("block length"), block, tr("use a number above 0, or leave it empty for 100 metres"))
        half = plain_number(block / 2)
        cell = block / 2 if self.cell_size is None else self.cell_size
        empty = tr("use a number above 0, or leave it empty for half the block length ({half})").format(half=half)
        check_length(tr("cell size"), cell, empty)
        check_block(block, cell)
        return block, cell

    def settings(self, default_block: float) -> Settings:
        """The settings of the fit. Raises ``RtmError`` for what the method does not allow."""
        block, cell = self.lengths(default_block)
        if not 0 <= self.resamples <= MOST_RESAMPLES:
            raise SettingsError(
                tr("{number} resamples cannot be drawn: use a number from 0 to {most}, usually 100.").format(
                    number=self.resamples, most=MOST_RESAMPLES
                )
            )
        check_draws(self.snap_width or 0.0, self.snap_draws)
        for what, number, most in (
            (tr("folds"), self.folds, MOST_FOLDS),
            (tr("repeats of the cross-validation"), self.cv_repeats, MOST_REPEATS),
        ):
            if number > most:
                raise SettingsError(
                    tr("{number} {what} take too long and tell no more: use at most {most}.").format(
                        number=number, what=what, most=most
                    )
                )
        return Settings(
            block_length=block,
            cell_size=cell,
            families=tuple(self.families.split("+")),
            **{name: getattr(self, name) for name in _AS_THEY_ARE},
        ).validate()

    def factor_defaults(self) -> FactorSpec:
        """What holds for a factor that has no settings of its own; its operationalisation may be 'auto'."""
        return FactorSpec("", self.operationalisation, self.max_blocks, self.increment, self.direction)


def _read(field: Any, value: Any) -> Any:
    """A field's value as JSON has it. Raises :class:`SettingsError` where it can be nothing of the kind."""
    if field.name in LAYER_LISTS and isinstance(value, str):
        value = value.split(";")  # as Processing takes several layers, too
    kinds = (list,) if field.name in LAYER_LISTS else _IN_JSON[field.type]
    fits = isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))
    if isinstance(value, list):
        fits = fits and all(isinstance(one, (str, int, float)) for one in value)
    if not fits:
        raise SettingsError(
            tr("The setup says {value} for {key}, which it cannot be: correct it, or leave it out.").format(
                value=json.dumps(value, ensure_ascii=False), key=field.name.upper()
            )
        )
    return value


def request_of(model, addresses=None) -> ModelRequest:
    """The request that gives a fitted model again.

    Parameters
    ----------
    model : RiskTerrainModel
    addresses : sequence of str, optional
        Full address of each layer that the model remembers, in its order, '' for what is no file; without them
        the sources as the model remembers them, which are without folders.
    """
    settings, inputs = model.settings, model.inputs
    layers = inputs.get("layers", ())
    by_role: dict[str, list] = {}
    for layer, address in zip(layers, addresses or [layer["source"] for layer in layers]):
        missing = tr("<{name}: save it as a file>").format(name=layer["name"])
        by_role.setdefault(layer["role"], []).append(address or missing)

    def only(role):
        return by_role[role][0] if role in by_role else None

    rates = _rates(inputs)
    if "DENOMINATOR" in by_role:
        rates["denominator"] = only("DENOMINATOR")
    if "ADJUSTMENTS" in by_role:
        rates["adjustments"] = by_role["ADJUSTMENTS"]
    rows = [
        cell
        for spec in model.specs
        for cell in (spec.name, spec.operationalisation, spec.max_blocks, spec.increment, spec.direction)
    ]
    return ModelRequest(
        study_area=only("STUDY_AREA"),
        incidents=only("INCIDENTS"),
        exclude=only("EXCLUDE"),
        factors=by_role.get("FACTORS", ()),
        factor_field=inputs.get("factor_field", ""),
        **rates,
        period_field=inputs.get("period_field", ""),
        period_split=inputs.get("later_from", NONE if inputs.get("period_field") else HALF),
        **{key: inputs.get(key, "") for key in ("incident_filter", "date_from", "date_to")},
        resamples=inputs.get("stability", {}).get("n_resamples", 0),
        snap_width=inputs.get("displacement", {}).get("width"),
        snap_draws=inputs.get("displacement", {}).get("n_draws", USUAL_DRAWS),
        smallest_count=inputs.get("smallest_count", SMALLEST),
        factor_settings=rows,
        factor_labels="; ".join(f"{spec.name} = {spec.label}" for spec in model.specs if spec.label),
        operationalisation=None,  # every factor has its row
        max_blocks=None,
        increment=None,
        direction=None,
        block_length=settings.block_length,
        cell_size=settings.cell_size,
        families="+".join(settings.families),
        **{name: getattr(settings, name) for name in _AS_THEY_ARE},
    )


def _rates(inputs) -> dict[str, Any]:
    """The fields of denominator and adjustments, layers by name."""
    return {key.lower(): value for key, value in inputs.get("exposure", {}).items()}


def reproducible(model) -> dict[str, Any]:
    """The parameters that decide a model, with layers by name: what its outputs say of where they come from."""
    named = replace(
        request_of(model),
        study_area=model.inputs["study_area"],
        incidents=model.inputs["incidents"],
        exclude=None,
        **_rates(model.inputs),
        factors=[spec.name for spec in model.specs],
        factor_field="",
        resamples=0,
        snap_width=None,
        smallest_count=None,
    )
    return named.parameters()


def _typed(value: Any) -> str:
    """A value as it is typed on a command line."""
    if isinstance(value, bool):
        return str(value).lower()
    return plain_number(value) if isinstance(value, float) else str(value)

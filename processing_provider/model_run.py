"""The main job: layers to arrays, fit, judgement. What to call from an algorithm, a batch or a notebook."""

import datetime
from dataclasses import dataclass, replace
from typing import Optional

from qgis.core import QgsProcessingContext

from ..rtm_plugin.engine import Engine
from ..rtm_plugin.errors import IncidentError, RtmError, SettingsError
from ..rtm_plugin.progress import Progress
from ..rtm_plugin.rounding import tidy, tidy_json
from ..rtm_plugin.space.incidents import count_incidents
from ..rtm_plugin.space.shapes import fingerprint
from ..rtm_plugin.translation import tr
from ..rtm_plugin.trust.periods import range_of_days
from .about import version
from .model_request import ModelRequest
from .reading.chosen_features import filter_expression
from .reading.exposure_layers import read_exposure, remember_exposure
from .reading.factor_facts import tell_about_factors
from .reading.factor_layers import read_factors, settings_of
from .reading.geometry import extent_of
from .reading.layer_records import describe_layers
from .reading.periods import read_periods
from .reading.sources import StudyArea, check_has_crs, check_projected, open_layers, open_source, read_area
from .units import default_block, unit_of


@dataclass(frozen=True)
class ModelRun:
    """A fitted risk terrain, where it lies, and how it stood up to what happened later.

    Attributes
    ----------
    request : ModelRequest
    terrain : RiskTerrain
        Its model remembers the inputs.
    study_area : StudyArea
    joined : JoinedRisk
        Terrain and history together.
    judged : Validation or None
        None where the incidents were not split by date.
    later_from : datetime.date or None
    displaced : Displacement or None
        What moved incidents left of it; None where none were moved.
    addresses : list of str
        Full address of each layer that the model remembers, '' for what is no file.
    """

    request: ModelRequest
    terrain: object
    study_area: StudyArea
    joined: object
    judged: object
    later_from: Optional[datetime.date]
    displaced: object
    addresses: list


def check_request(request: ModelRequest, context, with_factors=True):
    """Everything that can be said about a request without reading features. Raises ``RtmError``."""
    check_area_and_factors(request, context, with_factors)
    source, name = open_source("INCIDENTS", request.incidents, context)
    check_has_crs(tr("Incidents"), name, source.sourceCrs())
    filter_expression(request.incident_filter, name, source.fields())
    range_of_days(request.date_from, request.date_to)
    if (request.date_from or request.date_to) and not request.period_field:
        raise SettingsError(tr("Incidents of some dates are chosen by a field of dates: choose it, or give no dates."))
    request.settings(block_of(request, context))


def check_area_and_factors(request: ModelRequest, context, with_factors=True):
    """As :func:`check_request`, of what is needed to lay cells and, ``with_factors``, to measure factors."""
    source, name = open_source("STUDY_AREA", request.study_area, context)
    check_projected(tr("Study area"), name, source.sourceCrs(), extent_of(source))
    request.lengths(default_block(source.sourceCrs()))
    settings_of(request)
    if with_factors and not open_layers(request.factors, context):
        raise RtmError(tr("No risk-factor layer could be read: choose at least one, and check its path."))


def block_of(request: ModelRequest, context):
    """The block length where none was asked for: 100 metres in the study area's units."""
    source, _ = open_source("STUDY_AREA", request.study_area, context)
    return default_block(source.sourceCrs())


def run_model(request: ModelRequest, progress=None, context=None, engine=None) -> ModelRun:
    """Read the layers, fit the model, look at it from all sides.

    Parameters
    ----------
    request : ModelRequest
    progress : Progress, optional
        Its warnings become part of the model.
    context : QgsProcessingContext, optional
        Knows the project's layers and transformations.
    engine : Engine, optional
        Where the work is done, and finished pieces are kept, until its :meth:`forget` is called.

    Raises
    ------
    RtmError
        With one sentence that says what to do.
    Cancelled
    """
    from ..rtm_plugin.pipeline import fit  # needs scipy
    from ..rtm_plugin.trust import validation_words
    from ..rtm_plugin.use.history import join

    progress, context, engine = progress or Progress(), context or QgsProcessingContext(), engine or Engine()
    check_request(request, context)
    settings = request.settings(block_of(request, context))
    with progress.stage(tr("Reading layers"), 0.0, 0.08) as step:
        study_area, exclude = read_area(request.study_area, request.exclude, context, step.part(0.0, 0.1))
        source, incidents_name = open_source("INCIDENTS", request.incidents, context)
        split = read_periods(request, study_area, context, step.part(0.1, 0.4))
        lengths = settings.block_length, settings.cell_size
        factors, left_out = read_factors(request, *lengths, study_area, context, step.part(0.4, 0.9))
        rates = read_exposure(request, study_area, settings.cell_size, context, step.part(0.9, 1.0))
    with progress.stage(tr("Checking factors"), 0.08, 0.1) as step:
        tell_about_factors(
            study_area,
            factors,
            settings.block_length,
            source,
            open_layers(request.factors, context),
            request.factor_field,
            step,
        )
    draws = request.snap_draws if request.snap_width else 0
    repeated = draws + request.resamples / 2  # times of a fit, and they take longest
    judging, moving = (0.3, 0.35) if repeated else (0.8, 0.85)
    examining = moving + (0.9 - moving) * draws / (repeated or 1)
    try:
        step = progress.part(0.1, judging)
        terrain = fit(study_area.shapes, split.earlier, factors, settings, exclude, step, rates, engine)
        model = terrain.model
        joined = join(terrain.grid, terrain.expected, terrain.counts, model.family, progress.part(judging, judging))
        judged = judge(terrain, joined, split, study_area, progress.part(judging, moving))
        displaced = move(terrain, split.earlier, study_area, request, progress.part(moving, examining), engine)
        warned = tuple(progress.warnings)  # those of the diagnostics are kept with them
        step = progress.part(examining, 0.9)
        examined = examine(
            terrain, split.earlier, study_area, request.resamples, step, engine, were_moved=displaced is not None
        )
    except IncidentError as error:
        raise IncidentError(tr("Incidents '{name}': {problem}").format(name=incidents_name, problem=error)) from error
    layers, addresses = describe_layers(request, context)
    model = terrain.model.with_inputs(
        layers=layers,
        factor_field=request.factor_field,
        smallest_count=request.smallest_count,
        study_area=study_area.name,
        crs=study_area.crs.authid() or study_area.crs.toWkt(),
        incidents=incidents_name,
        left_out=left_out,
        plugin_version=version(),
        fingerprints=_fingerprints(study_area, exclude, (incidents_name, split.earlier), factors, rates),
        **split.recipe,
        **({"verdicts": [validation_words.verdict(judged, name) for name in surface_names()]} if judged else {}),
        **examined,
        **({"displacement": tidy_json(displaced.plain())} if displaced else {}),
        **remember_exposure(request, context),
    )
    return ModelRun(
        request,
        replace(terrain, model=replace(model, warnings=warned)),
        study_area,
        joined,
        judged,
        split.day,
        displaced,
        addresses,
    )


def _fingerprints(study_area, exclude, incidents, factors, rates):
    """A record of role, name and SHA-256 for each layer that went in, as it was read; by role and name."""
    name, points = incidents
    found = [("STUDY_AREA", study_area.name, fingerprint(study_area.shapes.vertices))]
    found.append(("INCIDENTS", name, fingerprint(points)))
    if exclude is not None:
        found.append(("EXCLUDE", "", fingerprint(exclude.vertices)))
    found += sorted(("FACTORS", factor.spec.name, fingerprint(factor.shapes.vertices)) for factor in factors)
    if rates is not None and rates.denominator is not None:
        found.append(("DENOMINATOR", rates.denominator_name, rates.denominator.fingerprint()))
    found += [("ADJUSTMENTS", other, source.fingerprint()) for other, source in (rates.adjustments if rates else ())]
    return [dict(zip(("role", "name", "sha256"), one)) for one in found]


def surface_names():
    """What the risk terrain, and the terrain joined with history, are called where they are judged."""
    return tr("the risk terrain"), tr("terrain and history")


def judge(terrain, joined, periods, study_area, progress):
    """The validation of a fitted terrain by its later incidents; None where nothing was split."""
    from ..rtm_plugin.trust import validation, validation_words

    if periods.later is None:
        return None
    grid, names = terrain.grid, surface_names()
    earlier, later = (count_incidents(grid, points, study_area.shapes) for points in (periods.earlier, periods.later))
    progress.info(
        tr(
            "The model is made from the {earlier:,} incidents before {day} and judged by the {later:,} from then on."
        ).format(earlier=len(earlier.points), day=periods.day.isoformat(), later=len(later.points))
    )
    with progress.stage(tr("Validation"), 0.0, 1.0) as step:
        surfaces = [  # tidy as in the raster: what rounding alone tells apart is a tie
            validation.Surface(names[0], tidy(terrain.rrs)),
            validation.Surface(names[1], tidy(joined.expected)),
            *validation.baselines(grid, earlier.points, progress=step.part(0.0, 0.2), unit=unit_of(study_area.crs)),
        ]
        seed = terrain.model.settings.seed
        found = validation.validate(
            grid,
            later.counts,
            surfaces,
            seed=seed,
            progress=step.part(0.2, 1.0),
            n_outside=later.n_outside,
            n_in_no_cell=later.n_in_no_cell,
        )
    if found.n_left_out:
        (progress.info if later.are_of_a_larger_area else progress.warn)(validation_words.left_out(found))
    for name in names:
        progress.info(f"{validation_words.verdict(found, name)} {validation_words.scoreboard(found, name)}".strip())
    return found


def move(terrain, incidents, study_area, request, progress, engine):
    """What is left of a fitted terrain where its incidents are moved; None where that was not asked for."""
    from ..rtm_plugin.trust import displacement_words
    from ..rtm_plugin.trust.displacement import displace

    if not request.snap_width:
        return None
    if not terrain.model.selected:
        progress.info(tr("No risk factor was selected, so there is none that moved incidents could put to the test."))
        return None
    with progress.stage(tr("Moved incidents"), 0.0, 1.0) as step:
        width, n_draws = request.snap_width, request.snap_draws
        found = displace(terrain, incidents, study_area.shapes, width, n_draws, step, engine)
    shown = displacement_words.shown_names(terrain.model)
    for one in found.factors:
        progress.info(displacement_words.factor_sentence(one, n_draws, shown))
    said = displacement_words.verdict(found, shown, unit_of(study_area.crs))
    (progress.info if found.survives else progress.warn)(said)
    return found


def examine(terrain, incidents, study_area, n_resamples, progress, engine, were_moved=False):
    """Look at a fitted terrain; what was found goes to the log, and comes back as the model is to keep it.

    Returns
    -------
    dict with "diagnostics" and, where there were resamples, "stability"
    """
    from ..rtm_plugin.trust.diagnostics import WARNING, diagnose

    share = 0.1 if n_resamples else 1.0
    with progress.stage(tr("Diagnostics"), 0.0, share) as step:
        found = diagnose(
            terrain,
            incidents,
            study_area.shapes,
            progress=step,
            unit=unit_of(study_area.crs),
            were_moved=were_moved,
        )
    for finding in found.findings:
        (progress.warn if finding.level == WARNING else progress.info)(finding.text)
    kept = {"diagnostics": tidy_json(found.plain())}
    if n_resamples:
        from ..rtm_plugin.trust.stability import enough_sentence, resample

        with progress.stage(tr("Resamples"), share, 1.0) as step:
            stability = resample(terrain, n_resamples, step, engine)
        unit = unit_of(study_area.crs)
        for one in stability.factors:
            progress.info(f"{one.factor}: {one.sentence(n_resamples, unit)}.")
        selected = {one.factor: one.selected for one in stability.factors}
        progress.info(enough_sentence(n_resamples, stability.enough, selected))
        kept["stability"] = stability.plain()
    return kept

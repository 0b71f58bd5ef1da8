"""How far to trust a model just fitted: diagnostics in every run, stability where it is asked for."""

from qgis.core import QgsProcessingParameterNumber

from ...rtm_plugin.errors import SettingsError
from ...rtm_plugin.translation import tr
from ..writing.outputs import tidy_json

RESAMPLES = "RESAMPLES"
_MOST = 10000


def add_resamples(algorithm):
    """Declare how often the selection is to be repeated, and what comes of it."""
    integer = QgsProcessingParameterNumber.Type.Integer
    algorithm.add(
        QgsProcessingParameterNumber(RESAMPLES, tr("Resamples"), integer, 0, True),
        tr(
            "Repeat the whole selection so many times on resampled blocks of cells, to see how often each "
            "factor is found again and at which distances. 0: not at all; 100 tell enough, and take about "
            "as long as 50 fits."
        ),
        advanced=True,
    )
    algorithm.add_numbers({"N_WARNINGS": tr("Number of diagnostic warnings")})


def resamples(algorithm, parameters, context):
    """The number asked for. Raises :class:`SettingsError` where it is none."""
    number = algorithm.parameterAsInt(parameters, RESAMPLES, context)
    if not 0 <= number <= _MOST:
        raise SettingsError(f"{number} resamples cannot be drawn: use a number from 0 to {_MOST}, usually 100.")
    return number


def examine(terrain, incidents, study_area, n_resamples, unit, progress):
    """Look at a fitted terrain; what was found goes to the log, and comes back as the model is to keep it.

    Returns
    -------
    dict with "diagnostics" and, where there were resamples, "stability"
    """
    from ...rtm_plugin.trust.diagnostics import WARNING, diagnose

    share = 0.1 if n_resamples else 1.0
    with progress.stage(tr("Diagnostics"), 0.0, share) as step:
        found = diagnose(terrain, incidents, study_area.shapes, progress=step)
    for finding in found.findings:
        (progress.warn if finding.level == WARNING else progress.info)(finding.text)
    kept = {"diagnostics": tidy_json(found.plain())}
    if n_resamples:
        from ...rtm_plugin.trust.stability import resample

        with progress.stage(tr("Resamples"), share, 1.0) as step:
            stability = resample(terrain, n_resamples, step)
        for one in stability.factors:
            progress.info(f"{one.factor}: {one.sentence(n_resamples, unit)}.")
        kept["stability"] = stability.plain()
    return kept


def numbers(model):
    """The declared numbers."""
    from ...rtm_plugin.trust.diagnostics import WARNING

    return {"N_WARNINGS": sum(finding["level"] == WARNING for finding in model.inputs["diagnostics"])}


def parameters_of(model):
    """The parameters that repeat what a model remembers."""
    stability = model.inputs.get("stability")
    return {RESAMPLES: stability["n_resamples"]} if stability else {}

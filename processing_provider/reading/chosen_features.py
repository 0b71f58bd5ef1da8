"""The features of a risk factor: those that a filter lets through, within reach of the study area."""

from dataclasses import dataclass

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest

from ...rtm_plugin.errors import FactorError, SettingsError
from ...rtm_plugin.names import in_apostrophes
from ...rtm_plugin.translation import tr
from .sources import features_of


@dataclass(frozen=True)
class ChosenFeatures:
    """Features to use, and the numbers of those filtered out and out of reach."""

    features: tuple[QgsFeature, ...]
    n_filtered: int
    n_beyond: int


def filter_expression(text, layer, fields):
    """The filter as a QgsExpression, None where there is none.

    Raises :class:`SettingsError` where it is no expression, or asks for a field that the layer does not have.
    """
    if not text:
        return None
    expression = QgsExpression(text)
    if expression.hasParserError():
        reason = " ".join(expression.parserErrorString().split())
        raise SettingsError(
            tr("The filter '{text}' is no valid expression ({reason}): correct it.").format(text=text, reason=reason)
        )
    for column in sorted(expression.referencedColumns()):
        if column != QgsFeatureRequest.ALL_ATTRIBUTES and fields.lookupField(column) < 0:
            shown = ", ".join(map(in_apostrophes, fields.names())) or tr("none")
            raise SettingsError(
                tr(
                    "The filter '{text}' uses the field '{column}', which layer '{layer}' does not have; its "
                    "fields are {shown}."
                ).format(text=text, column=column, layer=layer, shown=shown)
            )
    return expression


def choose_features(source, factor, expression, variables, is_in_reach, progress):
    """The :class:`ChosenFeatures` of a source.

    ``expression`` is evaluated with ``variables`` (a QgsExpressionContext), and ``is_in_reach`` asked of a geometry;
    either is None where all are wanted. Raises :class:`SettingsError` where the expression fails, and
    :class:`FactorError` where nothing is left of the factor.
    """
    if expression is not None:
        expression.prepare(variables)
    chosen, n_filtered, n_beyond = [], 0, 0
    for feature in features_of(source, QgsFeatureRequest(), progress):
        if expression is not None and not holds(expression, variables, feature):
            n_filtered += 1
        elif is_in_reach is not None and not is_in_reach(feature.geometry()):
            n_beyond += 1
        else:
            chosen.append(feature)
    if not chosen:
        raise FactorError(
            tr(
                "Risk factor '{name}' is left without a feature ({n_filtered:,} filtered out, {n_beyond:,} out "
                "of reach): check the layer, the filter and the study area."
            ).format(name=factor, n_filtered=n_filtered, n_beyond=n_beyond)
        )
    progress.info(
        tr(
            "Risk factor '{name}': {n_chosen:,} features, {n_filtered:,} filtered out, {n_beyond:,} out of reach."
        ).format(name=factor, n_chosen=len(chosen), n_filtered=n_filtered, n_beyond=n_beyond)
    )
    return ChosenFeatures(tuple(chosen), n_filtered, n_beyond)


def holds(expression, variables, feature):
    """Whether an expression is true for a feature. Raises :class:`SettingsError` where it fails."""
    variables.setFeature(feature)
    is_wanted = expression.evaluate(variables)
    if expression.hasEvalError():
        raise SettingsError(
            tr("The filter '{expression}' fails ({reason}): correct it or leave it empty.").format(
                expression=expression.expression(), reason=expression.evalErrorString()
            )
        )
    return bool(is_wanted)

"""The check of the risk factors before the fit, with what their layers tell beside their geometry."""

from datetime import date

from qgis.core import NULL

from ...rtm_plugin.files.column_names import ROLES
from ...rtm_plugin.files.dates import DateReader
from ...rtm_plugin.files.tables import plain_name
from ...rtm_plugin.variables.factor_check import WARNING, LayerFacts, check_factors, in_sentences, personal_fields
from ..units import unit_of
from .factor_layers import NAME_FIELD
from .sources import layer_name


def tell_about_factors(study_area, factors, block_length, source, layers, field, progress):
    """Check the factors and say what was found in the log; warnings are kept for the report too.

    Parameters
    ----------
    study_area : StudyArea
    factors : sequence of Factor
    block_length : float
        In map units.
    source : QgsFeatureSource
        Where the incidents come from: it may know their dates.
    layers : sequence of QgsVectorLayer
        Where the factors come from.
    field : str
        The field that splits layers into factors; '' for none.

    Returns
    -------
    tuple of Remark
    """
    findings = check_factors(
        study_area.shapes,
        factors,
        block_length,
        first_date(source),
        layer_facts(layers, field),
        progress,
        unit_of(study_area.crs),
    )
    for finding in findings:
        if finding.level != WARNING:
            progress.info(finding.text)
    for sentence in in_sentences(findings):
        progress.warn(sentence)
    return findings


def layer_facts(layers, field=""):
    """{name of a factor: LayerFacts} of factor layers."""
    facts = {}
    for layer in layers:
        name = layer_name(layer.name(), layer.source())
        fields = layer.fields()
        split_by = fields.lookupField(field) if field else -1
        split_by = split_by if split_by >= 0 else fields.lookupField(NAME_FIELD)
        known = LayerFacts(name, tuple(fields.names()), last_date=_extreme_date(layer, "maximumValue"))
        names = [str(value).strip() for value in layer.uniqueValues(split_by)] if split_by >= 0 else [name]
        facts.update((factor, known) for factor in names)
    return facts


def first_date(source):
    """The earliest date of the incidents, None where they have none that is known as one."""
    return _extreme_date(source, "minimumValue")


def _extreme_date(source, extreme):
    """The date in the first field that is a date, or is called and written like one; no date of birth is one."""
    personal = personal_fields(source.fields().names())
    for index, field in enumerate(source.fields()):
        if field.name() in personal:
            continue
        is_date = field.typeName().casefold() in ("date", "datetime")
        if is_date or plain_name(field.name()) in ROLES["date"]:
            found = _as_date(getattr(source, extreme)(index))
            if found is not None:
                return found
    return None


def _as_date(value):
    if value is None or value == NULL:
        return None
    if hasattr(value, "date"):  # QDateTime
        value = value.date()
    if hasattr(value, "year"):  # QDate
        return date(value.year(), value.month(), value.day()) if value.isValid() else None
    return DateReader("iso").read(str(value))[0]

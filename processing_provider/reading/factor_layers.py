"""Reading risk factors: from any number of layers to the factors of a model, each with its settings."""

import re
from dataclasses import dataclass, replace

from qgis.core import NULL, QgsRectangle, QgsVectorLayer

from ...rtm_plugin.errors import FactorError, RtmError
from ...rtm_plugin.files.numbers import number_in
from ...rtm_plugin.names import in_apostrophes
from ...rtm_plugin.rounding import plain_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.factors import DIRECTIONS, INCREMENTS, OPERATIONALISATIONS, Factor
from ...rtm_plugin.variables.operationalisations import BOTH, kinds_for, operationalisation_words
from ..fields import check_single
from ..units import unit_of
from .geometry import SHAPE_NAMES, GeometryCollector
from .sources import LARGE, check_has_crs, features_of, layer_name, open_layers, request_in, warn_of_skipped
from .suggestion import AUTO, suggestion_of

CHOICES = (AUTO, *OPERATIONALISATIONS)
HEADERS = ("factor", "operationalisation", "maximum influence (blocks)", "increment", "direction")

# What a layer may carry in its attributes, constant over its features; a shapefile cuts the names at ten
# letters.
NAME_FIELD = "rtm_factor"
SETTING_FIELDS = {
    "operationalisation": "rtm_operationalisation",
    "max_blocks": "rtm_max_blocks",
    "increment": "rtm_increment",
    "direction": "rtm_direction",
    "label": "rtm_label",
}
_SHAPEFILE_NAME = 10


@dataclass(frozen=True)
class _Found:
    """A factor as it was found in a layer: its geometry so far, and the settings that the layer carries."""

    name: str
    layer: str
    collector: GeometryCollector
    settings: dict


def settings_rows(cells):
    """FACTOR_SETTINGS as {factor: {setting: value}}, without the cells that are empty.

    The matrix arrives as one flat list of rows of five; from the command line with numbers as floats and all
    else as text. Raises :class:`FactorError` for a list that does not make rows, a factor twice, or a bad
    value.
    """
    cells = [attribute_text(cell) for cell in cells or []]
    if not any(cells):
        return {}
    width = len(HEADERS)
    if len(cells) % width:
        raise FactorError(
            tr(
                "The factor settings have {n_cells} cells, which make no rows of {width}: give each factor "
                "its {headers}, leaving a cell empty for the default."
            ).format(n_cells=len(cells), width=width, headers=", ".join(HEADERS))
        )
    rows = {}
    for start in range(0, len(cells), width):
        name, *values = cells[start : start + width]
        if not any([name, *values]):
            continue
        if not name:
            raise FactorError(
                tr("Row {start} of the factor settings names no factor: fill its first cell.").format(
                    start=start // width + 1
                )
            )
        if name in rows:
            raise FactorError(
                tr("Risk factor '{name}' has two rows in the factor settings: keep one.").format(name=name)
            )
        rows[name] = _settings(name, dict(zip(SETTING_FIELDS, values)))
    return rows


def settings_of(request):
    """What a request says of single factors, {factor: {setting: value}}: their rows, and the names to show.

    Raises :class:`FactorError` where a row or a name to show cannot be read.
    """
    rows = settings_rows(request.factor_settings)
    for entry in filter(None, map(str.strip, re.split("[;\n]", request.factor_labels))):
        factor, equals, label = map(str.strip, entry.partition("="))
        if not (factor and equals and label):
            raise FactorError(
                tr("'{entry}' gives no factor a name to show: write it as factor = name to show.").format(entry=entry)
            )
        rows.setdefault(factor, {})["label"] = label
    return rows


def read_factors(request, block_length, cell_size, study_area, context, progress):
    """The factors of a model, in the order of their names.

    Parameters
    ----------
    request : ModelRequest
        A layer that has its factor field is split into one factor per value.
    block_length, cell_size : float
        In map units.
    study_area : StudyArea

    Returns
    -------
    factors : list of Factor
    left_out : list of str
        Names of the factors without any feature within reach.

    Raises
    ------
    FactorError
        No layers, an empty layer, no CRS, two factors of one name, an unknown factor in the settings, a
        setting that does not exist, density of lines or polygons, no factor left.
    """
    layers, field = open_layers(request.factors, context), request.factor_field
    rows, defaults = settings_of(request), request.factor_defaults()
    found = {}
    split = False
    for number, layer in enumerate(layers):
        if not isinstance(layer, QgsVectorLayer):
            raise FactorError(_no_vectors(layer))
        reach = _largest_reach(layer, rows, defaults) * block_length + cell_size
        part = progress.part(number / len(layers), (number + 1) / len(layers))
        groups, was_split = _read_layer(layer, field, _grown(study_area, reach), study_area, context, part)
        split |= was_split
        for factor in groups:
            if factor.name in found:
                raise FactorError(
                    tr(
                        "Two risk factors are called '{name}' (layers '{layer}' and '{other}'): rename one of the "
                        "layers."
                    ).format(name=factor.name, layer=found[factor.name].layer, other=factor.layer)
                )
            found[factor.name] = factor
    if field and not split:
        names = ", ".join(sorted(factor.layer for factor in found.values()))
        raise FactorError(
            tr(
                "No risk-factor layer has the field '{field}' ({names}): correct the field's name or leave it empty."
            ).format(field=field, names=names)
        )
    unknown = sorted(set(rows) - set(found))
    if unknown:
        raise FactorError(
            tr(
                "The factor settings name '{unknown}', which is no risk factor of this model: use one of {known}."
            ).format(unknown=unknown[0], known=", ".join(sorted(found)))
        )
    factors, left_out = _with_settings(found, rows, defaults, block_length, cell_size, study_area, progress)
    for sentence in left_out.values():
        progress.warn(sentence)
    if not factors:
        raise FactorError(
            tr(
                "No risk factor has a feature within reach of study area '{name}': check that the layers "
                "show the same place and that their CRSs are right."
            ).format(name=study_area.name)
        )
    return factors, list(left_out)


def read_each(request, block_length, cell_size, study_area, context, progress):
    """The factors of one layer after the other: (layer, list of Factor, what is wrong with it or '').

    As :func:`read_factors`, but a layer that cannot be used does not keep the others from being read.
    """
    layers, rows, defaults = open_layers(request.factors, context), settings_of(request), request.factor_defaults()
    for number, layer in enumerate(layers):
        part = progress.part(number / len(layers), (number + 1) / len(layers))
        try:
            if not isinstance(layer, QgsVectorLayer):
                raise FactorError(_no_vectors(layer))
            reach = _largest_reach(layer, rows, defaults) * block_length + cell_size
            bounds = _grown(study_area, reach)
            groups, _ = _read_layer(layer, request.factor_field, bounds, study_area, context, part)
            found = {one.name: one for one in groups}
            factors, left_out = _with_settings(found, rows, defaults, block_length, cell_size, study_area, part)
            yield layer, factors, " ".join(left_out.values())
        except RtmError as error:
            yield layer, [], str(error)


def _no_vectors(layer):
    return tr("Risk factor '{layer}' is not a vector layer: use a layer of points, lines or polygons.").format(
        layer=layer.name()
    )


def _with_settings(found, rows, defaults, block_length, cell_size, study_area, progress):
    """Factors with their settings resolved, and by name a sentence for each without a feature within reach."""
    factors, left_out = [], {}
    for name in sorted(found):
        spec = replace(defaults, name=name, **{**found[name].settings, **rows.get(name, {})})
        # validate with a stand-in for 'auto', which only exists here
        replace(spec, operationalisation=_stand_in(spec.operationalisation)).validate()
        reach = spec.max_blocks * block_length
        shapes = found[name].collector.shapes(_grown(study_area, reach + cell_size))
        if shapes.is_empty:
            left_out[name] = tr(
                "Risk factor '{name}' has no feature within {reach} {unit} of the study area: it is left out."
            ).format(name=name, reach=plain_number(reach), unit=unit_of(study_area.crs))
            continue
        spec = _resolved(spec, shapes, reach, study_area, progress)
        factors.append(Factor(spec, shapes).validate())
    return factors, left_out


def _stand_in(operationalisation):
    return BOTH if operationalisation == AUTO else operationalisation


def _resolved(spec, shapes, reach, study_area, progress):
    """Settings with an operationalisation that suits the geometry: there may be no choice."""
    usable = kinds_for(BOTH, shapes.kind)
    if len(usable) == 1:
        kind = usable[0] if spec.operationalisation in (AUTO, BOTH) else spec.operationalisation
        return replace(spec, operationalisation=kind)
    if spec.operationalisation != AUTO:
        return spec
    suggestion = suggestion_of(shapes, study_area, reach)
    progress.info(
        tr("Risk factor '{name}': {operationalisation}, because {why}.").format(
            name=spec.name,
            operationalisation=operationalisation_words(suggestion.operationalisation),
            why=suggestion.why,
        )
    )
    return replace(spec, operationalisation=suggestion.operationalisation)


def _read_layer(layer, field, bounds, study_area, context, progress):
    """Factors in one layer, and whether ``field`` split it."""
    name = layer_name(layer.name(), layer.source())
    kind = SHAPE_NAMES.get(layer.geometryType())
    if kind is None:
        raise FactorError(
            tr("Risk factor '{name}' has no geometry: use a layer of points, lines or polygons.").format(name=name)
        )
    check_has_crs(tr("Risk factor"), name, layer.crs())
    columns = _columns(layer)
    split_by = layer.fields().lookupField(field) if field else -1
    by_name = split_by if split_by >= 0 else columns.pop(NAME_FIELD, -1)
    if by_name >= 0:
        check_single(name, layer.fields()[by_name])
    columns.pop(NAME_FIELD, None)

    wanted = sorted({*columns.values(), by_name} - {-1})
    request = request_in(study_area.crs, context, wanted)
    if layer.featureCount() > LARGE:
        request.setFilterRect(QgsRectangle(*bounds))
    collectors, settings, n_unnamed, n_read = {}, {}, 0, 0
    for feature in features_of(layer, request, progress):
        n_read += 1
        factor = name
        if by_name >= 0:
            factor = attribute_text(feature.attribute(by_name))
            if not factor:
                n_unnamed += 1
                continue
        if factor not in collectors:
            collectors[factor] = GeometryCollector(kind)
            settings[factor] = {setting: set() for setting in columns}
        collectors[factor].add(feature.geometry())
        for setting, column in columns.items():
            settings[factor][setting].add(attribute_text(feature.attribute(column)))

    if not n_read and not layer.hasFeatures():
        raise FactorError(
            tr("Risk factor '{name}' has no feature: leave its layer out, or choose one with features.").format(
                name=name
            )
        )
    if not n_read:  # a large layer with nothing near the study area
        collectors[name], settings[name] = GeometryCollector(kind), {}
    if n_unnamed:
        progress.warn(
            tr("Layer '{name}': {n_unnamed:,} features without a factor's name skipped.").format(
                name=name, n_unnamed=n_unnamed
            )
        )
    found = []
    for factor, collector in collectors.items():
        warn_of_skipped(tr("Risk factor"), factor, collector, progress)
        if n_read and collector.is_empty:
            raise FactorError(
                tr("Risk factor '{factor}' has no usable geometry: repair its layer or leave it out.").format(
                    factor=factor
                )
            )
        carried = {setting: _constant(factor, setting, values) for setting, values in settings[factor].items()}
        found.append(_Found(factor, name, collector, _settings(factor, carried)))
    if not found:
        raise FactorError(
            tr("Layer '{name}' names no risk factor in its field: fill the field or leave the layer out.").format(
                name=name
            )
        )
    return found, split_by >= 0


def _columns(layer):
    """Attribute indices of the settings that a layer carries: {setting or NAME_FIELD: index}."""
    columns = {}
    for key, full in ((NAME_FIELD, NAME_FIELD), *SETTING_FIELDS.items()):
        for name in (full, full[:_SHAPEFILE_NAME]):
            index = layer.fields().lookupField(name)  # whatever its case
            if index >= 0:
                columns[key] = index
                break
    return columns


def _constant(factor, setting, values):
    if len(values) > 1:
        shown = ", ".join(in_apostrophes(value) for value in sorted(values)[:3])
        raise FactorError(
            tr(
                "Risk factor '{factor}': the field {setting_fields} has different values ({shown}); it has "
                "to be the same for all features of a factor."
            ).format(factor=factor, setting_fields=SETTING_FIELDS[setting], shown=shown)
        )
    return next(iter(values), "")


def _settings(factor, texts):
    """Settings from their texts, empty ones left out. Raises :class:`FactorError` for what is no setting."""
    settings = {}
    for setting, text in texts.items():
        if not text:
            continue
        if setting == "max_blocks":
            settings[setting] = number_in(text)
            if settings[setting] is None:
                raise FactorError(
                    tr(
                        "Risk factor '{factor}': maximum influence '{text}' is not a number; give it in blocks, "
                        "usually 3."
                    ).format(factor=factor, text=text)
                )
            continue
        if setting == "label":
            settings[setting] = text
            continue
        allowed = {"operationalisation": CHOICES, "increment": INCREMENTS, "direction": DIRECTIONS}[setting]
        settings[setting] = text.lower()
        if settings[setting] not in allowed:
            raise FactorError(
                tr("Risk factor '{factor}': {setting} '{text}' is not known; use one of {allowed}.").format(
                    factor=factor, setting=setting, text=text, allowed=", ".join(allowed)
                )
            )
    return settings


def attribute_text(value):
    """A cell or attribute as text without blanks around it: 3.0 -> '3', NULL -> ''."""
    if value is None or value == NULL:
        return ""
    if isinstance(value, float):
        return plain_number(value)
    return str(value).strip()


def _largest_reach(layer, rows, defaults):
    """Most blocks that a factor of the layer may ask for; only its first feature is looked at."""
    blocks = [defaults.max_blocks, *(row["max_blocks"] for row in rows.values() if "max_blocks" in row)]
    column = _columns(layer).get("max_blocks")
    if column is not None:
        first = next(layer.getFeatures(), None)
        if first is not None:
            blocks.append(
                _settings(layer.name(), {"max_blocks": attribute_text(first.attribute(column))}).get("max_blocks", 0)
            )
    return max(blocks)


def _grown(study_area, distance):
    """The study area's bounds, grown on all sides."""
    x_min, y_min, x_max, y_max = study_area.shapes.bounds
    return x_min - distance, y_min - distance, x_max + distance, y_max + distance

"""Fields of incidents that look like personal data: whoever reads incidents says so."""

from qgis.core import QgsExpression, QgsFeatureRequest

from ...rtm_plugin.variables.factor_check import incident_fields_warning


def tell_personal_fields(source, name, progress, columns=(), expression=""):
    """Warn of fields of a source of incidents that look by their names like personal data.

    ``columns`` (names) and those of an ``expression`` are read.
    """
    fields = source.fields().names()
    read = {*columns, *(QgsExpression(expression).referencedColumns() if expression else ())}
    # expressions and dates do not ask for the case of a name
    known = {one.casefold() for one in read if one}
    every = QgsFeatureRequest.ALL_ATTRIBUTES in read
    warning = incident_fields_warning(name, fields, {one for one in fields if every or one.casefold() in known})
    if warning:
        progress.warn(warning)

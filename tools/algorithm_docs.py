"""Write docs/algorithms.md from the algorithms themselves: ids, examples, parameters, defaults, help and outputs."""

from checkout import ROOT, load_package
from printed_commands import EXAMPLES, example
from qgis.core import (
    QgsApplication,
    QgsProcessingDestinationParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

PAGE = ROOT / "docs" / "algorithms.md"

HEAD = """<!-- Written by `make docs` from the algorithms themselves; change the help in the code, not this page. -->

# The algorithms

On the command line an algorithm is `qgis_process run ID -- KEY=value ...`; for several values of one key,
repeat the key. Parameters marked *advanced* are folded away in the dialog. A destination whose default is
*skipped* is written only where it is named. The examples are those of [On the command line](command_line.md), where
they stand in an order in which each finds the files that it reads.
"""


def main():
    app = QgsApplication([], False)
    app.initQgis()
    load_package()
    # without the plugin, which would lend a translator: the page is English on every machine
    from risk_terrain_modelling.processing_provider.provider import RiskTerrainProvider

    provider = RiskTerrainProvider()
    app.processingRegistry().addProvider(provider)
    provider.refreshAlgorithms()  # now that it is in the registry, with the example models
    PAGE.write_text(page(provider), encoding="utf-8")
    app.exitQgis()
    print(f"Wrote {PAGE.relative_to(ROOT)}")


def page(provider):
    """The whole page as Markdown."""
    algorithms = sorted(provider.algorithms(), key=lambda algorithm: (algorithm.group(), algorithm.name()))
    contents = [
        f"- [`{algorithm.id()}`](#{algorithm.id().replace(':', '')}): {algorithm.displayName()}"
        for algorithm in algorithms
    ]
    return "\n".join([HEAD, *contents, "", *(section(algorithm) for algorithm in algorithms)])


def section(algorithm):
    parameters = [
        parameter
        for parameter in algorithm.parameterDefinitions()
        if not parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagHidden
    ]
    keys = {parameter.name() for parameter in parameters}
    lines = [f"## {algorithm.id()}", "", f"**{algorithm.displayName()}** ({algorithm.group()})", ""]
    lines += [algorithm.about(), ""]
    shown = example(algorithm.id())
    if shown is not None:
        lines += [f"Example ([all]({EXAMPLES.name})):", "", shown.text, ""]
    lines += ["| key | type | default | what it is |", "| --- | --- | --- | --- |"]
    lines += [parameter_row(parameter) for parameter in parameters]
    others = [output for output in algorithm.outputDefinitions() if output.name() not in keys]
    if others:
        lines += ["", "Also given back:", "", "| key | type | what it is |", "| --- | --- | --- |"]
        lines += [table_row(f"`{output.name()}`", words(output.type()), output.description()) for output in others]
    return "\n".join([*lines, ""])


def parameter_row(parameter):
    kind = words(parameter.type())
    if isinstance(parameter, QgsProcessingParameterEnum):
        kind += ": " + ", ".join(f"`{option}`" for option in parameter.options())
    flags = parameter.flags()
    if flags & QgsProcessingParameterDefinition.Flag.FlagAdvanced:
        kind += " (advanced)"
    text = parameter.description() + "."
    if parameter.help():
        text += f" {parameter.help()}"
    return table_row(f"`{parameter.name()}`", kind, default(parameter), text)


def default(parameter):
    optional = bool(parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
    value = parameter.defaultValue()
    if isinstance(parameter, QgsProcessingDestinationParameter):
        return "skipped" if optional and not parameter.createByDefault() else "temporary"
    if value is None or value == "" or value == []:
        return "none" if optional else "required"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


def words(type_name):
    """A type's name as words: 'rasterDestination' -> 'raster destination'."""
    letters = type_name.replace("output", "", 1) if type_name.startswith("output") else type_name
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in letters).strip()
    return {"source": "vector layer", "sink": "table or layer", "multilayer": "layers"}.get(spaced, spaced)


def table_row(*cells):
    escaped = (" ".join(cell.replace("|", "\\|").replace("*", "\\*").split()) for cell in cells)
    return f"| {' | '.join(escaped)} |"


if __name__ == "__main__":
    main()

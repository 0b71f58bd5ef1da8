"""What stands on a printed sheet besides its map: title, source, date, and whether its layout stays."""

from datetime import datetime

from ...rtm_plugin.translation import tr

TITLE, SOURCE, DATE, KEEP_LAYOUT, LAYOUT = "TITLE", "SOURCE", "DATE", "KEEP_LAYOUT", "LAYOUT"


def add_texts(algorithm, title_help):
    algorithm.add_text(TITLE, tr("Title"), title_help)
    algorithm.add_text(
        SOURCE,
        tr("Source"),
        tr("Where the data are from, and under which licence: printed beside the map."),
        lines=True,
    )
    algorithm.add_text(DATE, tr("Date"), tr("As it is to be printed. Empty: today."))


def add_keep_layout(algorithm):
    algorithm.add_flag(
        KEEP_LAYOUT,
        tr("Keep the layout in the project"),
        tr("Adds the layout, and the layers it shows, to the project, where you can change them."),
        True,
    )
    algorithm.add_texts({LAYOUT: tr("Name of the layout in the project")})


def date_and_source(algorithm, parameters, context):
    """The lines of a run's date and source; the second is empty where none is given."""
    date = algorithm.parameterAsString(parameters, DATE, context).strip()
    text = " ".join(algorithm.parameterAsString(parameters, SOURCE, context).split())
    return date or f"{datetime.now():%Y-%m-%d}", tr("Source: {text}").format(text=text) if text else ""


def keeps_layout(algorithm, parameters, context):
    return algorithm.parameterAsBoolean(parameters, KEEP_LAYOUT, context) and context.project() is not None

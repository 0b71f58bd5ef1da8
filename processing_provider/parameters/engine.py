"""Where a large run is worked on, and where its finished pieces wait; neither changes the result."""

from ...rtm_plugin.engine import Engine
from ...rtm_plugin.translation import tr

WORKING_FOLDER, SCHEDULER = "WORKING_FOLDER", "SCHEDULER"


def add_engine(algorithm):
    algorithm.add_folder(
        WORKING_FOLDER,
        tr("Working folder"),
        tr(
            "A folder in which a large run keeps what is finished: each factor's variables, the culling, and that of "
            "each resample. It takes them up again after it was cancelled or killed, if layers and settings are the "
            "same; what was begun is done again. It is emptied of that at the end; pieces of runs that were given up "
            "(.rtm-piece) may be deleted. Empty: nothing is kept."
        ),
        advanced=True,
    )
    algorithm.add_text(
        SCHEDULER,
        tr("Dask scheduler"),
        tr(
            "Address of a scheduler, such as tcp://localhost:8786, whose workers make the factors' variables; it pays "
            "where those take minutes, for millions of cells. The Python package distributed has to be installed, and "
            "numpy and scipy where the workers are (dask scheduler; dask worker tcp://localhost:8786). Factor layers "
            "and cells are sent there, incidents never. Empty: everything is done by QGIS itself."
        ),
        advanced=True,
    )


def read_engine(algorithm, parameters, context):
    return Engine(
        algorithm.parameterAsString(parameters, SCHEDULER, context).strip(),
        algorithm.parameterAsFile(parameters, WORKING_FOLDER, context),
    )

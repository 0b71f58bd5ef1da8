"""Write the example models that are shipped: processing_provider/examples/*.model3.

Run it with QGIS 3.22, whose models have the same command line under every later QGIS:

    QT_QPA_PLATFORM=offscreen .venv/bin/python tools/example_models.py
"""

import sys
from dataclasses import dataclass, field

sys.path.insert(0, "/usr/share/qgis/python/plugins")  # Processing is a plugin itself

from checkout import ROOT, load_package
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF, QSizeF

FOLDER = ROOT / "processing_provider" / "examples"
GROUP = "Example models"

POINTS = QgsProcessing.SourceType.TypeVectorPoint
POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
ANY_GEOMETRY = QgsProcessing.SourceType.TypeVectorAnyGeometry

# The picture in the model designer: what is asked for in a row at the top, below it step after step, results beside.
BOX = QSizeF(240, 36)
COLUMN, ROW = 280, 150  # from a box to the next one beside it, and from a step to the next
RESULT_ROW = 50  # from a result to the next of the same step


@dataclass(frozen=True)
class Input:
    """A thing that the model asks for; ``parameter`` is of Processing and carries key and label."""

    parameter: object
    help: str


@dataclass(frozen=True)
class Step:
    """One algorithm of the model.

    Parameters
    ----------
    key : str
        By which other steps name it.
    sources : dict
        From keys of parameters to where they come from: the key of an input, (step, output), or a list of these.
    values : dict
        From keys of parameters to fixed values; what is in neither has the algorithm's default.
    results : dict
        From labels of the model's results to the algorithm's outputs.
    """

    key: str
    algorithm: str
    words: str
    sources: dict
    values: dict = field(default_factory=dict)
    results: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Example:
    """A model: its file's name, which is also its id, its name for people, and what it consists of."""

    file: str
    name: str
    about: str
    inputs: tuple
    steps: tuple


def layer(key, label, kind, help_text, optional=False):
    return Input(QgsProcessingParameterFeatureSource(key, label, [kind], None, optional), help_text)


AREA = layer("STUDY_AREA", "Study area", POLYGONS, "Polygons of the area to model, in a projected CRS.")
INCIDENTS = layer("INCIDENTS", "Incidents", POINTS, "Points of one type of incident.")
FACTORS = Input(
    QgsProcessingParameterMultipleLayers("FACTORS", "Risk factors", ANY_GEOMETRY),
    "One layer for each factor: bars, bus stops, parks, ...",
)
BLOCK = Input(
    QgsProcessingParameterDistance("BLOCK_LENGTH", "Block length", None, "STUDY_AREA", True, 0),
    "A typical length of a street block. Empty: 100 metres.",
)
STREETS = layer(
    "STREETS", "Streets", ANY_GEOMETRY, "Places are named after the nearest. Empty: after their factors.", True
)
NAME_FIELD = Input(
    QgsProcessingParameterField("NAME_FIELD", "Field of their names", None, "STREETS", optional=True), "Empty: name."
)

TWO_FACTORS = Example(
    "example_two_factors",
    "Two factors, each with its own settings",
    "How a model gives each risk factor settings of its own: a step writes them into a copy of the factor's layer, "
    "and the risk terrain model reads them from there. Add a step like these for every other factor.",
    (
        AREA,
        INCIDENTS,
        layer("BARS", "Bars", POINTS, "Points; what counts is how concentrated they are."),
        layer("BUS_STOPS", "Bus stops", POINTS, "Points; what counts is how near they are."),
    ),
    (
        Step(
            "stamp_bars",
            "rtm:riskfactor",
            "Settings of bars",
            {"INPUT": "BARS"},
            {"NAME": "bars", "OPERATIONALISATION": "density", "MAX_BLOCKS": 2.0},
        ),
        Step(
            "stamp_bus_stops",
            "rtm:riskfactor",
            "Settings of bus stops",
            {"INPUT": "BUS_STOPS"},
            {"NAME": "bus stops", "OPERATIONALISATION": "proximity", "INCREMENT": "whole"},
        ),
        Step(
            "model",
            "rtm:riskterrainmodel",
            "Fit the risk terrain",
            {
                "STUDY_AREA": "STUDY_AREA",
                "INCIDENTS": "INCIDENTS",
                "FACTORS": [("stamp_bars", "OUTPUT"), ("stamp_bus_stops", "OUTPUT")],
            },
            results={"Risk terrain": "RISK_TERRAIN", "Model table": "MODEL_TABLE"},
        ),
    ),
)

PLACES_AND_REPORT = Example(
    "example_places_and_report",
    "Risk terrain, priority places and report",
    "The whole analysis in one go: fits the risk terrain, finds the ten places where most is to be expected, and "
    "writes a report on both for people who see no coefficient. To change the number of places, their size or the "
    "title of the report, open a copy in the model designer.",
    (AREA, INCIDENTS, FACTORS, BLOCK, STREETS, NAME_FIELD),
    (
        Step(
            "model",
            "rtm:riskterrainmodel",
            "Fit the risk terrain",
            {
                "STUDY_AREA": "STUDY_AREA",
                "INCIDENTS": "INCIDENTS",
                "FACTORS": "FACTORS",
                "BLOCK_LENGTH": "BLOCK_LENGTH",
            },
            results={"Risk terrain": "RISK_TERRAIN", "Model table": "MODEL_TABLE", "Model file": "MODEL"},
        ),
        Step(
            "places",
            "rtm:priorityplaces",
            "Find the priority places",
            {
                "RISK_TERRAIN": ("model", "RISK_TERRAIN"),
                "MODEL": ("model", "MODEL"),
                "FACTORS": "FACTORS",
                "STUDY_AREA": "STUDY_AREA",
                "INCIDENTS": "INCIDENTS",
                "NAMES": "STREETS",
                "NAMES_FIELD": "NAME_FIELD",
            },
            results={"Priority places": "PLACES"},
        ),
        Step(
            "report",
            "rtm:report",
            "Write the report",
            {
                "MODEL": ("model", "MODEL"),
                "RISK_TERRAIN": ("model", "RISK_TERRAIN"),
                "PLACES": ("places", "PLACES"),
                "STUDY_AREA": "STUDY_AREA",
            },
            results={"Report": "REPORT"},
        ),
    ),
)

BEFORE_AND_AFTER = Example(
    "example_before_and_after",
    "Fit before, judge after",
    "Would it have foretold anything? Fits the risk terrain to earlier incidents only, and judges it by later ones "
    "beside a kernel density and counts of the earlier incidents, and chance. The priority places are those that "
    "would have been chosen then, with the later incidents counted in them.",
    (
        AREA,
        layer("EARLIER", "Earlier incidents", POINTS, "Points of one type of incident: the model is made from them."),
        layer("LATER", "Later incidents", POINTS, "Points of the same type from a later period: the judge."),
        FACTORS,
        BLOCK,
    ),
    (
        Step(
            "model",
            "rtm:riskterrainmodel",
            "Fit to the earlier incidents",
            {"STUDY_AREA": "STUDY_AREA", "INCIDENTS": "EARLIER", "FACTORS": "FACTORS", "BLOCK_LENGTH": "BLOCK_LENGTH"},
            results={"Risk terrain": "RISK_TERRAIN", "Model table": "MODEL_TABLE"},
        ),
        Step(
            "validation",
            "rtm:validate",
            "Judge by the later incidents",
            {
                "RISK_TERRAINS": [("model", "RISK_TERRAIN")],
                "INCIDENTS": "LATER",
                "EARLIER_INCIDENTS": "EARLIER",
                "STUDY_AREA": "STUDY_AREA",
            },
            results={"Validation": "TABLE", "Validation report": "REPORT"},
        ),
        Step(
            "places",
            "rtm:priorityplaces",
            "Places, and what came later",
            {
                "RISK_TERRAIN": ("model", "RISK_TERRAIN"),
                "MODEL": ("model", "MODEL"),
                "FACTORS": "FACTORS",
                "STUDY_AREA": "STUDY_AREA",
                "INCIDENTS": "LATER",
            },
            results={"Priority places": "PLACES"},
        ),
    ),
)

MONTHLY_REFRESH = Example(
    "example_monthly_refresh",
    "Monthly refresh of every borough",
    "From the police's archive to a risk terrain model of each borough and type of crime, in one go: imports the "
    "incidents of the last months and has the batch model them, one borough after the other, each with its report, "
    "and compare what it finds. Each month: the new archive, a new first month, a new folder. With the folder of an "
    "interrupted run it goes on where it was.",
    (
        Input(
            QgsProcessingParameterFile("ARCHIVE", "Archive of incidents", QgsProcessingParameterFile.Behavior.Folder),
            "The unzipped archive of data.police.uk: a folder for each month. Or any folder of CSV files.",
        ),
        Input(
            QgsProcessingParameterString("TYPES", "Types of crime", "robbery; burglary"),
            "Separated by semicolons; each is modelled by itself. * stands for any text.",
        ),
        Input(
            QgsProcessingParameterString("FIRST_MONTH", "First month", None, False, True),
            "The oldest to be used, such as 2024-05. Empty: all that the archive holds.",
        ),
        layer("BOROUGHS", "Boroughs", POLYGONS, "Polygons in a projected CRS, each a study area."),
        Input(
            QgsProcessingParameterField("NAME_FIELD", "Field of their names", None, "BOROUGHS"),
            "By which folders and rows are called.",
        ),
        FACTORS,
    ),
    (
        Step(
            "import",
            "rtm:importincidents",
            "Import the incidents",
            {"FOLDER": "ARCHIVE", "TYPES": "TYPES", "DATE_FROM": "FIRST_MONTH", "AREA": "BOROUGHS"},
            results={"Incidents": "OUTPUT", "What was left out": "LOG"},
        ),
        Step(
            "batch",
            "rtm:batch",
            "Model every borough",
            {
                "STUDY_AREAS": "BOROUGHS",
                "NAME_FIELD": "NAME_FIELD",
                "INCIDENTS": [("import", "OUTPUT")],
                "FACTORS": "FACTORS",
            },
            {"TYPE_FIELD": "type"},
            {"Folder of this month": "FOLDER"},
        ),
    ),
)

EXAMPLES = (TWO_FACTORS, PLACES_AND_REPORT, BEFORE_AND_AFTER, MONTHLY_REFRESH)


def build(example):
    """The example as a QgsProcessingModelAlgorithm; the provider has to be registered."""
    model = QgsProcessingModelAlgorithm(example.name, GROUP, "")
    texts = {"ALG_DESC": example.about}
    for place, asked in enumerate(example.inputs):
        key = asked.parameter.name()
        shown = QgsProcessingModelParameter(key)
        _put(shown, place * COLUMN, 0)
        model.addModelParameter(asked.parameter.clone(), shown)
        texts[key] = asked.help
    model.setParameterOrder([asked.parameter.name() for asked in example.inputs])
    y = ROW
    for step in example.steps:
        model.addChildAlgorithm(_child(step, y))
        y += max(ROW, RESULT_ROW * (len(step.results) + 1))
        texts.update(
            {f"{step.key}:{label}": _parameter(step.algorithm, key).help() for label, key in step.results.items()}
        )
    model.setHelpContent(texts)
    model.updateDestinationParameters()
    return model


def _child(step, y):
    child = QgsProcessingModelChildAlgorithm(step.algorithm)
    child.setChildId(step.key)
    child.setDescription(step.words)
    _put(child, COLUMN, y)
    for key, source in step.sources.items():
        child.addParameterSources(key, [_source(one) for one in (source if isinstance(source, list) else [source])])
    for key, value in {**_needed_values(child), **step.values}.items():
        child.addParameterSources(key, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    results = {}
    for place, (label, key) in enumerate(step.results.items()):
        results[label] = QgsProcessingModelOutput(label, label)
        results[label].setChildId(step.key)
        results[label].setChildOutputName(key)
        if not _parameter(step.algorithm, key).createByDefault():
            results[label].setMandatory(True)  # else it would be skipped here as well
        _put(results[label], 2 * COLUMN, y + RESULT_ROW * (place + 0.5))
    child.setModelOutputs(results)
    return child


def _needed_values(child):
    """Defaults of the parameters that may not be left out: a model is refused where it does not name them."""
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    return {
        parameter.name(): parameter.defaultValue()
        for parameter in child.algorithm().parameterDefinitions()
        if not (
            parameter.isDestination() or parameter.flags() & optional or parameter.name() in child.parameterSources()
        )
    }


def _source(source):
    if isinstance(source, tuple):
        return QgsProcessingModelChildParameterSource.fromChildOutput(*source)
    return QgsProcessingModelChildParameterSource.fromModelParameter(source)


def _put(component, x, y):
    """Where the middle of a box is, and how large the box: the row of the first box is y = 0."""
    component.setPosition(QPointF(x + BOX.width() / 2, y + BOX.height() / 2))
    component.setSize(BOX)


def _parameter(algorithm, key):
    return QgsApplication.processingRegistry().algorithmById(algorithm).parameterDefinition(key)


def write(model, path):
    """Write a model so that the same model is the same file."""
    from risk_terrain_modelling.processing_provider.writing.ordered_xml import ordered_xml

    model.toFile(str(path))
    path.write_text(ordered_xml(path.read_text(encoding="utf-8")), encoding="utf-8")


def main():
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    plugin = load_package().classFactory(None)
    plugin.initProcessing()
    FOLDER.mkdir(exist_ok=True)
    for example in EXAMPLES:
        model = build(example)
        valid, problems = model.validate()
        if not valid:
            raise SystemExit("\n".join([f"{example.file} is no valid model:", *problems]))
        path = FOLDER / f"{example.file}.model3"
        write(model, path)
        print(f"{path.relative_to(ROOT)} written")
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()

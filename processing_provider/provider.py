"""The provider ``rtm`` and the list of its algorithms."""

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .about import version
from .algorithms.accountability import Accountability
from .algorithms.applymodel import ApplyModel
from .algorithms.batch import Batch
from .algorithms.blocklength import BlockLength
from .algorithms.checkinputs import CheckInputs
from .algorithms.explainplace import ExplainPlace
from .algorithms.exposure import ExposureAlgorithm
from .algorithms.factorrasters import FactorRasters
from .algorithms.impact import Impact
from .algorithms.importincidents import ImportIncidents
from .algorithms.mapsheet import MapSheet
from .algorithms.placesheets import PlaceSheetsAlgorithm
from .algorithms.priorityplaces import PriorityPlaces
from .algorithms.report import ReportAlgorithm
from .algorithms.riskfactor import RiskFactor
from .algorithms.riskterrainmodel import RiskTerrainModelAlgorithm
from .algorithms.samplecity import SampleCity
from .algorithms.splitfactors import SplitFactors
from .algorithms.studyareas import StudyAreas
from .algorithms.trialdesign import TrialDesign
from .algorithms.validate import Validate
from .base import ICON
from .destinations import RASTER_SUFFIXES
from .example_models import FILES, ExampleModel

ALGORITHMS = (
    RiskTerrainModelAlgorithm,
    Batch,
    FactorRasters,
    ImportIncidents,
    StudyAreas,
    SampleCity,
    SplitFactors,
    RiskFactor,
    BlockLength,
    CheckInputs,
    PriorityPlaces,
    ExplainPlace,
    ApplyModel,
    ReportAlgorithm,
    MapSheet,
    PlaceSheetsAlgorithm,
    Validate,
    ExposureAlgorithm,
    Accountability,
    TrialDesign,
    Impact,
)


class RiskTerrainProvider(QgsProcessingProvider):
    """Risk terrain modelling in the toolbox, in models and on the command line."""

    def id(self):
        return "rtm"

    def name(self):
        return "Risk Terrain Modelling"

    def longName(self):
        return self.name()

    def versionInfo(self):
        return version()

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):
        return str(ICON)

    def supportedOutputRasterLayerExtensions(self):
        return [suffix[1:] for suffix in RASTER_SUFFIXES]

    def defaultRasterFileExtension(self):
        return "tif"

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            for path in FILES:  # they look up what they consist of
                self.addAlgorithm(ExampleModel(path))

"""The provider ``rtm`` and the list of its algorithms."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .about import version
from .applymodel import ApplyModel
from .base import ICON
from .explainplace import ExplainPlace
from .factorrasters import FactorRasters
from .importincidents import ImportIncidents
from .mapsheet import MapSheet
from .outputs import RASTER_SUFFIXES
from .priorityplaces import PriorityPlaces
from .report import ReportAlgorithm
from .riskfactor import RiskFactor
from .riskterrainmodel import RiskTerrainModelAlgorithm
from .samplecity import SampleCity
from .splitfactors import SplitFactors
from .studyareas import StudyAreas
from .validate import Validate

ALGORITHMS = (
    RiskTerrainModelAlgorithm,
    FactorRasters,
    ImportIncidents,
    StudyAreas,
    SampleCity,
    SplitFactors,
    RiskFactor,
    PriorityPlaces,
    ExplainPlace,
    ApplyModel,
    ReportAlgorithm,
    MapSheet,
    Validate,
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

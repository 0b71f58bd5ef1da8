"""Running algorithms from the panel, in the background, as Processing does it: with its history and its layers."""

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QObject, pyqtSignal

_PATIENCE = 10_000  # milliseconds for a run to end that was cancelled; it takes a tenth of a second


class _Feedback(QgsProcessingFeedback):
    """Tells the panel what a run says; signals bring it from the run's thread into the window's."""

    said = pyqtSignal(str, bool)
    stage = pyqtSignal(str)

    def __init__(self):
        super().__init__(False)

    def setProgressText(self, text):
        self.stage.emit(text)

    def pushInfo(self, text):
        self.said.emit(text, False)

    def pushWarning(self, text):
        self.said.emit(text, True)

    def reportError(self, text, fatalError=False):  # QGIS's name
        self.said.emit(text, True)


def _texts(values):
    """All texts in values and lists of values."""
    for value in values:
        if isinstance(value, (list, tuple)):
            yield from _texts(value)
        elif isinstance(value, str):
            yield value


class Run(QObject):
    """One run of an algorithm. Keeps what QGIS does not: task, context and feedback, until it has ended."""

    ended = pyqtSignal(bool, dict)

    def __init__(self, algorithm, parameters, load=True, remember=True, parent=None):
        super().__init__(parent)
        self.algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
        self.parameters, self.load = dict(parameters), load
        if load:
            for definition in self.algorithm.destinationParameterDefinitions():
                value = self.parameters.get(definition.name())
                if value and definition.type() in ("sink", "rasterDestination"):
                    self.parameters[definition.name()] = QgsProcessingOutputLayerDefinition(
                        value, QgsProject.instance()
                    )
        self.remember = remember  # in Processing's history
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self._task = None
        self.feedback = _Feedback()
        self.context.setFeedback(self.feedback)

    def start(self):
        """Check the parameters, and begin. Gives '' or why it cannot be begun."""
        ok, reason = self.algorithm.checkParameterValues(self.parameters, self.context)
        if not ok:
            return reason
        if self.remember:
            self._remember()
        task = QgsProcessingAlgRunnerTask(self.algorithm, self.parameters, self.context, self.feedback)
        task.executed.connect(self._end)
        self._task = task
        project = QgsProject.instance()
        project.layersWillBeRemoved.connect(self._stop_without)
        QgsApplication.taskManager().addTask(task)
        return ""

    def cancel(self):
        self.feedback.cancel()

    def stop(self):
        """Cancel, and wait: what the run reads is about to go."""
        self.cancel()
        if self._task is not None:
            self._task.waitForFinished(_PATIENCE)

    def _stop_without(self, ids):
        if set(ids) & set(_texts(self.parameters.values())):
            self.stop()

    def _end(self, successful, results):
        self._task = None
        project = QgsProject.instance()
        project.layersWillBeRemoved.disconnect(self._stop_without)
        if successful and self.load:
            from processing.gui.Postprocessing import handleAlgorithmResults

            handleAlgorithmResults(self.algorithm, self.context, self.feedback, parameters=self.parameters)
        self.ended.emit(successful and not self.feedback.isCanceled(), results)

    def _remember(self):
        """Put the run into Processing's history, from which it can be repeated."""
        command = self.algorithm.asPythonCommand(self.parameters, self.context)
        if hasattr(QgsGui, "historyProviderRegistry"):  # since QGIS 3.24
            entry = {"python_command": command, "algorithm_id": self.algorithm.id()}
            entry["parameters"] = self.algorithm.asMap(self.parameters, self.context)
            QgsGui.historyProviderRegistry().addEntry("processing", entry)
        else:
            from processing.core.ProcessingLog import ProcessingLog

            ProcessingLog.addToLog(command)

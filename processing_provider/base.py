"""What all algorithms share: names, help, parameters with help, progress, errors and cancelling."""

from html import escape
from pathlib import Path
from traceback import format_exception

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException
from qgis.PyQt.QtGui import QIcon

from ..rtm_plugin.errors import Cancelled, RtmError
from ..rtm_plugin.progress import Progress
from ..rtm_plugin.translation import tr
from .about import metadata
from .clashes import check_clashes
from .declarations import Declarations
from .destinations import check_destination, destination_of, file_of, loses_geometry
from .entries import check_entries, printable, unknown_keys
from .packages import require_packages
from .staging import check_writable, without_hidden_folders

ICON = Path(__file__).resolve().parent / "icon.svg"
_SMALLEST_STEP = 0.1  # percent: a finer progress bar only floods the main thread with signals


class FeedbackProgress(Progress):
    """The science's progress as seen by a QgsProcessingFeedback: bar, stage names, log, cancel button."""

    def __init__(self, feedback):
        super().__init__(self._move_bar, feedback.isCanceled, feedback.setProgressText, feedback.pushWarning)
        self.feedback = feedback

    def _move_bar(self, fraction):
        percent = 100.0 * fraction
        if abs(percent - self.feedback.progress()) >= _SMALLEST_STEP:
            self.feedback.setProgress(percent)

    def info(self, text):
        self.feedback.pushInfo(text)

    def part(self, start, stop):
        step = FeedbackProgress(self.feedback)
        step._report = lambda fraction: self._report(start + fraction * (stop - start))
        step.warnings = self.warnings
        step.seconds = self.seconds
        return step


class RtmAlgorithm(Declarations, QgsProcessingAlgorithm):
    """Base of the provider's algorithms.

    A subclass says ``name()``, ``displayName()`` and ``about()``, declares in ``initAlgorithm()`` what it asks
    for, and works in :meth:`compute`. Errors meant for the user are raised as ``RtmError``.
    """

    PACKAGES = ("scipy",)  # to be importable before anything is computed
    GROUP = "model"

    def groups(self):
        return {"data": tr("Data"), "model": tr("Model")}

    def about(self):
        """What the algorithm does, in plain paragraphs separated by an empty line."""
        raise NotImplementedError

    def compute(self, parameters, context, progress):
        """The work: returns the dictionary of outputs. ``progress.feedback`` is the QgsProcessingFeedback."""
        raise NotImplementedError

    def check(self, parameters, context):
        """Cheap checks of the parameters before the run: raise ``RtmError`` with the remedy."""

    # names and help

    def createInstance(self):
        return type(self)()

    def group(self):
        return self.groups()[self.GROUP]

    def groupId(self):
        return self.GROUP

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):
        return str(ICON)

    def helpUrl(self):
        return metadata("homepage")

    def shortDescription(self):
        return self.about().split("\n\n")[0].strip()

    def shortHelpString(self):
        paragraphs = [f"<p>{escape(' '.join(text.split()))}</p>" for text in self.about().split("\n\n")]
        entries = [
            f"<p><b>{escape(parameter.description())}</b><br>{escape(parameter.help())}</p>"
            for parameter in self.parameterDefinitions()
            if parameter.help()
        ]
        return "".join([*paragraphs, f"<h3>{escape(tr('Parameters'))}</h3>", *entries])

    def side_files(self, key, path):
        """Paths of the files that are written beside the file of an output."""
        return ()

    # running

    def checkParameterValues(self, parameters, context):
        try:
            check_entries(self, parameters)
            ok, message = super().checkParameterValues(parameters, context)
            if ok:
                self._check(parameters, context)
        except Exception as error:  # whatever it is: QGIS ends with an error that comes out of here
            ok, message = False, sentence_of(error)
        return ok, message

    def _check(self, parameters, context):
        require_packages(self.PACKAGES)
        check_entries(self, parameters)
        self.check(parameters, context)
        check_outputs(self, parameters, context)

    def processAlgorithm(self, parameters, context, feedback):
        try:
            self._check(parameters, context)  # again: not every way of running an algorithm checks first
            progress = FeedbackProgress(feedback)
            for sentence in unknown_keys(self, parameters):
                progress.warn(tr("{problem} It is passed over.").format(problem=sentence))
            for definition in self.destinationParameterDefinitions():
                destination = destination_of(parameters.get(definition.name()), context)
                if loses_geometry(definition, destination):
                    progress.info(
                        tr("'{path}' keeps no geometry: for a layer let its name end in .gpkg.").format(
                            path=destination
                        )
                    )
            results = self.compute(parameters, context, progress)
            if progress.seconds:
                stages = ", ".join(f"{stage} {taken:.1f} s" for stage, taken in progress.seconds.items())
                feedback.pushInfo(tr("Where the time went: {stages}.").format(stages=stages))
            return {key: value for key, value in results.items() if value not in (None, "")}
        except Cancelled:
            return {}
        except QgsProcessingException as error:
            raise QgsProcessingException(without_hidden_folders(str(error))) from error
        except Exception as error:
            if not isinstance(error, (RtmError, MemoryError, OSError)):
                feedback.pushDebugInfo("".join(format_exception(type(error), error, error.__traceback__)))
            raise QgsProcessingException(sentence_of(error)) from error


def check_outputs(algorithm, parameters, context):
    """Raise ``RtmError`` where an output cannot be written, or would replace an input or another output."""
    for definition in algorithm.destinationParameterDefinitions():
        destination = destination_of(parameters.get(definition.name()), context)
        check_destination(definition, destination)
        path, _ = file_of(destination)
        if path is not None:
            check_writable(path / "raster.tif" if definition.type() == "folderDestination" else path)
    check_clashes(algorithm, parameters, context)


def sentence_of(error):
    """What to tell the user of an error: what is wrong, and what to do."""
    return printable(without_hidden_folders(_sentence_of(error)))


def _sentence_of(error):
    if isinstance(error, (RtmError, QgsProcessingException)):
        return str(error)
    if isinstance(error, MemoryError):
        return tr("There is not enough memory for this grid: use larger cells or a smaller study area.")
    if isinstance(error, OSError):
        return tr(
            "A file cannot be read or written ({reason}: {path}): check the path, the rights and the "
            "space that is left on the disk."
        ).format(reason=error.strerror or error, path=error.filename or "?")
    return tr(
        "Something went wrong that this plugin did not foresee ({error}): please report it, with the log, at {tracker}."
    ).format(error=f"{type(error).__name__}: {error}", tracker=metadata("tracker"))

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
from .declarations import Declarations
from .files import make_folder
from .packages import require_packages

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

    # running

    def parameterAsSink(self, parameters, name, *more):
        """As in QGIS, which does not make the file's folder where that is missing."""
        make_folder(parameters.get(name))
        return super().parameterAsSink(parameters, name, *more)

    def checkParameterValues(self, parameters, context):
        ok, message = super().checkParameterValues(parameters, context)
        if not ok:
            return ok, message
        try:
            require_packages(self.PACKAGES)
            self.check(parameters, context)
        except RtmError as error:
            return False, str(error)
        return True, ""

    def processAlgorithm(self, parameters, context, feedback):
        try:
            require_packages(self.PACKAGES)
            self.check(parameters, context)  # again: not every way of running an algorithm checks first
            progress = FeedbackProgress(feedback)
            results = self.compute(parameters, context, progress)
            if progress.seconds:
                stages = ", ".join(f"{stage} {taken:.1f} s" for stage, taken in progress.seconds.items())
                feedback.pushInfo(tr("Where the time went: {stages}.").format(stages=stages))
            return results
        except Cancelled:
            return {}
        except QgsProcessingException:
            raise
        except RtmError as error:
            raise QgsProcessingException(str(error)) from error
        except MemoryError as error:
            raise QgsProcessingException(
                tr("There is not enough memory for this grid: use larger cells or a smaller study area.")
            ) from error
        except OSError as error:
            raise QgsProcessingException(
                tr(
                    "A file cannot be read or written ({reason}: {path}): check the path, the rights and the "
                    "space that is left on the disk."
                ).format(reason=error.strerror or error, path=error.filename or "?")
            ) from error
        except Exception as error:
            feedback.pushDebugInfo("".join(format_exception(type(error), error, error.__traceback__)))
            raise QgsProcessingException(
                tr(
                    "Something went wrong that this plugin did not foresee ({error}): please report it, with "
                    "the log, at {tracker}."
                ).format(error=f"{type(error).__name__}: {error}", tracker=metadata("tracker"))
            ) from error

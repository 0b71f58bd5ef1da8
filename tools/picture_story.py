"""What the stories of pictures share: they run inside a QGIS, step by step, and photograph its window."""

import os
import sys
import traceback
from pathlib import Path

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

PICTURES = Path(os.environ["RTM_PICTURES"])


def tell(story):
    """The steps in turn, each after the events of the one before; QGIS ends with the last, or where one fails."""
    steps = story()

    def next_step():
        try:
            wait = next(steps, None)
        except Exception:  # the window would stay for ever
            traceback.print_exc()
            os._exit(1)
        if wait is None:
            sys.stdout.flush()
            os._exit(0)  # without the question whether to save the project
        QTimer.singleShot(wait, next_step)

    QTimer.singleShot(2000, next_step)


def settle_map():
    iface.messageBar().clearWidgets()
    iface.mapCanvas().zoomToFullExtent()


def take(name, widget):
    QApplication.processEvents()
    while iface.messageBar().currentItem() is not None:  # a task that ends says so late
        iface.messageBar().clearWidgets()
        QApplication.processEvents()
    path = PICTURES / f"{name}.png"
    widget.grab().save(str(path))
    print(path)

#!/bin/sh
# Run the tests in the public container of QGIS 4, which has Qt 6: tools/qgis4.sh [TAG], for whoever has docker or podman.
# Tags are those of the image qgis/qgis, such as 4.2 or 4.0-trixie. The checkout is copied, and stays as it is.
set -eu
cd "$(dirname "$0")/.."
engine=$(command -v docker || command -v podman) || {
    echo "This needs docker or podman." >&2
    exit 1
}

# The image has a QGIS that no package manager knows, so that "make test" would put Debian's QGIS 3 beside it.
exec "$engine" run --rm --platform linux/amd64 --volume "$PWD:/checkout:ro" "qgis/qgis:${1:-4.2}" sh -euc '
    apt-get update
    apt-get install --yes --no-install-recommends git python3-venv python3-scipy python3-statsmodels \
        python3-matplotlib python3-jinja2 python3-distributed
    git config --global --add safe.directory "*"
    git clone --quiet /checkout /tmp/checkout
    cd /tmp/checkout
    python3 -m venv --system-site-packages .venv
    .venv/bin/python -m pip install --quiet --requirement tools/requirements-dev.txt
    export QT_QPA_PLATFORM=offscreen
    export PYTHONPATH="/usr/share/qgis/python:/usr/share/qgis/python/plugins:${PYTHONPATH:-}"
    python3 -c "from qgis.core import Qgis; from qgis.PyQt.QtCore import QT_VERSION_STR as qt; print(Qgis.QGIS_VERSION, qt)"
    .venv/bin/python -m pytest -p no:pytest_qgis tests/science tests/test_*.py
    .venv/bin/python -m pytest tests/provider
    .venv/bin/python -m pytest -p no:pytest_qgis tests/headless'

#!/bin/sh
# Install what is missing to run and test the plugin: QGIS and Python packages from Debian or Ubuntu, test tools in
# .venv. Safe to call again: where nothing is missing it takes a moment and changes nothing.
set -eu
cd "$(dirname "$0")/.."

system_python=/usr/bin/python3 # the one that sees QGIS; python3 on the PATH may be another
requirements=tools/requirements-dev.txt
packages="qgis python3-qgis qgis-providers python3-gdal gdal-bin
    python3-numpy python3-scipy python3-statsmodels python3-matplotlib python3-jinja2 libopenblas0 python3-distributed
    python3-venv xvfb xauth git qttools5-dev-tools"

fail() {
    echo "$1" >&2
    exit 1
}

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "Run this as root, or install sudo: these packages are missing:$missing"
    fi
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail "This set-up knows Debian and Ubuntu only: elsewhere, install QGIS 3.22 or later with numpy, scipy, statsmodels, matplotlib and jinja2 in its Python, and the tools in $requirements."
fi

missing=""
for package in $packages; do
    is_installed "$package" || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "Installing:$missing"
    as_root apt-get update
    # shellcheck disable=SC2086 # a list of names
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $missing
fi

# A copy of the requirements is left in the environment once it is complete: the same text means nothing to do.
if ! cat tools/requirements-*.txt | cmp -s - .venv/requirements.txt; then
    QT_QPA_PLATFORM=offscreen "$system_python" -c '
from qgis.core import Qgis
if Qgis.QGIS_VERSION_INT < 32200:
    raise SystemExit(f"QGIS {Qgis.QGIS_VERSION} is too old: 3.22 is the oldest that this plugin works with.")'
    rm -rf .venv # where it is a link, the link alone
    "$system_python" -m venv --system-site-packages .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$requirements"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --target .venv/qt6 \
        --requirement tools/requirements-qt6.txt || echo "No PyQt6 for this machine: what needs it is not tested."
    cat tools/requirements-*.txt >.venv/requirements.txt
fi
.venv/bin/python tools/translations.py build # git does not keep them; a linked checkout is translated as well

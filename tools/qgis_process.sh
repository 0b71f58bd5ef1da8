#!/bin/sh
# Run qgis_process with this checkout as a plugin, in a profile of its own: the user's QGIS is not touched.
# RTM_PROFILE names the folder of that profile; without it a new one is made and removed afterwards.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
if [ -n "${RTM_PROFILE:-}" ]; then
    profile=$RTM_PROFILE
else
    profile=$(mktemp -d)
    trap 'rm -rf "$profile"' EXIT
fi

mkdir -p "$profile/plugins" "$profile/config/profiles/default/QGIS" "$profile/run"
chmod 700 "$profile/run"
ln -sfn "$root" "$profile/plugins/risk_terrain_modelling"
ini=$profile/config/profiles/default/QGIS/QGIS3.ini
[ -s "$ini" ] || printf '[PythonPlugins]\nrisk_terrain_modelling=true\n' >"$ini"

export QGIS_PLUGINPATH="$profile/plugins" QGIS_CUSTOM_CONFIG_PATH="$profile/config"
export XDG_RUNTIME_DIR="$profile/run" QT_QPA_PLATFORM=offscreen
export PATH="/usr/bin:/bin:$PATH" # QGIS belongs to the system's Python, not to another one that comes first

# Debian's wrapper /usr/bin/qgis_process of QGIS 3.22 passes an option that the program does not know.
if [ -x /usr/bin/qgis_process.bin ]; then
    /usr/bin/qgis_process.bin "$@"
else
    qgis_process "$@"
fi

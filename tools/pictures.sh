#!/bin/bash
# Pictures of a real QGIS with the plugin, its report and its map sheet: pictures.sh [FOLDER], without which docs/images.
# Needs QGIS, xvfb, xauth, openbox (a window manager), imagemagick, chromium and poppler-utils; the profile is a
# throwaway one. RTM_CITY=city.gpkg also takes the panel's steps on that city's layers, in a light and a dark theme;
# RTM_DATA=folder, with the GeoPackages that docs/worked_examples.md names, makes the maps of that page by its commands.
set -eu
ROOT=$(cd "$(dirname "$0")/.." && pwd)
PICTURES=$(realpath "${1:-$ROOT/docs/images}")
SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT
mkdir -p "$SCRATCH/plugins" "$SCRATCH/run" "$SCRATCH/tmp" "$PICTURES/panel"
chmod 700 "$SCRATCH/run"
ln -s "$ROOT" "$SCRATCH/plugins/risk_terrain_modelling"
export RTM_SCRATCH=$SCRATCH HOME=$SCRATCH XDG_RUNTIME_DIR=$SCRATCH/run QGIS_PLUGINPATH=$SCRATCH/plugins
export TMPDIR=$SCRATCH/tmp LIBGL_ALWAYS_SOFTWARE=1 LC_ALL=C.UTF-8 PYTHONPATH=$ROOT/tools
unset QT_QPA_PLATFORM || true

tell() { # a story, which a new QGIS goes through
  rm -rf "$SCRATCH/profiles"
  mkdir -p "$SCRATCH/profiles/profiles/default/QGIS"
  cat > "$SCRATCH/profiles/profiles/default/QGIS/QGIS3.ini" <<INI
[PythonPlugins]
risk_terrain_modelling=true
[qgis]
checkVersion=false
showTips322=false
showTips340=false
showTips344=false
[locale]
overrideFlag=true
userLocale=en_GB
INI
  export RTM_STORY=$1
  # Debian's /usr/bin/qgis is a wrapper: ended by itself, the program behind it would stay
  xvfb-run -a -s "-screen 0 1366x768x24 -nolisten tcp" bash -c '
    openbox > /dev/null & manager=$!
    qgis=/usr/bin/qgis.bin; [ -x $qgis ] || qgis=qgis
    timeout 180 $qgis --profiles-path "$RTM_SCRATCH/profiles" --nologo --noversioncheck --code "$RTM_STORY" || ended=$?
    kill $manager
    exit ${ended:-0}' 2> "$SCRATCH/log" || { tail -20 "$SCRATCH/log" >&2; exit 1; }
}

RTM_PICTURES=$PICTURES tell "$ROOT/tools/pictures.py"
if [ -n "${RTM_CITY:-}" ]; then
  RTM_PICTURES=$PICTURES/panel RTM_PREFIX=light tell "$ROOT/tools/panel_pictures.py"
  RTM_PICTURES=$PICTURES/panel RTM_PREFIX=dark RTM_THEME="Night Mapping" tell "$ROOT/tools/panel_pictures.py"
  mogrify -strip +dither -colors 128 "$PICTURES"/panel/*.png
fi
if [ -n "${RTM_DATA:-}" ]; then
  ln -s "$(realpath "$RTM_DATA")"/*.gpkg "$SCRATCH"
  sed -n 's/^    //p' "$ROOT/docs/worked_examples.md" > "$SCRATCH/worked_examples"
  (cd "$SCRATCH" && qgis_process() { "$ROOT/tools/qgis_process.sh" "$@"; } && . ./worked_examples > "$SCRATCH/log")
  convert "$SCRATCH/camden.png" -resize 1100x -strip +dither -colors 128 "$PICTURES/camden.png"
  convert "$SCRATCH/chicago.png" -resize 900x -strip +dither -colors 128 "$PICTURES/chicago.png"
fi
# Report and map sheet, as the demo leaves them
"$ROOT/.venv/bin/python" "$ROOT/tools/demo.py" > "$SCRATCH/log" 2>&1 || { tail -20 "$SCRATCH/log" >&2; exit 1; }
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$SCRATCH/report.pdf" \
  "$ROOT/demo/report.html" 2> "$SCRATCH/log"
pdftoppm -r 70 -l 4 -png "$SCRATCH/report.pdf" "$SCRATCH/page"
montage "$SCRATCH"/page-*.png -tile 2x -geometry +6+6 -background "#808080" "$PICTURES/report.png"
convert "$ROOT/demo/map_sheet.png" -resize 1200x "$PICTURES/map_sheet.png"
convert "$PICTURES/map_sheet.png" -colorspace Gray -resize 800x "$PICTURES/map_sheet_grey.png"
pdftoppm -r 90 -l 1 -singlefile -png "$ROOT/demo/place_sheets.pdf" "$PICTURES/place_sheet"

for picture in toolbox dialog risk_terrain panel_factors panel_why panel_tour place_sheet report map_sheet map_sheet_grey; do
  mogrify -strip +dither -colors 200 "$PICTURES/$picture.png"
done

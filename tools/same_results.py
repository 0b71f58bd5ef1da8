"""What the main job finds on fixed data, for a comparison of versions: of QGIS, GDAL, numpy, scipy.

    python tools/same_results.py FILE              keep what is found here in a file of arrays
    python tools/same_results.py FILE FILE...      compare such files with the first; exit code 1 where they differ

The data are the sample city and, where they are beside the repository, real cities.
"""

import importlib
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

import numpy as np
from checkout import ROOT, load_package
from real_cities import CITIES, parameters_of

SHARED_DATA = ROOT.parent / "shared" / "data"
TOLERANCE = 1e-6  # BIC in its own units, the raster relative to its values or 1


def main(files):
    if not files:
        sys.exit(__doc__)
    if len(files) == 1:
        np.savez_compressed(files[0], **found_here())
        return 0
    differs = False
    for file in files[1:]:
        faults, figures = compare(read(files[0]), read(file))
        print(f"{file}: {'; '.join(faults) or 'the same'} ({figures})")
        differs = differs or bool(faults)
    return int(differs)


def read(file):
    with np.load(file) as arrays:
        return dict(arrays)


def found_here():
    """Arrays by ``city/what``: factors with their reach, BIC of the best model of each family, bands of the raster."""
    import scipy
    from osgeo import gdal
    from qgis.core import Qgis, QgsApplication

    gdal.UseExceptions()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QgsApplication([], False)
    app.initQgis()
    sys.path.append(str(Path(app.pkgDataPath()) / "python" / "plugins"))  # where Processing is
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    plugin = load_package().classFactory(None)
    plugin.initProcessing()
    versions = {
        "QGIS": Qgis.QGIS_VERSION.split("-")[0],
        "Python": platform.python_version(),
        "GDAL": gdal.__version__,
        "numpy": np.__version__,
        "scipy": scipy.__version__,
    }
    found = {"versions": np.array([f"{name} {version}" for name, version in versions.items()])}
    with tempfile.TemporaryDirectory() as folder:
        jobs = {"sample city": sample_city(processing, Path(folder))}
        jobs.update((city, parameters_of(city, SHARED_DATA)) for city in CITIES if SHARED_DATA.is_dir())
        for city, parameters in jobs.items():
            files = {"RISK_TERRAIN": f"{folder}/{city}.tif", "MODEL": f"{folder}/{city}.json"}
            processing.run("rtm:riskterrainmodel", {**parameters, **files})
            model = json.loads(Path(files["MODEL"]).read_text(encoding="utf-8"))  # with 12 digits, the log has 10
            found[f"{city}/factors"] = np.array([reach_of(one["variable"]) for one in model["selected"]])
            found[f"{city}/bic"] = np.array([fit["bic"] for fit in model["fits"]])
            found[f"{city}/raster"] = gdal.Open(files["RISK_TERRAIN"]).ReadAsArray()
    plugin.unload()
    return found


def sample_city(processing, folder):
    city = processing.run("rtm:samplecity", {"OUTPUT": str(folder / "city.gpkg")})
    truth = importlib.import_module(f"{load_package().__name__}.rtm_plugin.sample_city")
    return {
        "STUDY_AREA": city["STUDY_AREA"],
        "INCIDENTS": city["INCIDENTS_PERIOD_1"],
        "FACTORS": city["FACTORS"],
        "FACTOR_SETTINGS": city["FACTOR_SETTINGS"].split(","),
        "BLOCK_LENGTH": truth.BLOCK_LENGTH,
    }


def reach_of(variable):
    return "{factor}, {operationalisation} {distance:g}, {direction}".format(**variable)


def compare(first, other):
    """Sentences on what differs in two files' arrays, none where all is the same, and the largest differences."""
    faults, largest = [], {"BIC": 0.0, "raster": 0.0}
    for name, one in first.items():
        if name == "versions":
            continue
        if name not in other:
            faults.append(f"{name} is missing")
        elif name.endswith("/factors"):
            if list(one) != list(other[name]):
                faults.append(f"{name} are {', '.join(other[name])} instead of {', '.join(one)}")
        elif one.shape != other[name].shape or (np.isnan(one) != np.isnan(other[name])).any():
            faults.append(f"{name} has other cells")
        else:
            scale = np.maximum(1, np.abs(one)) if name.endswith("/raster") else 1
            difference = float(np.nanmax(np.abs(one - other[name]) / scale))
            kind = "raster" if name.endswith("/raster") else "BIC"
            largest[kind] = max(largest[kind], difference)
            if difference > TOLERANCE:
                faults.append(f"{name} differs by {difference:.2g}")
    return faults, ", ".join(f"{kind} {difference:.1e}" for kind, difference in largest.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

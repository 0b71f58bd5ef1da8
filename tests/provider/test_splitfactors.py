"""rtm:splitfactors inside QGIS: real places against the ready layers, one product in two forms, bad input."""

from collections import Counter
from functools import partial

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

from risk_terrain_modelling.processing_provider.writing.geopackage import add_layers, add_layers_alike

pytestmark = pytest.mark.usefixtures("provider")

# The ready layers of Camden, as the classes that are in them
READY = {
    "pubs": ["pub"],
    "bars": ["bar"],
    "nightclubs": ["nightclub"],
    "fast_food": ["fast_food"],
    "restaurants": ["restaurant"],
    "cafes": ["cafe"],
    "convenience_stores": ["convenience", "newsagent", "kiosk"],
    "supermarkets": ["supermarket"],
    "off_licences": ["beverages"],
    "atms": ["atm"],
    "banks": ["bank"],
    "hotels_hostels": ["hotel", "hostel", "guesthouse"],
    "clothes_shops": ["clothes"],
    "pharmacies": ["pharmacy", "chemist"],
    "phone_boxes": ["telephone"],
    "cctv": ["camera_surveillance"],
    "public_toilets": ["toilet"],
    "playgrounds": ["playground"],
    "cycle_hire": ["bicycle_rental"],
    "libraries_community": ["library", "community_centre"],
    "theatres_cinemas": ["cinema", "theatre", "arts_centre"],
}
CODES = ("01020034", "01020018", "01020043", "09470699", "10590732")


@pytest.fixture
def run(run):
    return partial(run, "rtm:splitfactors")


def places(layer):
    """The points of a layer, rounded to millimetres and counted."""
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer)
    assert layer.isValid()
    points = (feature.geometry().asPoint() for feature in layer.getFeatures())
    return Counter((round(point.x(), 3), round(point.y(), 3)) for point in points)


def split(results):
    """{name of a layer in the results: its places}."""
    return {uri.split("|layername=")[1]: places(uri) for uri in results["LAYERS"]}


def test_places_by_fclass_are_the_ready_layers(run, shared_data, tmp_path):
    camden = shared_data / "london_camden.gpkg"
    merge = tmp_path / "merge.csv"
    merge.write_text("class,factor\n" + "".join(f"{c},{name}\n" for name, cs in READY.items() for c in cs))
    results = run(
        INPUT=f"{camden}|layername=poi_osm_2019_all",
        MERGE=str(merge),
        KEEP=";".join(READY),
        OUTPUT=str(tmp_path / "factors of camden.gpkg"),
    )
    assert results["N_PLACES"] == 12393 and results["N_FACTORS"] == len(READY)
    found = split(results)
    for name in READY:
        assert found[name] == places(f"{camden}|layername={name}"), name
    assert results["N_WRITTEN"] == sum(sum(layer.values()) for layer in found.values())
    once = run(
        INPUT=f"{camden}|layername=poi_osm_2019_all",
        MERGE=str(merge),
        KEEP="pharmacies",
        ONCE_IN="factor",
        OUTPUT=str(tmp_path / "once.gpkg"),
    )
    layer = QgsVectorLayer(f"{camden}|layername=poi_osm_2019_all")
    both = [f["osm_id"] for f in layer.getFeatures() if f["fclass"] in READY["pharmacies"]]
    assert once["N_WRITTEN"] == len(set(both)) < len(both)


@pytest.fixture
def product(tmp_path):
    """One made-up product twice: text with codes as text, a GeoPackage with numbers that lost their zeros."""
    random = np.random.RandomState(5)
    rows = [
        (1000 + i, f'Place "{i}", Ltd', CODES[random.randint(5)], 530000 + i * 7.5, 180000 + i % 40 * 11.25)
        for i in range(400)
    ]
    rows += [rows[0], rows[7], (5000, "Unclassed", "", 530000, 180000)]
    text = tmp_path / "poi_123.txt"
    lines = ['"ref_no"|"name"|"pointx_class"|"feature_easting"|"feature_northing"']
    lines += [f'{ref}|"{name.replace(chr(34), chr(34) * 2)}"|"{code}"|{x}|{y}' for ref, name, code, x, y in rows]
    lines.append('6000|"Nowhere"|"01020034"||')
    text.write_text("\n".join(lines) + "\n", encoding="cp1252")

    layer = tmp_path / "poi_123.csv"
    lines = ["unique_reference_number,name,classification_code,groupname,wkt"]
    lines += [f'{ref},Place,{int(code) if code else ""},,"POINT ({x} {y})"' for ref, name, code, x, y in rows]
    lines.append("6000,Nowhere,1020034,,")
    layer.write_text("\n".join(lines) + "\n")
    source = QgsVectorLayer(
        f"file://{layer}?type=csv&wktField=wkt&crs=EPSG:27700&detectTypes=yes", "poi", "delimitedtext"
    )
    assert source.isValid() and source.featureCount() == 404
    processing.run("native:savefeatures", {"INPUT": source, "OUTPUT": str(tmp_path / "poi.gpkg")})
    return str(text), str(tmp_path / "poi.gpkg")


@pytest.mark.parametrize(("level", "names"), [
    ("class", set(CODES)), ("category", {"0102", "0947", "1059"}), ("group", {"01", "09", "10"}),
])  # fmt: skip
def test_both_forms_of_a_product_split_identically(run, product, tmp_path, level, names):
    text, layer = product
    of_text = run(TEXT_FILE=text, LEVEL=level, OUTPUT=str(tmp_path / "text.gpkg"))
    of_layer = run(INPUT=layer, LEVEL=level, OUTPUT=str(tmp_path / "layer.gpkg"))
    assert split(of_text) == split(of_layer)
    assert set(split(of_text)) == names
    for results in (of_text, of_layer):
        counts = {key: value for key, value in results.items() if key.startswith("N_")}
        assert counts == {
            "N_PLACES": 404, "N_FACTORS": len(names), "N_WRITTEN": 400, "N_DUPLICATES": 2, "N_NO_CLASS": 1,
            "N_NO_GEOMETRY": 1, "N_TOO_FEW": 0, "N_NOT_KEPT": 0,
        }  # fmt: skip
    pub = QgsVectorLayer(of_text["LAYERS"][0])
    assert pub.crs().authid() == "EPSG:27700"
    if level == "class":
        assert {feature["pointx_class"] for feature in pub.getFeatures()} == {"01020018"}


def test_layers_are_named_by_the_look_up_file_and_feed_a_model(product, tmp_path):
    names = tmp_path / "lookup.txt"
    names.write_text("code|name\n01020034|Pubs, Bars & Inns\n01020018|Fast Food\n01020043|Restaurants\n")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    results = processing.run(
        "rtm:splitfactors",
        {"TEXT_FILE": product[0], "NAMES": str(names), "KEEP": "0102", "CLASSES": "TEMPORARY_OUTPUT"},
        context=context,
        feedback=feedback,
    )
    layers = results["LAYERS"]
    assert [layer.name() for layer in layers] == ["fast_food", "pubs_bars_inns", "restaurants"]
    assert sum(layer.featureCount() for layer in layers) == results["N_WRITTEN"]
    table = {row["factor"]: (row["places"], row["written"]) for row in results["CLASSES"].getFeatures()}
    assert len(table) == 5
    assert table["fast_food"] == (layers[0].featureCount(), True)
    assert table["09470699"][1] is False


def test_tags_of_openstreetmap_count_in_their_order(run, make_layer):
    layer = make_layer(
        "osm", "Point", ["Point(1 1)", "Point(2 2)", "Point(3 3)", "Point(4 4)"],
        fields=("osm_id:string", "shop:string", "amenity:string"),
        rows=[("1", None, "pub"), ("2", "kiosk", None), ("3", "kiosk", "cafe"), ("4", None, None)],
    )  # fmt: skip
    results = run(INPUT=layer, CLASSES="TEMPORARY_OUTPUT")
    counts = {row["factor"]: row["places"] for row in results["CLASSES"].getFeatures()}
    assert counts == {"cafe": 1, "kiosk": 1, "pub": 1} and results["N_NO_CLASS"] == 1
    results = run(INPUT=layer, CLASS_FIELD="shop", CLASSES="TEMPORARY_OUTPUT")
    assert {row["factor"]: row["places"] for row in results["CLASSES"].getFeatures()} == {"kiosk": 2}


def test_fields_called_fid_do_not_stand_in_the_way(run, make_layer, tmp_path):
    layer = make_layer(
        "odd", "MultiPolygonZ", ["MultiPolygonZ(((0 0 1, 1 0 1, 1 1 1, 0 0 1)))"] * 2,
        fields=("fid:string", "fclass:string"), rows=[("a", "park"), ("a", "Park")],
    )  # fmt: skip
    results = run(INPUT=layer, OUTPUT=str(tmp_path / "parks.gpkg"))
    park = QgsVectorLayer(results["LAYERS"][0])
    assert (park.featureCount(), [field.name() for field in park.fields()]) == (2, ["fid", "fclass"])


BAD = [
    ({}, "Give either a layer of points of interest or a text file of them"),
    ({"INPUT": "layer", "TEXT_FILE": "text"}, "Give either a layer of points of interest or a text file"),
    ({"INPUT": "layer", "CLASS_FIELD": "kind"}, "have no field 'kind'; the fields are 'fclass', 'ref'"),
    ({"INPUT": "layer", "ID_FIELD": "key"}, "have no field 'key'"),
    ({"INPUT": "layer", "KEEP": "church"}, "There is no class 'church' to keep; there are 'pub'"),
    ({"INPUT": "layer", "MIN_COUNT": 9}, "No class has at least 9 places (the largest has 2)"),
    ({"INPUT": "layer", "OUTPUT": "/data/factors.shp"}, "is no GeoPackage: let its name end in .gpkg"),
    ({"INPUT": "layer", "OUTPUT": "/proc/none/a.gpkg"}, "Output '/proc/none/a.gpkg' cannot be written"),
    ({"INPUT": "layer", "MERGE": "/nowhere.csv"}, "'/nowhere.csv' cannot be read"),
    ({"INPUT": "plain"}, "No field is known as the class of a place: name it. The fields are 'a'"),
    ({"INPUT": "empty"}, "has no feature: choose a layer with places"),
    ({"INPUT": "no crs"}, "has no coordinate reference system"),
    ({"TEXT_FILE": "/nowhere.txt"}, "'/nowhere.txt' cannot be read"),
    ({"TEXT_FILE": "text", "CRS": "EPSG:4326"}, "but the CRS given is EPSG:4326"),
    ({"TEXT_FILE": "text", "CRS": "EPSG:99999999"}, "EPSG:99999999"),
    ({"TEXT_FILE": "no coordinates"}, "has no row with coordinates"),
]


@pytest.mark.parametrize(("parameters", "sentence"), BAD)
def test_bad_input_ends_in_a_sentence(run, make_layer, tmp_path, parameters, sentence):
    point = ["Point(1 1)", "Point(2 2)"]
    kinds = ("fclass:string", "ref:string")
    made = {
        "layer": make_layer("poi", "Point", point, fields=kinds, rows=[("pub", "1"), ("pub", "2")]),
        "plain": make_layer("poi", "Point", point, fields=("a:string",), rows=[("1",), ("2",)]),
        "empty": make_layer("poi", "Point", [], fields=kinds),
        "no crs": make_layer("poi", "Point", point, crs="", fields=kinds),
        "text": str(tmp_path / "text.txt"),
        "no coordinates": str(tmp_path / "blank.txt"),
    }
    (tmp_path / "text.txt").write_text("fclass|x|y\npub|530000|180000\n")
    (tmp_path / "blank.txt").write_text("fclass|x|y\npub||\n")
    with pytest.raises(QgsProcessingException) as error:
        run(**{key: made.get(value, value) for key, value in parameters.items()})
    assert sentence in str(error.value) and "Traceback" not in str(error.value)


def test_layers_that_are_alike_are_written_with_the_bytes_of_layers_written_one_by_one(tmp_path):
    fields = (
        "field=class:string(20)&field=day:date&field=at:datetime&field=n:int8&field=size:double(10,3)&field=is:bool"
    )
    layers = []
    for number in range(5):
        layer = QgsVectorLayer(f"PointZ?crs=EPSG:27700&{fields}", f"class_{number}", "memory")
        features = []
        for row in range(number * 40):  # the first is empty
            feature = QgsFeature(layer.fields())
            feature.setAttributes(
                [f"{number} é", QDate(2020, 1, 1 + row % 28), NULL, row * 10**11, row / 7, row % 2 > 0]
            )
            if row % 9:
                feature.setGeometry(QgsGeometry.fromWkt(f"POINTZ({row} {number} 3)"))
            features.append(feature)
        assert layer.dataProvider().addFeatures(features)[0]
        layers.append(layer)
    found = []
    for write in (add_layers, add_layers_alike):
        path = tmp_path / "places.gpkg"
        write(path, layers[1:3], QgsProcessingContext())  # which are replaced
        write(path, layers, QgsProcessingContext())
        found.append(path.read_bytes())
        path.unlink()
    assert found[0] == found[1]
    assert not list(tmp_path.iterdir())

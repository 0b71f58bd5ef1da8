"""Bad and odd input: what people really have, and what each of them gets. No traceback, nothing half-written."""

import gc
import hashlib
import json
import os
import resource
import shutil
import signal
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPoint,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from town import SIDE, X, Y, points

from risk_terrain_modelling.processing_provider.base import RtmAlgorithm
from risk_terrain_modelling.processing_provider.entries import READ
from risk_terrain_modelling.processing_provider.reading.geometry import GeometryCollector

from .bad_input_cases import CASES

SQUARE = f"{X} {Y}, {X + SIDE} {Y}, {X + SIDE} {Y + SIDE}, {X} {Y + SIDE}, {X} {Y}"
EMOJI, HEBREW, QUOTES = "🍺 bars", "ברים", 'Joe\'s "best" `bars`; DROP'


def rectangle(x, y, width, height):
    return f"Polygon(({x} {y}, {x + width} {y}, {x + width} {y + height}, {x} {y + height}, {x} {y}))"


class Shelf:
    """Layers and files of the cases, made when they are first asked for."""

    def __init__(self, make_layer, folder):
        self.make, self.folder = make_layer, folder
        self.made = {}
        rng = np.random.RandomState(7)
        self.bars = X + 100 + rng.rand(12, 2) * (SIDE - 200) + [0, Y - X]
        near = np.repeat(self.bars, 20, axis=0) + rng.normal(0, 50, (240, 2))
        self.thefts = np.clip(near, (X + 1, Y + 1), (X + SIDE - 1, Y + SIDE - 1))

    def __getitem__(self, name):
        if name not in self.made:
            self.made[name] = getattr(self, name.replace(" ", "_"))()
        return self.made[name]

    def point_layer(self, name, xy=None, **more):
        return self.make(name, "Point", points(self.bars if xy is None else xy), **more)

    def area(self):
        return self.make("Town", "Polygon", [f"Polygon(({SQUARE}))"])

    def incidents(self):
        return self.point_layer("thefts", self.thefts)

    def factor(self):
        return self.point_layer("bars")

    def places(self):
        squares = [rectangle(X + 300 * one, Y + 400, 200, 200) for one in (1, 2, 4)]
        return self.make("places", "Polygon", squares, fields=["rank:integer"], rows=[[2], [1], [None]])

    def squares(self):
        wkts = [rectangle(X + dx, Y + dy, 400, 400) for dx in (0, 800, 1500) for dy in (0, 800, 1500)]
        rows = [[n + 1, ("treatment", "control")[n % 2], n // 2] for n in range(8)] + [[9, "left out", None]]
        return self.make("squares", "Polygon", wkts, fields=["rank:int", "arm:string", "block:int"], rows=rows)

    def one_square(self):
        return self.make("one square", "Polygon", [rectangle(X, Y, 900, 900)])

    def calendar(self):
        rows = [[n % 2 + 1, f"2022-{n // 2 + 1:02d}-01", n // 2 % 2] for n in range(24)]
        return self.make("calendar", "None", [None] * 24, fields=["place:int", "date:string", "treated:int"], rows=rows)

    def unranked_places(self):
        return self.make("unranked", "Polygon", [rectangle(X, Y, 9, 9)], fields=["rank:integer"], rows=[[None]])

    # study areas

    def degrees(self):
        return self.make("in degrees", "Polygon", [rectangle(-0.2, 51.5, 0.1, 0.1)], "EPSG:4326")

    def no_crs(self):
        return self.make("no CRS", "Polygon", [f"Polygon(({SQUARE}))"], "")

    def empty(self):
        return self.make("empty", "Polygon", [])

    def nulls(self):
        return self.make("all NULL", "Polygon", [None, None])

    def flat(self):
        return self.make("flat", "Polygon", [f"Polygon(({X} {Y}, {X + 9} {Y}, {X} {Y}))"])

    def bow_tie(self):
        corners = f"{X} {Y}, {X + SIDE} {Y + SIDE}, {X + SIDE} {Y}, {X} {Y + SIDE}, {X} {Y}"
        return self.make("bow-tie", "Polygon", [f"Polygon(({corners}))"])

    def with_z(self):
        corners = SQUARE.replace(",", " 7 9,") + " 7 9"
        return self.make("with Z and M", "PolygonZM", [f"PolygonZM(({corners}))"])

    def curved(self):
        x, y, r = X + 1000, Y + 1000, 1000
        circle = f"{x} {y + r}, {x + r} {y}, {x} {y - r}, {x - r} {y}, {x} {y + r}"
        return self.make("curved", "CurvePolygon", [f"CurvePolygon(CircularString({circle}))"])

    def multipart(self):
        parts = [rectangle(X + dx, Y, 500, 500)[7:] for dx in (0, 1500)]
        return self.make("two parts", "MultiPolygon", [f"MultiPolygon({', '.join(parts)})"])

    def overlapping(self):
        return self.make("overlapping", "Polygon", [rectangle(X, Y, 600, 500), rectangle(X + 400, Y, 600, 500)])

    def tiny(self):
        return self.make("tiny", "Polygon", [rectangle(X + 310, Y + 310, 0.001, 0.001)])

    def huge(self):
        return self.make("huge", "Polygon", [rectangle(0, 0, 6e5, 1.2e6)])

    def web_mercator(self):
        return self.make("web", "Polygon", [rectangle(-20_000, 6_700_000, SIDE, SIDE)], "EPSG:3857")

    def geocentric(self):
        return self.make("round", "Polygon", [rectangle(3_980_000, -10_000, SIDE, SIDE)], "EPSG:4978")

    def stray(self):
        far = [rectangle(x, 5_700_000, SIDE, SIDE) for x in (500_000, -1_500_000)]
        return self.make("stray", "Polygon", far, "EPSG:32630")

    def feet(self):
        return self.make("feet", "Polygon", [rectangle(600000, 600000, 6561.6797900262, 6561.6797900262)], "EPSG:2222")

    def survey_feet(self):
        return self.make("US feet", "Polygon", [rectangle(1e6, 1.9e6, 6561.66666, 6561.66666)], "EPSG:3435")

    def feet_bars(self):
        return self.point_layer("bars", [(600500, 600500), (604000, 603000)], crs="EPSG:2222")

    def survey_feet_bars(self):
        return self.point_layer("bars", [(1000500, 1900500), (1004000, 1903000)], crs="EPSG:3435")

    def antimeridian(self):
        return self.make("Fiji", "Polygon", [rectangle(810_000, 8_129_000, 20_000, 10_000)], "EPSG:32760")

    def antimeridian_bars(self):
        wkts = ["Point(179.99 -16.9)", "Point(-179.99 -16.9)"]
        return self.make("bars", "Point", wkts, "EPSG:4326")

    def one_selected(self):
        layer = self.make("wards", "Polygon", [rectangle(X + dx, Y, 500, 500) for dx in (0, 1500)])
        QgsProject.instance().addMapLayer(layer, False)
        layer.selectByIds([2])
        return QgsProcessingFeatureSourceDefinition(layer.id(), True)

    def none_selected(self):
        layer = self.make("wards", "Polygon", [rectangle(X, Y, 500, 500)])
        QgsProject.instance().addMapLayer(layer, False)
        return QgsProcessingFeatureSourceDefinition(layer.id(), True)

    def being_edited(self):
        layer = self.make("in edit", "Polygon", [])
        layer.startEditing()
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(rectangle(X, Y, 500, 500)))
        layer.addFeature(feature)
        return layer

    def deleted_in_edit(self):
        layer = self.make("in edit", "Polygon", [rectangle(X, Y, 500, 500)])
        layer.startEditing()
        layer.deleteFeature(1)
        return layer

    def beyond(self):
        return self.make("beyond", "Polygon", [f"Polygon(({X} {Y}, 1e300 {Y}, 1e300 1e300, {X} {Y}))"])

    def one_beyond(self):
        wkts = [f"Polygon(({SQUARE}))", f"Polygon(({X} {Y}, 1e12 {Y}, {X} {Y + 9}, {X} {Y}))"]
        return self.make("one beyond", "Polygon", wkts)

    def endless_area(self):
        geometry = QgsGeometry.fromWkt(f"Polygon(({SQUARE}))")
        geometry.moveVertex(float("inf"), Y, 1)
        layer = self.make("endless", "Polygon", [])
        feature = QgsFeature()
        feature.setGeometry(geometry)
        layer.dataProvider().addFeatures([feature])
        layer.updateExtents()
        return layer

    def elsewhere(self):
        return self.make("elsewhere", "Polygon", [rectangle(X + 90_000, Y, 500, 500)])

    # points

    def no_points(self):
        return self.make("nothing", "Point", [])

    def null_points(self):
        return self.make("all NULL", "Point", [None] * 3)

    def some_null(self):
        return self.make("holes", "Point", [*points(self.bars), None, None])

    def points_no_crs(self):
        return self.point_layer("nowhere", crs="")

    def far(self):
        return self.point_layer("far", [(X + 90_000, Y)])

    def one(self):
        return self.point_layer("one theft", self.bars[:1])

    def stacked(self):
        return self.point_layer("stacked", np.repeat(self.bars[:1], 50, axis=0))

    def multi(self):
        parts = ", ".join(f"({x} {y})" for x, y in self.bars)
        return self.make("multi", "MultiPointZM", [f"MultiPointZM({parts.replace(')', ' 1 2)')})"])

    def poles(self):
        return self.make("poles", "Point", ["Point(0 90)", "Point(-95 -90)", "Point(400 95)"], "EPSG:4326")

    def infinite(self):
        layer = self.make("endless", "Point", [])
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry(QgsPoint(float("inf"), float("nan"))))
        layer.dataProvider().addFeatures([feature])
        return layer

    def exchanged(self):
        return self.make("exchanged", "Point", ["Point(51.5 -0.1)", "Point(51.6 -0.2)"], "EPSG:4326")

    def emoji(self):
        return self.point_layer(EMOJI)

    def hebrew(self):
        return self.point_layer(HEBREW)

    def quotes(self):
        return self.point_layer(QUOTES)

    def slashes(self):
        return self.point_layer("../bars/CON:*?")

    def long(self):
        return self.point_layer("b" * 400)

    def no_name(self):
        return self.point_layer("")

    def other_bars(self):
        return self.point_layer("bars", self.bars[:3])

    def table(self):
        return self.make("a table", "None", [None], fields=["n:int"], rows=[[1]])

    def line(self):
        return self.make("road", "LineString", [f"LineString({X} {Y}, {X + 900} {Y + 900})"])

    def streets(self):
        cross = [((-1, 0), (0, 0)), ((0, 0), (1, 0)), ((0, -1), (0, 0)), ((0, 0), (0, 1))]
        ways = [[(X + 200 + 80 * x + shift, Y + 200 + 80 * y) for x, y in way] for shift in (0, 80) for way in cross]
        return self.make("streets", "LineString", [f"LineString({a} {b}, {c} {d})" for (a, b), (c, d) in ways])

    def curved_line(self):
        wkt = f"CompoundCurve(CircularString({X} {Y}, {X + 100} {Y + 100}, {X + 200} {Y}))"
        return self.make("bend", "CompoundCurve", [wkt])

    def mixed(self):
        wkts = [f"GeometryCollection(Point({X} {Y}), LineString({X} {Y}, {X + 9} {Y}))"]
        return self.make("mixed", "GeometryCollection", wkts)

    def point_polygon(self):
        return self.make("dots", "Polygon", [f"Polygon(({X} {Y}, {X} {Y}, {X} {Y}, {X} {Y}))"])

    def stamped_badly(self):
        fields = ["rtm_operationalisation:string", "rtm_max_blocks:string"]
        return self.make("stamped", "Point", points(self.bars[:1]), fields=fields, rows=[["nearness", "3"]])

    def stamped_twice(self):
        rows = [["proximity"], ["density"]]
        return self.make("stamped", "Point", points(self.bars[:2]), fields=["rtm_operationalisation:string"], rows=rows)

    def stamped_in_capitals(self):
        fields = ["RTM_FACTOR:string", "Rtm_Operat:string", "RTM_MAX_BLOCKS:string", "RTM_INCREMENT:string"]
        rows = [["inns", "PROXIMITY", "2", "Whole"]] * len(self.bars)
        return self.make("stamped", "Point", points(self.bars), fields=fields, rows=rows)

    def stamped_with_underscore(self):
        return self.make("stamped", "Point", points(self.bars[:1]), fields=["RTM_MAX_BLOCKS:string"], rows=[["1_0"]])

    def stamped_without_end(self):
        return self.make("stamped", "Point", points(self.bars[:1]), fields=["rtm_max_blocks:string"], rows=[["inf"]])

    def points_beyond(self):
        return self.make("beyond", "Point", [*points(self.bars), "Point(1e300 -1e300)", "Point(1e12 0)"])

    def lists(self):
        rows = [[["pub", "bar"]], [["bar"]]]
        return self.make("lists", "Point", points(self.bars[:2]), fields=["kind:string[]"], rows=rows)

    def alike_fields(self):
        fields = ["Name:string", "name:string", "NAME:string", "name_2:string", "fid:string", "kind:string"]
        rows = [["a", "b", "c", "d", "e", "pub"]] * 12
        return self.make("alike", "Point", points(self.bars), fields=fields, rows=rows)

    def own_tables(self):
        rows = [["gpkg_contents"], ["pub"], ["rtree_x_geom"]]
        return self.make("classes", "Point", points(self.bars[:3]), fields=["kind:string"], rows=rows)

    def classes_null(self):
        return self.make("places", "Point", points(self.bars[:2]), fields=["class:string"], rows=[[None], [""]])

    def dated(self):
        rows = [[f"2022-{1 + n % 12:02d}-01", "no date", n] for n in range(len(self.thefts))]
        fields = ["when:string", "words:string", "n:int"]
        return self.make("thefts", "Point", points(self.thefts), fields=fields, rows=rows)

    def of_persons(self):
        some = self.thefts[1:]  # others than before
        rows = [[f"2022-{1 + n % 12:02d}-01", "somebody"] for n in range(len(some))]
        return self.make("thefts", "Point", points(some), fields=["when:string", "offender_name:string"], rows=rows)

    def residents(self):
        halves = [rectangle(X, Y, 1000, SIDE), rectangle(X + 1000, Y, 1000, SIDE)]
        fields = ["people:double", "words:string", "minus:double", "none:double"]
        rows = [[100.0, "many", -5.0, None], [200.0, "few", 3.0, None]]
        return self.make("residents", "Polygon", halves, fields=fields, rows=rows)

    # files

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return str(path)

    def saved(self, name, layer):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "ESRI Shapefile" if path.suffix == ".shp" else "GPKG"
        QgsVectorFileWriter.writeAsVectorFormatV3(self[layer], str(path), self[layer].transformContext(), options)
        return str(path)

    def spaces(self):
        return self.saved(f"a folder, with 'quotes' & {EMOJI}/my bars.v2.gpkg", "factor")

    def shapefile(self):
        return self.saved("bars in a shapefile.shp", "factor")

    def no_projection(self):
        path = self.saved("lost/bars.shp", "factor")
        Path(path).with_suffix(".prj").unlink()
        return path

    def broken_shapefile(self):
        path = self.saved("broken/bars.shp", "factor")
        Path(path).with_suffix(".shx").write_bytes(b"")
        Path(path).write_bytes(Path(path).read_bytes()[:90])
        return path

    def broken_gpkg(self):
        return self.file("broken.gpkg", b"SQLite format 3\0 and then nothing")

    def text_as_gpkg(self):
        return self.file("text.gpkg", b"this is no database")

    def missing(self):
        return str(self.folder / "nowhere" / "bars.gpkg")

    def a_file(self):
        return self.file("a file", b"")

    # text files

    def csv(self, name, text, encoding="utf-8"):
        return self.file(name, text.encode(encoding))

    def plain_csv(self):
        return self.csv("plain.csv", "lon,lat,type\n-0.1,51.5,theft\n-0.2,51.6,theft\n")

    def bom(self):
        return self.csv("bom.csv", "lon,lat,type\n-0.1,51.5,theft\n", "utf-8-sig")

    def utf16(self):
        return self.csv("utf16.csv", "lon,lat,type\n-0.1,51.5,theft\n", "utf-16")

    def cp1252(self):
        return self.csv("cp1252.csv", "lon,lat,type\n-0.1,51.5,Café’s\n", "cp1252")

    def cp1251(self):
        return self.csv("cp1251.csv", "lon,lat,type\n37.6,55.7,кража\n", "cp1251")

    def decimal_commas(self):
        return self.csv("komma.csv", "lon;lat;type\n-0,1;51,5;Diebstahl\n")

    def nul_bytes(self):
        return self.file("nul.csv", b"lon,lat\n-0.1,\x0051.5\n\x00\x00\n-0.2,51.6\n")

    def empty_file(self):
        return self.file("empty.csv", b"")

    def zipped(self):
        return self.file("archive.csv", b"PK\x03\x04" + bytes(range(256)) * 9)

    def picture(self):
        return self.file("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)

    def html(self):
        return self.csv("error.csv", "<!DOCTYPE html>\n<html><body>404 Not found</body></html>\n")

    def ragged(self):
        return self.csv("ragged.csv", "lon,lat,type\n-0.1,51.5\n-0.1,51.5,a,b,c,d\n-0.1,51.5,theft\n")

    def not_numbers(self):
        return self.csv("words.csv", "lon,lat\nNaN,inf\nunknown,n/a\n-0.1,51.5\n")

    def same_columns(self):
        return self.csv("twice.csv", "lon,lat,lon\n-0.1,51.5,-0.3\n")

    def old_mac(self):
        return self.file("mac.csv", b"lon,lat\r-0.1,51.5\r-0.2,51.6\r")

    def impossible_dates(self):
        return self.csv("dates.csv", "lon,lat,date\n-0.1,51.5,2022-02-31\n-0.1,51.5,2022-02-28\n")

    def rtl_file(self):
        return self.csv(f"{HEBREW} {EMOJI}.csv", "lon,lat,type\n34.8,32.1,פריצה 🔓\n")

    def bad_byte(self):
        rows = [f"-0.1,51.5,Café {i}".encode() for i in range(50)]
        return self.file("bad byte.csv", b"\n".join([b"lon,lat,type", *rows[:10], b"-0.1,51.5,Caf\xe9", *rows[10:]]))

    def cut_letter(self):
        return self.file("cut.csv", "lon,lat,type\n-0.1,51.5,Café\n-0.1,51.5,Café\n".encode()[:-2])

    def joined_files(self):
        text = "-0.1,51.5,Café\n"
        return self.file("joined.csv", b"lon,lat,type\n" + text.encode() + 3 * text.encode("cp1252"))

    def late_nul(self):
        return self.file("late.csv", b"lon,lat\n" + b"-0.1,51.5\n" * 150_000 + b"\0\0\0\n")

    def long_value(self):
        return self.csv("long.csv", f"lon,lat,shape\n-0.1,51.5,\n-0.1,51.5,{'7' * 131_073}\n")

    def long_header(self):
        return self.csv("header.csv", "7" * 140_000 + ",lat\n-0.1,51.5\n")

    def never_closed(self):
        return self.csv("quote.csv", "lon,lat,type\n-0.1,51.5,a\n" + '-0.1,51.5,"b\n' + "-0.1,51.5,c\n" * 20_000)

    def one_id(self):
        return self.csv("one id.csv", "id,lon,lat\n" + "7,-0.1,51.5\n" * 50)

    def no_ids(self):
        return self.csv("no ids.csv", "id,lon,lat\n" + ",-0.1,51.5\n" * 30 + "NULL,-0.1,51.5\n" * 20)

    def unknown_ids(self):
        rows = "unknown,-0.1,51.5\n" * 20 + "".join(f"{i // 2},-0.1,51.5\n" for i in range(60))
        return self.csv("unknown.csv", "id,lon,lat\n" + rows)

    def few_ids(self):
        return self.csv("few.csv", "id,lon,lat\n" + "7,-0.1,51.5\n" * 3 + "8,-0.1,51.5\n")

    def unknown_dates(self):
        return self.csv("tatzeit.csv", "lon,lat,Tatzeit\n-0.1,51.5,2021-05-31 21:30\n-0.1,51.5,2021-06-30 22:30\n")

    def two_dates(self):
        return self.csv("two.csv", "lon,lat,opened,closed\n-0.1,51.5,2021-05-31,2021-06-30\n")

    def spanish(self):
        return self.csv("robos.csv", "folio;longitud;latitud;fecha;hora;delito\n1;-99,1;19,4;31/05/2021;21:30;Robo\n")

    def underscores(self):
        return self.csv("underscores.csv", "lon,lat\n1_0,5_1.5\n-0.1,51.5\n")

    def pipe(self):
        path = self.folder / "pipe.csv"
        os.mkfifo(path)
        return str(path)

    def folder_with_pipe(self):
        folder = self.folder / "piped"
        (folder / "a.csv").mkdir(parents=True)
        (folder / "b.csv").write_text("lon,lat\n-0.1,51.5\n")
        os.mkfifo(folder / "c.csv")
        return str(folder)

    def folder_with_folder(self):
        folder = self.folder / "folders"
        (folder / "a.csv").mkdir(parents=True)
        (folder / "a.csv" / "b.csv").write_text("lon,lat\n-0.1,51.5\n")
        return str(folder)

    def link_to_itself(self):
        path = self.folder / "loop.csv"
        path.symlink_to(path)
        return str(path)

    def one_ref(self):
        rows = [["pub", "7"]] * len(self.bars)
        return self.make("poi", "Point", points(self.bars), fields=["fclass:string", "ref_no:string"], rows=rows)

    def poi_other_delimiter(self):
        return self.csv("poi.txt", "fclass|x|y\npub|530000|180000\n")

    def poi_no_class(self):
        return self.csv("poi2.txt", "x|y\n530000|180000\n")

    def merge_one_column(self):
        return self.csv("merge.csv", "class\npub\n")

    def judged(self):
        fields = ["surface:string", "minus:string", "measure:string", "level:string", "value:double"]
        row = ["terrain", None, "hit rate", "10%", 0.4, None, 0.5]
        return self.make("judged", "None", [None], fields=[*fields, "low:double", "high:double"], rows=[row])

    def exposed(self):
        fields = ["group:string", "people:int", "people_there:int", "share_percent:double", "ratio:double"]
        fields += ["ratio_low:double", "ratio_high:double", "outcome:string"]
        return self.make("exposed", "None", [None], fields=fields, rows=[["old", 9, None, None, 1.5, None, None, "?"]])

    def poi(self):
        rows = [["pub", "1"], ["pub", "1"], [None, "2"], [f"{EMOJI}/{QUOTES}", "3"]]
        fields = ["fclass:string", "ref_no:string"]
        return self.make("poi", "Point", points(self.bars[:4]), fields=fields, rows=rows)

    # rasters and models

    def raster(self, name, values, transform=None, crs=27700, no_data=None, kind=gdal.GDT_Float64, options=()):
        path = str(self.folder / name)
        rows, cols = values.shape
        data = gdal.GetDriverByName("GTiff").Create(path, cols, rows, 1, kind, list(options))
        data.SetGeoTransform(transform or (X, 100.0, 0.0, Y + SIDE, 0.0, -100.0))
        if crs:
            data.SetProjection(QgsCoordinateReferenceSystem(f"EPSG:{crs}").toWkt())
        if no_data is not None:
            data.GetRasterBand(1).SetNoDataValue(no_data)
        data.GetRasterBand(1).WriteArray(values)
        return path

    def scores(self):
        values = np.ones((20, 20))
        values[3:5, 3:6] = 9.0
        return self.raster("scores.tif", values)

    def equal_scores(self):
        return self.raster("equal.tif", np.ones((20, 20)))

    def no_scores(self):
        return self.raster("void.tif", np.full((20, 20), -1.0), no_data=-1.0)

    def rotated(self):
        return self.raster("rotated.tif", np.ones((9, 9)), (X, 90.0, 40.0, Y, 40.0, -90.0))

    def oblong(self):
        return self.raster("oblong.tif", np.ones((9, 9)), (X, 90.0, 0.0, Y, 0.0, -60.0))

    def raster_degrees(self):
        return self.raster("degrees.tif", np.ones((9, 9)), (0.0, 0.1, 0.0, 51.0, 0.0, -0.1), 4326)

    def raster_web(self):
        return self.raster("web.tif", np.ones((9, 9)), (-20_000.0, 90.0, 0.0, 6_700_000.0, 0.0, -90.0), 3857)

    def raster_no_crs(self):
        return self.raster("no crs.tif", np.ones((9, 9)), crs=None)

    def nan_scores(self):
        values = np.ones((20, 20))
        values[0, 0], values[3:5, 3:6] = np.nan, 9.0
        return self.raster("nan.tif", values)

    def scaled(self, name, scale, offset):
        """The scores as whole numbers that are to be scaled."""
        values = np.full((20, 20), (1 - offset) / scale)
        values[3:5, 3:6] = (9 - offset) / scale
        path = self.raster(name, values, kind=gdal.GDT_Int16)
        data = gdal.Open(path, gdal.GA_Update)
        data.GetRasterBand(1).SetScale(scale)
        data.GetRasterBand(1).SetOffset(offset)
        return path

    def scaled_scores(self):
        return self.scaled("scaled.tif", 0.5, -4.0)

    def turned_scores(self):
        return self.scaled("turned.tif", -0.25, 10.0)

    def complex_scores(self):
        return self.raster("complex.tif", np.ones((20, 20), dtype=complex), kind=gdal.GDT_CFloat64)

    def cut(self):
        """A GeoTIFF whose header is whole and whose end is missing, as after a broken download."""
        noise = self.raster("whole.tif", np.random.RandomState(1).rand(200, 200), (X, 10.0, 0.0, Y + SIDE, 0.0, -10.0))
        content = Path(noise).read_bytes()
        return self.file("cut.tif", content[: len(content) // 2])

    def spoilt(self):
        noise, transform = np.random.RandomState(1).rand(200, 200), (X, 10.0, 0.0, Y + SIDE, 0.0, -10.0)
        path = self.raster("spoilt.tif", noise, transform, options=["COMPRESS=DEFLATE"])
        content = bytearray(Path(path).read_bytes())
        content[len(content) // 3 : len(content) // 2] = bytes(len(content) // 2 - len(content) // 3)
        Path(path).write_bytes(content)
        return path

    def lost_tiles(self):
        """A virtual raster whose parts are gone."""
        part = self.raster("part.tif", np.ones((20, 20)))
        path = str(self.folder / "mosaic.vrt")
        made = gdal.BuildVRT(path, [part])
        made.FlushCache()
        del made
        Path(part).unlink()
        return path

    def endless_scores(self):
        values = np.ones((20, 20))
        values[0, :3] = 1e300, 1.7e308, -1.7e308
        return self.raster("endless.tif", values)

    def nowhere_raster(self):
        return self.raster("nowhere.tif", np.ones((20, 20)), (X, float("nan"), 0.0, Y + SIDE, 0.0, float("nan")))

    def microscopic(self):
        return self.raster("microscopic.tif", np.ones((20, 20)), (X, 1e-300, 0.0, Y, 0.0, -1e-300))

    def wrong_mean(self):
        path = self.raster("wrong mean.tif", np.ones((20, 20)))
        data = gdal.Open(path, gdal.GA_Update)
        data.GetRasterBand(1).SetMetadata({"RTM_MEAN": "many", "RTM_SD": "-3"})
        return path

    def text_as_raster(self):
        return self.file("text.tif", b"no raster")

    def fitted(self):
        import processing

        folder = str(self.folder / "fitted")
        given = {**WORKING["rtm:riskterrainmodel"], "FACTORS": [self["factor"]]}
        given.update(STUDY_AREA=self["area"], INCIDENTS=self["incidents"])
        return processing.run(
            "rtm:riskterrainmodel",
            {key: value.replace("{out}", folder) if isinstance(value, str) else value for key, value in given.items()},
        )

    def model(self):
        return self["fitted"]["MODEL"]

    def web_model(self):
        content = json.loads(Path(self["model"]).read_text(encoding="utf-8"))
        content["inputs"]["crs"] = "EPSG:3857"
        content["frame"].update(x_min=-20_000.0, y_max=6_700_000.0)
        return self.file("web.json", json.dumps(content).encode())

    def terrain(self):
        return self["fitted"]["RISK_TERRAIN"]

    def a_folder(self):
        return str(self.folder)

    def no_json(self):
        return self.file("no.json", b"{ this is not json")

    def json_list(self):
        return self.file("list.json", b"[1, 2, 3]")

    def json_empty(self):
        return self.file("empty.json", b"{}")

    def json_binary(self):
        return self.file("binary.json", bytes(range(256)))

    def json_wrong_types(self):
        return self.file("types.json", json.dumps({"format": 1, "settings": [], "selected": "x"}).encode())

    def json_pipe(self):
        path = self.folder / "pipe.json"
        os.mkfifo(path)
        return str(path)

    def json_deep(self):
        return self.file("deep.json", b"[" * 100_000)

    def edited(self, name, edit):
        content = json.loads(Path(self["model"]).read_text(encoding="utf-8"))
        edit(content)
        return self.file(name, json.dumps(content).encode())

    def json_far(self):
        return self.edited("far.json", lambda content: content["specs"][0].update(max_blocks=1e12))

    def json_true(self):
        return self.edited("true.json", lambda content: content.update(intercept=True))

    def json_below_zero(self):
        return self.edited("below.json", lambda content: content.update(lowest=-1.0))

    def json_nan(self):
        return self.edited("nan.json", lambda content: content.update(intercept=float("nan")))

    def json_no_sd(self):
        return self.edited("sd.json", lambda content: content.pop("rrs_sd"))

    def json_newer(self):
        return self.edited("newer.json", lambda content: content.update(format_version=2))

    def json_no_crs(self):
        return self.edited("crs.json", lambda content: content["inputs"].update(crs="EPSG:nowhere"))


@pytest.fixture(scope="module")
def shelf(make_layer, tmp_path_factory):
    shelf = Shelf(make_layer, tmp_path_factory.mktemp("shelf"))
    yield shelf
    QgsProject.instance().removeAllMapLayers()
    shelf.made.clear()
    gc.collect()


# What works, for each algorithm: {out} is a new folder
WORKING = {
    "rtm:riskterrainmodel": {
        "STUDY_AREA": "@area",
        "INCIDENTS": "@incidents",
        "FACTORS": ["@factor"],
        "CELL_SIZE": 100,
        "FAMILIES": "poisson",
        "RISK_TERRAIN": "{out}/risk.tif",
        "MODEL_TABLE": "{out}/model.csv",
        "MODEL": "{out}/model.json",
    },
    "rtm:batch": {
        "STUDY_AREAS": "@area",
        "INCIDENTS": ["@incidents"],
        "FACTORS": ["@factor"],
        "LEAVES": ["model_table"],
        "FOLDER": "{out}",
    },
    "rtm:factorrasters": {"STUDY_AREA": "@area", "FACTORS": ["@factor"], "CELL_SIZE": 100, "FOLDER": "{out}"},
    "rtm:importincidents": {"FILES": ["@plain csv"], "OUTPUT": "{out}/incidents.gpkg", "LOG": "memory:"},
    "rtm:splitfactors": {"INPUT": "@poi", "OUTPUT": "{out}/factors.gpkg"},
    "rtm:riskfactor": {"INPUT": "@factor", "OUTPUT": "{out}/factor.gpkg"},
    "rtm:checkinputs": {
        "STUDY_AREA": "@area",
        "INCIDENTS": "@incidents",
        "FACTORS": ["@factor"],
        "CELL_SIZE": 100,
        "OUTPUT": "{out}/checked.csv",
    },
    "rtm:blocklength": {"STUDY_AREA": "@area", "STREETS": "@streets"},
    "rtm:studyareas": {"INCIDENTS": "@incidents", "STUDY_AREAS": "{out}/areas.gpkg"},
    "rtm:samplecity": {"OUTPUT": "{out}/city.gpkg"},
    "rtm:priorityplaces": {"RISK_TERRAIN": "@scores", "METHOD": "above_2sd", "PLACES": "{out}/places.gpkg"},
    "rtm:explainplace": {
        "MODEL": "@model",
        "FACTORS": ["@factor"],
        "POINT": f"{X + 500},{Y + 500} [EPSG:27700]",
        "OUTPUT": "{out}/why.csv",
    },
    "rtm:applymodel": {
        "MODEL": "@model",
        "FACTORS": ["@factor"],
        "STUDY_AREA": "@area",
        "RISK_TERRAIN": "{out}/a.tif",
        "DIFFERENCE": "{out}/b.tif",
    },
    "rtm:report": {"MODEL": "@model", "REPORT": "{out}/report.html"},
    "rtm:mapsheet": {"RISK_TERRAIN": "@scores", "KEEP_LAYOUT": False, "PDF": "{out}/sheet.pdf"},
    "rtm:placesheets": {
        "PLACES": "@places",
        "INCIDENTS": "@dated",
        "DATE_FIELD": "when",
        "KEEP_LAYOUT": False,
        "PDF": "{out}/sheets.pdf",
        "CSV": "{out}/places.csv",
    },
    "rtm:validate": {
        "RISK_TERRAINS": ["@scores"],
        "INCIDENTS": "@incidents",
        "RESAMPLES": 0,
        "TABLE": "{out}/table.csv",
    },
    "rtm:exposure": {
        "RISK_TERRAIN": "@scores",
        "POPULATION": "@residents",
        "GROUPS": ["people"],
        "PERCENT": 10,
        "TABLE": "{out}/table.csv",
        "FLAGGED": "{out}/flagged.gpkg",
    },
    "rtm:accountability": {
        "MODEL": "@model",
        "VALIDATION": "@judged",
        "EXPOSURE": "@exposed",
        "MODEL_CARD": "{out}/card.html",
        "ASSESSMENT": "{out}/assessment.html",
        "RECORD": "{out}/record.html",
        "RECORD_MD": "{out}/record.md",
    },
    "rtm:trialdesign": {
        "PLACES": "@squares",
        "INCIDENTS": "@dated",
        "SIMULATIONS": 10,
        "TRIAL": "{out}/trial.gpkg",
        "PROTOCOL": "{out}/protocol.html",
    },
    "rtm:impact": {
        "PLACES": "@squares",
        "INCIDENTS": "@dated",
        "DATE_FIELD": "when",
        "AFTER_FROM": "2022-07",
        "IMPACT": "{out}/impact.csv",
        "JUDGED": "{out}/judged.gpkg",
    },
}


class Listener(QgsProcessingFeedback):
    """Hears the warnings; cancels, or kills the process, when it is asked for the ``stop``-th time."""

    def __init__(self, stop=None, kill=False):
        super().__init__(False)
        self.warnings, self.asked, self.stop, self.kill = [], 0, stop, kill

    def pushWarning(self, text):
        self.warnings.append(text)

    def isCanceled(self):
        self.asked += 1
        if self.stop is not None and self.asked >= self.stop:
            if self.kill:
                os.kill(os.getpid(), signal.SIGKILL)
            return True
        return False


@pytest.fixture
def parameters(shelf, tmp_path):
    """A function from an algorithm and what differs to its parameters."""
    out = tmp_path / "out"

    def value_of(value):
        if isinstance(value, list):
            return [value_of(item) for item in value]
        if isinstance(value, str):
            found = value.replace("{out}", str(out)).replace("{shelf}", str(shelf.folder))
            return shelf[value[1:]] if value.startswith("@") else found
        return value

    def parameters(algorithm, changes=None):
        given = {**WORKING[algorithm], **(changes or {})}
        return {key: value_of(value) for key, value in given.items() if value is not None}

    parameters.out = out
    return parameters


def files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def words(case):
    algorithm, changes, _ = case
    return f"{algorithm[4:]}-{'-'.join(f'{key}={value}'[:40] for key, value in changes.items())}"


@pytest.mark.parametrize(("algorithm", "changes", "expected"), CASES, ids=map(words, CASES))
def test_the_user_gets(algorithm, changes, expected, parameters, shelf):
    import processing

    listener = Listener()
    given = parameters(algorithm, changes)
    if isinstance(expected, str):
        with pytest.raises(QgsProcessingException) as raised:
            processing.run(algorithm, given, feedback=listener)
        said = str(raised.value)
        assert expected.replace("{out}", str(parameters.out)).replace("{shelf}", str(shelf.folder)) in said
        assert "Traceback" not in said and "not foresee" not in said
        assert not files(parameters.out)
    else:
        results = processing.run(algorithm, given, feedback=listener)
        for key, value in expected.items():
            if key == "warned":
                assert set(value) <= set(listener.warnings)
            else:
                assert results.get(key, "") == value, key
    assert not [name for name in files(parameters.out) if name.endswith(".part")]


NO_FILE = {
    "too long": "{out}/" + "n" * 300,
    "its companions too long": "{out}/" + "n" * 245,
    "in a loop of links": "{shelf}/loop/x",
    "a loop of links": "{shelf}/loop",
    "with NUL": "{out}/a\0b",
    "with half a character": "{out}/a\ud800b",
}
ENDS = {"sink": ".gpkg", "rasterDestination": ".tif", "folderDestination": "", "fileDestination": None}


@pytest.mark.parametrize("kind", [*NO_FILE, "not to be entered"])
@pytest.mark.parametrize("algorithm", WORKING)
def test_no_path_is_a_surprise(algorithm, kind, parameters, shelf, tmp_path):
    """Each output, and each file and layer that is read, where no file can be: asked before the run, and in it."""
    made = QgsApplication.processingRegistry().algorithmById(algorithm)
    loop = shelf.folder / "loop"
    if not loop.is_symlink():
        loop.symlink_to(loop)
    given = parameters(algorithm)
    path = (
        NO_FILE.get(kind, "{out}/denied/x").replace("{out}", str(parameters.out)).replace("{shelf}", str(shelf.folder))
    )
    definitions = [one for one in made.parameterDefinitions() if one.isDestination() or one.type() in READ]
    for definition in definitions:
        end = ENDS.get(definition.type(), ".json")
        end = "." + definition.defaultFileExtension() if end is None else end
        value = [path + end] if definition.type() == "multilayer" else path + end
        asked = {**given, definition.name(): value}
        with other_user(kind == "not to be entered"):
            context = QgsProcessingContext()
            ok, said = made.create().checkParameterValues(asked, context)
            went_well, error = run_to_the_end(algorithm, asked)
        for sentence in (said, error):
            assert "not foresee" not in sentence and "Traceback" not in sentence, definition.name()
        assert ok or said
        left = [path for path in parameters.out.rglob("*") if path.name.startswith(".") or not went_well]
        assert not [path for path in left if path.is_file()], definition.name()
        shutil.rmtree(parameters.out, ignore_errors=True)


@contextmanager
def other_user(switch):
    """As somebody who may enter no folder of these tests, where one can become that."""
    if switch and os.geteuid():
        pytest.skip("only root can become another user")
    try:
        if switch:
            os.seteuid(65534)
        yield
    finally:
        if switch:
            os.seteuid(0)


def run_to_the_end(algorithm, given):
    """Whether a run without a check before it went well, and all that it said of errors."""
    said = []

    class Log(Listener):
        def reportError(self, text, fatalError=False):  # QGIS's name
            said.append(text)

        def pushDebugInfo(self, text):
            said.append(text)

    ok, _ = run_with(algorithm, given, Log())
    return ok, "\n".join(said)


def run_with(algorithm, given, listener):
    """Results, or the text of the error."""
    made = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    context = QgsProcessingContext()
    context.setFeedback(listener)
    results, ok = made.run(given, context, listener)
    return ok, results


@pytest.mark.parametrize("algorithm", WORKING)
def test_cancelled_half_way(algorithm, parameters, tmp_path):
    whole = Listener()
    ok, _ = run_with(algorithm, parameters(algorithm), whole)
    assert ok and whole.asked
    for path in sorted(parameters.out.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    ok, results = run_with(algorithm, parameters(algorithm), Listener(stop=whole.asked // 2 + 1))
    assert not results and not files(parameters.out)


@pytest.mark.parametrize("room", [2_000, 60_000])
@pytest.mark.parametrize("algorithm", WORKING)
def test_disk_full(algorithm, room, parameters):
    """A limit on the size of files is to a program what a full disk is."""
    import processing

    given = parameters(algorithm)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        processing.run(algorithm, given, feedback=Listener())
        said = ""
    except QgsProcessingException as error:
        said = str(error)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "Traceback" not in said and "not foresee" not in said
    if said:
        assert not files(parameters.out)
    else:
        assert all(path.stat().st_size < room for path in parameters.out.rglob("*") if path.is_file())


def test_killed_half_way(parameters):
    algorithm = "rtm:riskterrainmodel"
    given = parameters(algorithm)
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        run_with(algorithm, given, Listener(stop=100, kill=True))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert not [name for name in files(parameters.out) if not name.startswith(".")]
    ok, results = run_with(algorithm, given, Listener())
    assert ok and Path(results["RISK_TERRAIN"]).exists()


def test_a_surprise_is_a_sentence_too(parameters, monkeypatch):
    """A mistake of ours: the traceback is for the log, and for us."""
    import processing

    class Log(Listener):
        debug = ""

        def pushDebugInfo(self, text):
            self.debug += text

    def fail(self, *_):
        raise ZeroDivisionError("the moon is full")

    monkeypatch.setattr(RtmAlgorithm, "compute", fail)
    monkeypatch.delattr("risk_terrain_modelling.processing_provider.algorithms.studyareas.StudyAreas.compute")
    log = Log()
    with pytest.raises(QgsProcessingException, match=r"did not foresee.*the moon is full.*please report it") as raised:
        processing.run("rtm:studyareas", parameters("rtm:studyareas"), feedback=log)
    assert "Traceback" not in str(raised.value) and "Traceback" in log.debug


@pytest.mark.parametrize("kind", ["line", "polygon"])
def test_endless_coordinates_are_an_invalid_geometry(kind):
    wkt = {"line": "LineString(0 0, 1 1)", "polygon": "Polygon((0 0, 1 0, 1 1, 0 0))"}[kind]
    for number in (float("inf"), float("nan")):
        geometry = QgsGeometry.fromWkt(wkt)
        geometry.moveVertex(number, 0.5, 1)
        collector = GeometryCollector(kind)
        collector.add(geometry)
        assert (collector.n_features, collector.n_invalid, collector.is_empty) == (1, 1, True)


def saved(layer, folder):
    """The address of a layer in a GeoPackage of its own."""
    path = folder / f"{layer.name()}.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", layer.name()
    written = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert written[0] == QgsVectorFileWriter.WriterError.NoError
    return f"{path}|layername={layer.name()}"


def digests(folder):
    """Of all files but the statistics that QGIS itself puts beside a raster that it opens."""
    paths = [path for path in folder.iterdir() if path.is_file() and not path.name.endswith(".aux.xml")]
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.mark.parametrize("algorithm", sorted(WORKING))
def test_no_output_of_a_run_that_would_succeed_replaces_an_input(algorithm, parameters, tmp_path):
    """Every output set to every file that is read: refused with both names, and all inputs as they were."""
    read = tmp_path / "read"
    read.mkdir()

    def in_file(value):
        if isinstance(value, list):
            return [in_file(one) for one in value]
        if isinstance(value, QgsVectorLayer):
            return saved(value, read)
        if isinstance(value, str) and Path(value).is_file():
            return shutil.copy(value, read)
        return value

    made = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    outputs = [one for one in made.destinationParameterDefinitions() if one.type() != "folderDestination"]
    given = {key: in_file(value) for key, value in parameters(algorithm).items()}
    sources = {
        key: (value[0] if isinstance(value, list) else value).partition("|")[0]
        for key, value in given.items()
        if made.parameterDefinition(key) not in outputs and str(read) in str(value)
    }
    before = digests(read)
    refusals = ("would replace the file", "has a format that is not written here")
    for output in outputs:
        for path in sources.values():
            asked = {**given, output.name(): path}
            ok, message = made.checkParameterValues(asked, QgsProcessingContext())
            assert not ok and any(words in message for words in refusals), (output.name(), path, message)
            assert not run_with(algorithm, asked, Listener())[0]  # nor where nobody checks first
            assert digests(read) == before
    ok, message = run_with(algorithm, given, Listener())
    assert ok, message
    assert digests(read) == before

"""Points of interest by class: lost zeros, prefixes, names, merging, duplicates, small classes."""

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import TableError
from risk_terrain_modelling.rtm_plugin.files import poi_classes as poi
from risk_terrain_modelling.rtm_plugin.files.poi_classes import split_classes

PUB, TAKEAWAY, SHOP = "01020034", "01020018", "09470699"
CODES = [PUB, TAKEAWAY, "1020034", SHOP, "9470699", "1020018.0", PUB]


def places(split):
    return {factor.name: factor.rows for factor in split.factors}


def split_of(values, **settings):
    return split_classes(values, [""] * len(values), [True] * len(values), **settings)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1020034, PUB), (1020034.0, PUB), ("1020034", PUB), (" 01020034 ", PUB), ("10580732", "10580732"),
        ("", ""), ("0102", ""), ("pub", ""), ("123456789", ""), ("01 02", ""),
    ],
)  # fmt: skip
def test_lost_zeros_are_put_back(value, code):
    assert poi.full_code(value) == code


def test_prefixes_and_names():
    assert [poi.code_prefix(text) for text in ("1", "01", "102", "0102", "1020034", "pub", "01020")] == [
        "01", "01", "0102", "0102", PUB, "", "",
    ]  # fmt: skip
    assert poi.factor_name(" Pubs, Bars & Inns ") == "pubs_bars_inns"
    assert poi.factor_name("Cafés – Île") == "cafés_île"
    assert poi.are_codes(CODES) and not poi.are_codes(["pub", PUB]) and not poi.are_codes(["", ""])


def test_levels_are_prefixes():
    assert places(split_of(CODES)) == {TAKEAWAY: (1, 5), PUB: (0, 2, 6), SHOP: (3, 4)}
    assert places(split_of(CODES, level="category")) == {"0102": (0, 1, 2, 5, 6), "0947": (3, 4)}
    assert places(split_of(CODES, level="group")) == {"01": (0, 1, 2, 5, 6), "09": (3, 4)}


def test_merging_by_code_prefix_name_and_value():
    names = {PUB: "Pubs, bars and inns", SHOP: "Convenience stores"}
    merges = [("102", "Eating out"), ("convenience stores", "shops"), ("1020034", "drinking")]
    assert places(split_of(CODES, names=names, merges=merges)) == {
        "drinking": (0, 2, 6),  # the longer prefix counts
        "eating_out": (1, 5),
        "shops": (3, 4),
    }
    values = ["convenience", "kiosk", "Kiosk", "pub"]
    assert places(split_of(values, level="", merges=[("convenience", "shops"), ("kiosk", "shops")])) == {
        "pub": (3,),
        "shops": (0, 1, 2),
    }
    both = split_of(values, level="", merges=[("pub", "a"), ("pub", "b"), ("nowhere", "c")])
    assert (places(both)["a"], places(both)["b"]) == ((3,), (3,))


def test_duplicates_count_once_in_a_factor_but_in_every_factor():
    values = ["atm", "bank", "atm", "atm", "atm", "", "atm"]
    refs = ["1", "1", "1", "", "", "2", "3"]
    placed = [True, True, True, True, True, True, False]
    split = split_classes(values, refs, placed, level="")
    assert places(split) == {"atm": (0, 3, 4), "bank": (1,)}
    assert split.left_out == {poi.DUPLICATE: 1, poi.NO_CLASS: 1, poi.NO_PLACE: 1}
    settings = {"level": "", "merges": [("atm", "money"), ("bank", "money")]}
    merged = split_classes(values, refs, placed, **settings)
    assert (places(merged), merged.repeated) == ({"money": (0, 1, 3, 4)}, {"money": 1})
    once = split_classes(values, refs, placed, **settings, once_in="factor")
    assert (places(once), once.repeated) == ({"money": (0, 3, 4)}, {})


def test_small_and_unwanted_classes_are_left_out_and_counted():
    split = split_of(CODES, min_count=3)
    assert (list(places(split)), split.left_out) == ([PUB], {poi.TOO_FEW: 4})
    split = split_of(CODES, keep=["947", TAKEAWAY])
    assert (list(places(split)), split.left_out) == ([TAKEAWAY, SHOP], {poi.NOT_KEPT: 3})
    assert [factor.name for factor in split.others] == [PUB]
    with pytest.raises(TableError, match="no class 'church' to keep; there are '01020018', '01020034'"):
        split_of(CODES, keep=["church"])
    with pytest.raises(TableError, match=r"No class has at least 4 places \(the largest has 3\)"):
        split_of(CODES, min_count=4)
    with pytest.raises(TableError, match="No place has both a class and a geometry"):
        split_of(["", ""])


def test_two_codes_of_one_name_stay_apart():
    names = {PUB: "Other", SHOP: "other", TAKEAWAY: "Take-aways"}
    assert list(places(split_of(CODES, names=names))) == ["other_01020034", "other_09470699", "take-aways"]


def test_class_columns_are_recognised():
    assert poi.class_columns(["REF_NO", "PointX_Class", "x"]) == (1,)
    assert poi.class_columns(["osm_id", "code", "fclass"]) == (2,)
    assert poi.class_columns(["shop", "name", "amenity"]) == (2, 0)
    with pytest.raises(TableError, match=r"No field is known as the class of a place: .* 'a', 'b'"):
        poi.class_columns(["a", "b"])


@pytest.mark.parametrize(
    "text",
    [
        "code|name\n01|Eating\n0102|Eating and drinking\n1020034|Pubs\n",
        "Group|Group name|Category|Category name|Class|Class name\n01|Eating|0102|Eating and drinking|01020034|Pubs\n",
        "Group,Group name,Category,Category name,Class,Class name\n1,Eating,2,Eating and drinking,34,Pubs\n",
        "01;02;0034;Pubs\n01;;;Eating\n01;02;;Eating and drinking\n",
    ],
)
def test_names_are_read_from_look_up_files_of_any_make(tmp_path, text):
    path = tmp_path / "names.txt"
    path.write_text(text)
    assert poi.read_names(path) == {"01": "Eating", "0102": "Eating and drinking", PUB: "Pubs"}


def test_merge_tables(tmp_path):
    path = tmp_path / "merge.csv"
    for header in ("", "class,factor\n"):
        path.write_text(header + "kiosk,shops\nconvenience,shops\n")
        assert poi.read_merges(path) == [("kiosk", "shops"), ("convenience", "shops")]
    path.write_text("class,factor\nkiosk,\n")
    with pytest.raises(TableError, match=r"'merge\.csv' has the row 'kiosk, ': it needs a class and its factor"):
        poi.read_merges(path)
    path.write_text("a,b\nc,d\n")
    with pytest.raises(TableError, match="names no classes"):
        poi.read_names(path)


def test_every_place_goes_somewhere():
    random = np.random.RandomState(1)
    values = [str(code) for code in random.choice([1020034, 1020018, 9470699, 10580732, ""], 500)]
    refs = [str(ref) for ref in random.randint(0, 400, 500)]
    placed = random.rand(500) > 0.1
    for level in poi.LEVELS:
        split = split_classes(values, refs, placed, level, min_count=80)
        written = sum(len(factor.rows) for factor in split.factors)
        assert written + sum(split.left_out.values()) == 500

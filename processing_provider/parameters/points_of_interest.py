"""What is asked about points of interest: where they are, and which classes make a factor."""

from ...rtm_plugin.translation import tr


def add_places(algorithm):
    algorithm.add_source(
        algorithm.INPUT,
        tr("Points of interest"),
        tr("A layer of places, of points as a rule. Give either this or a text file."),
        "geometry",
        optional=True,
    )
    algorithm.add_file(
        algorithm.TEXT_FILE,
        tr("Points of interest as text"),
        tr(
            "A delimited text file (by |, commas, semicolons or tabs) with a header and coordinates, "
            "such as Points of Interest as they are delivered."
        ),
        files=tr("Text (*.csv *.txt *.psv *.tsv);;All files (*)"),
        optional=True,
    )
    algorithm.add_crs(
        algorithm.CRS,
        tr("CRS of the text file"),
        tr("Empty: it is told from the values (the British National Grid, degrees) and said in the log."),
    )


def add_classes(algorithm):
    algorithm.add_text(
        algorithm.CLASS_FIELD,
        tr("Field of the class"),
        tr(
            "The field to split by; of several, separated by semicolons, the first that is filled counts "
            "for a place. Empty: the classification code of Points of Interest, else fclass, else "
            "OpenStreetMap's amenity, shop, leisure, tourism and office."
        ),
    )
    algorithm.add_choice(
        algorithm.LEVEL,
        tr("Level of the code"),
        tr("Of Points of Interest: a layer per class (8 digits), category (4) or group (2)."),
        {"class": tr("Class (8 digits)"), "category": tr("Category (4 digits)"), "group": tr("Group (2 digits)")},
    )
    algorithm.add_file(
        algorithm.NAMES,
        tr("Names of the codes"),
        tr(
            "The product's look-up file, in which names stand right of their codes. Empty: the names in "
            "the layer's own fields, else the codes."
        ),
        files=tr("Text (*.csv *.txt *.psv *.tsv);;All files (*)"),
        optional=True,
    )
    algorithm.add_text(
        algorithm.KEEP,
        tr("Classes to keep"),
        tr(
            "Separated by semicolons: names or codes of classes, beginnings of codes (0102), or names of "
            "merged factors. Empty: all."
        ),
    )
    algorithm.add_file(
        algorithm.MERGE,
        tr("Merge table"),
        tr(
            "A CSV file of two columns, class and factor: classes with the same factor make one layer. A "
            "class may be a code, the beginning of one, a value or a name."
        ),
        files=tr("Text (*.csv *.txt *.tsv);;All files (*)"),
        optional=True,
    )
    algorithm.add_number(
        algorithm.MIN_COUNT,
        tr("Minimum number of places"),
        tr("Classes with fewer places make no layer."),
        1,
        whole=True,
        limits=(1,),
    )
    algorithm.add_text(
        algorithm.ID_FIELD,
        tr("Field of the reference number"),
        tr("Empty: recognised by its name, such as ref_no or osm_id."),
        advanced=True,
    )
    algorithm.add_choice(
        algorithm.ONCE_IN,
        tr("A reference number counts once in each"),
        tr(
            "Matters for merged classes: OpenStreetMap may have one place as a pharmacy and as a "
            "chemist. "
            "With factor it is one place of a factor that holds both, with class it is two."
        ),
        {"class": tr("Class: it may count for two of them"), "factor": tr("Factor: one place of all that is merged")},
        advanced=True,
    )
    algorithm.add_flag(
        algorithm.LOAD,
        tr("Load the layers"),
        tr("Add the layers to the project when the algorithm is done."),
        True,
        advanced=True,
    )

"""What is asked about files of incidents: which, which rows, and which columns."""

from ...rtm_plugin.files.dates import DATE_ORDERS, WEEKDAYS
from ...rtm_plugin.translation import tr


def add_files(algorithm):
    algorithm.add_layers(
        algorithm.FILES,
        tr("Files"),
        tr("Delimited text files with a header and two columns of coordinates."),
        "file",
        optional=True,
    )
    algorithm.add_folder(
        algorithm.FOLDER,
        tr("Folder"),
        tr(
            "An unzipped archive: all files called *-street.csv in it and its subfolders are read or, "
            "where there are none, all CSV files."
        ),
    )
    algorithm.add_source(
        algorithm.AREA,
        tr("Area"),
        tr("Polygons outside which incidents are left out, such as the study area."),
        "polygon",
        optional=True,
    )
    algorithm.add_crs(
        algorithm.CRS,
        tr("CRS of the files"),
        tr(
            "Which coordinate reference system the files' coordinates are in. Empty: it is told from the "
            "values (degrees, the area's own CRS, the British National Grid) and said in the log."
        ),
    )


def add_filters(algorithm):
    algorithm.add_text(
        algorithm.TYPES,
        tr("Types"),
        tr(
            "Types of crime to keep, separated by semicolons, in capitals or not; * stands for any text: "
            "burglary; *assault*. Empty: all."
        ),
    )
    algorithm.add_text(
        algorithm.DATE_FROM,
        tr("First date"),
        tr("The first day to keep, as 2014-09-30, or the first month, as 2014-09."),
    )
    algorithm.add_text(
        algorithm.DATE_TO, tr("Last date"), tr("The last day or month to keep, included, written like the first.")
    )
    algorithm.add_choices(
        algorithm.WEEKDAYS,
        tr("Weekdays"),
        tr("Days of the week to keep, by the calendar day of the incident. None chosen: all."),
        dict(zip(WEEKDAYS, _weekdays())),
    )
    algorithm.add_text(
        algorithm.HOURS,
        tr("Hours of the day"),
        tr(
            "Hours to keep, such as 22-4 (from 22:00 until 4:00, past midnight) or 7-9, 16-19. The end "
            "of a range is not included. Empty: all, also incidents without a time."
        ),
    )


def add_columns(algorithm):
    labels = {
        "x": (tr("Column of x"), tr("Longitude or easting.")),
        "y": (tr("Column of y"), tr("Latitude or northing.")),
        "id": (
            tr("Column of the id"),
            tr("Rows with an id that came before are duplicates; what stands in many rows is no id."),
        ),
        "date": (tr("Column of the date"), tr("With or without the time of day.")),
        "time": (tr("Column of the time"), tr("Where the time of day is in a column of its own.")),
        "type": (tr("Column of the type"), tr("The type of crime.")),
    }
    for role, key in algorithm.COLUMNS.items():
        label, text = labels[role]
        how = tr("Empty: recognised by its name or values.") if role == "date" else tr("Empty: recognised by its name.")
        algorithm.add_text(key, label, f"{text} {how}", advanced=True)
    algorithm.add_choice(
        algorithm.DATE_ORDER,
        tr("Order of dates"),
        tr("What 03/04/2014 means. auto: told from the first date of a file that allows one order only."),
        dict(zip(DATE_ORDERS, _date_orders())),
        advanced=True,
    )
    algorithm.add_text(
        algorithm.ENCODING,
        tr("Encoding"),
        tr("Such as cp1251. Empty: UTF-8 where the file is that, a few bad bytes not counted, otherwise Windows-1252."),
        advanced=True,
    )
    algorithm.add_flag(
        algorithm.KEEP_DUPLICATES,
        tr("Keep duplicates"),
        tr("Keep rows whose id came before, for files in which an id stands for something else."),
        False,
        advanced=True,
    )


def _weekdays():
    """The days of the week in words, as :data:`WEEKDAYS` has them."""
    return (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )


def _date_orders():
    """The orders of day, month and year in words, as :data:`DATE_ORDERS` has them."""
    return (
        tr("As the file's own dates tell"),
        tr("Year first: 2014-04-03"),
        tr("Day first: 03/04/2014 is in April"),
        tr("Month first: 03/04/2014 is in March"),
    )

"""By which rules places are cut out of a surface of risk."""

from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.places import PlaceRules

_HECTARE = 10_000.0  # square metres, in which the defaults are


def add_rules(algorithm):
    """Declare how places are found, how large they are, and by what they are ranked."""
    algorithm.add_choice(
        "METHOD",
        tr("Method"),
        tr(
            "compact_places: compact places of at most the size that can be walked, a gap apart, where most is "
            "expected. above_2sd: cells above mean + 2 SD. top_percent: the highest-scoring cells nearest to a "
            "percentage of the area. top_places: the first places above mean + 2 SD. area_budget: the "
            "highest-scoring cells up to an area. patrol_places: so many places of at most the size that "
            "one patrol covers, grown around the highest-scoring cells."
        ),
        {
            "compact_places": tr("Compact places that can be walked"),
            "above_2sd": tr("Cells above mean + 2 SD"),
            "top_percent": tr("A percentage of the area"),
            "top_places": tr("The first places above mean + 2 SD"),
            "area_budget": tr("A budget of area"),
            "patrol_places": tr("Grown around the highest-scoring cells"),
        },
    )
    algorithm.add_number(
        "PERCENT", tr("Percent of the area"), tr("For top_percent."), PlaceRules.percent, advanced=True
    )
    algorithm.add_number(
        "N_PLACES",
        tr("Number of places"),
        tr("For compact_places, top_places and patrol_places."),
        PlaceRules.n_places,
        whole=True,
    )
    algorithm.add_number(
        "AREA",
        tr("Budget of area (ha)"),
        tr("For area_budget, in hectares."),
        PlaceRules.area / _HECTARE,
        advanced=True,
    )
    algorithm.add_number(
        "PATROL_AREA",
        tr("Area of one patrol place (ha)"),
        tr("For compact_places and patrol_places, in hectares: what can be walked, usually 2 to 6."),
        PlaceRules.patrol_area / _HECTARE,
    )
    algorithm.add_number(
        "MIN_CELLS",
        tr("Smallest place (cells)"),
        tr("Places of fewer cells are left out."),
        PlaceRules.min_cells,
        whole=True,
        advanced=True,
    )
    algorithm.add_flag(
        "BRIDGE",
        tr("Join cells that touch at a corner"),
        tr("Off: only cells that share an edge are in one place."),
        PlaceRules.bridge,
        advanced=True,
    )
    algorithm.add_choice(
        "RANK_BY",
        tr("Rank by"),
        tr(
            "The place's expected incidents (the sum of its scores where they are not known), or the "
            "mean or maximum relative risk score of its cells."
        ),
        {
            "expected": tr("Expected incidents"),
            "mean": tr("Mean score"),
            "maximum": tr("Maximum score"),
        },
        advanced=True,
    )


def rules_of(algorithm, parameters, context, square_units):
    """The rules of a run; ``square_units`` are those of a hectare. Raises :class:`SettingsError`."""
    return PlaceRules(
        algorithm.parameterAsEnumString(parameters, "METHOD", context),
        algorithm.parameterAsDouble(parameters, "PERCENT", context),
        algorithm.parameterAsInt(parameters, "N_PLACES", context),
        algorithm.parameterAsDouble(parameters, "AREA", context) * square_units,
        algorithm.parameterAsDouble(parameters, "PATROL_AREA", context) * square_units,
        algorithm.parameterAsInt(parameters, "MIN_CELLS", context),
        algorithm.parameterAsBoolean(parameters, "BRIDGE", context),
        algorithm.parameterAsEnumString(parameters, "RANK_BY", context),
    ).validate()


def settings_of(rules):
    """The rules by the keys of their parameters, areas in square map units."""
    return {
        "METHOD": rules.method,
        "PERCENT": rules.percent,
        "N_PLACES": rules.n_places,
        "AREA": rules.area,
        "PATROL_AREA": rules.patrol_area,
        "MIN_CELLS": rules.min_cells,
        "BRIDGE": rules.bridge,
        "RANK_BY": rules.ranking,
    }

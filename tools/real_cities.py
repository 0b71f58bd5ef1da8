"""The main job on real cities, whose data lies in ``../shared/data`` where there is any: what is asked of it."""

CAMDEN = {
    "INCIDENTS": "violence_2022",
    "FACTORS": (
        "pubs",
        "bars",
        "nightclubs",
        "fast_food",
        "restaurants",
        "cafes",
        "convenience_stores",
        "supermarkets",
        "off_licences",
        "atms",
        "banks",
        "hotels_hostels",
        "clothes_shops",
        "pharmacies",
        "phone_boxes",
        "cctv",
        "public_toilets",
        "playgrounds",
        "cycle_hire",
        "libraries_community",
        "theatres_cinemas",
        "bus_stops",
        "rail_tube_stations",
        "schools",
        "registered_parks",
    ),
    "BLOCK_LENGTH": 100,
    "CELL_SIZE": 50,
}
CHICAGO = {
    "INCIDENTS": "burglary_2017",
    "FACTORS": (
        "abandoned_cars_2017",
        "abandoned_buildings_2017",
        "graffiti_2017",
        "liquor_retail",
        "sanitation_2017",
        "street_lights_out_2017",
    ),
    "BLOCK_LENGTH": 200,
    "CELL_SIZE": 200,
}
CITIES = {"london_camden": CAMDEN, "chicago": CHICAGO}


def parameters_of(city, folder):
    """Parameters of ``rtm:riskterrainmodel``, with the layers that ``folder`` has of a city."""
    source = f"{folder / city}.gpkg|layername="
    asked = CITIES[city]
    layers = {
        "STUDY_AREA": source + "study_area",
        "INCIDENTS": source + asked["INCIDENTS"],
        "FACTORS": [source + name for name in asked["FACTORS"]],
    }
    return {**asked, **layers}

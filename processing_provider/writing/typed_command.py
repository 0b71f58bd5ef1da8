"""What to type to make a result again, without the paths, which differ between machines."""

from ..parameters.values import is_set
from ..reading.layer_records import sources_of

_ALWAYS = ("SEED",)  # whatever the usual one is
_LAYERS = ("source", "raster", "layer", "vector", "multilayer")  # types of parameters


def typed_command(algorithm, recipe):
    """The command of an algorithm (its id) with parameters by key; those without a value are left out."""
    words = [f"qgis_process run {algorithm} --"]
    for key, value in recipe.items():
        for item in value if isinstance(value, list) else [value]:
            if item not in (None, ""):
                words.append(f'{key}="{item}"')
    return " ".join(words)


def command_of(algorithm, recipe, parameters, context):
    """The command of a run, of a recipe (values by key) only what was asked for, layers by their files."""
    asked = {key: value for key, value in recipe.items() if key in _ALWAYS or _is_asked(algorithm, key, parameters)}
    for key in asked:
        if algorithm.parameterDefinition(key).type() in _LAYERS:
            files = sources_of(parameters[key], context)
            asked[key] = files if all(files) and files else asked[key]
    return typed_command(f"rtm:{algorithm.name()}", asked)


def _is_asked(algorithm, key, parameters):
    """Whether the value of a parameter is another than the usual one."""
    if not is_set(parameters, key):
        return False
    given, usual = parameters[key], algorithm.parameterDefinition(key).defaultValue()
    try:
        return float(given) != float(usual)
    except (TypeError, ValueError):
        return given != usual

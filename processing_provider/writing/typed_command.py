"""What to type to make a result again, without the paths, which differ between machines."""


def typed_command(algorithm, recipe):
    """The command of an algorithm (its id) with parameters by key; those without a value are left out."""
    words = [f"qgis_process run {algorithm} --"]
    for key, value in recipe.items():
        for item in value if isinstance(value, list) else [value]:
            if item not in (None, ""):
                words.append(f'{key}="{item}"')
    return " ".join(words)

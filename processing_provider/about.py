"""What metadata.txt says about the plugin: the one place of its version and addresses."""

from configparser import ConfigParser
from functools import cache
from pathlib import Path

PLUGIN_FOLDER = Path(__file__).resolve().parent.parent


@cache
def metadata(key):
    """One value of metadata.txt's general section as text, '' where there is none."""
    parser = ConfigParser(interpolation=None)
    parser.read(PLUGIN_FOLDER / "metadata.txt", encoding="utf-8")
    return parser.get("general", key, fallback="")


def version():
    return metadata("version")

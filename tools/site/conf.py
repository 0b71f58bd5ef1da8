"""How Sphinx builds the site ("make site"), out of the repository as it is: every page and link stays where it is.

The site is read offline: nothing is fetched, neither fonts nor scripts, and the search runs in the browser.
"""

from pathlib import Path

project = "Risk Terrain Modelling for QGIS"
html_title = "Risk Terrain Modelling"
copyright = "Risk Terrain Modelling contributors; GNU General Public License, version 2 or later"
language = "en_GB"

# The menu. A new page is named here, or the site is not built.
MENU = """
```{toctree}
:hidden:
First map in five minutes <docs/first_map>
```
```{toctree}
:hidden:
:caption: How to
The panel, step by step <docs/panel>
On the command line <docs/command_line>
A whole force <docs/batch>
Report, map and place sheets <docs/report>
Accountable use <docs/accountability>
```
```{toctree}
:hidden:
:caption: The method
What is computed <docs/method>
Worked examples <docs/worked_examples>
How well it foretells <docs/validation>
Known limits <docs/limits>
Beside other ways <docs/comparison>
Measured results <benchmarks/RESULTS>
```
```{toctree}
:hidden:
:caption: Reference
All algorithms <docs/algorithms>
Contributing <CONTRIBUTING>
Changes <CHANGELOG>
```
"""

extensions = ["myst_parser"]
root_doc = "README"
include_patterns = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/RESULTS.md", "docs/*.md"]
myst_heading_anchors = 4  # called as code hosts call them
highlight_language = "none"

html_theme = "furo"
html_favicon = "../../processing_provider/icon.svg"
html_copy_source = False
html_show_sphinx = False
html_static_path = ["static"]
html_css_files = ["site.css"]
html_theme_options = {"navigation_with_keys": True}


def setup(app):
    app.connect("source-read", add_menu)
    app.connect("build-finished", add_index)


def add_menu(app, name, source):
    """The menu stands in this file: on a code host the front page shall not show it."""
    if name == root_doc:
        source[0] += MENU


def add_index(app, exception):
    """A folder is opened at its index."""
    if exception is None and app.builder.format == "html":
        page = f'<!doctype html><meta http-equiv="refresh" content="0; url={root_doc}.html"><title>{html_title}</title>'
        Path(app.outdir, "index.html").write_text(page + "\n", encoding="utf-8")

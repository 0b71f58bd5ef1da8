"""Layouts that stay in the project, with the layers that they show. For the main thread."""


def free_name(project, title):
    """A name that no layout of the project has."""
    manager = project.layoutManager()
    names = (title if number == 1 else f"{title} ({number})" for number in range(1, 10_000))
    return next(name for name in names if manager.layoutByName(name) is None)


def keep_layout(project, layout, layers):
    """Hand a layout to the project, and its layers in a group that is switched off."""
    group = project.layerTreeRoot().addGroup(layout.name())
    for layer in layers:
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    group.setItemVisibilityChecked(False)
    group.setExpanded(False)
    project.layoutManager().addLayout(layout)

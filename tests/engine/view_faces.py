"""Everything that a view shows, read through its public names."""


def face(view):
    """Return everything a view shows, read through its public names."""
    names = [name for name in dir(type(view)) if not name.startswith("_")]
    shown = {
        name: getattr(view, name)
        for name in names
        if isinstance(getattr(type(view), name), property) and name != "v"
    }
    shown["gates"] = [view.gates(side) for side in (0, 1)]
    shown["records"] = [view.record(side) for side in (0, 1)]
    shown["legal"] = list(view.legal_actions())
    return shown

"""The algorithms: a module each, named after its id."""

"""The composition root: the only place that names concrete classes, a module for each process or part."""

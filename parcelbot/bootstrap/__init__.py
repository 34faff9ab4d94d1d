"""Build every process from concrete classes, which are named only here; a module for each process or part."""

"""The rules of a dossier, one a module: each has the `CODE` of its problems and yields them from `check`."""

"""Commands that have outgrown cli.py: each is a module that gives it a click command."""

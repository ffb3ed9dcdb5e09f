"""The rules of attribution: a module a family, each with its `Rule` values."""

"""The theme as MkDocs knows it by name: `theme: diptych`.

It holds nothing itself. The plugin gives MkDocs the templates: those of the dossier's own `templates/`, if there are
any, then those of the package. So a dossier needs no folder of templates until it has one of its own.
"""

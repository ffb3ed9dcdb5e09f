"""Pictures drawn at build time as SVG that a page holds: dossier → shapes and words, each with its table behind it."""

"""How pages, records, passages and articles are cited: one CSL-JSON object each, and every form made of it."""

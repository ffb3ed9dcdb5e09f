"""Pages that are too large for one page: what stands on them → parts that stay where they are as the dossier grows."""

"""What each page shows, as plain frozen values that a template only lays out."""

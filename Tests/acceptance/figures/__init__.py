"""Parts of the check of figures."""

"""One module for each promise."""

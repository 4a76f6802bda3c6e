"""Thin programs over the archive and the views."""

"""Bytes -> Report: files, HTML, JSONL, folders, URLs; noise and dateline marked. Reports are never edited, only read."""

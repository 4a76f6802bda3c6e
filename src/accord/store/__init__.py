"""Model types <-> DuckDB: reports and what was read in them, kept in one file."""

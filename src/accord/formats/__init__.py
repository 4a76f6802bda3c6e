"""Model types <-> the files of other people: one module a format."""

"""Readings -> Stories with findings: grouping, copies, alignment, comparison, attendance."""

"""How work runs: one process or several, later a cluster. The work itself is a pure function of its items."""

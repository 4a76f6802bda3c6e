"""What the world knows: states, office-holders with dates, organisations, role nouns, cities and PLOVER's codes."""

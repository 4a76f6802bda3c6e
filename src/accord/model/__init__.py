"""What flows between the rooms: frozen records, closed vocabularies, Protocols and errors. Standard library only."""

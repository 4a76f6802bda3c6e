"""Report -> Sentence. The only home of spaCy."""

"""One comparison an aspect: `compare(story) -> Iterator[Draft]`, each small, typed and explainable."""

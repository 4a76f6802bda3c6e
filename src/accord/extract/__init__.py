"""Sentence -> Reading: times, dating, entities, quantities, places, attribution, modality, events."""

"""Speakers found by the order of words and by capitals: English, the Romance languages and others."""

"""Speakers found by borders, where no capital shows a name or the verb stands last."""

"""Speakers found by the clause, whose words have no fixed order: German and the Slavic languages."""

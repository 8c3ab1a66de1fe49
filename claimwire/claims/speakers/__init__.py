"""Who says what: cues, speakers, and what is said."""

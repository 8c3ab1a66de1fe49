"""Words: tokens of any script, the lexicons of attribution, and how both are looked up."""

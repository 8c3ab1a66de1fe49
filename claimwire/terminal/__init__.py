"""The terminal: how answers, digests and progress look there, and what is left of them in a pipe."""

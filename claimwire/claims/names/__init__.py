"""Names: where they stand, and which of them a mention stands for."""

"""Archives: what of many articles is left to do, what it would cost, how far it is, and processes that do it."""

"""The algorithms of sumy that rank."""

from __future__ import annotations

NEED_NUMPY = ("lexrank", "lsa", "textrank")
# random is left out: it draws lots, so that an article would have another result each time.
NAMES = (*NEED_NUMPY, "edmundson", "kl", "luhn", "reduction", "sumbasic")

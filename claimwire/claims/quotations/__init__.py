"""Quotation marks and what stands between them."""

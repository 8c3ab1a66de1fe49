"""The version, where both the package's metadata and the digests find it."""

__version__ = "0.1.0"

"""The version, where both the package's metadata and the digests find it."""

VERSION = "0.1.0"

"""The upload page: what it shows, and the tickets by which a browser puts a file into the articles bucket itself."""

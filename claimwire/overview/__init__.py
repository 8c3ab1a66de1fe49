"""The index as people look through it: what is new by day, and who said what. Behind the API and as files in a folder alike."""

"""What no engine may change: found in a segment, hidden behind placeholders, put back, and looked for in the answer."""

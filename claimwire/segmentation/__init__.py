"""What ``claimwire.segment`` is made of: paragraphs, end marks, abbreviations as data, the cut of what is too long."""

"""claimwire: who claims what in an article, word for word, in every language you read."""

"""What is answered over HTTP: files of results, lists, feeds. Knows nothing of Lambda: requests and replies are plain values."""

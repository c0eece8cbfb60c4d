"""What the reader knows, as data, with its checks."""

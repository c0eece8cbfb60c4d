"""The reader held against gold files: figures with intervals, confusions, and whether confidence means what it says."""

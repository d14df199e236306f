"""Many reports: on the machines of a Ray cluster, and written so that a reading that was cut off goes on where it ended."""

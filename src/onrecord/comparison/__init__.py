"""Several records of one event beside each other: what differs, what repeats, what was copied, what stands alone."""

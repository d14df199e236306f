"""Acts of bodies: who recognised, condemned, adopted, ratified what, and when; one act for each body."""

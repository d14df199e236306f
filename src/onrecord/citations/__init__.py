"""Which resolutions, treaties, cases and laws a text cites, and which it means."""

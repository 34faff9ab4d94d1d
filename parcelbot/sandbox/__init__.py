"""Stand in for a carrier aggregator: 17TRACK's protocol on your own machine, for demos and tests."""

"""A carrier aggregator on your own machine that speaks 17TRACK's protocol, for demos and tests."""

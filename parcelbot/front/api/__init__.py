"""Serve the website channel's calls: routes, streams, files, tokens, limits."""

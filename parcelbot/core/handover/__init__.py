"""Decide who owns a case: claims, replies, promises, agents and the views they get."""

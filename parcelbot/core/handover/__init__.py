"""Decide who owns a case: claims, replies, promises, agents and what they see."""

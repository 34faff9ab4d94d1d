"""Measure how often an estimate of the day of arrival holds, and how many days it spans."""

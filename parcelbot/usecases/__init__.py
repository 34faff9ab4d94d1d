"""Carry out what shoppers, agents and the owner want, over protocols of stores and providers."""

"""Keep the parcels of open orders: what the shop lists, what is found of each, and who was written to of it."""

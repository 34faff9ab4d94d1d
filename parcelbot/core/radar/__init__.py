"""Find late parcels before their shoppers ask: parcels of open orders, what is found of each, what becomes of it."""

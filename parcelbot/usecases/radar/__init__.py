"""Look at the parcels of open orders without anybody asking: list, look up, judge, and write where wanted."""

"""Read addresses, homes, stops on the way, and where somebody has looked already."""

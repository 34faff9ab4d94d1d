"""Find orders by their number and e-mail: a Shopify shop's, or those of the demo."""

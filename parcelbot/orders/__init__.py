"""The order directory: who bought what, asked with an order number and its e-mail."""

"""What is kept: SQLAlchemy tables and the repositories over them."""

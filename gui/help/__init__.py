"""Help pages, made from the tables that the program itself reads."""

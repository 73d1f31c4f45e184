"""Printed sheets: data in, typst pages out."""

"""What Tests/Vectors/generate.py writes: the golden vectors and the worked exchanges of protocol.md."""

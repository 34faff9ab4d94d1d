"""Learn from what was missed: stored conversations → messages worth a label → training examples.

`turns` reads what shoppers said, `picking` finds what went wrong, `masking` hides who said it, `grouping`
puts alike with alike, `sheet` is the file a reviewer fills in, `labelling` turns it into `examples`.
Only `files` and `__main__` touch the disk.
"""

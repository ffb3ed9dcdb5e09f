"""What a build keeps from the one before: files that need not be made, and the folder that they stand in.

Nothing is imported here, so that `unchanged` can say within a moment that there is nothing to do.
"""

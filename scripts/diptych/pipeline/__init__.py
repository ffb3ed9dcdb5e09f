"""The order of the stages, and their reading and writing: the only room that knows both.

`extraction` goes from seeds/ to proposals in content/, `publication` from content/ to the pages and files of the site.
They are imported one by one: a build of the site never loads what reads articles.
"""

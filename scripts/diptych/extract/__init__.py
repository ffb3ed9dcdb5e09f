"""Reading: who said what, in which words, exactly where; by rules and data, without a parser."""

from diptych.extract.attribute import attribute
from diptych.extract.explain import Explanation, explain
from diptych.extract.lexicon import Lexicon, lexicon

__all__ = ["Explanation", "Lexicon", "attribute", "explain", "lexicon"]

"""What follows a reporting verb: where the words said begin and end, and in which frame."""

from __future__ import annotations

from diptych.extract.clauses import finite_follows, unknown_verb
from diptych.extract.framed import Complement, Verb
from diptych.extract.lexicon import Cue
from diptych.extract.objects import said_object
from diptych.extract.phrases import of_paper, phrase_right
from diptych.extract.units import Unit

_LOOK = 24  # items that an adjunct may take
#: How a statement is made, before its noun: in an emailed statement.
_WRITTEN = ("emailed", "e-mailed", "written", "prepared", "published", "signed", "leaked")
_MADE = frozenset((*_WRITTEN, "recorded", "televised", "sworn", "taped"))
_INSERTED = 12  # items that stand between commas after a verb
_ALONE = frozenset(("little", "much", "more", "less", "nothing", "everything"))
#: Behind these nothing but a clause can be what is said, where it holds a verb; and what tells that no more is told.
_SAYS = frozenset(("say", "insist", "argue", "think", "believe"))
_NOTHING = frozenset(
    ("nothing", "little", "so", "yes", "no", "more", "much", "as", "goodbye", "sorry", "thanks", "enough")
)
_LATER = frozenset(
    ("again", "also", "later", "earlier", "then", "too", "today", "yesterday", "recently", "online", "here")
)
_THIS = frozenset(("this", "last", "next", "earlier", "late", "early"))
#: Under what, and against what, something is said to hold: said despite all that, it was not lost.
_GIVEN = frozenset(("despite", "without", "given", "unlike", "under", "regardless", "instead", "because", "apart"))
_OF_PLACE = frozenset(("who", "which", "whom", "whose", "where", "when"))
#: What stands before a number that is no more than near: said about forty men had died.
_NEAR = ("about", "around", "over", "under", "nearly", "almost", "roughly", "some", "at", "up", "between")
_ABOUT = frozenset((*_NEAR, "more", "fewer", "less"))
#: What stands before a number in words, and what is no number and counts as well.
_BEFORE_WORDS = frozenset((*_NEAR, "than", "least", "most", "to", "a"))
_PARTS = frozenset(("half", "third", "quarter", "fifth", "tenth", "dozen", "hundred", "everybody", "everyone"))


class _Search(Verb):
    """One verb's search to its right."""

    __slots__ = ()

    def find(self, after: int) -> Complement | None:
        """What is said to the right of a verb that ends before `after`."""
        at = _skip_adjuncts(self.unit, after)
        if at >= len(self.unit):
            return None
        made = self.direct(at)
        if made is not None:
            return made
        tag = self.tag(at)
        alone = tag == "," and at == after and not {"A", "V"} & set(self.unit.tag[: after - 1])
        if alone and self.tag(at + 1) == "H" and self.has("clause", "that"):
            return self.direct(at + 1)  # he added, that
        place = phrase_right(self.unit, at + 1, appositions=False) if tag == "I" else at
        inserted = self.after_insertion(place) if self.tag(place) in ",-" else -1
        if inserted > 0:
            return self.direct(inserted)
        if tag in "IT" and self.word(at) in self.cue.frames:
            made = self.prepositional(at)
            if made is not None and not ("quote" in self.cue.frames and self.resumed(at) > 0):
                return made
        if "person" in self.cue.frames and tag in "DNXPOMJQKYGW":
            made = self.personal(at)
            if made is not None:
                return made
        if self.has("quote", "clause") and (tag in "IBYT" or (tag in "DNXP" and "person" in self.cue.frames)):
            resumed = self.resumed(at)
            made = self.direct(resumed) if resumed > 0 else None
            if made is not None:
                return made
        if "clause" in self.cue.frames:
            begin = self.clause_after_adjunct(at)
            if begin >= 0:
                return self.clause("clause", begin)
            if self.cue.lemma in _SAYS and self.holds(at):
                return self.clause("clause", at)
        if self.has("object", "name", "as", "findings"):
            if tag == "," and self.tag(at + 1) == "I":
                closing = phrase_right(self.unit, at + 2, appositions=False)
                at = closing + 1 if self.tag(closing) == "," else at  # described, in plain terms, a set of habits
            return said_object(self, at) if self.tag(at) in "DNXMJQKOPWRGBVHY" else None
        return None

    def after_insertion(self, at: int) -> int:
        """Where "that" or a quotation stands after words between marks: found, in its third chapter, that; else -1."""
        if not self.has("clause", "that") or self.reports_beside(at + 1):
            return -1
        quotes = "quote" in self.cue.frames
        where = self.tag(at + 1) == "R"
        for item in range(at + 1 + where, min(len(self.unit) - 1, at + _INSERTED)):
            tag = self.tag(item)
            if tag in (",", self.tag(at)) or (tag == ":" and quotes):
                return item + 1 if self.tag(item + 1) == "H" or (quotes and self.tag(item + 1) in "QK") else -1
            if tag in "HRQK:;." or (tag in "AVv" and not where):
                return -1
        return -1

    def reports_beside(self, at: int) -> bool:
        """Whether a participle that reports stands at an item: said, adding: "…"."""
        forms = self.unit.lexicon.verbs.get(self.word(at), ()) if self.tag(at) == "G" else ()
        return any("quote" in form.cue.frames for form in forms if form.cue is not None)

    def clause_after_adjunct(self, at: int) -> int:
        """Where a bare clause starts: at once, or after a phrase of time or place; -1 where none does."""
        tag = self.tag(at)
        begins = tag in "DPXNMJYKQBISWGV" or self.word(at) in ("having", "being")
        if begins and (finite_follows(self.unit, at) or self.hidden_verb(at)):
            return at
        if tag == "v" and (
            self.tag(at + 1) in "AV" or (self.tag(at + 1) in "NW" and finite_follows(self.unit, at + 1))
        ):
            return at  # a noun here: said care was wanting, said hire charges were
        if tag == "B" and self.tag(at + 1) in "PDXN" and self.clause_after_adjunct(at + 1) == at + 1:
            return at  # perhaps they were
        number = next((item for item in range(at, min(at + 4, len(self.unit))) if self.number(item)), -1)
        about = tag in "IBJDT" and at < number and self.word(at) in _ABOUT
        counted = number + 2 if self.word(number + 1) == "of" else number
        if about and not {"Q", "K"} & set(self.unit.tag[at:number]) and finite_follows(self.unit, counted):
            return at
        if self.word(at) in _GIVEN:
            comma = next(
                (item for item in range(at + 2, min(at + _INSERTED, len(self.unit))) if self.tag(item) in ",."), -1
            )
            if self.tag(comma) == "," and finite_follows(self.unit, comma + 1):
                return at
        if tag == "I":
            end = phrase_right(self.unit, at + 1, appositions=False)
            while end > at + 1 and self.tag(end) == "Y":
                end += 1
            if end > at + 1 and self.tag(end) == "P" and self.tag(end + 1) in "AVB":
                return end
        return -1

    def holds(self, at: int) -> bool:
        """Whether a clause begins here however it does, for it holds a verb: not everybody was sure."""
        if self.tag(at) not in "DNXPMJBRSWGv" or self.word(at) in _NOTHING or self.word(at + 1) == "things":
            return False
        rest = self.unit.tag[at + 1 :]
        ends = next((n for n, tag in enumerate(rest) if tag in ";:-QK"), len(rest))
        return any(tag in "AV" for tag in rest[:ends])

    def number(self, at: int) -> bool:
        """Whether a number stands at an item; one in words counts after "than" and the like."""
        return self.tag(at) == "M" or (
            self.word(at - 1) in _BEFORE_WORDS and self.word(at) in self.unit.lexicon.sets["numbers"] | _PARTS
        )

    def hidden_verb(self, at: int) -> bool:
        """Whether a clause's verb stands in a quotation, or none knows it: said the plan "will never work"."""
        if "object" in self.cue.frames:
            return False
        if unknown_verb(self.unit, at):
            return True
        end = phrase_right(self.unit, at, appositions=False)
        if end == at and self.tag(at) in "DZ":
            return self.tag(at + 1) in "QK"  # said the "trouble is that …"
        while at < end and self.tag(end) == "B":
            end += 1
        return end > at and any(tag in "QK" for tag in self.unit.tag[at + 1 : end + 1])

    def direct(self, at: int) -> Complement | None:
        """A complement that its first word gives away: a colon, a quotation, "that", a question word, "to"."""
        tag, following = self.tag(at), self.tag(at + 1)
        total = len(self.unit)
        quotes = "quote" in self.cue.frames
        if at > 0 and self.tag(at - 1) == ":" and quotes:
            return Complement("quote", at, total) if at < total else None
        if tag == ":" and self.has("quote", "clause"):
            return Complement("quote", at + 1, total) if at + 1 < total else None
        if tag == "," and following in "QK" and quotes:
            return self.quotation(at + 1)
        if tag in "QK" and (self.has("quote", "clause") or (self.has("object") and not self.has("name"))):
            return self.quotation(at)
        if tag == "H" and following != "Y" and self.has("clause", "that"):
            return self.clause("clause", at)
        if (tag == "R" and self.has("wh", "object", "name", "findings")) or (self.word(at) == "if" and self.has("wh")):
            return self.clause("wh", at)
        infinitive = (tag == "T" and following in "vWABQKN") or (self.word(at) == "not" and following == "T")
        if infinitive and "to" in self.cue.frames:
            return self.phrase("to", at)
        gerund = tag == "G" or (self.word(at) in ("having", "being") and following in "VEGADN")
        if gerund and "ing" in self.cue.frames and not finite_follows(self.unit, at):
            return self.phrase("ing", at)
        return None

    def quotation(self, at: int) -> Complement:
        """A quotation; one that ends with a mark ends what is said, unless another joins it."""
        if self.tag(at) == "K":
            return self.clause("quote", at)
        stop = at + 1
        while self.tag(stop) in "QK" or (self.tag(stop) in "C," and self.tag(stop + 1) in "QK"):
            stop += 1 if self.tag(stop) in "QK" else 2
        return Complement("quote", at, stop)

    def resumed(self, at: int, infinitive: bool = False) -> int:
        """Where "that", a colon, a quotation or a question resumes: in a statement on Monday that …; else -1."""
        commas = 0
        for item in range(at, min(len(self.unit), at + _LOOK)):
            tag, before = self.tag(item), self.tag(item - 1)
            if tag == "H" and item > at:
                verb = self.tag(item + 1) in "VA" or (self.tag(item + 1) == "W" and self.tag(item + 2) in "DM")
                if commas and verb and "D" in self.unit.tag[at:item]:
                    return -1  # ordered the audit last July, a fund that owns
                return item if before in "NXYMQK)O,BZPWvJG" and not of_paper(self.unit, item) else -1
            if tag == ":":
                return item + 1
            if tag == "R" and item > at and "wh" in self.cue.frames and self.word(item) not in _OF_PLACE:
                return item
            if tag == "G" and before == "," and self.reports_beside(item):
                return -1
            if tag == "K" and self.tag(item + 1) == "H" and before in "NW":
                continue  # said on the show "The Hour" that
            if tag in "QK" and "quote" in self.cue.frames and (before in ",NXYMO)B" or item == at):
                return item
            if infinitive and tag == "T" and self.tag(item + 1) in "vWAQK":
                return item
            if tag == ",":
                commas += 1
                if commas > 2:
                    return -1
            elif tag not in "NXDIMYJZCBOTWGP(%)v" and not (before == "D" and self.word(item) in _MADE):
                return -1
        return -1

    def prepositional(self, at: int) -> Complement | None:
        """A preposition of the frame, then what is said: called for …, complained about …."""
        following = self.tag(at + 1)
        frame = self.word(at)
        if following not in "DNXMJQKOPWGRBVY" or at + 1 >= len(self.unit):
            return None
        if "condition" in (self.word(at + 1), self.word(at + 2)):
            return None  # spoke on the condition of anonymity
        if (following == "M" and frame in ("about", "over")) or (following == "Y" and frame == "with"):
            return None  # about twenty people
        return self.phrase(frame, at + 1)

    def personal(self, at: int) -> Complement | None:
        """Somebody told, then what: told them that, urged them to, accused them of."""
        end = phrase_right(self.unit, at, appositions=False)
        bare = self.word(at) in _ALONE and self.tag(at + 1) == "T"  # expects little to be left
        if (end == at and bare) or (self.word(at) == "her" and self.tag(at + 1) in "HRPD"):
            end = at + 1
        if end == at or end >= len(self.unit):
            return None
        if self.tag(end) == ",":
            apposed = phrase_right(self.unit, at)
            end = apposed + (self.tag(apposed) == ",") if apposed > end else end
        stop = _skip_adjuncts(self.unit, end)
        if stop >= len(self.unit):
            return None
        if self.has("to"):
            infinitive = self.infinitive(stop)
            if infinitive >= 0:
                return self.phrase("to", at, infinitive)
        if self.word(stop) in self.cue.frames and self.word(stop) in ("of", "with", "for", "against", "about", "into"):
            return self.phrase(self.word(stop), at, stop)
        if self.tag(stop) == "R" and self.only_of():
            # accused those who had asked for it of lying
            stop = next((item for item in range(stop, len(self.unit)) if self.tag(item) in ",;:."), len(self.unit))
            end = max(end, stop)
        # "accused the party of stoking": the preposition went into the noun phrase
        within = next((item for item in range(at + 1, end) if self.word(item) == "of" and self.only_of()), -1)
        if within >= 0:
            return self.phrase("of", at, within)
        if not self.has("clause", "quote", "wh"):
            return None
        found = self.direct(stop)
        if found is not None:
            return found
        resumed = self.resumed(stop) if self.tag(stop) in "IYB," else -1
        if resumed > 0:
            return self.direct(resumed)
        begins = self.tag(stop) in "DPXN" or self.word(stop) == "there"
        if "clause" in self.cue.frames and begins and (finite_follows(self.unit, stop) or self.hidden_verb(stop)):
            return self.clause("clause", stop)
        if self.cue.lemma == "tell" and set(self.unit.tag[at:end]) in ({"O"}, {"X"}, {"N"}) and self.holds(stop):
            return self.clause("clause", stop)
        return None

    def only_of(self) -> bool:
        return "of" in self.cue.frames and "clause" not in self.cue.frames

    def infinitive(self, stop: int) -> int:
        """The infinitive that somebody is asked for, over an adjunct or a relative clause of theirs; -1 for none."""
        tag = self.tag(stop)
        if tag == "T":
            return stop
        if tag == "B" and self.word(stop) == "not" and self.tag(stop + 1) == "T":
            return stop
        if tag in "IYB":
            found = self.resumed(stop, infinitive=True)
            return found if found >= 0 and self.tag(found) == "T" else -1
        if tag in "GVERH" and self.tag(stop - 1) in "NX":
            for item in range(stop, min(len(self.unit) - 1, stop + 16)):
                if self.tag(item) in ",;.:":
                    return -1
                if self.tag(item) == "T" and self.tag(item + 1) in "vWA":
                    return item
        return -1


def _skip_adjuncts(unit: Unit, at: int) -> int:
    """Goes over adverbs and times that belong to the verb, not to what is said."""
    while at < len(unit) - 1 and unit.word[at] not in ("not", "there"):
        following = unit.tag[at + 1]
        if unit.word[at] == "up" and following == "T":
            break  # up to forty
        if following == "Y" and unit.tag[at + 2 : at + 3] != ["Z"] and (unit.tag[at] == "I" or unit.word[at] in _THIS):
            at += 1  # on Friday, this weekend
            continue
        if unit.tag[at] not in "YB":
            break
        if unit.tag[at] == "Y" and following in "ZNXWAV":
            break
        of_verb = unit.word[at].endswith("ly") or unit.word[at] in _LATER
        if unit.tag[at] == "B" and following in "DMJAvPNXSR" and not of_verb:
            break
        at += 1
    return at


def complement(unit: Unit, after: int, cue: Cue, past: bool) -> Complement | None:
    """What a verb says to its right, or None; `after` is the item after the verb, `past` its tense."""
    return _Search(unit, cue, past).find(after)

"""What a heading names is looked for once, however many tables bear it."""

from decimal import Decimal

from core.importing.recognition.figure_words import FigureWords
from core.importing.recognition.vocabulary import Vocabulary
from core.importing.recognition.words import Evidence, Label


class Counted(Vocabulary):
    """A vocabulary that counts how often it is asked."""

    asked = 0

    def sized(self, text, *, percent):
        self.asked += 1
        return super().sized(text, percent=percent)


def test_a_heading_over_the_same_figures_is_looked_for_once():
    vocabulary = Counted(())
    words = FigureWords(vocabulary)
    label, evidence = Label("tỷ lệ"), Evidence(numbers=(Decimal(90),))
    assert words.of(label, evidence) is None
    once = vocabulary.asked
    assert once > 0
    for _ in range(1000):
        words.of(label, evidence)
    assert vocabulary.asked == once
    words.of(label, Evidence(numbers=(Decimal(91),)))
    assert vocabulary.asked == 2 * once


def test_over_many_figures_it_is_looked_for_each_time():
    vocabulary = Counted(())
    words = FigureWords(vocabulary)
    label, evidence = Label("tỷ lệ"), Evidence(numbers=(Decimal(90),) * 60)
    words.of(label, evidence)
    once = vocabulary.asked
    words.of(label, evidence)
    assert vocabulary.asked == 2 * once

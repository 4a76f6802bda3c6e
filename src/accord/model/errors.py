"""The error tree.

AccordError
├── UsageError     the caller asked for something that cannot be; exit code 2
├── ReadError      an input could not be turned into a report (retryable or not)
├── ParseError     the language pipeline is missing or failed
├── ModelError     a trained model is missing or cannot be used
├── ExtractError   a report could not be read closely
├── KnowledgeError a shipped table is missing or damaged
└── StoreError     an archive cannot be opened, is of another version, or is in use

A message is one line: what, where, the value met, and what would have worked. A bad input in a stream
becomes a `Skipped` beside the good ones, so that nothing is lost and nothing is silent.
"""


class AccordError(Exception):
    """Base of every error that accord raises on purpose; its text is one line for a reader."""


class UsageError(AccordError):
    """A wrong argument; the message says what would do."""


class ReadError(AccordError):
    """An input that cannot become a report.

    Attributes:
        retryable: True where the same call may succeed later (a time-out, a busy server).
    """

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


class ParseError(AccordError):
    """The language pipeline cannot be loaded or does not give what the stages need."""


class ModelError(AccordError):
    """A trained model's file is missing, broken or not what the stage needs."""


class ExtractError(AccordError):
    """A report could not be read closely; the message names the report."""


class KnowledgeError(AccordError):
    """A table that ships with the package is missing or damaged."""


class StoreError(AccordError):
    """An archive cannot be opened, read or written."""


# What a fault of ours in one report or story raises: it must not cost the others. Anything else (a full disk, Ctrl-C) ends the run.
FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, AccordError)

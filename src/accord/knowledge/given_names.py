"""Given name -> its gender, where nearly all bearers share one."""

from __future__ import annotations

from functools import cache

from accord.knowledge.tables import fold, read_rows

# Names from the news of the last forty years that the table lacks: few bear them, or few where it counted.
_MORE = {
    "m": "bashar barack saddam hosni nikol narendra junichiro abiy muammar moammar muqtada fayez thein prayuth bongbong emmerson uhuru"
    " yoweri goodluck muhammadu bola assimi nayib evo ollanta mahamat nouri masoud ashraf ruhollah qasem bakr ali nabih gebran ivica"
    " arseniy nikita kassym ilham nursultan emomali sadyr shavkat serzh norodom prabowo susilo mahathir shinzo yoshihide fumio lula"
    " jovenel jinping volodymyr",
    "f": "condoleezza benazir megawati khaleda suu tzipi nikki dilma ertharin kemi pratibha droupadi gro kersti sahle robinah vjosa"
    " atifete kolinda",
}
# Men bear them in one country and women in another, or they are first of all words, places and family names.
_UNSURE = frozenset("aung li hu wen wang zhu xi michele jean andrea nicola simone robin leslie kim park lee hua syria paris said".split())


@cache
def _table() -> dict[str, str]:
    table = dict(row for row in read_rows("given_names.tsv.gz") if len(row) == 2)
    more = {name: gender for gender, names in _MORE.items() for name in names.split()}
    return {**table, **more, **dict.fromkeys(_UNSURE, "")}


def is_given_name(word: str) -> bool:
    """Whether many people bear a word as their given name, whatever its case and marks."""
    return fold(word).casefold() in _table()


def given_name_gender(word: str) -> str | None:
    """`m` or `f` where at least 92 of 100 bearers of a given name are of one gender; None for other names and words."""
    return _table().get(fold(word).casefold()) or None

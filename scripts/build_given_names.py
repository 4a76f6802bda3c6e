"""Name data of nomquamgender (MIT) -> src/accord/knowledge/data/given_names.tsv.gz: given names that many bear, with their gender.

    python scripts/build_given_names.py NAME_DATA.json

NAME_DATA.json is `nomquamgender/name_data.json` of the wheel nomquamgender 0.1.4 (PyPI, MIT, I. Van Buskirk 2022): for each name the
number of its 36 sources, the number of bearers counted there, and the share of women among them. Kept are names in plain letters that
at least 8 sources and 500 bearers have; equal input gives equal bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

_SOURCES, _BEARERS = 8, 500
_RARE = 0.08
OUT = Path(__file__).parents[1] / "src/accord/knowledge/data/given_names.tsv.gz"


def rows(data: dict[str, list[float]]) -> list[str]:
    """`name<TAB>gender` lines in alphabetic order; the gender is "m", "f" or "" where both sexes bear it."""
    out = []
    for name, (sources, bearers, women, *_) in data.items():
        if sources >= _SOURCES and bearers >= _BEARERS and name.isascii() and name.isalpha() and len(name) > 1:
            gender = "m" if women <= _RARE else "f" if women >= 1 - _RARE else ""
            out.append(f"{name}\t{gender}")
    return sorted(out)


def main() -> int:
    """Writes the table."""
    lines = rows(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    packed = gzip.compress("\n".join(["name\tgender", *lines, ""]).encode(), mtime=0)
    OUT.write_bytes(packed)
    print(len(lines), len(packed))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

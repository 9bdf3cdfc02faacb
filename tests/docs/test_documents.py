"""The documents name files, pictures and commands that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"")
PICTURES = ROOT / "docs" / "pictures"


def links(document):
    return ["".join(found) for found in LINK.findall(document.read_text(encoding="utf-8"))]


def anchors(document):
    titles = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_leads_somewhere(document):
    for link in links(document):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = document.parent / name if name else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_picture_is_shown_and_made_by_the_script():
    shown = {Path(link).stem for document in DOCUMENTS for link in links(document) if link.endswith(".png")}
    stored = {file.stem for file in PICTURES.iterdir()}
    script = (ROOT / "docs" / "make_pictures.py").read_text(encoding="utf-8")
    made = set(re.findall(r'\.(?:take|save)\(\s*"([\w-]+)"', script))
    made |= {f"window-{scheme}" for scheme in ("light", "dark") if 'take(f"window-{scheme}")' in script}
    assert shown == stored == made


def test_the_readme_begins_with_a_picture_a_sentence_and_two_commands():
    first = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## ")[0]
    commands = re.findall(r"^(?:python|pip|gradient|apt|sudo).*$", first, re.MULTILINE)
    assert commands == [
        "python -m pip install . && gradient-visualizer",
        'python -m pip install -e ".[test]" && python -m pytest',
    ]

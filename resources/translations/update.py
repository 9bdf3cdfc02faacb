"""Bring the catalogues up to the texts in the code: `python resources/translations/update.py`.

Collects the texts of `gui` and the tables of `engine` into the `.ts` files with Qt's own `lupdate`, keeps what is
translated, and makes the `.qm` files that the program loads. README.md beside this file says how to translate.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
CATALOGUE = "gradient_visualizer"
LANGUAGES = {"en": ("-pluralonly",), "tr": ()}
"""Each language with what makes its catalogue special: the texts in the code are the English ones but for plurals."""


def main() -> int:
    """Update the catalogues in this folder and return 0; fails loudly where Qt's tools do."""
    for language in LANGUAGES:
        catalogue = FOLDER / f"{CATALOGUE}_{language}.ts"
        collect(catalogue, language)
        release(catalogue)
    return 0


def collect(catalogue: Path, language: str) -> None:
    """Merge the texts of now into a `.ts` file, which may not exist yet; texts that are gone are dropped."""
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder, "tables.py")
        tables.write_text(engine_tables(), encoding="utf-8")
        sources = [*sorted((ROOT / "gui").rglob("*.py")), tables]
        listed = Path(folder, "sources.lst")
        listed.write_text("\n".join(map(str, sources)), encoding="utf-8")
        run("lupdate", *LANGUAGES[language], "-locations", "none", "-no-obsolete", "-sort-messages",
            "-disable-heuristic", "sametext", "-disable-heuristic", "similartext", "-source-language", "en",
            "-target-language", language, f"@{listed}", "-ts", str(catalogue))  # fmt: skip


def release(catalogue: Path) -> Path:
    """Make the `.qm` file beside a `.ts` file and return its path."""
    compiled = catalogue.with_suffix(".qm")
    run("lrelease", "-silent", str(catalogue), "-qm", str(compiled))
    return compiled


def engine_tables() -> str:
    """Return Python text that marks the engine's texts for `lupdate`: the engine itself knows nothing of Qt."""
    sys.path.insert(0, str(ROOT))
    try:
        from engine.calculus.causes import CAUSES
        from engine.calculus.verdicts import VERDICTS
        from engine.examples import examples
        from engine.language.functions import FUNCTIONS
        from engine.phrases import PHRASES, SYSTEM_REASONS
        from engine.problems import MESSAGES
    finally:
        sys.path.remove(str(ROOT))

    texts = {
        "Cause": CAUSES.values(),
        "Example": [text for example in examples() for text in (example.title, example.line)],
        "Function": [text for row in FUNCTIONS for text in (row.help, row.domain)],
        "Phrase": [*PHRASES, *SYSTEM_REASONS],
        "Problem": MESSAGES.values(),
        "Verdict": VERDICTS.values(),
    }
    return "".join(
        f"QT_TRANSLATE_NOOP({context!r}, {_literal(text)})\n"
        for context, rows in texts.items()
        for text in dict.fromkeys(rows)
    )


def _literal(text: str) -> str:
    """Return the text as a literal that `lupdate` reads as Python does."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools, which PySide6 brings along; raises CalledProcessError."""
    import PySide6

    program = Path(PySide6.__path__[0], f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())

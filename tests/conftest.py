from __future__ import annotations

import os

import pytest

# The tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings


@pytest.fixture(scope="session", autouse=True)
def _no_settings_of_the_user(tmp_path_factory):
    folder = tmp_path_factory.mktemp("settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


@pytest.fixture(scope="session")
def qapp_cls():
    from gui.application import Application

    return Application

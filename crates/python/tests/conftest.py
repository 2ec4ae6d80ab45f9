"""Where the command is that answers are compared with."""

import json
import os
import shutil
import subprocess

import pytest


@pytest.fixture(scope="session")
def collab():
    """Runs the command, without notices; gives its record."""
    program = os.environ.get("COLLAB") or shutil.which("collab")
    assert program, "the command is not installed: set COLLAB to its path"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COLLAB")}

    def run(*arguments, as_json=True):
        words = [program, "-q", *map(str, arguments), *(["--json"] if as_json else [])]
        ran = subprocess.run(words, capture_output=True, env=environment, check=False)
        assert ran.returncode in (0, 1), ran.stderr.decode()
        return json.loads(ran.stdout) if as_json else ran.stdout.decode()

    return run

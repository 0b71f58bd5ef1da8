"""The example of every algorithm, run as it is printed, through the real qgis_process."""

import pytest
from printed_commands import EXAMPLES, printed_commands


@pytest.mark.slow
def test_every_printed_example_runs(qgis_process, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()  # the one command of the page that is not of QGIS
    for command in printed_commands(EXAMPLES):
        before = set(tmp_path.rglob("*"))
        done = qgis_process.command("run", command.algorithm, "--", *command.parameters)
        assert done.returncode == 0, f"{command.text}\n\n{done.stderr}"
        if command.algorithm != "rtm:blocklength":  # which gives back numbers only
            assert set(tmp_path.rglob("*")) > before, f"wrote nothing:\n{command.text}"

#!/usr/bin/env python3
"""An autograder of Classroom 50: it runs in the learner's checkout and writes result.json and release-body.md.

Give it to a classroom with "gh teacher autograder set-default". Fill in the repository and the commit, or set
COGNITO_LAB to where cognito-lab is installed. Node 20.19 or later has to be on the runner.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

REPOSITORY = "https://github.com/OWNER/cognito-lab"
COMMIT = "COMMIT"


def install() -> str:
    """Where cognito-lab is; it is fetched where no place is named."""
    place = os.environ.get("COGNITO_LAB")
    if place:
        return place
    place = tempfile.mkdtemp(prefix="cognito-lab-")
    subprocess.run(["git", "clone", "--quiet", REPOSITORY, place], check=True)
    subprocess.run(["git", "-C", place, "checkout", "--quiet", "--detach", COMMIT], check=True)
    subprocess.run(["npm", "ci", "--omit=dev"], cwd=place, check=True)
    return place


def check(lab: str, form: str, output: str) -> int:
    """Writes one report. 0: everything passed, 1: a check failed, 2: something could not be checked."""
    command = ["node", f"{lab}/bin/cognito-lab.js", "check", "--snapshot", ".", "--format", form, "--output", output]
    return subprocess.run(command, check=False).returncode


lab = install()
with tempfile.TemporaryDirectory() as reports:
    # Reports go elsewhere first: what is written into the checkout must not be taken for a part of the submission.
    result = pathlib.Path(reports, "result.json")
    body = pathlib.Path(reports, "release-body.md")
    status = check(lab, "classroom50", str(result))
    check(lab, "markdown", str(body))
    if not result.exists():
        sys.exit("cognito-lab did not finish: see above.")
    pathlib.Path("result.json").write_bytes(result.read_bytes())
    if body.exists():
        pathlib.Path("release-body.md").write_bytes(body.read_bytes())

output = os.environ.get("GITHUB_OUTPUT")
if output:
    word, summary = {
        0: ("success", "everything is as the lab asks"),
        1: ("failure", "something is to be put right"),
    }.get(status, ("error", "something could not be checked: no grade"))
    with open(output, "a", encoding="utf-8") as lines:
        lines.write(f"status={word}\nsummary=cognito-lab: {summary}\n")

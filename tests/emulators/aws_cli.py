"""The AWS CLI in one process: a JSON list of arguments in a line of standard input, a JSON object in a line of the answer.

Starting the CLI takes seventy times as long as one of its commands; it is the same code either way.
"""
import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

driver = create_clidriver()
for line in sys.stdin:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = driver.main(json.loads(line))
        except SystemExit as ended:
            code = ended.code
    print(json.dumps({"code": code or 0, "stdout": out.getvalue(), "stderr": err.getvalue()}), flush=True)

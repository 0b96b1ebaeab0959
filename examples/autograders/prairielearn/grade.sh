#!/usr/bin/env bash
# The entry point of "externalGradingOptions" in info.json. PrairieLearn reads /grade/results/results.json; what is not
# gradable uses up no attempt.
set -u
root="${GRADE:-/grade}"
lab="${COGNITO_LAB:-/cognito-lab}"
mkdir -p "$root/results"
rm -f "$root/results/results.json"
node "$lab/bin/cognito-lab.js" check --snapshot "$root/student" --format prairielearn --output "$root/results/results.json"
if [ ! -s "$root/results/results.json" ]; then
  echo '{"gradable": false, "format_errors": ["The grader did not finish. That is no fault of the submission."]}' >"$root/results/results.json"
fi
exit 0

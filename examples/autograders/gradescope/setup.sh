#!/usr/bin/env bash
# Gradescope runs this once, when the image of the autograder is built. Fill in the repository and the commit.
set -euo pipefail
curl -fsSL https://deb.nodesource.com/setup_24.x | bash -
apt-get install -y nodejs git
git clone "$LAB_REPOSITORY" /autograder/cognito-lab
cd /autograder/cognito-lab
git checkout --detach "$LAB_COMMIT"
npm ci --omit=dev

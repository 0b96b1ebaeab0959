// What action.yml runs, in the workspace of a job. It is JavaScript because the workspace is not the project's folder.
process.env.TS_NODE_PROJECT = require('node:path').join(__dirname, '../tsconfig.json');
require('ts-node/register');
require('./action').main();

// Starts a worker that is in an endless loop, and says which process that is.
const { fork } = require('node:child_process');
const { join } = require('node:path');

const register = join(__dirname, '../../support/common/compile/register.js');
const child = fork(join(__dirname, 'busy-child.ts'), { execArgv: ['--require', register] });
child.on('message', () => process.send(child.pid));

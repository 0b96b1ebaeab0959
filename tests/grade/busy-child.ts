import { endWithParent } from '../../support/commands/grade/workers/end-with-parent';

/** A worker that nothing can be said to: it has an endless loop. */
endWithParent();
setTimeout(() => {
  process.send?.('busy');
  for (;;);
}, 500);

import { environment } from '../../common/environment';
import { readFeatures } from '../../lab/features/read-features';
import { labClientName } from '../../lab/solution/lab-client';
import type { PracticeLab } from '../../practice/progress/practice-lab';
import type { PageHost, Pages } from '../../simulator/server/page-host';

/** The practice console, loaded when a browser first asks for it: the API of the sandbox starts without it. */
export function practicePages(host: PageHost): Pages {
  let lab: PracticeLab | undefined;
  const readLab = (): PracticeLab =>
    (lab ??= {
      catalogue: readFeatures(),
      clientName: labClientName(),
      userPoolName: environment().userPoolName,
    });
  let opened: Pages | undefined;
  const pages = (): Pages => {
    const { openConsole } = require('../../practice/console') as typeof import('../../practice/console');
    return (opened ??= openConsole(host, readLab));
  };
  return {
    answer: (request) => pages().answer(request),
    explain: (reply, request) => pages().explain(reply, request),
    close: () => opened?.close(),
  };
}

import { environment } from '../../common/environment';
import type { Lab } from '../../lab/lab-folder';
import type { PracticeLab } from '../../practice/progress/practice-lab';
import type { PageHost, Pages } from '../../simulator/server/page-host';

/** The practice console, loaded when a browser first asks for it: the API of the sandbox starts without it. */
export const practicePages =
  (lab: Lab) =>
  (host: PageHost): Pages => {
    const practised = (): PracticeLab => ({ lab, userPoolName: environment().userPoolName });
    let opened: Pages | undefined;
    const pages = (): Pages => {
      const { openConsole } = require('../../practice/console') as typeof import('../../practice/console');
      return (opened ??= openConsole(host, practised));
    };
    return {
      answer: (request) => pages().answer(request),
      explain: (reply, request) => pages().explain(reply, request),
      close: () => opened?.close(),
    };
  };

/** The commands that put something right, in the report for a terminal. */
import type { Fix } from '../../lab/result/result';
import { plainText } from '../../common/text/plain-text';
import type { ReportOptions } from './report';
import type { TerminalLayout } from './terminal-layout';

/** Commands from the first column on and never wrapped, so that they can be copied, and what is to be known of them. */
export function commandLines(fix: Fix | undefined, layout: TerminalLayout, shell: ReportOptions['commands']): string[] {
  if (!fix || !shell) return [];
  const commands = shell === 'powershell' ? fix.powershell : fix.commands;
  const lines = commands.flatMap((command) => plainText(command).split('\n'));
  return [
    ...(lines.length ? ['', ...lines.map((line) => layout.paint.link(line)), ''] : []),
    ...(fix.note ? layout.hang('    ', plainText(fix.note), layout.paint.quiet) : []),
  ];
}

import { plainWord, render, renderMembers } from './expression';
import type { Members } from './kept-members';

/** A call of the AWS CLI, before it is written for a shell. */
export interface CliCall {
  /** `update-user-pool` */
  name: string;
  options: Options;
  /** Its input, as JSON, made of what another call answers. */
  input?: {
    name: string;
    options: Options;
    /** The member of the answer that has it: `UserPool`. Absent for the answer itself. */
    wrapper?: string;
    value: { members: Members } | { merged: MergedPart[] };
  };
  /** Prints only this of the answer, or takes it into a variable. */
  output?: { query: string; variable?: string };
}

/** With `{ variable }` for a value that an earlier call took. */
export type Options = readonly (readonly [option: string, value: string | { variable: string }])[];

/** A part of an input that is merged; `ifThere` is left out where the answer has no such member. */
export type MergedPart = { members: Members } | { ifThere: string };

/** A shell's way to write a backtick within double quotation marks, and to put parts of a query apart. */
interface Dialect {
  tick: string;
  gap: string;
}

/** For bash and zsh. @throws NoCommand for a value that a shell might not take literally */
export function posix({ name, options, input, output }: CliCall): string {
  const words = [`aws cognito-idp ${name}`, ...options.map(word)];
  const parts = [words.join(' ')];
  if (input) {
    const query = queryOf(input, { tick: '\\`', gap: '\n    ' });
    parts.push(`--cli-input-json "$(${callText(input)} --query "${query}")"`);
  }
  parts.push(...outputOf(output));
  const text = parts.join(input ? ' \\\n  ' : ' ');
  return output?.variable ? `${output.variable}=$(${text})` : text;
}

/** For PowerShell. @throws NoCommand for a value that a shell might not take literally */
export function powershell({ name, options, input, output }: CliCall): string {
  const words = [`aws cognito-idp ${name}`, ...options.map(word)];
  const before: string[] = [];
  if (input) {
    const query = queryOf(input, { tick: '``', gap: ' ' });
    before.push(
      // By a file, because the versions of PowerShell differ in how they pass quotation marks to a program.
      '$env:AWS_CLI_FILE_ENCODING = "UTF-8"',
      '$file = New-TemporaryFile',
      `[IO.File]::WriteAllLines($file.FullName, (${callText(input)} --query "${query}"))`,
    );
    words.push('--cli-input-json "file://$($file.FullName)"');
  }
  words.push(...outputOf(output));
  const text = words.join(' ');
  return [
    ...before,
    output?.variable ? `$${output.variable} = ${text}` : text,
    ...(input ? ['Remove-Item $file'] : []),
  ].join('\n');
}

const callText = ({ name, options }: Pick<CliCall, 'name' | 'options'>): string =>
  ['aws cognito-idp', name, ...options.map(word), '--output json'].join(' ');

const outputOf = (output: CliCall['output']): string[] => (output ? [`--query ${output.query} --output text`] : []);

/** A word in single quotation marks has none of its own: see {@link plainWord}. */
function word([option, value]: Options[number]): string {
  const of = option ? `${option} ` : '';
  if (typeof value !== 'string') return `${of}"$${value.variable}"`;
  return `${of}${/^[A-Za-z0-9_./:=+@-]+$/.test(plainWord(value)) ? value : `'${value}'`}`;
}

function queryOf({ wrapper, value }: NonNullable<CliCall['input']>, { tick, gap }: Dialect): string {
  const of = wrapper === undefined ? '' : `${wrapper}.`;
  if ('members' in value) return `${of}{${renderMembers(value.members, tick).join(`,${gap}`)}}`;
  const parts = value.merged.map((part) =>
    'members' in part
      ? render(part, tick)
      : `${part.ifThere} && {${part.ifThere}: ${part.ifThere}} || ${tick}{}${tick}`,
  );
  return `${of}merge(${parts.join(`,${gap}`)})`;
}

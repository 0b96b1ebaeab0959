import type { Command } from 'commander';
import { debugChannel, publishDebug, type DebugEvent } from '../common/debug-channel';
import { maskAccounts } from '../common/text/mask';
import { oneLine } from '../common/text/plain-text';
import { quote } from '../common/text/shorten';
import { writeMessage } from './output';

/** The most calls that are listed; further ones are counted. A class makes tens of thousands. */
const mostCalls = 500;

/** Variables that cognito-lab or the SDK reads, and whose values can be shown. */
const shown = /^(LAB_\w+|AWS_(DEFAULT_REGION|REGION|PROFILE|MAX_ATTEMPTS|CONFIG_FILE|SHARED_CREDENTIALS_FILE))$/;

/** Variables of which only the origin is shown: a URL can contain a password. */
const addresses = /^AWS_ENDPOINT_URL(_\w+)?$/;

/** Variables of which only their presence is shown. */
const secrets = /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$/;

/** `--debug`: prints published events on standard error until the process ends. */
export class Debug {
  readonly #before = new Set(Object.keys(process.env));
  #calls = 0;

  constructor() {
    debugChannel.subscribe((event) => this.#show(event as DebugEvent));
    process.once('exit', () => {
      if (this.#calls > mostCalls) this.#line(`${this.#calls - mostCalls} more calls were made`);
    });
  }

  /** Prints which variables are set, after `.env` was read. */
  environment(): void {
    for (const [name, value = ''] of Object.entries(process.env).sort()) {
      const text = shown.test(name) ? value : addresses.test(name) ? origin(value) : secrets.test(name) ? '(set)' : '';
      const from = this.#before.has(name) ? 'the environment' : '.env';
      if (text !== '') publishDebug(() => ({ kind: 'setting', name, value: text, from }));
    }
  }

  /** Prints the options given to a command. */
  options(command: Command): void {
    for (const [name, value] of Object.entries(command.opts()))
      if (command.getOptionValueSource(name) === 'cli')
        publishDebug(() => ({ kind: 'setting', name, value: String(value), from: 'an option' }));
  }

  #show(event: DebugEvent): void {
    if (event.kind === 'setting') this.#line(`${event.name} = ${quote(event.value, 200)}, from ${event.from}`);
    else if (++this.#calls <= mostCalls) this.#line(callText(event));
  }

  #line(text: string): void {
    writeMessage(`debug: ${maskAccounts(oneLine(text))}`);
  }
}

function callText({ client, operation, duration, requestId, attempts, status, error }: DebugEvent & { kind: 'call' }) {
  return [
    `${client.replace(/Client$/, '')} ${operation}: ${error ?? 'answered'}`,
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    `${duration.toFixed(0)} ms`,
    ...(attempts === undefined ? [] : [`${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`]),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
  ].join(', ');
}

const origin = (address: string): string => (URL.canParse(address) ? new URL(address).origin : '(no address)');

/**
 * An error and its causes, each with its place in the code. Messages of other packages are not shown: the SDK quotes
 * the endpoint's answer, which can repeat what was sent.
 */
export function causesOf(error: unknown): string {
  const lines: string[] = [];
  for (let each = error, deep = 0; each instanceof Error && deep < 10; each = each.cause, deep++) {
    const { code, $metadata } = each as Error & {
      code?: unknown;
      $metadata?: { httpStatusCode?: number; requestId?: string; attempts?: number };
    };
    const facts = [
      typeof code === 'string' && code,
      $metadata?.httpStatusCode && `HTTP ${$metadata.httpStatusCode}`,
      $metadata?.attempts && `attempts: ${$metadata.attempts}`,
      $metadata?.requestId && `request ${$metadata.requestId}`,
    ].filter(Boolean);
    lines.push(
      `debug: ${deep ? 'caused by ' : ''}${oneLine(each.name)}${facts.length ? ` (${oneLine(facts.join(', '))})` : ''}`,
    );
    const frames = (each.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    lines.push(...frames.slice(0, 20).map((line) => `debug:   ${oneLine(line.trim())}`));
  }
  return lines.join('\n');
}

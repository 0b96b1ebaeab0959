import { setTimeout as sleep } from 'node:timers/promises';
import type { Spoil, Spoilt } from './fault-proxy';

/** A way in which a call goes wrong. */
export interface Fault extends Omit<Spoilt, 'at'> {
  name: string;
  /** How long the client waits for an answer, in milliseconds: short where there is none. */
  patience?: number;
  /** How often the SDK tries a call: once where waiting for its further tries would only take time. */
  attempts?: number;
}

const refusal =
  (status: number, code: string, message: string, headers: () => Record<string, string> = () => ({})): Spoil =>
  ({ reply }) =>
    reply({ status, body: JSON.stringify({ __type: code, message }) }, headers());

const internal = refusal(500, 'InternalErrorException', 'Something went wrong');
const throttled = refusal(400, 'TooManyRequestsException', 'Rate exceeded');
const expired = refusal(400, 'ExpiredTokenException', 'The security token included in the request is expired');
const quarterOfAnHour = 15 * 60 * 1000;
const skewed = refusal(400, 'InvalidSignatureException', 'Signature not yet current', () => ({
  Date: new Date(Date.now() - quarterOfAnHour).toUTCString(),
}));

const silent: Spoil = () => undefined;

/** The service does what it is asked for, and its answer never arrives whole. */
const afterwards =
  (spoil: Spoil): Spoil =>
  async (exchange) => {
    const answer = await exchange.forward();
    await spoil({ ...exchange, forward: () => Promise.resolve(answer) });
  };

const half: Spoil = async ({ response, forward }) => {
  const { status, body } = await forward();
  const bytes = Buffer.from(body.length > 1 ? body : '{}');
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1', 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
};

const cut: Spoil = async ({ forward, reply }) => {
  const { status, body } = await forward();
  reply({ status, body: body.length > 1 ? body.slice(0, body.length / 2) : '{' });
};

export const faults: Fault[] = [
  {
    name: 'late',
    calls: 1,
    spoil: async ({ forward, reply }) => {
      const answer = await forward();
      await sleep(150);
      reply(answer);
    },
  },
  { name: 'silence', calls: 1, spoil: silent, patience: 400 },
  { name: 'answer never comes', calls: 1, spoil: afterwards(silent), patience: 400 },
  { name: 'refused once', calls: 1, spoil: 'refuse' },
  { name: 'refused on', calls: Infinity, spoil: 'refuse' },
  { name: 'reset', calls: 1, spoil: ({ response }) => void response.destroy() },
  { name: 'answer reset', calls: 1, spoil: afterwards(({ response }) => void response.destroy()) },
  { name: 'reset on', calls: Infinity, spoil: ({ response }) => void response.destroy() },
  { name: 'half a body', calls: 1, spoil: half },
  { name: 'cut JSON', calls: 1, spoil: cut },
  { name: '500', calls: 1, spoil: internal },
  { name: 'done, then 500', calls: 1, spoil: afterwards(internal) },
  { name: '500 on', calls: Infinity, spoil: internal },
  { name: '503', calls: 1, spoil: ({ reply }) => reply({ status: 503, body: '<h1>Service Unavailable</h1>' }) },
  { name: 'throttled twice', calls: 2, spoil: throttled },
  { name: 'throttled on', calls: Infinity, spoil: throttled, attempts: 1 },
  { name: 'expired token', calls: Infinity, spoil: expired },
  { name: 'clock skew', calls: 1, spoil: skewed },
];

import type { Message } from '../../simulator/cognito/outbox';
import type { Reply } from '../../simulator/server/http';
import type { Site, Visit } from '../site';

/** Messages on a page, the newest first. */
const mostShown = 100;

const subjects: Record<Message['kind'], string> = {
  'sign-up': 'Your verification code',
  resend: 'Your verification code',
  invitation: 'Your temporary password',
  'forgot-password': 'Your verification code',
  'attribute-verification': 'Your verification code',
  'sign-in': 'Your sign-in code',
};

/** `GET /mailbox`: what AWS would have sent. */
export function showMailbox(site: Site, visit: Visit): Promise<Reply> {
  const { messages } = site.host.cognito.outbox;
  const { pools } = site.host.cognito.store;
  return site.page(visit, 'mailbox', {
    title: 'Mailbox',
    count: messages.length,
    shown: [...messages.slice(-mostShown)].reverse().map((message) => ({
      to: message.destination,
      at: new Date(message.at).toISOString(),
      pool: pools.get(message.userPoolId)?.name ?? message.userPoolId,
      medium: message.medium === 'SMS' ? 'Text message' : 'Email',
      subject: subjects[message.kind],
      text: textOf(message),
    })),
  });
}

/** AWS's own texts (documented), where the pool has no template of its own. */
const textOf = ({ kind, code, temporaryPassword, username }: Message): string =>
  kind === 'invitation'
    ? `Your username is ${username} and temporary password is ${temporaryPassword ?? ''}.`
    : `Your ${kind === 'sign-in' ? 'sign-in' : 'verification'} code is ${code ?? ''}.`;

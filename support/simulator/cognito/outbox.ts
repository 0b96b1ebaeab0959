/** A message that AWS would have sent. Codes and temporary passwords are kept here and nowhere else. */
export interface Message {
  /** Epoch milliseconds. */
  at: number;
  userPoolId: string;
  username: string;
  medium: 'EMAIL' | 'SMS';
  /** The full address or number: the outbox stands in for the learner's own mailbox. */
  destination: string;
  kind: 'sign-up' | 'resend' | 'invitation' | 'forgot-password' | 'attribute-verification' | 'sign-in';
  /** A confirmation code. */
  code?: string;
  temporaryPassword?: string;
}

/** What was delivered, oldest first. The newest 1,000 messages are kept. */
export class Outbox {
  static readonly capacity = 1000;
  #messages: Message[] = [];

  deliver(message: Message): void {
    this.#messages.push(message);
    if (this.#messages.length > Outbox.capacity) this.#messages.shift();
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  clear(): void {
    this.#messages = [];
  }
}

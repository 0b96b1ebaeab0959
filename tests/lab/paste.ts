/**
 * Does what a shell and the AWS CLI do with a printed command, as far as our commands go: variables, quotation marks, a
 * command within a command, JMESPath. Whatever else stands in one fails.
 */
import {
  AddCustomAttributesCommand,
  AdminCreateUserCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
  DeleteIdentityProviderCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { search } from 'jmespath';

type Input = Record<string, unknown>;

/** The operations by their names in the CLI. */
const operations: Record<string, new (input: never) => object> = {
  'add-custom-attributes': AddCustomAttributesCommand,
  'admin-create-user': AdminCreateUserCommand,
  'create-user-pool': CreateUserPoolCommand,
  'create-user-pool-client': CreateUserPoolClientCommand,
  'create-user-pool-domain': CreateUserPoolDomainCommand,
  'delete-identity-provider': DeleteIdentityProviderCommand,
  'describe-user-pool': DescribeUserPoolCommand,
  'describe-user-pool-client': DescribeUserPoolClientCommand,
  'get-user-pool-mfa-config': GetUserPoolMfaConfigCommand,
  'set-user-pool-mfa-config': SetUserPoolMfaConfigCommand,
  'update-user-pool': UpdateUserPoolCommand,
  'update-user-pool-client': UpdateUserPoolClientCommand,
};

/** A shell with nothing but the AWS CLI. */
export class Shell {
  readonly variables = new Map<string, string>();
  /** The operations that were called, in order. */
  readonly called: string[] = [];

  constructor(private readonly client: CognitoIdentityProviderClient) {}

  /** @returns what the command prints */
  async run(command: string): Promise<string> {
    const assigned = /^(\w+)=\$\((.*)\)$/s.exec(command);
    if (assigned?.[1] !== undefined && assigned[2] !== undefined) {
      this.variables.set(assigned[1], (await this.run(assigned[2])).trimEnd());
      return '';
    }
    return this.#aws(await this.#words(command));
  }

  async #aws([program, service, name = '', ...rest]: string[]): Promise<string> {
    const Command = operations[name];
    if (program !== 'aws' || service !== 'cognito-idp' || !Command) throw new Error(`${program} ${service} ${name}?`);
    this.called.push(name);
    let input: Input = {};
    const own: Input = {};
    const how: Record<string, string> = {};
    for (let at = 0; at < rest.length; at += 2) {
      // The rest belonged to a list.
      if (!rest[at]?.startsWith('--')) break;
      const [option = '', value = ''] = rest.slice(at, at + 2);
      const member = option.slice(2).replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
      if (/^--(query|output|region|endpoint-url)$/.test(option)) how[option] = value;
      else if (option === '--cli-input-json') input = told(JSON.parse(value) as Input);
      else if (option === '--user-attributes') own[member] = [attribute(value)];
      else if (option === '--custom-attributes') own[member] = [value, ...rest.slice(at + 2)].map(attribute);
      else own[member] = value;
    }
    const { $metadata: _, ...answer } = (await this.client.send(
      new Command({ ...input, ...own } as never) as never,
    )) as unknown as Input;
    const shown: unknown = how['--query'] === undefined ? answer : search(plain(answer), how['--query']);
    return how['--output'] === 'text' ? String(shown) : JSON.stringify(shown);
  }

  async #words(text: string): Promise<string[]> {
    const words: string[] = [];
    let word: string | undefined;
    for (let at = 0; at < text.length;) {
      const rest = text.slice(at);
      if (/^(?:\\\n|\s)/.test(rest)) {
        if (word !== undefined) words.push(word);
        word = undefined;
        at += rest.startsWith('\\') ? 2 : 1;
      } else if (rest.startsWith("'")) {
        const [whole = '', inner = ''] = /^'([^']*)'/.exec(rest) ?? [];
        word = (word ?? '') + inner;
        at += whole.length;
      } else if (rest.startsWith('"')) {
        const { value, length } = await this.#quoted(rest);
        word = (word ?? '') + value;
        at += length;
      } else {
        const [plainPart = ''] = /^[\w./:=+@,-]+/.exec(rest) ?? [];
        if (!plainPart) throw new Error(`A shell would do something with ${rest.slice(0, 20)}`);
        word = (word ?? '') + plainPart;
        at += plainPart.length;
      }
    }
    return word === undefined ? words : [...words, word];
  }

  /** What stands in double quotation marks at the start of the text. */
  async #quoted(text: string): Promise<{ value: string; length: number }> {
    let value = '';
    for (let at = 1; at < text.length;) {
      const rest = text.slice(at);
      if (rest.startsWith('"')) return { value, length: at + 1 };
      if (rest.startsWith('$(')) {
        const length = closing(rest);
        value += (await this.run(rest.slice(2, length - 1))).trimEnd();
        at += length;
      } else if (rest.startsWith('$')) {
        const [whole = '', name = ''] = /^\$(\w+)/.exec(rest) ?? [];
        value += this.variables.get(name) ?? '';
        at += whole.length;
      } else if (rest.startsWith('\\`')) {
        value += '`';
        at += 2;
      } else if (/^[\\`]/.test(rest)) throw new Error(`A shell would do something with ${rest.slice(0, 20)}`);
      else {
        value += rest.charAt(0);
        at++;
      }
    }
    throw new Error('A quotation mark is not closed.');
  }
}

/** The length of `$(…)`, with quotation marks in it. */
function closing(text: string): number {
  let isQuoted = false;
  for (let at = 2; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ')' && !isQuoted) return at + 1;
  }
  throw new Error('A command in a command is not closed.');
}

const plain = (answer: Input): Input => JSON.parse(JSON.stringify(answer)) as Input;

/** The CLI takes no null for a value. */
function told(input: Input): Input {
  const walk = (value: unknown): void => {
    if (value === null) throw new Error('Invalid type for parameter: NoneType');
    if (typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(input);
  return input;
}

/** `Name=email,Value=a@b.cd` */
const attribute = (text: string): Input => {
  const pairs = text.split(',').map((pair) => pair.split('=') as [string, string]);
  return Object.fromEntries(pairs.map(([name, value]) => [name, value === 'true' || value]));
};

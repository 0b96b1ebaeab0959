import * as v from 'valibot';
import { userPoolIdPattern } from '../common/aws-names';
import { CouldNotLook } from '../common/could-not-look';
import { schemaFault } from '../common/json/schema-fault';
import { longestShown } from '../common/text/shorten';

/**
 * The longest text and list in a member that a check reads. AWS returns nothing longer (documented: 50 custom
 * attributes, 300 identity providers, 1,000 app clients, which AWS raises on request). Users have no such limit: a
 * lab's pool has a handful, and 10,000 do not fit into the 2 MB of a submitted file. An untrusted submission
 * therefore costs no more to check than an answer from AWS.
 */
const most = {
  attributes: 200,
  providers: 1_000,
  clients: 10_000,
  names: 20,
  users: 10_000,
  groups: 10_000,
  servers: 1_000,
  scopes: 200,
} as const;
export const mostClients = most.clients;

/** A text that can be shown. */
export const line = v.pipe(
  v.string(),
  v.maxLength(longestShown, ({ requirement, received }) => `a text of ${received} characters; ${requirement} at most`),
);
export const text = v.optional(line);
const flag = v.optional(v.boolean());
// Only integers that JavaScript represents exactly. A larger one would be shown as another number.
const whole = v.optional(
  v.pipe(v.number(), v.safeInteger(`it is no whole number of at most ${Number.MAX_SAFE_INTEGER}`)),
);
export const userPoolId = v.pipe(line, v.regex(userPoolIdPattern, 'it is not the id of a user pool'));

/** Checks the length before any item. */
export const list = <const Item extends v.GenericSchema>(item: Item, longest: number) =>
  v.pipe(
    v.custom<unknown[]>(
      (value) => !Array.isArray(value) || value.length <= longest,
      ({ input }) => `a list of ${(input as unknown[]).length}; ${longest} at most`,
    ),
    v.array(item),
    // For JSON Schema.
    v.maxLength(longest),
  );

const names = v.optional(list(line, most.names));

/** An object, which may have unknown members. Valibot by itself accepts an array as an object without members. */
export const object = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.custom<object>((value) => !Array.isArray(value), 'Invalid type: Expected Object but received Array'),
    v.looseObject(entries),
  );

const groups = list(
  object({ GroupName: line, UserPoolId: text, RoleArn: text, Description: text, Precedence: whole }),
  most.groups,
);
const appClient = object({ ClientId: line, ClientName: line, UserPoolId: text });

/**
 * The shapes of AWS's answers, as far as a check reads them. Members that are present must have the right type. The
 * checks decide which members are required; all others are optional.
 */
export const answers = {
  DescribeUserPool: object({
    UserPool: object({
      Id: v.optional(userPoolId),
      Arn: text,
      Name: text,
      UsernameAttributes: names,
      AliasAttributes: names,
      AutoVerifiedAttributes: names,
      MfaConfiguration: text,
      Policies: v.optional(
        object({
          PasswordPolicy: v.optional(
            object({
              MinimumLength: whole,
              RequireUppercase: flag,
              RequireLowercase: flag,
              RequireNumbers: flag,
              RequireSymbols: flag,
              TemporaryPasswordValidityDays: whole,
              PasswordHistorySize: whole,
            }),
          ),
        }),
      ),
      AdminCreateUserConfig: v.optional(object({ AllowAdminCreateUserOnly: flag, UnusedAccountValidityDays: whole })),
      EmailConfiguration: v.optional(object({ EmailSendingAccount: text, SourceArn: text })),
      SchemaAttributes: v.optional(list(object({ Name: line, Required: flag }), most.attributes)),
    }),
  }),
  ListIdentityProviders: object({
    Providers: list(object({ ProviderName: text, ProviderType: text }), most.providers),
    NextToken: text,
  }),
  ListUserPoolClients: object({
    UserPoolClients: list(appClient, most.clients),
    NextToken: text,
  }),
  DescribeUserPoolClient: object({ UserPoolClient: appClient }),
  ListUsers: object({
    Users: list(
      object({
        Username: text,
        Attributes: v.optional(list(object({ Name: line, Value: text }), most.attributes)),
      }),
      most.users,
    ),
    // Of a snapshot alone: the users that were looked for by name. AWS answers no such member.
    Named: v.optional(list(line, most.users)),
    PaginationToken: text,
    NextToken: text,
  }),
  GetUserPoolMfaConfig: object({ MfaConfiguration: text }),
  DescribeRiskConfiguration: object({ RiskConfiguration: object({ UserPoolId: text }) }),
  GetLogDeliveryConfiguration: object({
    LogDeliveryConfiguration: object({
      UserPoolId: text,
      LogConfigurations: v.optional(list(object({ EventSource: line }), most.names)),
    }),
  }),
  DescribeUserPoolDomain: object({
    DomainDescription: object({ UserPoolId: text, Domain: text, ManagedLoginVersion: whole }),
  }),
  DescribeIdentityProvider: object({
    IdentityProvider: object({ UserPoolId: text, ProviderName: line, ProviderType: text }),
  }),
  ListResourceServers: object({
    ResourceServers: list(
      object({
        UserPoolId: text,
        Identifier: line,
        Name: text,
        Scopes: v.optional(list(object({ ScopeName: line }), most.scopes)),
      }),
      most.servers,
    ),
    NextToken: text,
  }),
  ListGroups: object({ Groups: groups, NextToken: text }),
  // The user of a snapshot alone: AWS does not repeat who was asked for.
  AdminListGroupsForUser: object({ Username: text, Groups: groups, NextToken: text }),
};

/** The operations whose answers the checks read. A submission consists of these. */
export type Operation = keyof typeof answers;

export const operations = Object.keys(answers) as Operation[];

/**
 * Validates the answer of an operation.
 *
 * @param name the name of the answer in messages
 * @param remedy what to do if the shape is wrong
 * @throws CouldNotLook that names the first member with the wrong shape
 */
export function answerOf(
  operation: Operation,
  value: unknown,
  name: string,
  remedy = 'Write it again with the AWS CLI and leave it as it is.',
): Record<string, unknown> {
  const schema: v.GenericSchema<unknown, Record<string, unknown>> = answers[operation];
  return checked(schema, withoutNulls(value), (fault) => [
    `${name} is not what ${operation} answers: ${fault}`,
    remedy,
  ]);
}

/** Treats null as absent, as AWS's protocol does; some SDKs write absent members as null. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}

/** @throws CouldNotLook with the given message */
export function checked<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  words: (fault: string) => [message: string, remedy: string],
): T {
  const { success, output, issues } = v.safeParse(schema, value, { abortEarly: true });
  if (success) return output;
  throw new CouldNotLook(...words(`${schemaFault(issues)}.`));
}

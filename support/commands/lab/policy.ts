import type { Lab } from '../../lab/lab-folder';
import type { Needs } from '../../lab/phrases/needs';
import { isUnsigned } from '../../simulator/server/operation-traits';
import { planOf } from '../../lab/solution/choices';

/** An IAM policy of the form that AWS reads. */
export interface Policy {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: string[]; Resource: string; Condition?: object }[];
}

/** What is read of every pool, whatever the lab. */
const always = [
  'DescribeUserPool',
  'DescribeUserPoolClient',
  'ListIdentityProviders',
  'ListUserPoolClients',
  'ListUsers',
];

/** Operations on which AWS takes no resource, in its Service Authorization Reference of Cognito user pools. */
const withoutResource = new Set(['DescribeUserPoolDomain', 'CreateUserPool', 'ListUserPools', 'TagResource']);

const pools = 'arn:aws:cognito-idp:*:*:userpool/*';
const actions = (operations: Iterable<string>): string[] =>
  [...new Set(operations)]
    .filter((operation) => !isUnsigned(operation))
    .sort()
    .map((operation) => `cognito-idp:${operation}`);

/**
 * The permissions that checking by a lab needs: to read what its checks read; with `provision` also to play its model
 * solution, try what the settings mean, and remove the pool again.
 */
export function policyOf(lab: Lab, needs: Needs, provision: boolean): Policy {
  const wanted = [...always, ...needs.operations, ...(provision ? [...needs.writes, ...playedBy(lab)] : [])];
  const onPools = wanted.filter((operation) => !withoutResource.has(operation));
  const others = wanted.filter((operation) => withoutResource.has(operation));
  return {
    Version: '2012-10-17',
    Statement: [
      ...(provision || others.length
        ? [
            {
              Sid: provision ? 'CreateThePoolAndFindItAgain' : 'ReadDomains',
              Effect: 'Allow' as const,
              Action: actions([...others, ...(provision ? ['CreateUserPool', 'ListUserPools', 'TagResource'] : [])]),
              Resource: '*',
            },
          ]
        : []),
      {
        Sid: provision ? 'PlayTheLabAndCheckIt' : 'ReadOnePoolAndItsUsers',
        Effect: 'Allow',
        Action: actions(onPools),
        Resource: pools,
      },
      ...(provision
        ? [
            {
              Sid: 'RemoveOnlyWhatCarriesItsTag',
              Effect: 'Allow' as const,
              Action: actions(['DeleteUserPool', 'DeleteUserPoolDomain', 'UpdateUserPool']),
              Resource: pools,
              Condition: { StringLike: { 'aws:ResourceTag/cognito-lab:tool': 'cognito-lab/*' } },
            },
          ]
        : []),
    ],
  };
}

/** The operations that playing the model solution calls after the pool is created. */
function playedBy({ solution }: Lab): string[] {
  const plan = planOf(solution);
  const { mfa, risk, logDelivery, domains, identityProviders, resourceServers, appClients, groups, users } = plan;
  return [
    ...(mfa ? ['SetUserPoolMfaConfig'] : []),
    ...(risk ? ['SetRiskConfiguration'] : []),
    ...(logDelivery ? ['SetLogDeliveryConfiguration'] : []),
    ...(domains.length ? ['CreateUserPoolDomain'] : []),
    ...(identityProviders.length ? ['CreateIdentityProvider'] : []),
    ...(resourceServers.length ? ['CreateResourceServer'] : []),
    ...(appClients.length ? ['CreateUserPoolClient'] : []),
    ...(groups.length ? ['CreateGroup'] : []),
    ...users.flatMap(({ confirmed, disabled, groups: of }) => [
      'AdminCreateUser',
      'ListUsers',
      ...(confirmed ? ['AdminSetUserPassword'] : []),
      ...(of?.length ? ['AdminAddUserToGroup'] : []),
      ...(disabled ? ['AdminDisableUser'] : []),
    ]),
  ];
}

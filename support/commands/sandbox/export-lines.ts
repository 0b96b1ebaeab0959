/** What the AWS CLI and the SDKs have to be told to use a sandbox. The key is no secret: any will do. */
const settingsFor = (url: string): [string, string][] => [
  ['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', url],
  ['AWS_ACCESS_KEY_ID', 'sandbox'],
  ['AWS_SECRET_ACCESS_KEY', 'sandbox'],
  ['AWS_REGION', 'us-east-1'],
  ['AWS_DEFAULT_REGION', 'us-east-1'],
];

/** The lines to paste into another terminal, for bash and zsh and for PowerShell. */
export function exportLines(url: string): string[] {
  const [endpoint, ...credentials] = settingsFor(url);
  const parts = [endpoint ? [endpoint] : [], credentials];
  return [
    ...parts.map((part) => `  export ${part.map(([name, value]) => `${name}=${value}`).join(' ')}`),
    'or in PowerShell:',
    ...parts.map((part) => `  ${part.map(([name, value]) => `$env:${name}='${value}'`).join('; ')}`),
  ];
}

import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Which rooms a room may import from, as the table in CONTRIBUTING.md shows; a test holds the two together. */
export const rooms = {
  cli: ['commands', 'terminal', 'common'],
  api: ['commands', 'runner', 'targets', 'simulator', 'lab', 'common'],
  commands: ['practice', 'runner', 'terminal', 'targets', 'reports', 'aws', 'simulator', 'lab', 'common'],
  practice: ['runner', 'targets', 'reports', 'aws', 'simulator', 'lab', 'common'],
  steps: ['runner', 'lab'],
  runner: ['targets', 'terminal', 'aws', 'lab', 'common'],
  terminal: ['reports/render', 'common'],
  targets: ['simulator', 'aws', 'lab', 'common'],
  reports: ['lab', 'common'],
  aws: ['lab', 'common'],
  simulator: ['common'],
  lab: ['common'],
  common: [],
};

/** Refuses imports, in each of their forms, from rooms that the table does not allow. */
export const boundaries = Object.entries(rooms).map(([room, allowed]) => {
  const others = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
  // A room is entered from the one above or beside it: ../aws/client, ../../aws/client, ../support/aws/client.
  const exceptions = allowed.filter((name) => name.includes('/')).map((name) => `(?!${name}/)`);
  const entered = `^(\\.\\./)+(support/)?${exceptions.join('')}(${others.join('|')})(/|$)`;
  const message = `${room} may import only from ${allowed.join(', ') || 'nothing'}: see the table of rooms in CONTRIBUTING.md.`;
  // In the pattern of a selector, a slash ends the pattern.
  const pattern = `/${entered.replaceAll('/', '\\u002F')}/`;
  return {
    files: [room === 'steps' ? 'steps/**/*.ts' : `support/${room}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: entered, message }] }],
      // The same for what is loaded lazily, and for its type.
      'no-restricted-syntax': [
        'error',
        { selector: `CallExpression[callee.name="require"] > Literal[value=${pattern}]`, message },
        { selector: `TSImportType Literal[value=${pattern}]`, message },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['node_modules/', 'docs/', 'dist/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [] }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // What only one path needs is loaded lazily by require: ts-node compiles for it, and not for import().
      '@typescript-eslint/no-require-imports': 'off',
      // Handlers of the simulated service share one async shape, whether they wait for anything or not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  ...boundaries,
  {
    // Texts by others are matched by them: none takes more than linear time, whatever the text.
    files: ['support/**/*.{ts,js}', 'steps/**/*.ts', 'bin/*.js'],
    ignores: ['**/*.test.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
    },
  },
  {
    // chai's assertions are property accesses: expect(x).to.be.true
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        exports: 'writable',
        process: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
      },
    },
  },
  {
    // Scripts of the pages.
    files: ['**/*.browser.js'],
    languageOptions: {
      globals: { addEventListener: 'readonly', document: 'readonly', EventSource: 'readonly', Option: 'readonly' },
    },
  },
  prettier,
);

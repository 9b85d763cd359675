// What the linter holds the scripts against: ESLint's recommended rules and a few that find mistakes, over web/, tests/ and
// shell/. Does not look at how a script is laid out.
import js from '@eslint/js';
import globals from 'globals';

// A test runs in node and gives the browser functions to run there.
const both = { ...globals.browser, ...globals.node };

export default [
  { ignores: ['**/node_modules/', 'build/', 'dist/'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: both },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'prefer-const': ['error', { destructuring: 'all', ignoreReadBeforeAssign: true }],
      'no-var': 'error',
      'no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'array-callback-return': 'error',
      'no-self-compare': 'error',
      'no-useless-rename': 'error',
      'object-shorthand': 'error',
      'no-throw-literal': 'error',
    },
  },
  {
    files: ['web/keeping/service_worker.mjs'],
    languageOptions: { globals: { SITE: 'readonly' } },
  },
];

import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** core ← rules ← components ← examples: a package imports only what stands left of it, by name. */
const direction = (packages, ...forbidden) => ({
  files: packages,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message: 'Imports run core ← rules ← components ← examples.' }] }] },
});

export default ts.config(
  { ignores: ['**/dist/', '**/build/', '**/node_modules/', 'storybook-static/', 'coverage/', '.cache/', '.data/', 'packages/core/src/generated/', 'packages/core/test/json-schema-test-suite/'] },
  js.configs.recommended,
  { files: ['**/*.ts'], extends: [ts.configs.recommendedTypeChecked], languageOptions: { parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname } } },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-eval': 'error', 'no-new-func': 'error', 'no-implied-eval': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['packages/components/src/**/*.ts'], extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']], plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
  direction(['packages/core/src/**/*.ts'], '@cobuild/rules', '@cobuild/rules/*', '@cobuild/components', '@cobuild/components/*'),
  direction(['packages/rules/src/**/*.ts'], '@cobuild/components', '@cobuild/components/*'),
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' } } },
  { files: ['**/*.test.ts', '**/*.stories.ts', '.storybook/**/*.ts', 'vitest.config.ts'], rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/require-await': 'off', '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }] } },
);

import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument (today: LocalDate).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument (today: LocalDate).',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is an argument (random: Random).',
  },
]

const noLiteralText = [
  {
    selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]/]',
    message: 'No words in components: use t() with a key of src/i18n.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(label|title|placeholder|description|alt|aria-label)$/] > Literal[value=/[A-Za-z\\u4e00-\\u9fff]/]',
    message: 'No words in components: use t() with a key of src/i18n.',
  },
  { selector: 'Literal[value=/[\\u4e00-\\u9fff]/]', message: 'Chinese words live in src/i18n or resources.' },
]

export default tseslint.config(
  { ignores: ['out/**', '.cache/**', 'node_modules/**', 'test-results/**', 'playwright-report/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/services/**/*.ts', 'src/contract/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/main/**', 'src/preload/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              message: 'Only src/main and src/preload: importing it in plain Node starts a download.',
            },
            { name: 'electron-store', message: 'Only src/main.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/renderer/**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: { ...hooks.configs.recommended.rules, 'no-restricted-syntax': ['error', ...noLiteralText] },
  },
  { files: ['src/cli/**/*.ts', 'src/web/**/*.ts', 'tests/**/*.{ts,tsx}'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
)

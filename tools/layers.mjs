/**
 * The walls, said once: which folder may import which, and which packages. dependency-cruiser and ESLint both read this
 * table; TypeScript project references (`src/<layer>/tsconfig.json`) repeat only the edges the compiler needs.
 */
export const LAYERS = {
  domain: { path: 'src/domain', may: [], packages: [], node: false },
  i18n: { path: 'src/i18n', may: [], packages: [], node: false },
  resources: { path: 'resources', may: [], packages: [], node: false },
  contract: { path: 'src/contract', may: ['domain'], packages: ['zod'], node: false },
  services: { path: 'src/services', may: ['contract', 'domain', 'resources'], packages: ['zod'], node: false },
  'adapters/memory': {
    path: 'src/adapters/memory',
    may: ['services', 'contract', 'domain'],
    packages: [],
    node: false,
  },
  'adapters/node': {
    path: 'src/adapters/node',
    may: ['services', 'contract', 'domain', 'resources'],
    packages: [
      'asn1js',
      'docx',
      'pkijs',
      'yauzl',
      'yazl',
      'zod',
      '@e965/xlsx',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
    ],
    node: true,
  },
  host: {
    path: 'src/host',
    may: ['adapters/node', 'services', 'contract', 'domain', 'i18n', 'resources'],
    packages: ['zod'],
    node: true,
  },
  /** What both shells share and needs Node. It may not see the vault: the shells never hold a key. */
  shells: { path: 'src/shells', may: ['contract'], packages: [], node: true },
  web: {
    path: 'src/web',
    may: ['shells', 'host', 'adapters/node', 'services', 'contract', 'domain', 'i18n'],
    packages: ['conf'],
    node: true,
  },
  cli: {
    path: 'src/cli',
    may: ['host', 'adapters/node', 'services', 'contract', 'domain', 'i18n', 'resources'],
    packages: ['zod'],
    node: true,
  },
  main: { path: 'src/main', may: ['shells', 'contract'], packages: ['electron', 'electron-store'], node: true },
  preload: { path: 'src/preload', may: ['contract'], packages: ['electron'], node: false },
  /** Long computations of the page, each in a Web Worker. */
  workers: {
    path: 'src/workers',
    may: ['domain'],
    packages: ['comlink', 'csv-parse', 'highs', 'saxes', '@e965/xlsx'],
    node: false,
  },
  renderer: {
    path: 'src/renderer',
    may: ['contract', 'domain', 'i18n', 'resources', 'workers'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      '@mantine/core',
      '@mantine/hooks',
      '@mantine/dates',
      '@mantine/form',
      '@mantine/modals',
      '@mantine/notifications',
      '@mantine/spotlight',
      '@tanstack/react-table',
      'comlink',
      'i18next',
      'react-i18next',
      'dayjs',
      'get-nonce',
    ],
    node: false,
  },
}

/** Packages allowed only in one folder of a layer. */
export const FOLDER_PACKAGES = [
  { package: 'dayjs', path: 'src/domain/calendar' },
  { package: 'libphonenumber-js', path: 'src/domain/contact' },
  { package: 'ical-generator', path: 'src/renderer/features/calendar' },
  { package: 'recharts', path: 'src/renderer/charts' },
]

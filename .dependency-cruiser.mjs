import { FOLDER_PACKAGES, LAYERS } from './tools/layers.mjs'

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const under = (path) => `^${escape(path)}/`
const packagePattern = (name) => `(^|/)node_modules/(@types/)?${escape(name)}(/|$)`

const layerRules = Object.entries(LAYERS).flatMap(([name, layer]) => {
  const allowedFolders = [layer.path, ...layer.may.map((other) => LAYERS[other].path)].map(under)
  const folderPackages = FOLDER_PACKAGES.filter(({ path }) => path.startsWith(`${layer.path}/`)).map(
    (entry) => entry.package,
  )
  const allowedPackages = [...layer.packages, ...folderPackages].map(packagePattern)
  const rules = [
    {
      name: `${name}-layers`,
      comment: `${layer.path} may import only: ${layer.may.join(', ') || 'nothing'}. See tools/layers.mjs and docs/ARCHITECTURE.md.`,
      severity: 'error',
      from: { path: under(layer.path) },
      to: { path: ['^src/', '^resources/', '^tests/', '^tools/'], pathNot: allowedFolders },
    },
    {
      name: `${name}-packages`,
      comment: `${layer.path} may use only: ${layer.packages.join(', ') || 'no package'}.`,
      severity: 'error',
      from: { path: under(layer.path) },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        ...(allowedPackages.length > 0 ? { pathNot: allowedPackages } : {}),
      },
    },
  ]
  if (!layer.node)
    rules.push({
      name: `${name}-no-node`,
      comment: `${layer.path} runs where Node is not.`,
      severity: 'error',
      from: { path: under(layer.path) },
      to: { dependencyTypes: ['core'] },
    })
  return rules
})

const folderRules = FOLDER_PACKAGES.map((entry) => ({
  name: `${entry.package}-only-in-${entry.path.split('/').pop()}`,
  severity: 'error',
  from: { path: under(entry.path.split('/').slice(0, 2).join('/')), pathNot: under(entry.path) },
  to: { path: packagePattern(entry.package) },
}))

export default {
  forbidden: [
    ...layerRules,
    // The renderer uses dayjs for the date pickers; only the domain confines it to one folder.
    ...folderRules,
    {
      name: 'no-cycles',
      comment: 'A circle through a type alone is none at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(src|resources)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(src|resources|tests|node_modules)/|^(node:)?[a-z_/]+$',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
}

import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Everything is bundled: the host, both shells and the CLI run from `out/` without node_modules. CommonJS for Node 18 and
// a page for Chrome 114 are the floor of docs/ARCHITECTURE.md ("Electron lazily fetched").
const commonJs = { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' }

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          host: 'src/host/child.ts',
          'import-worker': 'src/adapters/node/import-worker.ts',
          web: 'src/web/index.ts',
          transport: 'src/web/transport.ts',
          cli: 'src/cli/index.ts',
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      externalizeDeps: false,
      rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    // In a folder of their own: the shells serve it with the workers' policy (contract/page-policy.ts).
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
    build: {
      target: 'chrome114',
      minify: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
})

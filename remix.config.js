import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

// Also the Vite and Vitest configuration: `remix vite:build -c remix.config.js`, `vitest -c remix.config.js`.
const isTest = Boolean(process.env.VITEST)

// What only pages use becomes part of the build on the server too, so that whoever runs it needs no package for it.
const onlyOfPages =
  /^(react-aria|react-stately|@react-aria|@react-stately|@internationalized|use-sync-external-store|idb-keyval|clsx|client-only)\b/

// Terser leaves three percent less than esbuild, and a file of a line or two goes with another one: a caller on a train waits
// for each of them.
const small = {
  minify: 'terser',
  rollupOptions: { output: { experimentalMinChunkSize: 200 } },
}

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: isTest
    ? []
    : [
        tailwindcss(),
        remix({
          ignoredRouteFiles: ['**/*'],
          future: {
            v3_fetcherPersist: true,
            v3_relativeSplatPath: true,
            v3_throwAbortReason: true,
            v3_lazyRouteDiscovery: true,
            v3_singleFetch: true,
            v3_routeConfig: true,
          },
        }),
      ],
  esbuild: { jsx: 'automatic' },
  build: { target: 'es2022', sourcemap: false, ...(isSsrBuild ? { minify: false } : small) },
  ssr: { noExternal: command === 'build' ? [onlyOfPages] : [] },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
  },
}))

import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { unstable_setDevServerHooks as setDevServerHooks } from '@remix-run/server-runtime'
import { createServer } from 'vite'
import { withoutSignalHooks } from './core/without-signal-hooks.server.ts'
import { type Pages, start } from './start.ts'

// Vite hands out the sources to whoever asks.
if (process.env.NODE_ENV !== 'development') throw new Error('Start with npm run dev: this server is for development.')

/** The pages straight from their sources, made anew in the browser when one changes. */
const pagesFromSources: Pages = {
  async open(server) {
    // Remix starts more servers of Vite beside ours, which end the process at SIGTERM.
    const vite = await withoutSignalHooks(() => startVite(server))
    // Remix would gather the styles of each page, of which we have none, and for that bundle the server's packages.
    setDevServerHooks({
      processRequestError: (error) => error instanceof Error && vite.ssrFixStacktrace(error),
    })
    return {
      build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>,
      scripts: vite.middlewares,
      close: () => vite.close(),
    }
  },
}

await start({ isDemo: true, pages: pagesFromSources })

function startVite(server: Server) {
  return createServer({
    configFile: 'remix.config.js',
    appType: 'custom',
    cacheDir: '.cache/vite',
    clearScreen: false,
    // What reaches the browser; a page also holds what stays on the server, which cannot be bundled for a browser.
    optimizeDeps: { entries: ['app/entry.client.tsx', 'app/ui/**/*.tsx', 'app/*/views/**/*.tsx'] },
    server: {
      middlewareMode: true,
      // Over our own port, and without the overlay: so the pages keep the policy they have in production.
      hmr: { server, overlay: false },
      watch: { ignored: ['**/.data/**', '**/.cache/**', '**/build/**'] },
      fs: { deny: ['.env', '.env.*', '*.{crt,pem}', '**/.git/**', '**/.data/**'] },
    },
  })
}

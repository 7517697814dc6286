import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { createServer } from 'vite'

/** `npm run gallery`: every piece of `app/ui` on one page, which loads anew when one of them changes. */
const gallery = await createServer({
  configFile: false,
  root: 'tests/ui/specimen',
  cacheDir: resolve('.cache/gallery'),
  plugins: [tailwindcss()],
  esbuild: { jsx: 'automatic' },
  optimizeDeps: { include: ['react/jsx-dev-runtime'] },
  clearScreen: false,
  server: { port: Number(process.env.PORT || 6006), fs: { allow: [resolve('.')] } },
})
await gallery.listen()
console.log(`Every piece of app/ui: ${gallery.resolvedUrls?.local[0]}  Stop with Ctrl+C.`)

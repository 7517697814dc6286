import { builtScripts } from '#app/built-pages.ts'
import { start } from '#app/start.ts'
import { tinyBuild } from '#tests/core/tiny-build.tsx'

// Rondbel as it is started and stopped, with a few pages that need no build.
await start({ isDemo: false, pages: { open: async () => ({ build: tinyBuild, scripts: builtScripts() }) } })

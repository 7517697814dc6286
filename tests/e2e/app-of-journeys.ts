import { serveDemo } from '#app/core/demo.server.ts'

// The pages that only the demo has are visited too.
serveDemo()
await import('#app/main.ts')

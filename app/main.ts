import { builtPages } from './built-pages.ts'
import { start } from './start.ts'

process.env.NODE_ENV ??= 'production'
await start({ isDemo: process.argv.includes('--demo'), pages: builtPages })

import { builtPages } from './built-pages.ts'
import { readEnvFile } from './env-file.ts'
import { start } from './start.ts'

process.env.NODE_ENV ??= 'production'
const isDemo = process.argv.includes('--demo')
await start({ isDemo, pages: builtPages, readSettings: isDemo ? undefined : readEnvFile })

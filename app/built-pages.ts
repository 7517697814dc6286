import { join } from 'node:path'
import express, { type Response } from 'express'
import { buildIfStale } from './build-if-stale.ts'
import type { Pages } from './start.ts'

/** The pages as `npm run build` leaves them. */
export const builtPages: Pages = {
  prepare: buildIfStale,
  async open() {
    return { build: await import(join(process.cwd(), 'build/server/index.js')), scripts: builtScripts() }
  },
}

/** Each name holds a hash of what is in the file. */
export function builtScripts() {
  const files = express.static('build/client/assets', { immutable: true, maxAge: '1y', setHeaders: setAssetHeaders })
  return express.Router().use('/assets', files)
}

/** A file is what its type says, and is for our own pages. */
function setAssetHeaders(response: Response) {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
}

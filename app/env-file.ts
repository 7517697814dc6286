import { existsSync } from 'node:fs'
import { SettingsError } from './core/env.server.ts'

/**
 * Reads the settings in `.env` of the folder Rondbel is started in; one that was given in another way stays as it is.
 * Not for the demo or for development: their story must not end up in the database that stands there.
 */
export function readEnvFile() {
  if (!existsSync('.env')) return
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    throw new SettingsError(`.env cannot be read: ${(error as Error).message}`)
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** The text of a source, by its path from the top. */
export const source = (file: string) => readFileSync(join(root, file), 'utf8')
/** Every source of the app. */
export const sources = readdirSync(join(root, 'app'), { recursive: true })
  .map((name) => `app/${name}`)
  .filter((file) => /\.tsx?$/.test(file))

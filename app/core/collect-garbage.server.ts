import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { processSingleton } from './process-singleton.server.ts'

/**
 * Lets the engine give back what is no longer used, some tens of milliseconds. For long work over very many rows: left to
 * itself it waits until hundreds of megabytes of them have gathered, on a machine that may not have them.
 */
export function collectGarbage() {
  processSingleton('collect-garbage', made)()
}

function made(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  return collect
}

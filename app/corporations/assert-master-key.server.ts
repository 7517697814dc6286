import { CannotStart } from '#app/core/cannot-start.ts'
import { env } from '#app/core/env.server.ts'
import { beforeSignIn } from '#app/core/scope.server.ts'
import { masterKeyFile, standingKey } from './master-key.server.ts'
import { openKey } from './sealer.server.ts'

/**
 * Refuses to work on what cannot be read: throws CannotStart when there are corporations and the master key that their
 * keys are sealed with is not there, or is another one. A new one is never made beside them.
 */
export async function assertMasterKey() {
  const corporations = await beforeSignIn((tx) =>
    tx.corporation.findMany({ select: { slug: true, sealedKey: true }, orderBy: { id: 'asc' } }),
  )
  refuseWrongKey(corporations)
}

/** The same of corporations that were read already; gives the key that opens them all, null when there are none. */
export function refuseWrongKey(corporations: readonly Parameters<typeof openKey>[1][]): Buffer | null {
  if (corporations.length === 0) return null
  const key = standingKey()
  if (!key)
    throw new CannotStart(
      `The master key is gone: there is no ${masterKeyFile()}, and MASTER_KEY is not set. What people wrote cannot be read without it. Put back the one that was kept.`,
    )
  const locked = corporations.filter((corporation) => !opens(key, corporation)).map(({ slug }) => slug)
  if (locked.length === 0) return key
  const source = env().MASTER_KEY ? 'MASTER_KEY' : `The master key in ${masterKeyFile()}`
  throw new CannotStart(
    `${source} is not the one that ${locked.join(', ')} ${locked.length === 1 ? 'is' : 'are'} sealed with. Set the one that was kept.`,
  )
}

function opens(key: Buffer, corporation: Parameters<typeof openKey>[1]) {
  try {
    openKey(key, corporation)
    return true
  } catch {
    return false
  }
}

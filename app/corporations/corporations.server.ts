import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { beforeSignIn, inScope, systemScope } from '#app/core/scope.server.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import type { Corporation as Row } from '#prisma/generated/client.ts'
import { newSealedKey } from './sealer.server.ts'

export const corporationSchema = z.object({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'slug'),
  name: z.string().trim().min(1, 'required').max(200, 'too-long').refine(holdsNoBsn, 'bsn'),
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'time-zone')
    .default('Europe/Amsterdam'),
})

const shown = { id: true, slug: true, name: true, timeZone: true } as const

export type Corporation = Pick<Row, keyof typeof shown>

export async function addCorporation(
  input: z.input<typeof corporationSchema>,
): Promise<{ ok: true; corporation: Corporation } | { ok: false; reason: 'slug-taken' }> {
  const { slug, name, timeZone } = corporationSchema.parse(input)
  const corporation = await beforeSignIn(async (tx) => {
    if (await tx.corporation.findUnique({ where: { slug }, select: { id: true } })) return null
    return tx.corporation.create({ data: { slug, name, timeZone, sealedKey: newSealedKey(slug) }, select: shown })
  })
  if (!corporation) return { ok: false, reason: 'slug-taken' }
  const scope = systemScope(corporation.id)
  await inScope(scope, (tx) => recordAudit(tx, scope, { action: 'corporation:added', subject: 'corporation' }))
  return { ok: true, corporation }
}

export function findCorporation(slug: string): Promise<Corporation | null> {
  return beforeSignIn((tx) => tx.corporation.findUnique({ where: { slug }, select: shown }))
}

/** For work that is done for every corporation in turn. */
export function listCorporations(): Promise<Corporation[]> {
  return beforeSignIn((tx) => tx.corporation.findMany({ select: shown, orderBy: { name: 'asc' } }))
}

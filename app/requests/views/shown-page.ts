import type { SerializeFrom } from '@remix-run/node'
import { type Instant, momentText } from '#app/ui/format.ts'
import { type Language, useLanguage } from '#app/ui/language.tsx'
import type { readRequestPage } from '../request-page.server.ts'

/** As the loader sends it. */
export type ShownPage = SerializeFrom<Awaited<ReturnType<typeof readRequestPage>>> & { pageLanguage: Language }

/** Moments as people say them, in the zone of the corporation. */
export function useMoment({ now, zone }: Pick<ShownPage, 'now' | 'zone'>) {
  const language = useLanguage()
  return (at: Instant) => momentText(at, now, { zone, language })
}

import { addCorporation, type Corporation } from '#app/corporations/corporations.server.ts'
import { unique } from './unique.ts'

export async function aCorporation({ name = 'De Linde' }: { name?: string } = {}): Promise<Corporation> {
  const answer = await addCorporation({ slug: unique('corporatie'), name })
  if (!answer.ok) throw new Error(answer.reason)
  return answer.corporation
}

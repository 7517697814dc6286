import { addCorporation, type Corporation } from '#app/corporations/corporations.server.ts'
import { uniqueName } from './unique.ts'

export async function aCorporation({ name = 'De Linde' }: { name?: string } = {}): Promise<Corporation> {
  const answer = await addCorporation({ slug: uniqueName('corporatie'), name })
  if (!answer.ok) throw new Error(answer.reason)
  return answer.corporation
}

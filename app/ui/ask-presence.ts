export type Presence = 'signed-in' | 'signed-out' | 'access-ended' | 'unknown'

const presences: Record<number, Presence> = { 200: 'signed-in', 401: 'signed-out', 403: 'access-ended' }

/** Whether whoever opened this page may still go on with it; `unknown` when the server does not say. */
export async function askPresence(): Promise<Presence> {
  try {
    const { status } = await fetch('/live', { method: 'HEAD' })
    return presences[status] ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

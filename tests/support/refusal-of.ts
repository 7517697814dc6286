import pg from 'pg'

/** Why the database at this address lets nobody in, by its code or that of the system; null when it does. */
export async function refusalOf(url: string): Promise<string | null | undefined> {
  const client = new pg.Client(url)
  const code = await client.connect().then(
    () => null,
    (error: { code?: string }) => error.code,
  )
  await client.end().catch(() => {})
  return code
}

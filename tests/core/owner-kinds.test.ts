import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningPostgres, startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import { ownerKinds, tryOwner } from '#tests/support/owner-kinds.ts'

let postgres: RunningPostgres
const dir = mkdtempSync(join(tmpdir(), 'rondbel-owners-'))
beforeAll(async () => {
  postgres = await startEmbeddedPostgres(dir, 'unused', ['-c', 'fsync=off'])
})
afterAll(async () => {
  await postgres.stop()
  rmSync(dir, { recursive: true, force: true })
})

const roles = ['CREATE ROLE rondbel_app NOLOGIN;', 'CREATE ROLE rondbel_queue NOLOGIN;']
const logins = [
  "CREATE ROLE rondbel_app_of_hosted LOGIN PASSWORD 'geheim' IN ROLE rondbel_app;",
  "CREATE ROLE rondbel_queue_of_hosted LOGIN PASSWORD 'geheim' IN ROLE rondbel_queue;",
]
const asked: Record<string, string[]> = {
  'one who makes no roles': [...roles, ...logins],
  'one who makes no roles, where they are': logins,
  'one who makes roles, where somebody else made ours': [
    'GRANT rondbel_app TO owner_of_it WITH ADMIN OPTION;',
    'GRANT rondbel_queue TO owner_of_it WITH ADMIN OPTION;',
  ],
  'one to whom the database does not belong': ['ALTER DATABASE hosted OWNER TO owner_of_it;'],
  'one who comes after another': ['ALTER TABLE public._prisma_migrations OWNER TO owner_of_it;'],
  'one who may not use the schema': ['ALTER SCHEMA public OWNER TO owner_of_it;'],
}

test.each(ownerKinds)(
  'the owner is $name: what is missing is asked for before anything changes, and suffices',
  async (kind) => {
    expect(await tryOwner(postgres.adminUrl, kind)).toEqual({ asked: asked[kind.name] ?? [], isServed: true })
  },
)

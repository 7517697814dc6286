import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { explain, UsageError, usage } from './cli-answer.ts'
import { checkProtocol } from './protocols/check-protocol.ts'
import type { Finding, Place } from './protocols/findings.ts'
import { type ToldCaller, type ToldFinding, tellFinding } from './protocols/tell-finding.ts'
import { textRules } from './protocols/text-rules.ts'
import { baseProtocolOf } from './triage/base-protocols.ts'
import { triageKinds } from './triage/kinds.ts'
import { type Protocol, protocolSchema } from './triage/protocol.ts'
import type { Language } from './ui/language.tsx'

type Checked = { name: string; findings: (Finding & { told: ToldFinding })[] }

/** Without a file: every protocol that Rondbel brings with it. Needs no database. Exit code 1 when something is found. */
export async function checkProtocolsFromCommand(
  file: string | undefined,
  options: { language: Language; json?: boolean },
): Promise<void> {
  try {
    const protocols = file ? [{ name: basename(file), protocol: readProtocol(file) }] : shipped()
    const checked = protocols.map(({ name, protocol }): Checked => {
      const findings = checkProtocol(protocol, textRules)
      return { name, findings: findings.map((of) => ({ ...of, told: tellFinding(of, protocol, options.language) })) }
    })
    const isWell = checked.every(({ findings }) => findings.length === 0)
    if (options.json) console.log(JSON.stringify({ ok: isWell, protocols: checked }))
    else for (const line of checked.flatMap(linesOf)) console.log(line)
    process.exitCode = isWell ? 0 : 1
  } catch (error) {
    explain(options, error)
  }
}

const shipped = () => triageKinds.map((kind) => ({ name: kind, protocol: baseProtocolOf(kind) }))

function readProtocol(file: string): Protocol {
  let body: unknown
  try {
    body = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
  return usage(protocolSchema, body)
}

const linesOf = ({ name, findings }: Checked): string[] => [
  `${findings.length === 0 ? '✓' : '✗'} ${name}`,
  ...findings.flatMap(({ place, told }) => [
    `  ${told.place} (${pathOf(place)})`,
    `    ${told.says}`,
    ...told.callers.flatMap(callerLines),
    ...(told.circumstances ? [`    ${told.circumstances}`] : []),
  ]),
]

const callerLines = ({ who, answers, comesTo }: ToldCaller): string[] => [
  `    ${who}`,
  ...answers.map(({ ask, answer, isTurned }) => `      ${isTurned ? '*' : ' '} ${ask} ${answer}`),
  `        ${comesTo}`,
]

/** Where it stands in the file. */
const pathOf = (place: Place) => (place.in === 'protocol' ? 'protocol' : `${place.in}s.${place.id}`)

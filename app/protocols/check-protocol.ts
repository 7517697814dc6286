import type { Protocol } from '#app/triage/protocol.ts'
import { checkExamples } from './check-examples.ts'
import { checkMonotone } from './check-monotone.ts'
import { checkShape } from './check-shape.ts'
import { checkTexts, type TextRules } from './check-texts.ts'
import type { Finding } from './findings.ts'

/**
 * Everything for which a protocol cannot be published; nothing means that it is proven: every caller comes to an end with
 * words, within the questions there may be, and nobody in more danger is helped later, over all answer sheets.
 */
export function checkProtocol(protocol: Protocol, rules: TextRules): Finding[] {
  const shape = checkShape(protocol)
  const texts = [...checkTexts(protocol, rules), ...checkExamples(protocol)]
  return shape.isWalkable ? [...shape.findings, ...checkMonotone(protocol), ...texts] : [...shape.findings, ...texts]
}

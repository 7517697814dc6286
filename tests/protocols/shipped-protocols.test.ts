import { expect, test } from 'vitest'
import { checkProtocol } from '#app/protocols/check-protocol.ts'
import { textRules } from '#app/protocols/text-rules.ts'
import { shippedProtocols } from '#app/triage/base-protocols.ts'

test.each(shippedProtocols.map((protocol) => [protocol.kind, protocol] as const))(
  '%s can be published',
  (_, protocol) => {
    expect(checkProtocol(protocol, textRules)).toEqual([])
  },
)

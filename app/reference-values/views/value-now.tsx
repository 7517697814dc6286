import type { SerializeFrom } from '@remix-run/node'
import { Banner } from '#app/ui/banner.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { dateText } from '#app/ui/format.ts'
import { Section } from '#app/ui/page.tsx'
import { isFixed } from '../value-keys.ts'
import type { ValuePage } from '../value-page.server.ts'
import { useWords } from '../words.ts'
import { HeldText } from './held-text.tsx'

export type ShownNow = SerializeFrom<ValuePage>['now']
/** What holds today, whose it is and how a text asks for it. */
export function ValueNow({ now }: { now: ShownNow }) {
  const { key, from, fromOn, source } = now
  const words = useWords()
  return (
    <Section title={words.holds} isPanel>
      {source?.isOld && (
        <Banner tone="attention" title={words.oldTitle}>
          {words.oldLead(source.source, dateText(source.lookedUpOn))}
        </Banner>
      )}
      <p className="text-2xl wrap-anywhere">
        <HeldText held={now} />
      </p>
      <DefinitionList
        items={[
          ...(from ? [{ term: words.source, value: words.sources[from] }] : []),
          ...(from === 'own' && fromOn ? [{ term: words.since, value: <DateText on={fromOn} /> }] : []),
          ...(source
            ? [{ term: words.lookedUp, value: words.lookedUpAt(source.source, dateText(source.lookedUpOn)) }]
            : []),
          { term: words.inTexts, value: <code className="wrap-anywhere">{`{${key}}`}</code> },
        ]}
      />
      {isFixed(key) && <p className="text-ink-soft">{words.fixed}</p>}
    </Section>
  )
}

import { Form, useNavigation } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { useWords } from '../words.ts'
import { useNumber } from './figure-text.tsx'

type LeavePreviewProps = {
  campaignId: string
  caller: { accountId: string; name: string }
  leaving: { moved: number; kept: number }
  others: { accountId: string; name: string; homes: number; extra: number }[]
}

/** What happens to the homes of somebody who stops calling, before it happens. */
export function LeavePreview({ campaignId, caller, leaving: { moved, kept }, others }: LeavePreviewProps) {
  const words = useWords().callers
  const number = useNumber()
  const action = `/campaigns/${campaignId}/callers/${caller.accountId}/departure`
  const isBusy = useNavigation().formAction === action
  return (
    <Section title={words.takeOff} isPanel>
      {others.length === 0 ? (
        <Banner tone="attention">{words.last}</Banner>
      ) : (
        <>
          <p>{moved + kept === 0 ? words.nothing : words.takeOffLead}</p>
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {moved > 0 && <li>{words.moves(number(moved))}</li>}
            {kept > 0 && <li>{words.keeps(number(kept))}</li>}
          </ul>
          {moved > 0 && <WhoGets others={others.filter(({ extra }) => extra > 0)} />}
          <Form method="post" action={action} noValidate>
            <Button type="submit" isPending={isBusy}>
              {words.takeOffNow(caller.name)}
            </Button>
          </Form>
        </>
      )}
    </Section>
  )
}

function WhoGets({ others }: Pick<LeavePreviewProps, 'others'>) {
  const words = useWords().callers
  const number = useNumber()
  return (
    <Disclosure label={words.movesTo}>
      <Table
        isCompact
        caption={words.movesTo}
        isCaptionHidden
        rows={others}
        rowKey={({ accountId }) => accountId}
        columns={[
          { key: 'name', label: words.name, cell: ({ name }) => name },
          { key: 'homes', label: words.now, isNumeric: true, cell: ({ homes }) => number(homes) },
          { key: 'extra', label: words.gets, isNumeric: true, cell: ({ extra }) => `+${number(extra)}` },
        ]}
      />
    </Disclosure>
  )
}

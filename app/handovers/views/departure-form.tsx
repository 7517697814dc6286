import { Form, useNavigation } from '@remix-run/react'
import { homeTakers } from '#app/campaigns/home-takers.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import type { Holdings } from '../holdings.server.ts'
import { useWords } from '../words.ts'

type Props = {
  total: Holdings['total']
  heirs: { accountId: string; name: string }[]
  submit: string
  reason: string | undefined
}

/** Who takes over, asked only of what there is. */
export function DepartureForm({ total, heirs, submit, reason }: Props) {
  const words = useWords()
  const isBusy = useNavigation().state !== 'idle'
  const hasHomes = total.homes + total.appointments > 0
  const isAsked = hasHomes || total.followUps + total.referrals + total.drafts > 0
  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      {isAsked && (
        <Section title={words.heir} isPanel>
          {heirs.length === 0 && <Banner tone="attention">{words.noHeirs}</Banner>}
          <SelectField
            name="heir"
            label={words.heir}
            isLabelHidden
            hint={words.heirHint}
            placeholder=""
            error={reason}
            options={heirs.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
          {hasHomes && (
            <RadioCards
              name="taker"
              label={words.homes}
              defaultValue="colleague"
              options={homeTakers.map((value) => ({
                value,
                label: words.takers[value],
                hint: words.takerHints[value],
              }))}
            />
          )}
        </Section>
      )}
      {!isAsked && reason && <Banner tone="attention">{reason}</Banner>}
      <div>
        <Button type="submit" variant="danger" isPending={isBusy}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}

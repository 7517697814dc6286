import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { leftCents } from '../budget.ts'
import type { CampaignBudget } from '../gestures.server.ts'
import { moneyText } from '../money-text.ts'
import { useWords } from '../words.ts'

export function Budgets({ budgets }: { budgets: CampaignBudget[] }) {
  const words = useWords()
  const language = useLanguage()
  const money = (cents: number | null) => (cents === null ? words.noLimit : moneyText(cents, language))
  return (
    <Section title={words.budget} lead={words.budgetLead}>
      <Table
        caption={words.budgetCaption}
        isCaptionHidden
        rows={budgets}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', label: words.campaign, cell: (row) => row.name },
          { key: 'budget', label: words.budgetTotal, isNumeric: true, cell: (row) => money(row.budgetCents) },
          { key: 'spent', label: words.budgetSpent, isNumeric: true, cell: (row) => money(row.committedCents) },
          { key: 'asked', label: words.budgetAsked, isNumeric: true, cell: (row) => money(row.requestedCents) },
          { key: 'left', label: words.budgetLeft, isNumeric: true, cell: (row) => <Left budget={row} /> },
        ]}
      />
    </Section>
  )
}

function Left({ budget }: { budget: CampaignBudget }) {
  const words = useWords()
  const language = useLanguage()
  const left = leftCents(budget)
  if (left === null) return words.noLimit
  const isShort = left < budget.requestedCents
  return <span className={isShort ? 'font-bold text-attention-ink' : undefined}>{moneyText(left, language)}</span>
}

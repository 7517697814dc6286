import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { useContactWords } from '#app/contacts/contact-words.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { PrintHead } from '#app/ui/print-head.tsx'
import { readContact } from '../read-contact.server.ts'
import { SeenCell, TakeUp } from '../views/acknowledge.tsx'
import { ByCell, OutcomeCell, useKindText, useMoments, WhoCell } from '../views/contact-cells.tsx'
import { useContactName } from '../views/night-table.tsx'
import { useWords } from '../words.ts'

/** One contact, with what was written in it; that it was opened is written down. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'night:see')
  const id = params.contactId ?? ''
  const now = new Date()
  const found = isUuid(id) ? await readContact(actor, id, now) : null
  if (!found) throw notFound()
  const today = dateIn(actor.timeZone, now)
  return {
    ...found,
    // Where they came from; on its own the night in which it came.
    night: new URL(request.url).searchParams.get('from') ?? dateIn(actor.timeZone, new Date(found.contact.arrivedAt)),
    mayAcknowledge: can(actor, 'night:acknowledge'),
    maySeeTenants: can(actor, 'tenant:read'),
    organisation: actor.corporationName,
    today,
    now: now.toISOString(),
  }
}

export default function NightContact() {
  const { contact, night, now, mayAcknowledge, maySeeTenants, organisation, today } = useLoaderData<typeof loader>()
  const { contact: words, reasons } = useWords()
  const kindText = useKindText()
  const nameOf = useContactName()
  const { moment } = useMoments(now)
  const what = nameOf(contact)
  return (
    <Page>
      <PrintHead organisation={organisation} on={today} />
      <PageHeader
        title={words.title(kindText(contact), moment(contact.arrivedAt))}
        state={contact.reasons.map((reason) => (
          <Badge key={reason} tone={reason === 'danger' ? 'danger' : 'attention'}>
            {reasons[reason]}
          </Badge>
        ))}
        back={{ to: `/nights?from=${night}`, label: words.back }}
        secondary={
          maySeeTenants &&
          contact.tenant && <LinkButton to={`/tenants/${contact.tenant.id}`}>{words.tenantPage}</LinkButton>
        }
        action={mayAcknowledge && !contact.seen?.isLast && <TakeUp contact={contact} night={night} what={what} />}
      />
      <Columns split="main-left">
        <Written />
        <Section title={words.facts} isPanel>
          <Facts />
          {contact.seen && <SeenCell contact={contact} night={night} what={what} now={now} mayUndo={mayAcknowledge} />}
        </Section>
      </Columns>
    </Page>
  )
}

function Written() {
  const { message, notes } = useLoaderData<typeof loader>()
  const { contact: words } = useWords()
  return (
    <Section title={words.text} lead={words.textLead}>
      {!message && !notes && <p className="text-ink-soft">{words.noText}</p>}
      {message && <Text title={words.message} text={message} />}
      {notes && <Text title={words.notes} text={notes} />}
    </Section>
  )
}

const Text = ({ title, text }: { title: string; text: string }) => (
  <div className="rounded-md border border-line bg-surface p-4">
    <h3 className="text-sm text-ink-soft">{title}</h3>
    <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
  </div>
)

function Facts() {
  const { contact, now } = useLoaderData<typeof loader>()
  const { contact: words, all } = useWords()
  const { channels } = useContactWords()
  const { moment } = useMoments(now)
  const at = (term: string, value: string | null) => (value ? [{ term, value: moment(value) }] : [])
  return (
    <DefinitionList
      items={[
        { term: all.tenant, value: <WhoCell contact={contact} /> },
        { term: words.line, value: contact.line },
        { term: words.channel, value: channels[contact.channel] },
        ...at(words.came, contact.arrivedAt),
        ...at(words.answered, contact.answeredAt),
        ...at(words.ended, contact.endedAt),
        ...at(words.closed, contact.closedAt),
        { term: all.outcome, value: <OutcomeCell contact={contact} now={now} /> },
        { term: words.desk, value: <ByCell contact={contact} now={now} /> },
      ]}
    />
  )
}

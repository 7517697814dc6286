import type { LoaderFunctionArgs } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Columns, Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { criteriaFromUrl } from '../criteria-from-url.server.ts'
import { decodeCriteria } from '../encode-criteria.ts'
import { builderFields } from '../find-builder-fields.server.ts'
import { listSegments } from '../segments.server.ts'
import { countFor } from '../selection.server.ts'
import { CriteriaBuilder } from '../views/criteria-builder.tsx'
import { PresetLinks } from '../views/preset-links.tsx'
import { SavedSegments } from '../views/saved-segments.tsx'
import { SelectionActions } from '../views/selection-actions.tsx'
import { SelectionFunnel } from '../views/selection-funnel.tsx'
import { UnfinishedNote } from '../views/unfinished-rules.tsx'
import { useCounts, useDraft } from '../views/use-draft.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'segment:use')
  const { criteria, problem } = criteriaFromUrl(actor, request)
  const today = dateIn(actor.timeZone, new Date())
  const [counted, lists] = await Promise.all([
    countFor(actor, criteria, { today, timeZone: actor.timeZone }),
    inScope(actor, async (tx) => ({ fields: await builderFields(tx, actor), segments: await listSegments(tx, actor) })),
  ])
  if (!counted.ok) throw new Error(`Criteria that were checked were refused: ${counted.reason}`)
  return { criteria, problem, counts: counted.counts, ...lists }
}

/** Another sentence asks only for its counts: see `useCounts`. */
export const shouldRevalidate = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) =>
  currentUrl.search !== nextUrl.search && !formMethod ? false : defaultShouldRevalidate

export default function Selection() {
  const { criteria, problem, counts, fields, segments } = useLoaderData<typeof loader>()
  const words = useWords()
  const { draft, setDraft, inAddress } = useDraft(criteria)
  const counted = useCounts(inAddress, counts)
  if (counts.tenants === 0) return <NoTenants />
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        action={<SelectionActions draft={draft} onChange={setDraft} />}
      />
      {problem && <Banner tone="attention">{words.errors[problem]}</Banner>}
      <Columns split="main-left">
        <Stack gap="wide">
          <PresetLinks names={fields.names} />
          <CriteriaBuilder value={draft} onChange={setDraft} fields={fields} />
        </Stack>
        <Section title={words.counts.title} isPanel>
          <UnfinishedNote criteria={draft} />
          {counted.hasFailed && <Banner tone="attention">{words.counts.failed}</Banner>}
          <SelectionFunnel
            criteria={shownCriteria(counted.criteria)}
            counts={counted.counts}
            isCounting={counted.isCounting}
          />
        </Section>
      </Columns>
      <SavedSegments segments={segments} />
    </Page>
  )
}

function NoTenants() {
  const words = useWords()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} />
      <EmptyState
        title={words.noTenants}
        icon="people"
        action={
          <LinkButton variant="primary" icon="upload" to="/imports">
            {words.toImport}
          </LinkButton>
        }
      >
        {words.noTenantsLead}
      </EmptyState>
    </Page>
  )
}

function shownCriteria(encoded: string) {
  const parsed = decodeCriteria(encoded)
  return parsed.ok ? parsed.criteria : { all: [] }
}

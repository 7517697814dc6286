import type { LoaderFunctionArgs } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData, useRevalidator, useSearchParams } from '@remix-run/react'
import { useEffect, useMemo, useRef } from 'react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { useToast } from '#app/ui/toast.tsx'
import { isQueueView, pageOf, type QueuePage, type QueueView } from '../queue-views.ts'
import { useQueueWords } from '../queue-words.ts'
import { readMissed, readQueue } from '../read-queue.server.ts'
import { refusalText, useClaimAnswer } from '../views/claim-form.tsx'
import { useDeskPerson, useLost, useNowEvery, useQueueBoard } from '../views/desk-live.tsx'
import { OperatorsPanel } from '../views/operators-panel.tsx'
import { QueueElsewhere, QueueMenu } from '../views/queue-elsewhere.tsx'
import { QueueList } from '../views/queue-list.tsx'
import { QueueTabs } from '../views/queue-tabs.tsx'
import { TakeFirst } from '../views/take-first.tsx'

/** Everybody who waits at the desk, whom it rings back, and who is there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:see')
  const asked = new URL(request.url).searchParams.get('view')
  const view: QueueView = isQueueView(asked) ? asked : 'waiting'
  const [{ rows, operators, now }, missed] = [await readQueue(actor), await readMissed(actor)]
  const who = { accountId: actor.accountId, now: Date.parse(now) }
  return { view, missed, operators, page: pageOf(rows, who, { view, missed }) }
}

/** What was done is told by the stream. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  formAction && /^\/(queue|contacts)\//.test(formAction) ? false : defaultShouldRevalidate

export default function Queue() {
  const { view } = useLoaderData<typeof loader>()
  const words = useQueueWords()
  const { page, operators } = useShown()
  const toast = useToast()
  useClaimAnswer()
  useMissedAnew(view)
  useLost(() => toast({ text: words.answers.lost, tone: 'attention' }))
  return (
    <Page width="full">
      <PageHeader
        title={words.title}
        state={<QueueMenu view={view} />}
        action={<TakeFirst inHand={page.inHand} />}
        secondary={<QueueElsewhere view={view} />}
      />
      <Refused />
      <QueueTabs counts={page.counts} view={view} />
      <div className="-mt-4 grid grid-cols-1 items-start gap-8 xl:grid-cols-[minmax(0,3fr)_minmax(18rem,1fr)]">
        {page.rows.length === 0 ? (
          <EmptyState title={words.empty[view]} icon="check">
            {words.emptyHint}
          </EmptyState>
        ) : (
          <QueueList key={view} label={words.views[view]} rows={page.rows} total={page.counts[view]} />
        )}
        <OperatorsPanel operators={operators} />
      </div>
    </Page>
  )
}

/** As the stream tells it; before there is one, as the page came. */
function useShown(): { page: QueuePage; operators: ReturnType<typeof useQueueBoard>['operators'] } {
  const { view, missed, ...loaded } = useLoaderData<typeof loader>()
  const { accountId } = useDeskPerson()
  const board = useQueueBoard()
  const now = useNowEvery(5)
  const page = useMemo(
    () => (board.isComplete ? pageOf(board.rows, { accountId, now }, { view, missed }) : null),
    [board, accountId, now, view, missed],
  )
  return page ? { page, operators: board.operators } : loaded
}

const missedSeconds = 30

/** What nobody answered is on no board: while it is looked at, it is asked for now and then. */
function useMissedAnew(view: QueueView) {
  const { revalidate } = useRevalidator()
  const now = useNowEvery(missedSeconds)
  const asked = useRef(now)
  useEffect(() => {
    if (view !== 'missed' || asked.current === now) return
    asked.current = now
    revalidate()
  }, [view, now, revalidate])
}

/** Why a browser without script was sent back here. */
function Refused() {
  const words = useQueueWords()
  const [params] = useSearchParams()
  const reason = params.get('refused')
  if (!reason) return null
  return <Banner tone="attention">{refusalText(words, { reason, by: null })}</Banner>
}

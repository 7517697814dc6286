import { LinkButton } from '#app/ui/button.tsx'
import { useWords } from '../words.ts'
import { type ShownPage, useMoment } from './shown-page.ts'

type Props = { page: ShownPage; receipt: { code: string; promisedAt: string | null } }

/** What whoever sent the form holds in hand: before when, and how to name it. */
export function Receipt({ page, receipt: { code, promisedAt } }: Props) {
  const { sent } = useWords()
  const moment = useMoment(page)
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="rounded-lg border-2 border-accent bg-accent-soft p-4 text-xl font-bold">
        {promisedAt ? sent.promise(moment(promisedAt)) : sent.soon}
      </p>
      <p>{sent.do}</p>
      <p>
        {sent.code}: <strong className="tabular text-xl whitespace-nowrap">{code}</strong>
        <br />
        <span className="text-ink-soft">{sent.codeHint}</span>
      </p>
      <div>
        <LinkButton to={page.pageLanguage === 'en' ? '?lang=en' : '?'} reloadDocument>
          {sent.again}
        </LinkButton>
      </div>
    </div>
  )
}

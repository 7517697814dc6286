import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { urgencyText } from '#app/triage/urgency-text.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { ActionBar, Section } from '#app/ui/page.tsx'
import { approveTexts } from '../approve-texts.server.ts'
import { kindOf } from '../kind-of.ts'
import { readTexts } from '../read-texts.server.ts'
import { FilledText } from '../views/filled-text.tsx'
import { ProtocolPage } from '../views/protocol-page.tsx'
import { useWords } from '../words.ts'

/** Every text that is said, and who stands for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  const now = new Date()
  return { ...(await readTexts(actor, kindOf(params), now)), now: now.toISOString() }
}

const form = z.object({
  text: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(300)
    .default([]),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:approve')
  const kind = kindOf(params)
  const posted = parseForm(form, await readForm(request))
  if (!posted.ok) throw badRequest()
  const count = await approveTexts(actor, kind, posted.value.text)
  return redirect(pathOf(kind, `/texts?done=${count}`))
}

type ShownText = ReturnType<typeof useLoaderData<typeof loader>>['texts'][number]

export default function ProtocolTexts() {
  const { head, texts, now } = useLoaderData<typeof loader>()
  const { texts: words } = useWords()
  const done = useSearchParams()[0].get('done')
  const concepts = texts.filter(({ approval }) => !approval)
  const isSaving = useNavigation().formMethod === 'POST'
  return (
    <ProtocolPage head={head} now={now}>
      {done && <Banner isLive>{words.done(done)}</Banner>}
      <Section title={words.title} lead={words.lead}>
        <p>{concepts.length === 0 ? words.allDone : words.count(texts.length - concepts.length, texts.length)}</p>
        <Form noValidate id="texts" method="post" preventScrollReset />
        {(['questions', 'ends'] as const).map((part) => (
          <div key={part} className="flex flex-col gap-3">
            <h3 className="text-lg font-bold">{words[part]}</h3>
            <ul className="flex flex-col gap-3">
              {texts
                .filter((text) => text.in === part)
                .map((text) => (
                  <Text key={text.id} text={text} />
                ))}
            </ul>
          </div>
        ))}
      </Section>
      {head.mayApprove && concepts.length > 0 && (
        <ActionBar>
          <Button type="submit" form="texts" variant="primary" isPending={isSaving}>
            {words.approve}
          </Button>
        </ActionBar>
      )}
    </ProtocolPage>
  )
}

function Text({ text }: { text: ShownText }) {
  const { head, now } = useLoaderData<typeof loader>()
  const { texts: words } = useWords()
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line bg-surface px-4 py-3">
      <TextBody text={text} />
      {!text.approval && !head.mayApprove && <Badge>{words.concept}</Badge>}
      {!text.approval && head.mayApprove && (
        <CheckboxField name="text[]" value={text.hash} form="texts" label={words.choose} />
      )}
      {text.approval && (
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-ink-soft">
          <span>
            {words.approvedBy(text.approval.by)} <MomentText at={text.approval.at} now={now} />
          </span>
          {head.mayApprove && (
            <Form noValidate method="post" action={pathOf(head.kind, '/texts/withdrawal')} preventScrollReset>
              <input type="hidden" name="text" value={text.hash} />
              <Button type="submit" variant="plain">
                {words.withdraw}
              </Button>
            </Form>
          )}
        </div>
      )}
    </li>
  )
}

function TextBody({ text: shown }: { text: ShownText }) {
  const { values } = useLoaderData<typeof loader>()
  const { form: words } = useWords()
  const filled = (text: string) => <FilledText text={text} values={values} />
  if (shown.in === 'questions')
    return (
      <div>
        <p className="text-lg">{filled(shown.text.ask)}</p>
        <p className="text-ink-soft">{filled(shown.text.why)}</p>
      </div>
    )
  const { because, say, safety, worse } = shown.text
  return (
    <div className="flex flex-col gap-2">
      <EndHead rule={shown.rule} because={because} end={shown.end} />
      <p>{filled(say)}</p>
      {safety.length > 0 && (
        <>
          <p className="text-sm text-ink-soft">{words.safety}</p>
          <ul className="list-disc pl-5">
            {safety.map((line) => (
              <li key={line}>{filled(line)}</li>
            ))}
          </ul>
        </>
      )}
      {worse && (
        <>
          <p className="text-sm text-ink-soft">{words.worse}</p>
          <p>{filled(worse)}</p>
        </>
      )}
    </div>
  )
}

function EndHead({
  rule,
  because,
  end,
}: {
  rule: number
  because: string
  end: Extract<ShownText, { in: 'ends' }>['end']
}) {
  const { path } = useWords()
  const triage = useTriageWords()
  return (
    <p className="font-bold wrap-anywhere">
      {path.rule(rule)} · {urgencyText(end, triage)}, {path.want(because)}
    </p>
  )
}

import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'

type PublicPageProps = { lineId: string; address: string | null }

/** Whether everybody may open a page of the line, and where. */
export function PublicPage({ lineId, address }: PublicPageProps) {
  const words = useWords()
  return (
    <Section title={words.publicPage} lead={words.publicLead} isPanel>
      {address && (
        <>
          <p className="rounded-md border border-line-strong bg-surface px-3 py-2 wrap-anywhere select-all">
            {address}
          </p>
          <CopyButton text={address} label={words.copyAddress} />
          <LinkButton to={`/settings/lines/${lineId}/form`}>{words.formFigures}</LinkButton>
          <p className="text-sm text-ink-soft">{words.unpublishHint}</p>
        </>
      )}
      <Form
        method={address ? 'delete' : 'put'}
        action={`/settings/lines/${lineId}/publication`}
        preventScrollReset
        noValidate
      >
        <Button type="submit">{address ? words.unpublish : words.publish}</Button>
      </Form>
    </Section>
  )
}

import { csvText, csvType } from '#app/core/csv.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Row, Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { useColleagueWords } from '../colleague-words.ts'
import type { SentInvitation } from '../invite-people.server.ts'
import { useInviteWords } from '../invite-words.ts'
import type { Mail } from './one-time-link.tsx'

type Props = { sent: SentInvitation[]; mail: Omit<Mail, 'email'> }

/** All links with their texts, shown once: to copy, or as a file for a mail merge. It is made here, as no link is kept. */
export function InvitationLinks({ sent, mail }: Props) {
  const all = useColleagueWords()
  const words = useInviteWords()
  const language = useLanguage()
  const textOf = (one: SentInvitation) => all.accounts.mailText({ ...one, ...mail })
  const everything = sent.map((one) => `${one.name} <${one.email}>\n\n${textOf(one)}`).join('\n\n----\n\n')
  const rows = sent.map((one) => [one.name, one.email, one.link, textOf(one)])
  return (
    <Section title={words.ready(numberText(sent.length, language), sent.length === 1)} isPanel>
      <Banner tone="attention" isLive>
        {words.once}
      </Banner>
      <Row>
        <CopyButton text={everything} label={words.copyAll} />
        <Button onClick={() => save(csvText([words.fileHead, ...rows]), words.fileName)}>{words.file}</Button>
      </Row>
      <Links sent={sent} textOf={textOf} />
    </Section>
  )
}

function Links({ sent, textOf }: Pick<Props, 'sent'> & { textOf: (one: SentInvitation) => string }) {
  const words = useInviteWords()
  const { copyText } = useColleagueWords().accounts
  return (
    <Table
      caption={words.links}
      isCaptionHidden
      rows={sent}
      rowKey={({ link }) => link}
      columns={[
        { key: 'name', label: words.name, cell: ({ name }) => name },
        { key: 'email', label: words.email, cell: ({ email }) => email },
        {
          key: 'link',
          label: words.link,
          cell: ({ link }) => <span className="text-sm wrap-anywhere select-all">{link}</span>,
        },
        {
          key: 'copy',
          label: words.copy,
          isLabelHidden: true,
          hasControls: true,
          cell: (one) => <CopyButton text={textOf(one)} label={copyText} />,
        },
      ]}
    />
  )
}

function save(text: string, name: string) {
  const address = URL.createObjectURL(new Blob([text], { type: csvType }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  URL.revokeObjectURL(address)
}

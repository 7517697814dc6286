import { Banner } from '#app/ui/banner.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { useColleagueWords } from '../colleague-words.ts'
import type { Who } from '../roles.ts'

/** What goes with the link when it is an invitation: who is it to, and from whom. */
export type Mail = { email: string; as: Who['as']; placeName: string; contactEmail: string }

type Props = { title: string; name: string; link: string; mail?: Mail }

/** Shown once: only the hash of it is kept. */
export function OneTimeLink({ title, name, link, mail }: Props) {
  const words = useColleagueWords().accounts
  return (
    <Banner title={title} isLive>
      <p>{words.linkReadyLead(name)}</p>
      <p className="my-3 rounded-md border border-line-strong bg-surface px-3 py-2 wrap-anywhere text-ink select-all">
        {link}
      </p>
      <CopyButton text={link} label={words.copyLink} />
      {mail && <MailText mail={mail} name={name} link={link} />}
    </Banner>
  )
}

function MailText({ mail, name, link }: { mail: Mail; name: string; link: string }) {
  const words = useColleagueWords().accounts
  const subject = words.mailSubject(mail)
  const text = words.mailText({ name, link, ...mail })
  return (
    <div className="mt-4 flex flex-col gap-3">
      <p className="font-bold">{words.mailReady}</p>
      <p className="rounded-md border border-line-strong bg-surface px-3 py-2 wrap-anywhere whitespace-pre-line text-ink">
        {text}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={text} label={words.copyText} />
        <a
          href={`mailto:${encodeURIComponent(mail.email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`}
          className="target inline-flex items-center font-bold text-accent underline underline-offset-4"
        >
          {words.openMail}
        </a>
      </div>
    </div>
  )
}

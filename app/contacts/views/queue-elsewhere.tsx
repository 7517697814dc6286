import { LinkButton } from '#app/ui/button.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import type { QueueView } from '../queue-views.ts'
import { useQueueWords } from '../queue-words.ts'
import { useWords } from '../words.ts'
import { useDeskPerson } from './desk-live.tsx'

/** What else can be looked at or done from the queue. */
export function QueueElsewhere({ view }: { view: QueueView }) {
  const words = useQueueWords()
  const { closed } = useWords()
  return (
    <div className="hidden items-center gap-3 sm:flex">
      <LinkButton to="/wallboard" variant="plain">
        {words.wallboard}
      </LinkButton>
      <LinkButton to={`?view=${view}`} reloadDocument variant="plain">
        {words.refresh}
      </LinkButton>
      <LinkButton to="/contacts" variant="plain">
        {closed.title}
      </LinkButton>
      <ByHand />
    </div>
  )
}

/** Somebody who came in otherwise. */
function ByHand() {
  const { byHand } = useWords()
  if (!useDeskPerson().mayWork) return null
  return (
    <LinkButton to="/contacts/new" icon="plus" keys="n">
      {byHand.title}
    </LinkButton>
  )
}

/** The same on a phone, beside the title: there the rows themselves need the room. */
export function QueueMenu({ view }: { view: QueueView }) {
  const words = useQueueWords()
  const { closed, byHand } = useWords()
  const { mayWork } = useDeskPerson()
  return (
    <div className="ml-auto sm:hidden">
      <Menu label={words.elsewhere}>
        {mayWork && <MenuLink to="/contacts/new">{byHand.title}</MenuLink>}
        <MenuLink to="/contacts">{closed.title}</MenuLink>
        <MenuLink to="/wallboard">{words.wallboard}</MenuLink>
        <MenuLink to={`?view=${view}`} reloadDocument>
          {words.refresh}
        </MenuLink>
      </Menu>
    </div>
  )
}

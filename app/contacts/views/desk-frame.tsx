import type { ReactNode } from 'react'
import { useKeptPapers } from '#app/papers/views/use-kept-papers.ts'
import { LiveProvider } from '#app/ui/live.tsx'
import { CallAlarm } from './call-alarm.tsx'
import { DeskBars } from './desk-bars.tsx'
import { DeskLive, type DeskPerson, useDeskConnection, useDeskPerson } from './desk-live.tsx'
import { provideDesk } from './desk-slot.ts'
import { PresenceControl } from './presence-control.tsx'

function Around({ person, children }: { person: DeskPerson; children: ReactNode }) {
  useKeptPapers()
  return (
    <DeskLive person={person}>
      <Told>
        {/* By this the browser knows, before the page comes to life, what it must load. */}
        <div data-desk className="contents">
          {children}
        </div>
      </Told>
    </DeskLive>
  )
}

const Told = ({ children }: { children: ReactNode }) => (
  <LiveProvider told={useDeskConnection()}>{children}</LiveProvider>
)

const Header = () => (
  <>
    {useDeskPerson().mayWork && <PresenceControl />}
    <CallAlarm />
  </>
)

provideDesk({ Around, Header, Bars: DeskBars })

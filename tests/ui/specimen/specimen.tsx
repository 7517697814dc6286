import type { ReactNode } from 'react'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Menu, MenuButton, MenuLink, MenuText } from '#app/ui/menu.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { ToastProvider } from '#app/ui/toast.tsx'
import { Fields } from '#tests/ui/specimen/fields.tsx'
import { Figures } from '#tests/ui/specimen/figures.tsx'
import { Messages } from '#tests/ui/specimen/messages.tsx'

/** Every piece of app/ui on one page, to look at and to measure. */
export function Specimen() {
  return (
    <ToastProvider>
      <Frame>
        <Page>
          <PageHeader
            back={{ to: '/rounds', label: 'Alle belacties' }}
            title="Belactie 80+ najaar"
            state={<Badge tone="active">Loopt</Badge>}
            meta="1.240 van 2.000 adressen klaar. Bij dit tempo klaar op donderdag 17 december."
            secondary={<LinkButton to="/print">Afdrukken</LinkButton>}
            action={
              <LinkButton to="/next" variant="primary" icon="phone" keys="n">
                Volgende bellen
              </LinkButton>
            }
          />
          <Tabs
            label="Onderdelen van de belactie"
            tabs={[
              { to: '/', label: 'Voortgang', end: true },
              { to: '/callers', label: 'Bellers', count: '35' },
              { to: '/addresses', label: 'Adressen', count: '2.000' },
              { to: '/script', label: 'Gespreksleidraad' },
              { to: '/rules', label: 'Afspraken en regels' },
            ]}
          />
          <Figures />
          <Messages />
          <Fields />
        </Page>
      </Frame>
    </ToastProvider>
  )
}

const nav = [
  { to: '/', label: 'Vandaag', icon: 'clock', end: true },
  { to: '/list', label: 'Bellijst', icon: 'phone' },
  { to: '/tenants', label: 'Huurders', icon: 'people' },
  { to: '/rounds', label: 'Belacties', icon: 'list' },
  { to: '/promises', label: 'Opvolging', icon: 'check', badge: '3', badgeLabel: '3 te laat' },
  { to: '/admin', label: 'Beheer', icon: 'gear' },
] as const

const Frame = ({ children }: { children: ReactNode }) => (
  <Shell
    product="Rondbel"
    nav={[...nav]}
    organisation={
      <Menu label="Thuisvester" icon="house" align="start">
        <MenuLink to="/a" isCurrent>
          Thuisvester
        </MenuLink>
        <MenuLink to="/b">Parteon</MenuLink>
      </Menu>
    }
    search={{ action: '/search', label: 'Zoek op nummer, naam of postcode' }}
    account={
      <Menu label="Annemiek de Wit" icon="person">
        <MenuText>Beller bij Thuisvester</MenuText>
        <MenuLink to="/account" icon="gear">
          Mijn instellingen
        </MenuLink>
        <MenuButton icon="logout">Uitloggen</MenuButton>
      </Menu>
    }
  >
    {children}
  </Shell>
)

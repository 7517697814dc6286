import { Form, useLocation, useRouteLoaderData } from '@remix-run/react'
import type { IconName } from '#app/ui/icon.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Menu, MenuButton, MenuChoice, MenuLink, MenuText } from '#app/ui/menu.tsx'
import { can } from '../permissions.ts'
import type { Who } from '../roles.ts'
import { type Theme, themes } from '../theme.ts'
import { useWords } from '../words.ts'

const icons: Record<Theme, IconName> = { light: 'sun', dark: 'moon', system: 'screen' }

/** One's own things: how the screen looks, the language, and the way out. Plain forms, so they work without script. */
export function AccountMenu({ name, who }: { name: string; who: Who }) {
  const all = useWords()
  const words = all.frame
  const language = useLanguage()
  const { pathname, search } = useLocation()
  const back = <input type="hidden" name="back" value={pathname + search} />
  const currentTheme = useRouteLoaderData<{ theme: Theme | null }>('root')?.theme ?? 'system'
  return (
    <Menu label={name} icon="person">
      <MenuText>{all.roles[who.role]}</MenuText>
      <OwnPages who={who} />
      <Form method="post" action="/account/preferences" replace preventScrollReset noValidate>
        {back}
        <fieldset className="border-b border-line py-1">
          <legend className="sr-only">{words.theme}</legend>
          {themes.map((theme) => (
            <MenuChoice key={theme} name="theme" value={theme} icon={icons[theme]} isSelected={theme === currentTheme}>
              {words.themes[theme]}
            </MenuChoice>
          ))}
        </fieldset>
      </Form>
      <Form method="post" action="/account/preferences" replace preventScrollReset noValidate>
        {back}
        <input type="hidden" name="language" value={language === 'nl' ? 'en' : 'nl'} />
        <MenuButton type="submit" icon="globe">
          {words.language}
        </MenuButton>
      </Form>
      <Form method="post" action="/sign-out" noValidate>
        <MenuButton type="submit" icon="logout">
          {words.signOut}
        </MenuButton>
      </Form>
    </Menu>
  )
}

function OwnPages({ who }: { who: Who }) {
  const words = useWords().frame
  return (
    <>
      <MenuLink to="/account" icon="person">
        {words.ownAccount}
      </MenuLink>
      {who.as === 'member' && can(who, 'corporation:manage') && (
        <MenuLink to="/settings" icon="gear">
          {words.settings}
        </MenuLink>
      )}
    </>
  )
}

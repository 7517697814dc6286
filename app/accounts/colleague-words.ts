import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'
import type { MemberState } from './member-search.ts'
import type { DeskRole, Role, Who } from './roles.ts'

/** From a corporation or a desk. */
type From = { as: Who['as']; placeName: string }
type MailWords = From & { name: string; link: string; contactEmail: string }

/**
 * Of colleagues, invitations and one's own account: apart from the other words, so that signing in loads no more than it needs.
 *
 * @internal A test reads the text of an invitation.
 */
export const nl = {
  roleHints: {
    administrator: 'Regelt wie er mag inloggen en leest huurderslijsten in.',
    coordinator: 'Kiest wie er gebeld worden, verdeelt de adressen en volgt alles op.',
    caller: 'Belt huurders en legt gesprekken vast. Ziet geen achterstand of overlast.',
    reader: 'Ziet de resultaten, geen huurders.',
    'contact-person': 'Leest ’s ochtends wat er in de nacht is gemeld, en pakt het op. Ziet niets van een belactie.',
    'desk-administrator': 'Regelt wie er bij de meldkamer werkt. Mag alles wat een dienstleider mag.',
    supervisor: 'Leidt de dienst, en zet lijnen door.',
    operator: 'Neemt op, en ziet van huurders alleen wat daarvoor nodig is.',
  } satisfies Record<Role | DeskRole, string>,
  invitation: {
    title: (corporation: string) => `Welkom bij ${corporation}`,
    lead: (name: string, email: string) => `${name}, u logt straks in met ${email}.`,
    replaceLead: (name: string, email: string) => `${name}, u logt straks in met ${email}. Kies een wachtwoord.`,
    newOrOwn:
      'Kies een wachtwoord. Hebt u met dit e-mailadres al een account bij Rondbel? Vul dan het wachtwoord daarvan in.',
    orNotYours: 'Had u al een account, dan is dit niet het wachtwoord daarvan.',
    notTaken:
      'Met dit wachtwoord lukt het niet. Hebt u al een account bij Rondbel, vul dan het wachtwoord daarvan in. Weet u het niet meer, vraag dan uw beheerder.',
    replaceTitle: 'Een nieuw wachtwoord',
    password: 'Wachtwoord',
    passwordHint: 'Minstens 12 tekens. Vier losse woorden zijn goed te onthouden.',
    submit: 'Beginnen',
    gone: 'Deze link is niet meer geldig',
    goneLead: 'De link is al gebruikt of ouder dan zeven dagen. Vraag uw beheerder om een nieuwe.',
    toSignIn: 'Naar inloggen',
  },
  accounts: {
    title: 'Collega’s',
    lead: 'Wie er mag inloggen, en met welke rol.',
    caption: 'Collega’s met toegang',
    name: 'Naam',
    email: 'E-mailadres',
    role: 'Rol',
    lastSeen: 'Laatst gezien',
    never: 'Niet in de laatste 30 dagen',
    signedIn: 'Ingelogd',
    invite: 'Collega uitnodigen',
    inviteLead: 'U krijgt een link die één keer werkt. Stuur die zelf naar uw collega.',
    sendInvite: 'Uitnodiging maken',
    inviteReady: 'De uitnodiging is klaar',
    linkReadyLead: (name: string) =>
      `Stuur deze link naar ${name}. De link werkt één keer en zeven dagen lang. Hij is hierna niet meer te zien.`,
    copyLink: 'Link kopiëren',
    copyText: 'Tekst kopiëren',
    openMail: 'Openen in uw e-mail',
    mailReady: 'Tekst voor een e-mail',
    mailSubject: ({ as, placeName }: From) =>
      as === 'desk' ? `Opnemen bij ${placeName}` : `Bellen met huurders van ${placeName}`,
    mailText: ({ name, link, as, placeName, contactEmail }: MailWords) =>
      `Beste ${name},\n\n${placeName} nodigt u uit voor Rondbel, waarmee wij ${as === 'desk' ? 'de telefoon opnemen' : 'onze huurders bellen'}. ` +
      `Open deze link en kies een wachtwoord:\n\n${link}\n\nDe link werkt één keer, en zeven dagen lang.` +
      (contactEmail ? ` Vragen? Mail naar ${contactEmail}.` : ''),
    back: 'Alle collega’s',
    saveRole: 'Rol opslaan',
    saved: 'De rol is gewijzigd.',
    endSessions: 'Nu overal uitloggen',
    endSessionsLead: (count: number) =>
      count === 1 ? 'Deze collega is op één plek ingelogd.' : `Deze collega is op ${count} plekken ingelogd.`,
    ended: 'Deze collega is overal uitgelogd.',
    newPassword: 'Nieuw wachtwoord',
    newPasswordLead:
      'Is deze collega het wachtwoord kwijt? Maak een link en geef die zelf. Daarmee kiest de collega een ander wachtwoord.',
    makeLink: 'Link maken',
    linkReady: 'De link is klaar',
    endAccess: 'Toegang stoppen',
    endAccessLead: 'U ziet eerst wat er bij deze collega ligt, en kiest wie dat overneemt.',
    audit: 'Logboek',
    inviteMany: 'Veel tegelijk uitnodigen',
    openInvitations: 'Uitgenodigd, nog niet binnen',
    linkUntil: 'Link werkt tot',
    withdraw: 'Intrekken',
    withdrawn: 'De uitnodiging is ingetrokken. De link werkt niet meer.',
    newLink: 'Nieuwe link',
    search: 'Zoek op naam of e-mailadres',
    searchNow: 'Zoeken',
    clear: 'Alles tonen',
    anyRole: 'Alle rollen',
    state: 'Laatst gezien',
    states: { any: 'Maakt niet uit', here: 'Nu ingelogd', away: 'Niet in de laatste 30 dagen' } satisfies Record<
      MemberState,
      string
    >,
    found: (count: string, isOne: boolean) => (isOne ? '1 collega' : `${count} collega’s`),
    noneFound: 'Geen collega gevonden',
    noneFoundLead: 'Probeer een deel van de naam, of een andere rol.',
  },
  ownAccount: {
    title: 'Mijn account',
    back: 'Vandaag',
    password: 'Wachtwoord',
    passwordLead: 'Andere plekken waar u bent ingelogd, worden uitgelogd.',
    current: 'Uw wachtwoord van nu',
    next: 'Nieuw wachtwoord',
    change: 'Wachtwoord wijzigen',
    changed: (ended: number) =>
      ended === 0
        ? 'Uw wachtwoord is gewijzigd.'
        : ended === 1
          ? 'Uw wachtwoord is gewijzigd. U bent op één andere plek uitgelogd.'
          : `Uw wachtwoord is gewijzigd. U bent op ${ended} andere plekken uitgelogd.`,
    language: 'Taal',
    languages: { nl: 'Nederlands', en: 'English' },
    saveLanguage: 'Taal opslaan',
  },
}

const en: Catalogue<typeof nl> = {
  roleHints: {
    administrator: 'Decides who may sign in, and imports tenant lists.',
    coordinator: 'Chooses who is called, spreads the homes and follows everything up.',
    caller: 'Calls tenants and records conversations. Sees no arrears or nuisance.',
    reader: 'Sees results, no tenants.',
    'contact-person': 'Reads in the morning what came at night, and takes it up. Sees nothing of a call round.',
    'desk-administrator': 'Decides who works for the desk. May all that a supervisor may.',
    supervisor: 'Runs the shift, and sends lines on.',
    operator: 'Answers, and sees of tenants only what that takes.',
  },
  invitation: {
    title: (corporation) => `Welcome to ${corporation}`,
    lead: (name, email) => `${name}, you will sign in with ${email}.`,
    replaceLead: (name, email) => `${name}, you will sign in with ${email}. Choose a password.`,
    newOrOwn:
      'Choose a password. Do you have an account at Rondbel with this address already? Then fill in its password.',
    orNotYours: 'If you had an account already, this is not its password.',
    notTaken:
      'This password does not work. If you have an account at Rondbel already, fill in its password. If you forgot it, ask your administrator.',
    replaceTitle: 'A new password',
    password: 'Password',
    passwordHint: 'At least 12 characters. Four loose words are easy to remember.',
    submit: 'Begin',
    gone: 'This link is no longer valid',
    goneLead: 'It was used, or is older than seven days. Ask your administrator for a new one.',
    toSignIn: 'To sign in',
  },
  accounts: {
    title: 'Colleagues',
    lead: 'Who may sign in, and in which role.',
    caption: 'Colleagues with access',
    name: 'Name',
    email: 'E-mail address',
    role: 'Role',
    lastSeen: 'Last seen',
    never: 'Not in the last 30 days',
    signedIn: 'Signed in',
    invite: 'Invite a colleague',
    inviteLead: 'You get a link that works once. Send it to your colleague yourself.',
    sendInvite: 'Make invitation',
    inviteReady: 'The invitation is ready',
    linkReadyLead: (name) =>
      `Send this link to ${name}. It works once, for seven days. It cannot be seen again after this.`,
    copyLink: 'Copy the link',
    copyText: 'Copy the text',
    openMail: 'Open in your mail',
    mailReady: 'Text for an e-mail',
    mailSubject: ({ as, placeName }) =>
      as === 'desk' ? `Answering at ${placeName}` : `Calling tenants of ${placeName}`,
    mailText: ({ name, link, as, placeName, contactEmail }) =>
      `Dear ${name},\n\n${placeName} invites you to Rondbel, with which we ${as === 'desk' ? 'answer the telephone' : 'call our tenants'}. ` +
      `Open this link and choose a password:\n\n${link}\n\nIt works once, for seven days.` +
      (contactEmail ? ` Questions? Write to ${contactEmail}.` : ''),
    back: 'All colleagues',
    saveRole: 'Save role',
    saved: 'The role was changed.',
    endSessions: 'Sign out everywhere now',
    endSessionsLead: (count) =>
      count === 1 ? 'This colleague is signed in at one place.' : `This colleague is signed in at ${count} places.`,
    ended: 'This colleague was signed out everywhere.',
    newPassword: 'New password',
    newPasswordLead:
      'Has this colleague lost their password? Make a link and give it to them yourself. With it they choose another.',
    makeLink: 'Make a link',
    linkReady: 'The link is ready',
    endAccess: 'End access',
    endAccessLead: 'You first see what lies with this colleague, and choose who takes it over.',
    audit: 'Audit log',
    inviteMany: 'Invite many at once',
    openInvitations: 'Invited, not in yet',
    linkUntil: 'Link works until',
    withdraw: 'Withdraw',
    withdrawn: 'The invitation was withdrawn. Its link works no more.',
    newLink: 'New link',
    search: 'Search by name or e-mail address',
    searchNow: 'Search',
    clear: 'Show all',
    anyRole: 'All roles',
    state: 'Last seen',
    states: { any: 'Ever', here: 'Signed in now', away: 'Not in the last 30 days' },
    found: (count, isOne) => (isOne ? '1 colleague' : `${count} colleagues`),
    noneFound: 'No colleague found',
    noneFoundLead: 'Try a part of the name, or another role.',
  },
  ownAccount: {
    title: 'My account',
    back: 'Today',
    password: 'Password',
    passwordLead: 'You are signed out wherever else you are signed in.',
    current: 'Your present password',
    next: 'New password',
    change: 'Change password',
    changed: (ended) =>
      ended === 0
        ? 'Your password was changed.'
        : ended === 1
          ? 'Your password was changed. You were signed out at one other place.'
          : `Your password was changed. You were signed out at ${ended} other places.`,
    language: 'Language',
    languages: { nl: 'Nederlands', en: 'English' },
    saveLanguage: 'Save language',
  },
}

export const useColleagueWords = wordsIn({ nl, en })

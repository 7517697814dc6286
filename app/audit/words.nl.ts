export const nl = {
  title: 'Logboek',
  lead: 'Wie wat zag of wijzigde. Regels kunnen niet worden veranderd of weggehaald.',
  back: 'Beheer',
  caption: 'Gebeurtenissen, nieuwste bovenaan',
  at: 'Wanneer',
  who: 'Wie',
  system: 'Rondbel zelf',
  action: 'Wat',
  subject: 'Waarvan',
  older: 'Oudere',
  newest: 'Naar de nieuwste',
  none: 'Er is nog niets vastgelegd',
  noneLead: 'Zodra iemand iets bekijkt of wijzigt, staat het hier.',
  intact: (links: string) => `De keten van ${links} regels klopt.`,
  broken: (position: string) =>
    `De keten klopt niet meer vanaf regel ${position}. Er is buiten Rondbel om iets gewijzigd of weggehaald.`,
}

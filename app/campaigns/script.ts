import { z } from 'zod'
import { seenByCallers } from './seen-by-callers.ts'

const section = z.object({
  title: seenByCallers(120).min(1, 'required'),
  text: seenByCallers(4000).min(1, 'required'),
})

/** What a caller may read aloud, in reading order. */
export const scriptSchema = z.array(section).min(1, 'required').max(20, 'too-many')
export type ScriptSection = z.infer<typeof section>
export type Script = z.infer<typeof scriptSchema>

/** For tenants of 80 and over. The names in brackets are filled in when a caller reads it: see fill-script.ts. */
const eightyPlus: Script = [
  {
    title: 'Voorstellen',
    text: 'Goedemiddag, u spreekt met (uw naam) van (de corporatie), uw verhuurder. Spreek ik met (naam)? Ik bel niet omdat er iets mis is. We bellen al onze huurders van 80 jaar en ouder om te vragen hoe het gaat. Komt het gelegen?',
  },
  {
    title: 'Hoe gaat het?',
    text: 'Hoe gaat het met u? Hoe ziet uw dag eruit? Spreekt u vaak iemand? Neem de tijd en laat de huurder vertellen. Stilte is niet erg.',
  },
  {
    title: 'Wonen',
    text: 'Woont u nog fijn in uw huis? Is er iets dat lastig is, bijvoorbeeld de trap, de drempels of de verwarming? Is er iets kapot dat wij moeten maken? Voelt u zich veilig in huis en in de buurt?',
  },
  {
    title: 'Hulp nodig?',
    text: 'Is er iets waar u hulp bij kunt gebruiken, zoals boodschappen, vervoer of papieren? Is er iemand die u dan helpt? Mogen wij uw naam doorgeven aan iemand die kan helpen? Alleen doorgeven als de huurder ja zegt.',
  },
  {
    title: 'Klopt uw nummer?',
    text: 'Is dit het beste nummer om u te bellen? Heeft u ook een mobiel nummer of een e-mailadres? Vindt u het fijn als we nog eens bellen?',
  },
  {
    title: 'Afronden',
    text: 'Herhaal wat u heeft beloofd en wanneer. Vertel wie er belt of langskomt. Bedank voor het gesprek: "Fijn dat ik u even sprak. Ik wens u een mooie dag."',
  },
]

const general: Script = [
  {
    title: 'Voorstellen',
    text: 'Goedemiddag, u spreekt met (uw naam) van (de corporatie), uw verhuurder. Spreek ik met (naam)? Komt het gelegen?',
  },
  { title: 'Waarom we bellen', text: 'Vertel in één zin waarom u belt. De reden staat links in beeld.' },
  { title: 'Hoe gaat het?', text: 'Hoe gaat het met u? Woont u naar uw zin? Is er iets waar wij bij kunnen helpen?' },
  { title: 'Klopt uw nummer?', text: 'Is dit het beste nummer om u te bellen? Klopt uw e-mailadres nog?' },
  { title: 'Afronden', text: 'Herhaal wat u heeft beloofd en wanneer. Bedank voor het gesprek.' },
]

export const defaultScripts = { 'eighty-plus': eightyPlus, general } as const

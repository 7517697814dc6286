/**
 * Every field a list can fill. Adding a field or another name for one is adding to this table. Names stand as
 * `normaliseHeader` writes them, so capitals, dots, spaces, underscores, slashes and accents need no entry of their own.
 *
 * `sure` names mean one thing. `doubtful` ones are used by several programs for different things, and are shown to
 * the person who maps the file as a question.
 */
export type ColumnKind = 'text' | 'name' | 'identifier' | 'date' | 'amount' | 'phone' | 'other'

type Column = { kind: ColumnKind; sure: string; doubtful?: string }

export const columns = {
  tenantNumber: {
    kind: 'identifier',
    sure: `
      huurdernr huurdernummer huurderid huurdercode hoofdhuurdernr hoofdhuurdernummer relatienr relatienummer
      relatieid relatiecode klantnr klantnummer klantid klantcode contactnr contactnummer persoonsnr
      persoonnummer persoonsnummer personnumber tenantnumber tenantnr tenantno tenantid customernumber
      customerno customerid relationnumber debiteurnr debiteurnummer idextern
    `,
    doubtful: 'nummer nr number id code contractnummer contractnr huishoudnr huishoudnummer',
  },
  salutation: {
    kind: 'name',
    sure: 'aanhef aanhefcode aanspreking salutation introductoryname aanspreektitel',
    doubtful: 'titel title',
  },
  initials: {
    kind: 'name',
    sure: 'voorletters voorletter initialen initials voorl vrl',
  },
  firstName: {
    kind: 'name',
    sure: 'voornaam voornamen roepnaam firstname givenname forename callname',
  },
  infix: {
    kind: 'name',
    sure: `
      tussenvoegsel tussenvoegsels tussenv tussenvgs tvgsl tsv voorvoegsel voorvoegsels voorv infix prefix
      nameprefix voorzetsel middlename
    `,
  },
  lastName: {
    kind: 'name',
    sure: 'achternaam geslachtsnaam familienaam lastname surname familyname',
  },
  fullName: {
    kind: 'name',
    sure: `
      volledigenaam naamvolledig naamhuurder huurdernaam naamhuurder1 huurdernaam1 klantnaam relatienaam
      aanschrijfnaam tenaamstelling naamvoluit fullname tenantname displayname customername contactnaam
    `,
    doubtful: 'naam name huurder hoofdhuurder tenant contactpersoon',
  },
  sex: {
    kind: 'other',
    sure: 'geslacht sex gender geslachtscode mv mvx',
  },
  birthOn: {
    kind: 'date',
    sure: `
      geboortedatum gebdatum gebdat gebdtm geborenop geboortedat datumgeboorte birthdate dateofbirth birthday
      dob birthon geboren geboortedatumhuurder
    `,
  },
  deceasedOn: {
    kind: 'date',
    sure: `
      overlijdensdatum datumoverlijden overledenop overldatum dateofdeath deceasedon deathdate datumoverleden
      overlijdensdat
    `,
    doubtful: 'overleden deceased',
  },
  street: {
    kind: 'text',
    sure: 'straat straatnaam street streetname openbareruimte',
  },
  houseNumber: {
    kind: 'other',
    sure: 'huisnr huisnummer huisno housenumber housenr houseno hnr streetnumber',
  },
  addition: {
    kind: 'text',
    sure: `
      toev toevoeging toevoegsel huisnrtoev huisnummertoevoeging huisnrtoevoeging huisletter
      huislettertoevoeging huisnrtoevoegsel addition housenumberaddition houseaddition hnrtoev huisnummertoev
      huisnummertoevoegsel housenumbersuffix
    `,
    doubtful: 'suffix',
  },
  addressLine: {
    kind: 'text',
    sure: `
      adres volledigadres adresregel adresregel1 straatenhuisnummer straathuisnummer straathuisnr straatennummer
      address addressline addressline1 adresvolledig woonadres objectadres adreseenheid streetaddress
    `,
  },
  postcode: {
    kind: 'other',
    sure: 'postcode pc zipcode zip postalcode postcd pcode',
  },
  city: {
    kind: 'text',
    sure: 'plaats woonplaats plaatsnaam woonplaatsnaam city town residence stad',
  },
  municipality: {
    kind: 'text',
    sure: 'gemeente gemeentenaam municipality burgerlijkegemeente',
  },
  homeNumber: {
    kind: 'identifier',
    sure: `
      vhe vhenr vhenummer vhecode vheid eenheidnr eenheidnummer eenheid eenheidid eenheidcode ogeenheidnr ogeh
      unitnummer unitnr unitnumber unitid unit homenumber objectnr objectnummer objectcode realestateid
      verhuureenheid verhuureenheidnr woningnr woningnummer verhuurbareeenheid vastgoedeenheid
    `,
    doubtful: 'object bedrijfsnr',
  },
  complex: {
    kind: 'identifier',
    sure: `
      complex complexnr complexnummer complexcode complexid clusternr clusternummer cluster technicalcomplex
      complexnaam buurtcomplex complexnumber
    `,
    doubtful: 'financialcomplex',
  },
  landline: {
    kind: 'phone',
    sure: `
      telvast telefoonvast vastetelefoon vastnummer vasttelefoonnummer telprive telefoonprive telthuis
      telefoonthuis landline homephone phonehome vastetelefoonnummer telefoonvastnet
    `,
  },
  mobile: {
    kind: 'phone',
    sure: `
      mobiel mobielnr mobielnummer mobieletelefoon mobieltelefoonnummer mobieletelefoonnummer gsm gsmnr
      gsmnummer telmobiel telefoonmobiel telnrmobiel mobile mobilephone mobilenumber cell cellphone 06nummer
      06nr phonemobile telmob
    `,
  },
  phone: {
    kind: 'phone',
    sure: `
      telefoon telefoonnummer telefoonnr tel telnr telnummer telefoon1 tel1 telefoon2 tel2 telefoonoverdag
      teloverdag telefoonavond telwerk telefoonwerk phone phonenumber telephone phone1 phone2 telefoonoverig
      otherphone telefoonnummer1 telefoonnummer2
    `,
  },
  email: {
    kind: 'other',
    sure: 'email emailadres email1 mail mailadres emailaddress epost emailprive emailhuurder',
  },
  language: {
    kind: 'other',
    sure: 'taal voorkeurstaal language taalcode preferredlanguage spreektaal languagecode',
  },
  tenancyStartedOn: {
    kind: 'date',
    sure: `
      ingangsdatum ingangsdatumhuurcontract ingangsdatumcontract ingangsdatumhuur begindatumcontract
      begindatumhuur begindatumhuurcontract huuringang huuringangsdatum startdatumhuur huurvanaf
      startdatumcontract tenancystart tenancystartedon tenancystartdate contractstart leasestart datumingang
      ingdatum huurbegin huursinds
    `,
    doubtful: 'begindatum startdatum startdate datumvanaf',
  },
  tenancyEndedOn: {
    kind: 'date',
    sure: `
      einddatumhuurcontract einddatumcontract einddatumhuur huureinde afloopdatum huurtotenmet tenancyend
      tenancyendedon tenancyenddate contractend leaseend huuropzegdatum datumeindehuur
    `,
    doubtful: 'einddatum enddate',
  },
  arrears: {
    kind: 'amount',
    sure: `
      saldoachterstand openstaandsaldo achterstandbedrag achterstand huurachterstand bedragachterstand
      achterstandsaldo openstaandbedrag arrears arrearsamount rentarrears betalingsachterstand huurschuld
      outstandingbalance openstaand
    `,
    doubtful: 'saldo balance',
  },
  lastArrearsOn: {
    kind: 'date',
    sure: `
      laatsteachterstand datumlaatstebetalingsachterstand achterstanddatum datumachterstand
      datumlaatsteachterstand laatsteachterstandop lastarrearson lastarrears arrearsdate arrearson
      laatstebetalingsachterstand peildatumachterstand
    `,
  },
  nuisanceReportedOn: {
    kind: 'date',
    sure: `
      overlastgemeld datumoverlastmelding overlastmelder overlastmelding overlastgemeldop laatsteoverlastmelding
      nuisancereportedon nuisancereported datumoverlastgemeld overlastmelddatum
    `,
  },
  nuisanceCausedOn: {
    kind: 'date',
    sure: `
      overlastveroorzaakt datumoverlastveroorzaker overlastveroorzaker overlastveroorzaaktop nuisancecausedon
      nuisancecaused datumoverlastveroorzaakt overlastgever
    `,
    doubtful: 'overlast nuisance',
  },
  householdSize: {
    kind: 'other',
    sure: `
      aantalbewoners gezinsgrootte personen aantalpersonen huishoudgrootte gezinsleden householdsize
      aantalgezinsleden gezinsomvang huishoudomvang samenstellinghuishouden occupants
    `,
    doubtful: 'bewoners huishouden',
  },
  doNotCall: {
    kind: 'other',
    sure: `
      nietbellen blokkadebellen belniet donotcall dnc geencontact bellennietgewenst nocall
      geentelefonischcontact nietbenaderen belblokkade nietbellenjn
    `,
  },
} as const satisfies Record<string, Column>

export type Field = keyof typeof columns

export const fields = Object.keys(columns) as [Field, ...Field[]]

/** A list without these cannot be told apart from next week's, or addressed to anybody. */
export const nameFields: readonly Field[] = ['lastName', 'fullName', 'firstName']

export function normaliseHeader(header: string): string {
  return header
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** A citizen service number may not be kept by a housing corporation (Wabb art. 10): such a column is never read. */
export function isBsnHeader(header: string): boolean {
  return /^bsn|bsn$|burgerservicen|^sofi(?:$|n)/.test(normaliseHeader(header))
}

export type HeaderMeaning = { field: Field; isSure: boolean }

export function meaningOfHeader(header: string): HeaderMeaning | null {
  return dictionary.get(normaliseHeader(header)) ?? null
}

const dictionary = new Map<string, HeaderMeaning>()
for (const field of fields) {
  const { sure, doubtful = '' }: Column = columns[field]
  for (const name of doubtful.match(/\S+/g) ?? []) dictionary.set(name, { field, isSure: false })
  for (const name of sure.match(/\S+/g) ?? []) dictionary.set(name, { field, isSure: true })
}

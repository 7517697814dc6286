import type { CellKind } from '#imports/cell-rules.ts'

/**
 * Every column a list can have, with all that hangs on it: adding a column, or another name for one, is adding to this
 * table (and the column in the database, and its words). Reading, staging, comparing, applying, showing and undoing
 * follow from it.
 *
 * `fills` is where its value is kept; a column of `circumstance` is seen only by who may see arrears and nuisance.
 * `helpsFill` names what else it tells of: what a list has no column for stays as it is known.
 *
 * Names stand as `normaliseHeader` writes them, so capitals, dots, spaces, underscores, slashes and accents need no
 * entry of their own. `sure` names mean one thing. `doubtful` ones are used by several programs for different things,
 * and are shown to the person who maps the file as a question.
 */
type Column = {
  kind: ColumnKind
  fills?: `${KeptTable}.${string}`
  helpsFill?: readonly `${KeptTable}.${string}`[]
  /** Without a column for each need no row can be taken. */
  needed?: Need
  /** What a tenant corrected in a conversation stands over the list until the list agrees. */
  isCorrectable?: true
  sure: string
  doubtful?: string
}

export type KeptTable = 'tenant' | 'home' | 'circumstance'
export type Need = 'tenantNumber' | 'name'

/** Read alone, by the rule of that name in `cell-rules.ts`, or with the others of its kind in a rule of their own. */
export type ColumnKind = CellKind | 'name' | 'address' | 'phone' | 'death' | 'remark'

export const columns = {
  tenantNumber: {
    kind: 'identifier',
    needed: 'tenantNumber',
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
    helpsFill: ['tenant.sex', 'tenant.is_estate', 'tenant.is_deceased'],
    sure: 'aanhef aanhefcode aanspreking salutation introductoryname aanspreektitel',
    doubtful: 'titel title',
  },
  initials: {
    kind: 'name',
    fills: 'tenant.initials',
    helpsFill: ['tenant.infix', 'tenant.last_name', 'tenant.is_estate', 'tenant.is_deceased'],
    sure: 'voorletters voorletter initialen initials voorl vrl',
  },
  firstName: {
    kind: 'name',
    fills: 'tenant.first_name',
    needed: 'name',
    helpsFill: ['tenant.infix', 'tenant.last_name', 'tenant.is_estate', 'tenant.is_deceased'],
    sure: 'voornaam voornamen roepnaam firstname givenname forename callname',
  },
  infix: {
    kind: 'name',
    fills: 'tenant.infix',
    sure: `
      tussenvoegsel tussenvoegsels tussenv tussenvgs tvgsl tsv voorvoegsel voorvoegsels voorv infix prefix
      nameprefix voorzetsel middlename
    `,
  },
  lastName: {
    kind: 'name',
    fills: 'tenant.last_name',
    needed: 'name',
    helpsFill: ['tenant.infix', 'tenant.is_estate', 'tenant.is_deceased'],
    sure: 'achternaam geslachtsnaam familienaam lastname surname familyname',
  },
  fullName: {
    kind: 'name',
    needed: 'name',
    helpsFill: [
      'tenant.sex',
      'tenant.initials',
      'tenant.first_name',
      'tenant.infix',
      'tenant.last_name',
      'tenant.is_estate',
      'tenant.is_deceased',
    ],
    sure: `
      volledigenaam naamvolledig naamhuurder huurdernaam naamhuurder1 huurdernaam1 klantnaam relatienaam
      aanschrijfnaam tenaamstelling naamvoluit fullname tenantname displayname customername contactnaam
    `,
    doubtful: 'naam name huurder hoofdhuurder tenant contactpersoon',
  },
  sex: {
    kind: 'sex',
    fills: 'tenant.sex',
    sure: 'geslacht sex gender geslachtscode mv mvx',
  },
  birthOn: {
    kind: 'birth-date',
    fills: 'tenant.birth_on',
    sure: `
      geboortedatum gebdatum gebdat gebdtm geborenop geboortedat datumgeboorte birthdate dateofbirth birthday
      dob birthon geboren geboortedatumhuurder
    `,
  },
  deceasedOn: {
    kind: 'death',
    fills: 'tenant.deceased_on',
    helpsFill: ['tenant.is_deceased'],
    sure: `
      overlijdensdatum datumoverlijden overledenop overldatum dateofdeath deceasedon deathdate datumoverleden
      overlijdensdat overledenjn overledenjanee isoverleden indicatieoverleden indoverleden deceasedyn isdeceased
    `,
    doubtful: 'overleden deceased overlijden overl',
  },
  street: {
    kind: 'address',
    fills: 'home.street',
    sure: 'straat straatnaam street streetname openbareruimte',
  },
  houseNumber: {
    kind: 'address',
    fills: 'home.house_number',
    helpsFill: ['home.addition', 'tenant.home_id'],
    sure: 'huisnr huisnummer huisno housenumber housenr houseno hnr streetnumber',
  },
  addition: {
    kind: 'address',
    fills: 'home.addition',
    sure: `
      toev toevoeging toevoegsel huisnrtoev huisnummertoevoeging huisnrtoevoeging huisletter
      huislettertoevoeging huisnrtoevoegsel addition housenumberaddition houseaddition hnrtoev huisnummertoev
      huisnummertoevoegsel housenumbersuffix
    `,
    doubtful: 'suffix',
  },
  addressLine: {
    kind: 'address',
    helpsFill: ['home.street', 'home.house_number', 'home.addition', 'home.postcode', 'home.city', 'tenant.home_id'],
    sure: `
      adres volledigadres adresregel adresregel1 straatenhuisnummer straathuisnummer straathuisnr straatennummer
      address addressline addressline1 adresvolledig woonadres objectadres adreseenheid streetaddress
    `,
  },
  postcode: {
    kind: 'address',
    fills: 'home.postcode',
    sure: 'postcode pc zipcode zip postalcode postcd pcode',
  },
  city: {
    kind: 'address',
    fills: 'home.city',
    sure: 'plaats woonplaats plaatsnaam woonplaatsnaam city town residence stad',
  },
  municipality: {
    kind: 'text',
    fills: 'home.municipality',
    sure: 'gemeente gemeentenaam municipality burgerlijkegemeente',
  },
  homeNumber: {
    kind: 'identifier',
    helpsFill: ['tenant.home_id'],
    sure: `
      vhe vhenr vhenummer vhecode vheid eenheidnr eenheidnummer eenheid eenheidid eenheidcode ogeenheidnr ogeh
      unitnummer unitnr unitnumber unitid unit homenumber objectnr objectnummer objectcode realestateid
      verhuureenheid verhuureenheidnr woningnr woningnummer verhuurbareeenheid vastgoedeenheid
    `,
    doubtful: 'object bedrijfsnr',
  },
  complex: {
    kind: 'identifier',
    fills: 'home.complex',
    sure: `
      complex complexnr complexnummer complexcode complexid clusternr clusternummer cluster technicalcomplex
      complexnaam buurtcomplex complexnumber
    `,
    doubtful: 'financialcomplex',
  },
  landline: {
    kind: 'phone',
    fills: 'tenant.landline',
    helpsFill: ['tenant.mobile', 'tenant.other_phone'],
    isCorrectable: true,
    sure: `
      telvast telefoonvast vastetelefoon vastnummer vasttelefoonnummer telprive telefoonprive telthuis
      telefoonthuis landline homephone phonehome vastetelefoonnummer telefoonvastnet
    `,
  },
  mobile: {
    kind: 'phone',
    fills: 'tenant.mobile',
    helpsFill: ['tenant.landline', 'tenant.other_phone'],
    isCorrectable: true,
    sure: `
      mobiel mobielnr mobielnummer mobieletelefoon mobieltelefoonnummer mobieletelefoonnummer gsm gsmnr
      gsmnummer telmobiel telefoonmobiel telnrmobiel mobile mobilephone mobilenumber cell cellphone 06nummer
      06nr phonemobile telmob
    `,
  },
  phone: {
    kind: 'phone',
    fills: 'tenant.other_phone',
    helpsFill: ['tenant.landline', 'tenant.mobile'],
    isCorrectable: true,
    sure: `
      telefoon telefoonnummer telefoonnr tel telnr telnummer telefoon1 tel1 telefoon2 tel2 telefoonoverdag
      teloverdag telefoonavond telwerk telefoonwerk phone phonenumber telephone phone1 phone2 telefoonoverig
      otherphone telefoonnummer1 telefoonnummer2
    `,
  },
  email: {
    kind: 'email',
    fills: 'tenant.email',
    isCorrectable: true,
    sure: 'email emailadres email1 mail mailadres emailaddress epost emailprive emailhuurder',
  },
  language: {
    kind: 'language',
    fills: 'tenant.language',
    sure: 'taal voorkeurstaal language taalcode preferredlanguage spreektaal languagecode',
  },
  tenancyStartedOn: {
    kind: 'date',
    fills: 'tenant.tenancy_started_on',
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
    fills: 'tenant.tenancy_ended_on',
    sure: `
      einddatumhuurcontract einddatumcontract einddatumhuur huureinde afloopdatum huurtotenmet tenancyend
      tenancyendedon tenancyenddate contractend leaseend huuropzegdatum datumeindehuur
    `,
    doubtful: 'einddatum enddate',
  },
  arrears: {
    kind: 'amount',
    fills: 'circumstance.arrears_cents',
    sure: `
      saldoachterstand openstaandsaldo achterstandbedrag achterstand huurachterstand bedragachterstand
      achterstandsaldo openstaandbedrag arrears arrearsamount rentarrears betalingsachterstand huurschuld
      outstandingbalance openstaand
    `,
    doubtful: 'saldo balance',
  },
  lastArrearsOn: {
    kind: 'date',
    fills: 'circumstance.last_arrears_on',
    sure: `
      laatsteachterstand datumlaatstebetalingsachterstand achterstanddatum datumachterstand
      datumlaatsteachterstand laatsteachterstandop lastarrearson lastarrears arrearsdate arrearson
      laatstebetalingsachterstand peildatumachterstand
    `,
  },
  nuisanceReportedOn: {
    kind: 'date',
    fills: 'circumstance.nuisance_reported_on',
    sure: `
      overlastgemeld datumoverlastmelding overlastmelder overlastmelding overlastgemeldop laatsteoverlastmelding
      nuisancereportedon nuisancereported datumoverlastgemeld overlastmelddatum
    `,
  },
  nuisanceCausedOn: {
    kind: 'date',
    fills: 'circumstance.nuisance_caused_on',
    sure: `
      overlastveroorzaakt datumoverlastveroorzaker overlastveroorzaker overlastveroorzaaktop nuisancecausedon
      nuisancecaused datumoverlastveroorzaakt overlastgever
    `,
    doubtful: 'overlast nuisance',
  },
  householdSize: {
    kind: 'household-size',
    fills: 'tenant.household_size',
    sure: `
      aantalbewoners gezinsgrootte personen aantalpersonen huishoudgrootte gezinsleden householdsize
      aantalgezinsleden gezinsomvang huishoudomvang samenstellinghuishouden occupants
    `,
    doubtful: 'bewoners huishouden',
  },
  /** Kept nowhere: it is read for one thing only, whether somebody died. */
  remark: {
    kind: 'remark',
    helpsFill: ['tenant.is_deceased'],
    sure: '',
    doubtful: `
      opmerking opmerkingen bijzonderheden bijzonderheid toelichting notitie notities memo remark remarks note notes
      aantekening aantekeningen
    `,
  },
  doNotCall: {
    kind: 'yes-no',
    fills: 'tenant.is_do_not_call',
    sure: `
      nietbellen blokkadebellen belniet donotcall dnc geencontact bellennietgewenst nocall
      geentelefonischcontact nietbenaderen belblokkade nietbellenjn
    `,
  },
} as const satisfies Record<string, Column>

export type Field = keyof typeof columns

export const fields = Object.keys(columns) as [Field, ...Field[]]

/** What follows from several columns together, and from none by itself. */
export const combinedColumns = {
  isEstate: { kind: 'yes-no', fills: 'tenant.is_estate' },
  isDeceased: { kind: 'yes-no', fills: 'tenant.is_deceased' },
} as const

export const definitionOf = (field: Field): Column => columns[field]

/** What a list with these columns still lacks. */
export function missingNeeds(mapped: ReadonlySet<Field | null>): Need[] {
  const needs: readonly Need[] = ['tenantNumber', 'name']
  return needs.filter((need) => !fields.some((field) => definitionOf(field).needed === need && mapped.has(field)))
}

export const isDateKind = (kind: ColumnKind): boolean => kind === 'date' || kind === 'death' || kind === 'birth-date'

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
  const { sure, doubtful = '' } = definitionOf(field)
  for (const name of doubtful.match(/\S+/g) ?? []) dictionary.set(name, { field, isSure: false })
  for (const name of sure.match(/\S+/g) ?? []) dictionary.set(name, { field, isSure: true })
}

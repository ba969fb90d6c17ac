import { people } from './names.ts'

interface Place {
  readonly country: string
  readonly region: 'benelux' | 'nordics' | 'dach' | 'americas'
  /** Of twenty customers, how many are here. */
  readonly share: number
  readonly legalForm: string
  readonly phone: string
  readonly cities: readonly string[]
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
}

const germanTowns = ['Berlin', 'Hamburg', 'München', 'Köln', 'Leipzig', 'Stuttgart', 'Bremen', 'Dresden']
const dutchTowns = ['Amsterdam', 'Utrecht', 'Rotterdam', 'Eindhoven', 'Groningen', 'Zwolle', 'Breda', 'Haarlem']
const americanTowns = ['Austin', 'Boston', 'Chicago', 'Denver', 'Portland', 'Atlanta', 'Columbus', 'Tampa', 'San Diego']

/** Where customers live, in blocks of the regions that sales teams serve. */
const places: readonly Place[] = [
  {
    country: 'Netherlands',
    region: 'benelux',
    share: 4,
    legalForm: 'B.V.',
    phone: '+31 20 555',
    cities: dutchTowns,
    ...people.dutch,
  },
  {
    country: 'Belgium',
    region: 'benelux',
    share: 2,
    legalForm: 'NV',
    phone: '+32 2 555',
    cities: ['Antwerpen', 'Gent', 'Brussel', 'Leuven', 'Hasselt'],
    ...people.dutch,
  },
  {
    country: 'Denmark',
    region: 'nordics',
    share: 1,
    legalForm: 'ApS',
    phone: '+45 55 50',
    cities: ['København', 'Aarhus', 'Odense', 'Aalborg'],
    ...people.nordic,
  },
  {
    country: 'Sweden',
    region: 'nordics',
    share: 2,
    legalForm: 'AB',
    phone: '+46 8 555',
    cities: ['Stockholm', 'Göteborg', 'Malmö', 'Uppsala'],
    ...people.nordic,
  },
  {
    country: 'Norway',
    region: 'nordics',
    share: 1,
    legalForm: 'AS',
    phone: '+47 55 50',
    cities: ['Oslo', 'Bergen', 'Trondheim', 'Stavanger'],
    ...people.nordic,
  },
  {
    country: 'Germany',
    region: 'dach',
    share: 3,
    legalForm: 'GmbH',
    phone: '+49 30 555',
    cities: germanTowns,
    ...people.german,
  },
  {
    country: 'Austria',
    region: 'dach',
    share: 1,
    legalForm: 'GmbH',
    phone: '+43 1 555',
    cities: ['Wien', 'Graz', 'Linz', 'Salzburg'],
    ...people.german,
  },
  {
    country: 'Switzerland',
    region: 'dach',
    share: 1,
    legalForm: 'AG',
    phone: '+41 44 555',
    cities: ['Zürich', 'Basel', 'Bern', 'Luzern'],
    ...people.german,
  },
  {
    country: 'United States',
    region: 'americas',
    share: 4,
    legalForm: 'Inc.',
    phone: '+1 212 555',
    cities: americanTowns,
    ...people.american,
  },
  {
    country: 'Canada',
    region: 'americas',
    share: 1,
    legalForm: 'Ltd.',
    phone: '+1 416 555',
    cities: ['Toronto', 'Ottawa', 'Calgary', 'Halifax'],
    ...people.american,
  },
]

const texts = (words: readonly string[]): string => `[${words.map((word) => `'${word}'`).join(', ')}]`

const placeRow = (place: Place, order: number): string =>
  `SELECT ${order} AS place, '${place.country}' AS country, '${place.region}' AS region, '${place.legalForm}' AS legal_form,
    '${place.phone}' AS phone, ${texts(place.cities)} AS cities, ${texts(place.firstNames)} AS first_names,
    ${texts(place.lastNames)} AS last_names, unnest(range(${place.share})) AS k`

/** Record n belongs to the place of its residue by twenty, so that a region is found without a search. */
export const placeTables: readonly string[] = [
  `CREATE TABLE place AS
    SELECT (row_number() OVER (ORDER BY place, k))::INTEGER - 1 AS residue, * FROM (${places.map(placeRow).join(' UNION ALL ')})`,
  // Words of each place under numbers from 0 to 39: a join by number is much faster than lists in joined rows.
  `CREATE TABLE place_word AS
    SELECT residue, slot::INTEGER AS slot, cities[1 + slot % len(cities)] AS city,
      first_names[1 + slot % len(first_names)] AS first_name, last_names[1 + slot % len(last_names)] AS last_name
    FROM place, range(0, 40) AS slots(slot)`,
  `CREATE MACRO residue_of(n) AS ((n - 1) % 20)::INTEGER`,
  `CREATE MACRO word_slot(n, topic) AS floor(40 * roll(n, topic))::INTEGER`,
  // A number from 1 to the bound, among the residues of one region.
  `CREATE MACRO nearby(bound, first_residue, residues, n, topic) AS
    20 * floor(roll(n, topic) * greatest(1, floor(bound / 20)))::BIGINT
      + first_residue + floor(roll(n, topic || ', where') * residues)::INTEGER + 1`,
]

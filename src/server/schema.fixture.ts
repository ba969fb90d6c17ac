import { fc } from '../../fixtures/seeded.ts'

/** As much of JSON Schema as the description of the API uses. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** What somebody sends who wants to see it break. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    '\ud800',
    '\u0000',
    '../../etc/passwd',
    "'; DROP TABLE deal; --",
    '9'.repeat(200),
    'x'.repeat(10_000),
    '2024-02-30',
    '9999999-12-31',
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    [],
    [[[[]]]],
    { length: 1e9 },
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary' }),
)

/** Values that mean something, by the name of the key that they stand under. */
export type Meant = Readonly<Record<string, readonly unknown[]>>

/** Mostly what the schema asks for, at each place now and then something else, and a key too many. */
export function nearly(schema: Schema, meant: Meant): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: valid(schema, meant) }, { weight: 1, arbitrary: hostile })
}

function valid(schema: Schema, meant: Meant): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (parts) return fc.oneof(...parts.map((part) => nearly(part, meant)))
  return fc.oneof(...[schema.type ?? 'any'].flat().map((type) => ofType(type, schema, meant)))
}

function ofType(type: string, schema: Schema, meant: Meant): fc.Arbitrary<unknown> {
  const { minimum: min = -1e6, maximum: max = 1e6 } = schema
  if (type === 'string') return text(schema)
  if (type === 'integer') return fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) })
  if (type === 'number') return fc.double({ min, max, noNaN: true })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'array') return list(schema, meant)
  if (type === 'object') return record(schema, meant)
  return fc.jsonValue({ maxDepth: 2 })
}

const text = ({ pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> =>
  pattern === undefined
    ? fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, minLength + 40) })
    : fc.stringMatching(new RegExp(pattern))

const list = ({ items = {}, minItems = 0, maxItems = 3 }: Schema, meant: Meant): fc.Arbitrary<unknown> =>
  fc.array(nearly(items, meant), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) })

function record({ properties = {}, required = [], additionalProperties }: Schema, meant: Meant): fc.Arbitrary<unknown> {
  if (typeof additionalProperties === 'object')
    return fc.dictionary(fc.string({ maxLength: 20 }), nearly(additionalProperties, meant), { maxKeys: 3 })
  const known = few(Object.keys(properties), required).chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, keyed(name, properties[name] ?? {}, meant)]))),
  )
  const stranger = fc.tuple(known, fc.string(), hostile).map(([record, key, value]) => ({ ...record, [key]: value }))
  return fc.oneof({ weight: 30, arbitrary: known }, { weight: 1, arbitrary: stranger })
}

/** All that is required and a few others: where everything is told at once, something is always wrong. */
const few = (names: readonly string[], required: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc
    .subarray(
      names.filter((name) => !required.includes(name)),
      { maxLength: Math.min(3, names.length - required.length) },
    )
    .map((others) => [...required, ...others])

export function keyed(name: string, schema: Schema, meant: Meant): fc.Arbitrary<unknown> {
  const known = meant[name]
  const any = nearly(schema, meant)
  return known === undefined
    ? any
    : fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any })
}

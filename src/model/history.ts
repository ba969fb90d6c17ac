import { entity } from './entity.ts'
import { day, id, instant, number, text } from './field.ts'

/** The log that stored facts are made from. Order: changed_at, then rank, then id; the later wins. */
export const propertyChange = entity('property_change', {
  rights: 'none',
  label: 'Change',
  plural: 'changes',
  doc: 'One value that one property of one record took at one moment. History starts with the value at creation.',
  title: 'property',
  list: ['changed_at', 'entity', 'record_id', 'property', 'value', 'changed_by'],
  fields: {
    entity: text('Kind of record'),
    record_id: id('Record'),
    property: text('Property'),
    /** As text: instants in ISO, numbers with a point. Null when it was cleared. */
    value: text('Value'),
    changed_at: instant('Changed at'),
    changed_on: day('Change date', { dayOf: 'changed_at' }),
    /** Negative: what the property was before its first known change, told at the instant of that change. */
    rank: number('Order among changes at one instant', { hidden: true }),
    changed_by: id('Changed by'),
    /** Where the change is known from; `inferred` when it was only concluded from dates, or from a row that shows the value. */
    origin: text('Known from'),
    /** When a row showed this value; null for a change that a log tells. `changed_at` is then when it came at the earliest. */
    seen_at: instant('Seen at', { hidden: true }),
    seen_on: day('Seen date', { dayOf: 'seen_at', hidden: true }),
    /** What the property is taken to have been before, should nobody have known it earlier. */
    value_before: text('Value before', { hidden: true }),
  },
})

/** To-many: never joined, only aggregated. */
export const association = entity('association', {
  rights: 'none',
  label: 'Association',
  plural: 'associations',
  doc: 'A link between two records.',
  title: 'label',
  list: ['from_entity', 'from_id', 'to_entity', 'to_id', 'label'],
  fields: {
    from_entity: text('From kind'),
    from_id: id('From'),
    to_entity: text('To kind'),
    to_id: id('To'),
    label: text('Label'),
  },
})

/** One unit of `currency` is worth `rate` of the company's currency, from this day on. */
export const exchangeRate = entity('exchange_rate', {
  rights: 'setup',
  label: 'Exchange rate',
  plural: 'exchange rates',
  doc: 'What a currency is worth in the company’s currency, from a day on.',
  title: 'currency',
  list: ['currency', 'rate', 'valid_from_on'],
  fields: { currency: text('Currency'), rate: number('Rate'), valid_from_on: day('Valid from') },
})

import type { Entity, Model } from '../../model/index.ts'
import { catalogue, type Listed, reportOf } from '../../reports/index.ts'
import { type Language, type Say, sayIn } from '../../words/index.ts'
import type { Asking } from '../asking.ts'
import { modelIn, reportIn } from './in-words.ts'

/** Sentences in the language of who asks. */
export const sayTo = ({ language = 'en' }: Pick<Asking, 'language'>): Say => sayIn(language)

const models = new WeakMap<Model, Map<Language, Model>>()

/** The kinds of record of a moment in the words of who asks, said once for each language. */
export function modelFor({ language = 'en', moment }: Pick<Asking, 'language' | 'moment'>): Model {
  const said = models.get(moment.model) ?? new Map<Language, Model>()
  models.set(moment.model, said)
  const model = said.get(language) ?? modelIn(sayIn(language), moment.model)
  said.set(language, model)
  return model
}

/** What a report is made from, with the fields that the account has of its own. */
export const entityFor = (reader: Pick<Asking, 'language' | 'moment'>, { from }: Listed): Entity =>
  modelFor(reader)[from.name] ?? from

const reports = new Map<string, Listed>()

/** A report in the words of who asks, said once for each language. */
export async function reportFor({ language = 'en' }: Pick<Asking, 'language'>, id: string): Promise<Listed> {
  const report = await reportOf(id)
  const key = `${language} ${report.id}`
  const said = reports.get(key) ?? reportIn(sayIn(language), report)
  reports.set(key, said)
  return said
}

export const reportsFor = async (reader: Pick<Asking, 'language'>): Promise<readonly Listed[]> =>
  Promise.all((await catalogue()).map(({ id }) => reportFor(reader, id)))

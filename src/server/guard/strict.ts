import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { type ZodType, z } from 'zod'
import { Refusal } from '../../errors/index.ts'
import type { App } from '../serving.ts'

const parts: Readonly<Record<string, string>> = {
  body: 'the body',
  querystring: 'the query',
  params: 'the path',
  headers: 'the headers',
}

/** `filters[0].is`, as one would write it in code. */
const written = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')

/** Long names of unknown fields come back cut. */
function wrong({ message }: z.core.$ZodIssue): string {
  const text = message.replace(/^Invalid input: /, '').slice(0, 300)
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function refusal(part: string, issue: z.core.$ZodIssue): Refusal {
  const at = issue.path.length > 0 ? ` at ${written(issue.path)}`.slice(0, 300) : ''
  return new Refusal('request-invalid', { where: `${part}${at}`, wrong: wrong(issue) })
}

const validator: FastifySchemaCompiler<ZodType> =
  ({ schema, httpPart }) =>
  (given) => {
    const { data, error } = schema.safeParse(given)
    const issue = error?.issues[0]
    return issue ? { error: refusal(parts[httpPart ?? ''] ?? 'the request', issue) } : { value: data }
  }

const serializer: FastifySerializerCompiler<ZodType> =
  ({ schema }) =>
  (answer) =>
    JSON.stringify(schema.parse(answer))

/** Requests are parsed to what the schema says and to nothing else, and nothing leaves that its schema does not name. */
export function parseStrictly(app: App): void {
  app.setValidatorCompiler(validator)
  app.setSerializerCompiler(serializer)
  app.removeContentTypeParser('text/plain')
}

const nothing = z.strictObject({})
const nobody = nothing.nullish()
const carries = ['POST', 'PUT', 'PATCH', 'DELETE']

/** Where a route says nothing of a query or a body, it takes none. Files of the screen ignore theirs. */
export function takeNothingUnsaid(app: App): void {
  app.addHook('onRoute', (route) => {
    if (route.url.endsWith('*')) return
    const body = [route.method].flat().some((method) => carries.includes(method)) ? { body: nobody } : {}
    route.schema = { querystring: nothing, ...body, ...route.schema }
  })
}

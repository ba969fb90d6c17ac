import { entity } from '../model/index.ts'
import { type AskedFact, given } from './fact.ts'
import leadResponse from './lead-response.ts'

const { rights, label, plural, doc, title, list, fields, refs } = leadResponse

const copied = ['id', 'owner_id', 'assigned_at', 'assigned_on', 'is_inferred']

/** A lead response as it is now: a meeting that is only planned is no engagement until it starts. */
const contactResponse = {
  ...entity('contact_response', { rights, label, plural, doc, title, list, fields, refs }),
  asked: (params, bind) => {
    const begun = `first_engagement_at <= ${bind(given(params, 'now'), 'instant')}`
    const columns = Object.keys(fields).map((name) =>
      copied.includes(name) ? name : `CASE WHEN ${begun} THEN ${name} END AS ${name}`,
    )
    return `
    SELECT ${columns.join(', ')}
    FROM lead_response`
  },
} as const satisfies AskedFact

export default contactResponse

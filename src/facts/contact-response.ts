import { entity } from '../model/index.ts'
import { askedFact } from './fact.ts'
import leadResponse from './lead-response.ts'
import { now } from './parts/need.ts'

const { rights, label, plural, doc, title, list, fields, refs } = leadResponse

const copied = ['id', 'owner_id', 'assigned_at', 'assigned_on', 'is_inferred']

/** A lead response as it is now: a meeting that is only planned is no engagement until it starts. */
const contactResponse = askedFact(
  entity('contact_response', { rights, label, plural, doc, title, list, fields, refs }),
  {
    needs: { now },
    asked: ({ now }, bind) => {
      const begun = `first_engagement_at <= ${bind(now, 'instant')}`
      const columns = Object.keys(fields).map((name) =>
        copied.includes(name) ? name : `CASE WHEN ${begun} THEN ${name} END AS ${name}`,
      )
      return `
    SELECT ${columns.join(', ')}
    FROM lead_response`
    },
  },
)

export default contactResponse

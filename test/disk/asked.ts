/** One request after the other, as a reader sends them. */
export interface Asked {
  readonly status: number
  readonly code: string | null
  readonly body: string
}

async function asked(url: string, method: string, body?: object): Promise<Asked> {
  const headers = body ? { 'content-type': 'application/json' } : undefined
  const answer = await fetch(url, { method, body: body && JSON.stringify(body), headers })
  const text = await answer.text()
  return { status: answer.status, code: /"code":"([^"]+)"/.exec(text)?.[1] ?? null, body: text }
}

const question = { range: '2017-01-01..2017-12-31' }

export const readings = {
  answer: (url: string) => asked(`${url}/api/reports/sales/deals-won-and-lost/answer`, 'POST', question),
  status: (url: string) => asked(`${url}/api/status`, 'GET'),
  goals: (url: string) => asked(`${url}/api/goals`, 'GET'),
  health: (url: string) => asked(`${url}/healthz`, 'GET'),
}

const march = { teamId: null, pipelineId: null, startsOn: '2017-03-01', endsOn: '2017-03-31', amount: 5000 }

export const putGoal = (url: string, id: string, ownerId: string): Promise<Asked> =>
  asked(`${url}/api/goals/${id}`, 'PUT', { name: id, ownerId, ...march })

export const submitForecast = (url: string, ownerId: string): Promise<Asked> =>
  asked(`${url}/api/forecasts`, 'POST', { note: null, ownerId, ...march })

export async function someOwner(url: string): Promise<string> {
  const { owners } = JSON.parse((await asked(`${url}/api/people`, 'GET')).body)
  return owners[0].id
}

export const refresh = (url: string): Promise<Asked> => asked(`${url}/api/refresh`, 'POST')

/** What can be wrong with long work. */
export const jobRefusals = {
  'job-unknown': [404, (of: { id: string }) => `There is no job '${of.id}'. It may have been let go of meanwhile.`],
  'job-kind-unknown': [400, (of: { kind: string }) => `This Plumbline knows no work of the kind '${of.kind}'.`],
  'job-not-yours': [403, (_: object) => 'What a job made is for who began it. Begin one of your own.'],
  'export-not-yours': [
    403,
    (_: object) => 'You may look at records and not take them away as a file. Ask whoever gives out rights here.',
  ],
  'job-without-file': [
    409,
    (of: { state: string }) => `The job is ${of.state} and has no file. There is one once it is done.`,
  ],
  'job-without-rights': [403, (_: object) => 'Who began it has no rights here any more, so nothing was made.'],
  'job-broken-off': [
    500,
    (of: { times: number }) =>
      `It was broken off ${of.times} times at the same place, and is not begun again by itself. Begin a smaller one.`,
  ],
  'jobs-too-many': [
    429,
    (of: { most: number }) => `${of.most} jobs wait or work already. Wait until one of them has ended, or cancel one.`,
  ],
} as const

export { jobKinds } from './catalogue.ts'
export { type Job, type JobShape, jobShape } from './job.ts'
export { readJobs } from './job-files.ts'
export { Jobs } from './jobs.ts'

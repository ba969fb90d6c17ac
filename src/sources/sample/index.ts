export { makeSample, type SampleOptions } from './sample.ts'

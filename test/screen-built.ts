import { buildWeb } from '../src/cli/web-build.ts'

/** Before anything serves it: two that find it missing would build it over one another. */
export default buildWeb

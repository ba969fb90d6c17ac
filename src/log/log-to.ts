import { type DestinationStream, pino } from 'pino'
import type { Effects } from '../effects.ts'

/** One JSON object a line: line breaks inside a text come out encoded, so nothing can forge a line. */
export function logTo(destination: DestinationStream): Effects['log'] {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  return (line, about = {}) => {
    if ('error' in about) logger.error(about, line)
    else if ('security' in about) logger.warn(about, line)
    else logger.info(about, line)
  }
}

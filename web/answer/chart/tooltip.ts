import type { Reading, ReadingLine } from '../../../src/draw/index.ts'
import styles from './chart.module.css'

/** Names come from anyone's data, so they are set as text and never as markup. */
export function tooltipOf(reading: Reading, colours: readonly string[]): HTMLElement {
  return element('div', styles.reading, [
    element('div', styles.readingTitle, [
      element('span', '', reading.title),
      ...(reading.note ? [element('span', styles.readingNote, reading.note)] : []),
    ]),
    ...reading.lines.map((line) => lineOf(line, colours)),
    ...reading.remarks.map((remark) => element('div', styles.readingRemark, remark)),
  ])
}

function lineOf({ series, label, value }: ReadingLine, colours: readonly string[]): HTMLElement {
  const swatch = element('span', styles.swatch, '')
  swatch.style.background = series === null ? 'transparent' : (colours[series] ?? '')
  return element('div', styles.readingLine, [
    swatch,
    element('span', styles.readingLabel, label),
    element('span', styles.readingValue, value),
  ])
}

function element(tag: string, className: string | undefined, content: string | readonly HTMLElement[]): HTMLElement {
  const made = document.createElement(tag)
  made.className = className ?? ''
  if (typeof content === 'string') made.textContent = content
  else made.append(...content)
  return made
}

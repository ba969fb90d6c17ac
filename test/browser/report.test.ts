import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { Reader } from './reader.ts'
import { complaints, launchBrowser, openPage } from './screen.ts'

const report = 'sales/deals-won-and-lost'
const year = '?range=last-365-days'

let browser: Browser
let page: Page
let reader: Reader
let said: readonly string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  page = await openPage(browser, inject('url'))
  reader = new Reader(page)
  said = complaints(page)
})
afterEach(async () => {
  await page.context().close()
  expect(said).toEqual([])
})

describe('the way through a report', () => {
  it('begins with a list of reports', async () => {
    await page.goto('/')
    await page
      .getByRole('main')
      .getByRole('link', { name: /Deals won/ })
      .click()
    await reader.settled()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/Deals won/)
  })

  it('keeps every choice in the address', async () => {
    await reader.open(report)
    const before = await reader.rows()
    await reader.choose('Date range', 'Last 365 days')
    await reader.choose('Group by', 'Team')
    await reader.choose('Compare to', 'Previous period')
    expect(page.url()).toContain('range=last-365-days')
    expect(page.url()).toContain('by=team')
    expect(page.url()).toContain('compare=previous-period')
    expect(await reader.rows()).not.toEqual(before)
  })

  it('breaks down', async () => {
    await reader.open(report, year)
    await reader.choose('Break down by', 'Pipeline')
    expect(page.url()).toContain('split=pipeline')
    expect(await page.getByRole('columnheader', { name: /New business/ }).count()).toBeGreaterThan(0)
  })

  it('shows time', async () => {
    await reader.open(report, year)
    await page.getByRole('radiogroup', { name: 'View' }).getByText('Over time').click()
    await reader.settled()
    await reader.choose('Frequency', 'Quarterly')
    expect(page.url()).toContain('view=over-time')
    expect(page.url()).toContain('every=quarterly')
  })

  it('shows the same figures to whom the address was sent', async () => {
    await reader.open(report, `${year}&by=team&compare=previous-year`)
    await page.getByRole('button', { name: 'Copy report URL' }).click()
    const address = await page.evaluate(() => navigator.clipboard.readText())
    const mine = await reader.rows()
    const other = new Reader(await openPage(browser, inject('url')))
    await other.page.goto(address)
    await other.settled()
    expect(await other.rows()).toEqual(mine)
    await other.page.context().close()
  })

  it('explains itself', async () => {
    await reader.open(report)
    await page.getByRole('tab', { name: 'About' }).click()
    for (const title of ['What is counted', 'What is left out', 'How to read it', 'Worked example'])
      await page.getByRole('heading', { name: title }).waitFor()
  })
})

describe('a setting', () => {
  /** What has the focus when the press that opened the list is over, and nothing else was given time. */
  const focusedAfterPress = (button: HTMLElement) => {
    button.click()
    return Promise.resolve().then(() => {
      const { activeElement } = document
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : null
      return label ?? activeElement?.getAttribute('aria-label')
    })
  }

  it('takes what is typed from the moment it opens', async () => {
    await reader.open(report)
    expect(await page.getByRole('button', { name: /^Group by/ }).evaluate(focusedAfterPress)).toBe('Search: Group by')
    await page.keyboard.type('team')
    await page.keyboard.press('Enter')
    await reader.settled()
    expect(page.url()).toContain('by=team')
  })

  it('takes what is typed from the moment it opens, a filter as well', async () => {
    await reader.open(report, year)
    const add = page.getByRole('button', { name: 'Add filter' })
    expect(await add.evaluate(focusedAfterPress)).toBe('Property')
    await page.keyboard.type('amount')
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByLabel('Condition').first().waitFor()
    expect(await page.getByLabel('Property').first().inputValue()).toMatch(/^Amount/)
  })

  it('begins at what is chosen where it has no search', async () => {
    await reader.open(report, '?compare=previous-period')
    await page.getByRole('button', { name: /^Compare to/ }).focus()
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.waitForURL(/compare=previous-year/)
  })
})

describe('the finder', () => {
  it('takes what is typed from the moment it opens', async () => {
    await reader.open(report)
    await page.evaluate(() => {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true }),
      )
      return Promise.resolve()
    })
    expect(await page.evaluate(() => document.activeElement?.matches('[role=dialog] input'))).toBe(true)
  })

  it('misses no key of a hasty reader', async () => {
    await page.goto('/')
    await page.getByRole('main').getByRole('link').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('waterfall')
    await page.keyboard.press('Enter')
    await page.waitForURL(/deal-pipeline-waterfall/)
  })
})

describe('a question that is refused', () => {
  it('is sent once', async () => {
    let sent = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/answer')) sent += 1
    })
    await page.goto(`/reports/${report}?by=no_such_field`)
    await page.getByRole('link', { name: 'Show it as usual' }).waitFor()
    await reader.still()
    expect(sent).toBe(1)
    said = []
  })
})

describe('the list of reports', () => {
  it('shows which one is open, however far down', async () => {
    await reader.open(report)
    const link = page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Deals won & lost' })
    const isInSight = (element: Element) => {
      const { left, bottom } = element.getBoundingClientRect()
      return document.elementFromPoint(left + 8, bottom - 8) === element
    }
    expect(await link.evaluate(isInSight)).toBe(true)
  })
})

describe('every number', () => {
  it.each([
    ['the total', /^Total, Won: /],
    ['a group', /^(?!Total).*, Won: [1-9]/],
    ['another measure', /^Total, Lost: /],
  ])('opens: %s has behind it as many records as it says', async (_, name) => {
    await reader.open(report, year)
    const figure = reader.figure(name)
    const value = await reader.saidBy(figure)
    await figure.click()
    expect(await reader.recordCount()).toBe(value)
    await page.keyboard.press('Escape')
    await reader.drawer().waitFor({ state: 'hidden' })
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('opens from the chart too', async () => {
    await reader.open(report, `${year}&by=team`)
    const mark = page.getByRole('button', { name: /Arrow keys move over the chart/ })
    await mark.focus()
    await page.keyboard.press('ArrowRight')
    const said = (await mark.getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Enter')
    expect(said).toContain(String(await reader.recordCount()))
  })

  it('opens what is not drawn into its groups, and the focus comes back', async () => {
    await reader.open(report, `${year}&view=over-time&every=monthly&by=owner&chart=line`)
    await reader.drawn()
    const others = page.getByRole('button', { name: /^[\d,]+ others, Won: / })
    await others.focus()
    await page.keyboard.press('Enter')
    const groups = page.getByRole('dialog', { name: 'Other' }).getByRole('button')
    expect(await groups.count()).toBe(Number.parseInt((await others.getAttribute('aria-label')) ?? '', 10))
    await page.keyboard.press('Escape')
    await groups.first().waitFor({ state: 'detached' })
    expect(await others.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('says how it came about', async () => {
    await reader.open(report, year)
    await reader.figure(/^Total, Won: /).click()
    await reader
      .drawer()
      .getByRole('tab', { name: /Left out/ })
      .click()
    await reader.drawer().getByRole('tab', { name: 'SQL' }).click()
    await reader
      .drawer()
      .getByText(/select/i)
      .first()
      .waitFor()
  })
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { Reader } from './reader.ts'
import { launchBrowser, openPage, schemes, stoppedByPolicy, turn } from './screen.ts'

const report = 'sales/deals-won-and-lost'
const year = '?range=last-365-days&by=team'

/** One date that can be read in two ways, and two columns that could be the close date. */
const deals = {
  name: 'open-deals.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Deal ID,Deal name,Stage,Amount,Created,Signed on\n9001,A,Offer,5,03/04/2024,2024-06-07\n'),
}

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
afterEach(() => page.context().close())

/** Each state that the screen was designed to have, and the way there. */
const states: Readonly<Record<string, (reader: Reader) => Promise<unknown>>> = {
  'the list of reports': ({ page }) =>
    page.goto('/').then(() => page.getByRole('main').getByRole('link').first().waitFor()),
  'a report': async (reader) => {
    await reader.open(report, `${year}&compare=previous-period`)
    await reader.drawn()
  },
  'a report over time': async (reader) => {
    await reader.open(report, `${year}&view=over-time&every=monthly`)
    await reader.drawn()
  },
  'a funnel with its step editor': async ({ page }) => {
    await page.goto('/reports/sales/lead-funnel?tab=journey')
    await page.getByRole('button', { name: /^Stages/ }).click()
    await page.getByRole('button', { name: 'Apply' }).waitFor()
  },
  'a waterfall': async (reader) => {
    await reader.open('sales/deal-pipeline-waterfall')
    await reader.drawn()
  },
  'a feed': ({ page }) =>
    page
      .goto('/reports/sales/team-activity-timeline?range=last-365-days')
      .then(() => page.getByRole('region', { name: /the newest first/ }).waitFor()),
  'an open list': async (reader) => {
    await reader.open(report, year)
    await reader.page.getByRole('button', { name: /^Group by/ }).click()
    await reader.page.getByRole('option').first().waitFor()
  },
  'a filter being written, with its properties listed': async (reader) => {
    await reader.open(report, year)
    await writeFilter(reader.page)
    await reader.page.getByRole('option').first().waitFor()
  },
  'a filter being written, with its values listed': async (reader) => {
    await reader.open(report, year)
    await writeFilter(reader.page)
    await reader.page.keyboard.type('Owner')
    await reader.page.getByRole('option', { name: /Owner/ }).first().click()
    await reader.page.getByRole('listbox', { name: 'Value' }).getByRole('option').nth(5).waitFor()
  },
  'the records behind a figure': async (reader) => {
    await reader.open(report, year)
    await reader.figure(/^Total, Won: /).click()
    await reader.recordCount()
  },
  'the About tab': async (reader) => {
    await reader.open(report)
    await reader.page.getByRole('tab', { name: 'About' }).click()
  },
  'a range without records': ({ page }) =>
    page
      .goto(`/reports/${report}?range=1990-01-01..1990-01-31`)
      .then(() => page.getByRole('button', { name: 'Look at all time' }).waitFor()),
  'a question that cannot be answered': ({ page }) =>
    page
      .goto(`/reports/${report}?by=no_such_field`)
      .then(() => page.getByRole('link', { name: 'Show it as usual' }).waitFor()),
  'a list of presets, and the calendar behind it': async (reader) => {
    await reader.open(report, year)
    await reader.page.getByRole('button', { name: /^Date range/ }).click()
    await reader.page.getByRole('option', { name: 'Custom range' }).click()
    await reader.page.getByRole('dialog', { name: 'Custom range' }).getByRole('table').first().waitFor()
  },
  'the finder': async ({ page }) => {
    await page.goto('/')
    await page.getByRole('main').getByRole('link').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('button').first().waitFor()
  },
  'a theme being chosen': async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Change theme or language' }).click()
    await page.getByRole('menuitem').nth(1).click()
    await page.getByRole('menu').waitFor({ state: 'hidden' })
  },
  'the goals page': ({ page }) => page.goto('/goals').then(() => page.getByRole('row').nth(1).waitFor()),
  'a goal being added': async ({ page }) => {
    await page.goto('/goals')
    await page.getByRole('button', { name: 'Add goal' }).click()
    await page.getByRole('dialog').waitFor()
  },
  'the data page, with files that are read': async ({ page }) => {
    await page.goto('/data')
    await page.locator('input[type=file]').setInputFiles(deals)
    await page.getByRole('button', { name: /^Load/ }).waitFor()
  },
  'the data page': ({ page }) =>
    page.goto('/data').then(() => page.getByRole('heading', { name: 'Records' }).waitFor()),
}

describe('in the dark, and in the light after it,', () => {
  it.each(Object.entries(states))('%s has no violation, and nothing that the policy stops', async (_, go) => {
    page = await openPage(browser, inject('url'))
    const stopped = await stoppedByPolicy(page)
    await go(new Reader(page))
    await turn(page, 'dark')
    expect(await stopped()).toEqual([])
    for (const scheme of schemes) {
      await turn(page, scheme)
      await expectAccessible(page)
    }
  })

  /** What a chart says under the mouse goes away when it is drawn anew. */
  it.each(schemes)('a bar with what it stands for has no violation: %s', async (colorScheme) => {
    page = await openPage(browser, inject('url'), { colorScheme })
    const stopped = await stoppedByPolicy(page)
    const reader = new Reader(page)
    await reader.open(report, year)
    await reader.drawn()
    await page.locator('main figure canvas').first().hover()
    await page.locator('main figure').getByText('Won', { exact: true }).last().waitFor()
    expect(await stopped()).toEqual([])
    await expectAccessible(page)
  })
})

describe('the policy', () => {
  it('stops a style that the page did not admit, as an element and as an attribute', async () => {
    page = await openPage(browser, inject('url'))
    const stopped = await stoppedByPolicy(page)
    await page.goto('/')
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<style>p { color: red }</style><p style="color: red">red</p>')
    })
    await expect
      .poll(async () => (await stopped()).map((line) => line.split(' ')[0]).toSorted())
      .toEqual(['style-src-attr:', 'style-src-elem:'])
  })
})

describe('a phone', () => {
  it('shows the figures without scrolling sideways, and has no violation', async () => {
    page = await openPage(browser, inject('url'), { viewport: { width: 390, height: 844 } })
    await new Reader(page).open(report, year)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider).toBe(0)
    await expectAccessible(page)
  })
})

describe('a question that names nobody', () => {
  it('says so, and leads back to the report as usual', async () => {
    page = await openPage(browser, inject('url'))
    await page.goto(`/reports/${report}?reps=nobody`)
    await page.getByRole('alert').getByText("There is no owner with the name or id 'nobody' in the data.").waitFor()
    await page.getByRole('link', { name: 'Show it as usual' }).click()
    await new Reader(page).settled()
    expect(new URL(page.url()).search).toBe('')
  })
})

describe('a keyboard alone', () => {
  it('changes the range, opens a figure and comes back', async () => {
    page = await openPage(browser, inject('url'))
    const reader = new Reader(page)
    await reader.open(report)
    await tabTo(page, /^Date range/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('365')
    await page.keyboard.press('Enter')
    await reader.settled()
    expect(page.url()).toContain('range=last-365-days')

    await tabTo(page, /Open the records\.$/)
    await page.keyboard.press('Enter')
    await reader.recordCount()
    await page.keyboard.press('Escape')
    await reader.drawer().waitFor({ state: 'hidden' })
  })
})

async function writeFilter(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Filters' }).click()
  await page.getByRole('button', { name: 'Add filter' }).click()
}

describe('a keyboard alone, on the data page', () => {
  it('sees how a file is read, changes it and lets go of it', async () => {
    page = await openPage(browser, inject('url'))
    await page.goto('/data')
    const chooser = page.waitForEvent('filechooser')
    await tabTo(page, /^Choose files$/)
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(deals)
    await page.getByRole('button', { name: /^Load/ }).waitFor()

    await tabTo(page, /^Created: written$/)
    await page.keyboard.press('ArrowDown')
    await page
      .getByRole('row', { name: /^Created/ })
      .getByText('the mapping says so')
      .waitFor()
    await tabTo(page, /^Signed on: read as$/)
    await page.keyboard.type('Closes')
    await page.getByText('the date that decides "closed"').waitFor()

    await tabTo(page, /^Discard the files$/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
  })
})

describe('a phone, on the data page', () => {
  it('shows all that is read of each column, one below the other, and warns before it loads what is doubtful', async () => {
    page = await openPage(browser, inject('url'), { viewport: { width: 390, height: 844 } })
    await page.goto('/data')
    await page.locator('input[type=file]').setInputFiles(deals)
    await page.getByRole('button', { name: /^Load/ }).waitFor()
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('section[aria-labelledby="import-title"] *')]
        .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
        .map(({ tagName, textContent }) => `${tagName} ${textContent}`),
    )
    expect(beyond).toEqual([])
    const isDoubtful = (await page.getByRole('heading', { name: 'Please check' }).count()) > 0
    expect(await page.getByRole('button', { name: /^Load/ }).textContent()).toBe(isDoubtful ? 'Load as it is' : 'Load')
    await page.getByRole('button', { name: 'Discard the files' }).click()
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
  })
})

/** Presses the tab key until what it reached has this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent
    })
    if (name.test(reached?.trim() ?? '')) return
  }
  throw new Error(`the tab key does not reach ${name}`)
}

import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { Reader } from './reader.ts'
import { complaints, launchBrowser, openPage } from './screen.ts'

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

describe('a question in plain words', () => {
  it('opens the report that answers it, as it should be set', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Who won the most last quarter?' }).click()
    await reader.settled()
    expect(page.url()).toContain('/reports/sales/deals-won-and-lost?range=last-quarter')
  })

  it('is found by a word, as reports are', async () => {
    await page.goto('/')
    await page.getByRole('searchbox').fill('slip')
    const links = page.getByRole('main').getByRole('link')
    expect(await links.allTextContents()).toEqual(['Which deals slipped out of this quarter?'])
  })
})

describe('a funnel', () => {
  const bar = (step: string) => page.getByRole('button', { name: new RegExp(`^${step}, (Reached|Contacts): `) }).first()

  it('has behind each step as many records as it says', async () => {
    await reader.open('sales/deal-funnel')
    const count = await reader.saidBy(bar('Demo'))
    await bar('Demo').click()
    expect(await reader.recordCount()).toBe(count)
  })

  it('has the chosen steps in the chosen order, by keyboard alone', async () => {
    await reader.open('sales/lead-funnel', '?tab=journey')
    await page.getByRole('button', { name: /^Stages/ }).press('Enter')
    await page.getByRole('checkbox', { name: 'Opportunity', exact: true }).press('Space')
    const up = page.getByRole('button', { name: 'Move Customer up' })
    await up.press('Enter')
    await up.press('Enter')
    await page.getByRole('checkbox', { name: 'Customer is optional' }).press('Space')
    await page.getByRole('button', { name: 'Apply' }).press('Enter')
    await page.waitForURL(/set\.stages=/)
    expect(new URL(page.url()).searchParams.get('set.stages')).toBe(
      'lead,marketingqualifiedlead?,customer?,salesqualifiedlead?',
    )
    await page.getByText('Stages: Lead → Marketing qualified lead (optional) → Customer (optional)').waitFor()
  })

  it('leaves in its tab what the other tab does not know', async () => {
    await reader.open('sales/lead-funnel', '?tab=journey&set.stages=lead,customer')
    await page.getByRole('tab', { name: 'Leads', exact: true }).click()
    await page.waitForURL((url) => !url.search.includes('set.stages'))
    await reader.settled()
    await page
      .getByRole('columnheader', { name: /Leads created|Leads/ })
      .first()
      .waitFor()
  })
})

describe('a feed', () => {
  it('goes through a year without drawing it', async () => {
    await page.goto('/reports/sales/team-activity-timeline?range=last-365-days')
    const feed = page.getByRole('region', { name: /the newest first/ })
    const first = await feed.getByRole('listitem').first().textContent()
    expect(first).toMatch(/\d{4}.*activit/)
    await feed.evaluate((box) => box.scrollTo({ top: box.scrollHeight }))
    await feed.locator('time').last().waitFor()
    expect(await feed.getByRole('listitem').count()).toBeLessThan(100)
    expect(await feed.getByRole('listitem').last().textContent()).not.toBe(first)
  })

  it('opens the records of a type', async () => {
    await page.goto('/reports/sales/team-activity-timeline?range=last-365-days')
    const calls = page.getByRole('button', { name: /^Calls: / })
    const count = await reader.saidBy(calls)
    await calls.click()
    expect(await reader.recordCount()).toBe(count)
  })
})

import type { Locator, Page } from 'playwright-core'

/** What a reader does on the report screen, by the names that a screen reader reads out. */
export class Reader {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(report: string, search = ''): Promise<void> {
    await this.page.goto(`/reports/${report}${search}`)
    await this.settled()
  }

  /** The figures on the screen answer the question in the address. */
  async settled(): Promise<void> {
    await this.figures().waitFor()
    await this.still()
  }

  /** Nothing on the screen is still on its way. */
  async still(): Promise<void> {
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy=true]'))
    await this.page.evaluate(() => document.fonts.ready)
  }

  /** The drawing library comes after the figures. */
  async drawn(): Promise<void> {
    await this.page.locator('main figure canvas').first().waitFor()
    await this.still()
  }

  figures(): Locator {
    return this.page.getByRole('grid', { name: 'Figures' })
  }

  /** Takes an option of a row in the settings panel. */
  async choose(setting: string, option: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${setting}\\b`) }).click()
    await this.page.getByRole('option', { name: option, exact: true }).first().click()
    await this.settled()
  }

  /** All the text of the table, a line a row. */
  async rows(): Promise<readonly string[]> {
    const rows = await this.figures().getByRole('row').all()
    return Promise.all(rows.map(async (row) => (await row.locator('th, td').allTextContents()).join(' | ')))
  }

  figure(name: RegExp): Locator {
    return this.figures().getByRole('button', { name }).first()
  }

  /** The count that a figure's button says. */
  async saidBy(figure: Locator): Promise<number> {
    const [, value = ''] = /: (.*)\. Open the records\.$/.exec((await figure.getAttribute('aria-label')) ?? '') ?? []
    return Number(value.replaceAll(',', ''))
  }

  drawer(): Locator {
    return this.page.getByRole('dialog', { name: /./ })
  }

  /** How many records the list in the open drawer has, its heading not counted. */
  async recordCount(): Promise<number> {
    const list = this.drawer().getByRole('region', { name: 'Records behind the figure' }).getByRole('table')
    return Number(await list.getAttribute('aria-rowcount')) - 1
  }
}

import type { Locator, Page } from '@playwright/test'
import { expect } from './app'
import { wordsOf, type Language } from './words'

export { wordsOf, type Language } from './words'

export interface TypedLoan {
  readonly name: string
  readonly product: string
  readonly kind?: string
  readonly principal: string
  readonly drawnOn: string
  readonly rate: string
  readonly periods: number
  readonly firstDueOn: string
  readonly lenders: readonly { readonly name: string; readonly type: string }[]
  readonly platform?: string
  readonly contractNumber?: string
  readonly cardTail?: string
  readonly stated?: {
    readonly principal: string
    readonly interest?: string
    readonly penalty?: string
    readonly lateFee?: string
    readonly overduePrincipal?: string
    readonly daysLate: number
    readonly nextDueOn?: string
    readonly source: string
  }
}

export interface TypedLine {
  readonly side: 'income' | 'essential'
  readonly category: string
  readonly name: string
  readonly amount: string
  readonly day: number
}

/** What a person does with mouse and keyboard in one language. */
export class Person {
  readonly say: ReturnType<typeof wordsOf>

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.say = wordsOf(language)
  }

  /** First run: chooses the language and begins with the first loan. */
  async begins(): Promise<void> {
    await this.page
      .getByText(this.language === 'en' ? 'English' : '中文', { exact: true })
      .first()
      .click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.say('firstRun.title'))
    await this.button('firstRun.own.begin').click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.say('loan.form.addTitle'))
  }

  async goesTo(room: 'loans' | 'budget' | 'plan' | 'proposals' | 'contacts' | 'settings'): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: this.say(`nav.${room}`) })
      .first()
      .click()
    await expect(this.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }

  /** Fills the loan form that is open and saves it. */
  async typesLoan(loan: TypedLoan): Promise<void> {
    const form = 'loan.form'
    await this.field(`${form}.name`).fill(loan.name)
    await this.field(`${form}.product`).selectOption(loan.product)
    if (loan.kind !== undefined) await this.field(`${form}.kind`).selectOption(loan.kind)
    await this.field(`${form}.principalFen`).fill(loan.principal)
    await this.field(`${form}.drawnOn`).fill(loan.drawnOn)
    await this.field(loan.kind === 'flatFee' ? `${form}.feeRate` : `${form}.rate`).fill(loan.rate)
    await this.field(`${form}.periods`).fill(String(loan.periods))
    await this.field(`${form}.firstDueOn`).fill(loan.firstDueOn)
    if (loan.stated) await this.typesStated(loan.stated)
    for (const [index, lender] of loan.lenders.entries()) {
      if (index > 0) await this.button(`${form}.addLender`).click()
      await this.field(`${form}.lender`).nth(index).fill(lender.name)
      await this.field(`${form}.lenderType`).nth(index).selectOption(lender.type)
    }
    if (loan.platform !== undefined) await this.field(`${form}.platform`).fill(loan.platform)
    if (loan.contractNumber !== undefined) await this.field(`${form}.contractNumber`).fill(loan.contractNumber)
    if (loan.cardTail !== undefined) await this.field(`${form}.cardTail`).fill(loan.cardTail)
    await this.button(`${form}.save`).click()
    // The form's own title may hold the name too: saved is when the form is gone.
    await expect(this.page).not.toHaveURL(/#\/loans\/(new|[\w-]+\/edit)$/)
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(loan.name)
  }

  private async typesStated(stated: NonNullable<TypedLoan['stated']>): Promise<void> {
    const form = 'loan.form.stated'
    await this.page.getByLabel(this.say('loan.form.hasStated')).check()
    await this.field(`${form}.principalFen`).fill(stated.principal)
    if (stated.interest !== undefined) await this.field(`${form}.interestFen`).fill(stated.interest)
    if (stated.penalty !== undefined) await this.field(`${form}.penaltyFen`).fill(stated.penalty)
    if (stated.lateFee !== undefined) await this.field(`${form}.lateFeeFen`).fill(stated.lateFee)
    if (stated.overduePrincipal !== undefined)
      await this.field(`${form}.overduePrincipalFen`).fill(stated.overduePrincipal)
    await this.field(`${form}.daysLate`).fill(String(stated.daysLate))
    if (stated.nextDueOn !== undefined) await this.field(`${form}.nextDueOn`).fill(stated.nextDueOn)
    await this.field(`${form}.source`).fill(stated.source)
  }

  /** On a loan's page: a notice came that the claim belongs to somebody else now. */
  async recordsAssignment(name: string): Promise<void> {
    await this.button('contract.event.more').click()
    await this.button('contract.event.add.assigned').click()
    await this.field('contract.event.party.name').fill(name)
    await this.button('common.save').click()
    await expect(this.page.getByRole('heading', { name: this.say('contract.verify.title') })).toBeVisible()
  }

  /** Adds one line of the budget, saved by Enter. */
  async typesLine(line: TypedLine): Promise<void> {
    await this.button(`budget.add.${line.side}`).click()
    const row = this.say('budget.newRow')
    const cell = (name: string, called: string): Locator =>
      this.page.getByLabel(this.say(`budget.field.${name}`, { row: called }), { exact: true })
    await cell('name', row).fill(line.name)
    await cell('category', line.name).selectOption(line.category)
    await cell('amount', line.name).fill(line.amount)
    await cell('day', line.name).fill(String(line.day))
    await cell('day', line.name).press('Enter')
    await expect(this.button(`budget.add.${line.side}`)).toBeEnabled()
  }

  /** On the plan page: asks this lender for so many instalments and makes it a letter. */
  async writesRequest(loanName: string, periods: number): Promise<void> {
    await this.page.getByLabel(this.say('plan.ask.loan')).selectOption({ label: loanName })
    const input = this.page.getByRole('textbox', { name: this.say('plan.ask.periods'), exact: true })
    await input.fill(String(periods))
    await input.press('Tab')
    await this.button('plan.ask.write').click()
    await expect(this.page.locator('.paper-page').first()).toBeVisible()
  }

  /** "Me, for letters", asked at the first letter. */
  async introducesHerself(me: { readonly name: string; readonly id: string; readonly phone: string }): Promise<void> {
    await this.field('proposals.sender.name').fill(me.name)
    await this.field('proposals.sender.idNumber').fill(me.id)
    await this.field('proposals.sender.phone').fill(me.phone)
    await this.page
      .locator('form')
      .filter({ has: this.field('proposals.sender.phone') })
      .getByRole('button', { name: this.say('proposals.sender.save'), exact: true })
      .click()
    await expect(this.page.locator('.paper-page').first()).toContainText(me.phone)
  }

  async givesCause(cause: string, source: string): Promise<void> {
    await this.field('proposals.form.cause').fill(cause)
    await this.field('proposals.form.firstPaymentSource').fill(source)
    await this.field('proposals.form.firstPaymentSource').press('Tab')
    await expect(this.page.locator('.paper-page').first()).toContainText(cause.slice(0, 8))
  }

  /** Reads the notice that stands before every export. */
  async readsNotice(): Promise<void> {
    await this.page.getByLabel(this.say('proposals.notice.check')).check()
    await this.button('proposals.notice.confirm').click()
  }

  /** An input by the whole text of its label (an asterisk may follow). */
  field(key: string): Locator {
    const label = this.say(key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return this.page.getByLabel(new RegExp(`^${label}( ?\\*)?$`))
  }

  button(key: string, values?: Readonly<Record<string, string | number>>): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true })
  }
}

import { historyWords } from './history-words.ts'
import type { FileKind, RecordKind } from './targets.ts'

const words = (text: string): readonly string[] => text.split(', ')

/** What exports call a kind of record: in the name of a file, and before the name of a column. */
export const kindWords: Readonly<Record<FileKind, readonly string[]>> = {
  owner: words(
    'sales agent, agent, sales rep, rep, user, owner, employee, seller, salesperson, team member, sales team, team, people, staff, medewerker, verkoper',
  ),
  company: words(
    'account, company, companie, organization, organisation, customer, client, business, bedrijf, bedrijven, firma, unternehmen',
  ),
  contact: words('contact, person, persoon, kontakt, lead or contact'),
  deal: words('opportunity, opportunitie, opp, deal, sales pipeline, pipeline, verkoopkans'),
  lead: words('lead'),
  activity: words('activity, activitie, engagement, call, meeting, task, email, note, event'),
  conversation: words('conversation, thread, chat, live chat, gesprek, unterhaltung'),
  goal: words('goal, quota, target, sales target, doel, ziel'),
  forecast_submission: words('forecast, forecast submission, submission'),
  property_change: words('history, change, event, log, audit'),
}

const created = words(
  'created at, create date, created date, date created, created, created on, creation date, create time, created time, add time, aangemaakt, aangemaakt op, erstellt, erstellt am, erstelldatum, oprettet, date de creation, date de création',
)
const owners = words(
  'owner, owner name, sales agent, sales rep, rep, agent, account executive, assigned to, assigned user, owner full name, salesperson, seller, account manager, account owner, hubspot owner, eigenaar, besitzer, zuständig, ejer, propriétaire, owner email',
)
const companies = words(
  'company, account, account name, company name, organization, organisation, organization name, customer, client, customer name, client name, associated company, primary company, primary associated company, bedrijf, klant, firma, unternehmen, kunde, virksomhed, entreprise, empresa',
)
const contacts = words(
  'contact, contact name, contact person, primary contact, associated contact, person, contact email, kontakt, contactpersoon',
)
const ids = (kind: string): readonly string[] => [
  `${kind} id`,
  `associated ${kind} id`,
  `associated ${kind} ids`,
  `primary associated ${kind} id`,
  `primary ${kind} id`,
]

const city = words('city, town, billing city, mailing city, plaats, stad, stadt, ort, by, ville, ciudad')
const country = words(
  'country, country region, billing country, mailing country, office location, location, hq country, land, pays, pais, país',
)
const source = words('original source, original traffic source, lead source, source, source channel')

/**
 * Words that mean a field, the surest first, in small letters with single spaces.
 * The name and the label of each field are known without standing here.
 */
export const fieldWords: Readonly<Record<FileKind, Readonly<Record<string, readonly string[]>>>> = {
  owner: {
    id: words('user id, owner id, employee id, agent id, rep id, record id'),
    name: words(
      'full name, sales agent, sales rep, agent, rep, user, owner, user name, owner name, salesperson, seller, account executive, employee, naam',
    ),
    first_name: words('first name, firstname, given name, voornaam, vorname'),
    last_name: words('last name, lastname, surname, family name, achternaam, nachname'),
    email: words('email address, e mail, mail, user email'),
    active: words('is active, enabled, actief, aktiv'),
    team: words(
      'main team, team name, sales team, primary team, manager, team lead, team leader, sales manager, manager name, reports to, group',
    ),
    parent_team: words(
      'regional office, region, parent team, office, division, department, business unit, territory, sales region, afdeling, abteilung',
    ),
  },
  company: {
    id: words('record id, account id, company id, organization id, customer id'),
    name: words(
      'account, company, account name, company name, organization, organisation, customer, client, customer name, naam, bedrijfsnaam, firma',
    ),
    domain: words('company domain name, domain name, website, website url, web site, url, homepage'),
    industry: words('sector, branche, branch, vertical, industry name, market'),
    country,
    city,
    employees: words(
      'number of employees, employee count, no of employees, headcount, company size, staff, medewerkers, mitarbeiter',
    ),
    annual_revenue: words('annual revenue, revenue, yearly revenue, turnover, sales, omzet, jahresumsatz, umsatz'),
    owner: owners,
    owner_id: [...ids('owner'), ...words('hubspot owner id')],
    created_at: created,
  },
  contact: {
    id: words('record id, contact id, person id, customer id'),
    name: words('full name, contact name, person, contact, naam'),
    first_name: words('first name, firstname, given name, voornaam, vorname, fornavn, prénom'),
    last_name: words('last name, lastname, surname, family name, achternaam, nachname, efternavn, nom'),
    email: words('email address, e mail, mail, e mail address, e mailadres'),
    phone: words('phone number, telephone, mobile, mobile phone, mobile phone number, telefoon, telefon'),
    job_title: words('title, position, function, role, functie, funktion'),
    city,
    country,
    lifecycle_stage: words('lifecyclestage, life cycle stage'),
    lead_status: words('status, hs lead status'),
    original_source: source,
    company: companies,
    company_id: ids('company'),
    owner: owners,
    owner_id: [...ids('owner'), ...words('hubspot owner id')],
    created_at: created,
  },
  deal: {
    id: words('record id, opportunity id, deal id, hs object id, opp id'),
    name: words('deal name, dealname, opportunity name, opportunity, title, deal title, naam, onderwerp, subject'),
    pipeline: words('pipeline name, sales pipeline, sales process, record type'),
    stage: words(
      'deal stage, dealstage, stage name, sales stage, opportunity stage, pipeline stage, fase, phase, etape, étape, status',
    ),
    status: words('deal status, won lost, outcome, result, status'),
    amount: words(
      'value, close value, deal value, deal amount, opportunity amount, opportunity value, total value, revenue, expected revenue, amount eur, amount usd, total, bedrag, waarde, betrag, wert, beløb, montant, importe',
    ),
    currency: words(
      'deal currency code, deal currency, currency code, currency of value, amount currency, currency iso code, valuta, währung',
    ),
    closed_at: words(
      'close date, closedate, closed date, date closed, closed, closed on, closed at, closing date, expected close date, end date, won time, deal closed on, afsluitdatum, sluitingsdatum, abschlussdatum, lukkedato, date de clôture, date de fermeture, fecha de cierre',
    ),
    created_at: [
      ...created,
      ...words('createdate, engage date, open date, opened, opened on, start date, date opened'),
    ],
    owner: owners,
    owner_id: [...ids('owner'), ...words('hubspot owner id')],
    company: companies,
    company_id: [...ids('company'), ...ids('account')],
    contact: contacts,
    contact_id: ids('contact'),
    type: words('deal type, dealtype, opportunity type, business type'),
    forecast_category: words('hs manual forecast category, forecast category name, forecast'),
    closed_lost_reason: words('loss reason, lost reason, reason lost, closed lost reason, reason for loss'),
    closed_won_reason: words('won reason, win reason, reason won'),
    original_source: source,
  },
  lead: {
    id: words('record id, lead id'),
    name: words('lead name, full name, lead'),
    stage: words('lead stage, lead pipeline stage, lead status'),
    type: words('lead type'),
    label: words('lead label, rating'),
    owner: owners,
    owner_id: ids('owner'),
    contact: contacts,
    contact_id: ids('contact'),
    deal: words('deal, associated deal, converted opportunity'),
    deal_id: [...ids('deal'), ...words('converted opportunity id')],
    first_outreach_at: words('first outreach date, first contacted, first outreach'),
    created_at: created,
  },
  activity: {
    id: words('record id, activity id, engagement id, task id, call id'),
    type: words('activity type, engagement type, kind, soort'),
    subject: words(
      'title, activity title, activity, call title, meeting name, task title, email subject, onderwerp, betreff',
    ),
    owner: [...words('activity assigned to'), ...owners],
    owner_id: ids('owner'),
    contact: contacts,
    contact_id: ids('contact'),
    company: companies,
    company_id: [...ids('company'), ...ids('account')],
    deal: words('deal, deal name, associated deal, opportunity, opportunity name, related to'),
    deal_id: [...ids('deal'), ...ids('opportunity')],
    occurred_at: words(
      'activity date, activity time, date, due date, timestamp, start time, start date, meeting start time, occurred on, datum',
    ),
    created_at: created,
    call_direction: words('direction'),
    call_outcome: words('call result, disposition, call disposition'),
    call_duration: words('duration, call duration milliseconds'),
    meeting_end_at: words('meeting end time, end time'),
    task_status: words('status'),
    task_priority: words('priority'),
  },
  conversation: {
    id: words('record id, conversation id, thread id, chat id'),
    subject: words('conversation, title, topic, onderwerp, betreff'),
    channel: words('conversation channel, channel type, originating channel, kanaal, kanal'),
    owner: [...words('assignee, assigned agent'), ...owners],
    owner_id: [...ids('owner'), ...words('assignee id')],
    contact: contacts,
    contact_id: ids('contact'),
    created_at: [...words('started at, chat started, thread created at'), ...created],
  },
  goal: {
    id: words('record id, goal id, quota id, target id'),
    name: words('goal name, quota name, target name, name, title, hs goal name'),
    owner: owners,
    owner_id: ids('owner'),
    team: words('team name, sales team'),
    pipeline: words('pipeline name, sales pipeline'),
    starts_on: words(
      'start, start date, starts on, starts, from, period start, first day, begin, hs start datetime, vanaf, von',
    ),
    ends_on: words('end, end date, ends on, ends, to, until, period end, last day, hs end datetime, tot, bis'),
    amount: words(
      'amount, goal, quota, target, target amount, quota amount, goal value, value, hs target amount, doel, ziel',
    ),
    metric: words('metric, goal type, quota type, measure'),
  },
  forecast_submission: {
    id: words('record id, forecast id, submission id'),
    owner: [...words('user, submitted by, forecast owner'), ...owners],
    owner_id: [...ids('owner'), ...words('user id')],
    team: words('team name, sales team'),
    pipeline: words('pipeline name, sales pipeline'),
    period_starts_on: words('period start, start, start date, from, first day'),
    period_ends_on: words('period end, end, end date, to, until, last day'),
    amount: words('amount, forecast, forecast amount, submitted amount, submission, value, commit'),
    note: words('note, notes, comment, remark'),
    submitted_at: words('submitted, submission date, submitted on, submission time, date'),
  },
  property_change: historyWords,
}

/** How much a field says about what the rows of its file are. Others say 1. */
export const tellingFields: Readonly<Record<RecordKind, Readonly<Record<string, number>>>> = {
  owner: { team: 3, parent_team: 3, active: 2 },
  company: { domain: 3, industry: 3, employees: 3, annual_revenue: 3, name: 2 },
  contact: { email: 3, first_name: 3, last_name: 3, job_title: 2, lifecycle_stage: 3, phone: 2, company: 0.5 },
  deal: { stage: 4, amount: 3, closed_at: 3, pipeline: 3, forecast_category: 3, closed_lost_reason: 3, status: 2 },
  lead: { stage: 2, first_outreach_at: 4, label: 2, name: 1, contact: 0.5 },
  activity: {
    occurred_at: 4,
    type: 2,
    subject: 2,
    call_direction: 3,
    call_outcome: 3,
    call_duration: 3,
    meeting_outcome: 3,
    task_status: 1,
    email_direction: 3,
  },
  conversation: { channel: 4 },
  goal: { starts_on: 2, ends_on: 2, metric: 2 },
  forecast_submission: { period_starts_on: 2, period_ends_on: 2, submitted_at: 3 },
}

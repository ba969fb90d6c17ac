const words = (text: string): readonly string[] => text.split(', ')

/** What exports call the columns of a change log. */
export const historyWords: Readonly<Record<string, readonly string[]>> = {
  id: words('change id, history id, event id, audit id'),
  entity: words('object, object type, object name, entity type, record kind'),
  record_id: words(
    'record id, opportunity id, deal id, contact id, person id, lead id, case id, case, case concept name, object id, hs object id, parent id, task id, activity id, item id',
  ),
  record: words('record, record name, deal name, opportunity name, opportunity, deal, contact name, contact, name'),
  property: words('field event, field, field name, property name, changed field, attribute, field changed, column'),
  value: words('new value, value after, changed to, to value, after, new, to'),
  old_value: words('original value, previous value, value before, from value, changed from, before, old, from'),
  changed_at: words(
    'changed on, changed date, change date, change time, date changed, changed, edit date, edited at, last modified, last modified date, modified at, modified on, modified, timestamp, event time, event date, complete timestamp, time timestamp, event timestamp, start timestamp, entered at, entered on, occurred at, date time, datetime, time, when, created date, created at, create date, date',
  ),
  changed_by: words(
    'changed by name, edited by, modified by, last modified by, updated by, changed by id, created by, created by id, actor, author, user name, user, user id, who, by',
  ),
  stage: words(
    'to stage, new stage, stage name, deal stage, dealstage, new state, state, status, event, activity name, activity, concept name, activity id',
  ),
  old_stage: words('from stage, previous stage, prior stage'),
  amount: words('deal amount, opportunity amount, deal value'),
  closed_at: words('close date, closedate, closing date'),
  owner: words('owner name, deal owner, owner id'),
  pipeline: words('pipeline name, sales pipeline, pipeline id'),
  forecast_category: words('forecast category name'),
  lifecycle_stage: words('lifecyclestage, life cycle stage'),
  lead_status: words('hs lead status'),
}
